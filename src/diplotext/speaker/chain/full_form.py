"""Whose chain a name of several words joins: the ways, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.chain.chain_index import Chains
from diplotext.speaker.chain.chain_trait import MOST, has_letters, is_person
from diplotext.speaker.chain.choice import fits
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import is_another_al, is_compatible
from diplotext.speaker.name.opening import RANK_LETTERS
from diplotext.speaker.name.part import is_full, speaks
from diplotext.speaker.name.table import NOBILIARY, ORG_DROPPED

__all__ = ["find_full"]


def find_full(chains: Chains, name: Name) -> tuple[Chain, str] | None:
    """The chain of a name of several words and by which way it was found; None for a new one."""
    for find, evidence in FULL_FORMS:
        chain = find(chains, name)
        if chain is not None:
            return chain, evidence
    return None


def _find_same(chains: Chains, name: Name) -> Chain | None:
    """The same words, whatever hyphens are between them."""
    return chains.exact.get(name.handle.whole) or chains.exact.get(name.handle.spoken)


def _find_body(chains: Chains, name: Name) -> Chain | None:
    """A body known by another name: "Justice Department"."""
    return chains.find_body(name)


def _find_ranked(chains: Chains, name: Name) -> Chain | None:
    """Letters of a rank before a family name: "DSP Rao", of DSP Arun Rao."""
    keys = name.handle.own
    if len(keys) != 2 or name.words[0] not in RANK_LETTERS:
        return None
    for chain in chains.last.get(keys[1], ())[-MOST:]:
        lead = " ".join(chain.names[0].lead)
        if keys[0] in chain.lead_keys or has_letters(lead, keys[0]):
            return chain
    return None


def _find_compatible(chains: Chains, name: Name) -> Chain | None:
    """A person's name with more or fewer parts: "Ana M. Ruiz", of Ana Ruiz."""
    if name.kind not in ("person", "unknown"):
        return None
    for chain in chains.last.get(name.handle.own[-1], ())[-MOST:]:
        alike = is_person(chain) and is_compatible(chain.keys, name.keys)
        if alike and not is_another_al(chain.words, name.words):
            return chain
    return None


def _find_hyphened(chains: Chains, name: Name) -> Chain | None:
    """A double family name: "Mbeki Diop", of Jean Mbeki-Diop."""
    lasts = chains.last.get("-".join(name.keys), ()) if name.kind in ("person", "unknown") else ()
    return lasts[-1] if lasts and is_person(lasts[-1]) else None


def _find_inner(chains: Chains, name: Name) -> Chain | None:
    """A family name with its particles: "de la Torre", of Ana de la Torre Pinto."""
    inner = chains.inner.get(name.handle.whole) if name.keys[0] in NOBILIARY else None
    if inner is None or not is_person(inner) or name.kind == "organization":
        return None
    return inner


def _find_longer(chains: Chains, name: Name) -> Chain | None:
    """A name that goes on after this: "Abu Kassim", of Abu Kassim Omar.

    Of a body only words that are dropped may follow: "Four Moon", of Four Moon Resources Ltd.
    """
    keys = name.keys
    is_body = name.kind in ("organization", "unknown", "person")
    for chain in chains.first.get(keys[0], ())[-MOST:]:
        rest = chain.keys[len(keys) :]
        if not rest or chain.keys[: len(keys)] != keys:
            continue
        may_be = is_body or (name.kind == "place" and speaks(chains.text, name))
        if chain.kind == "organization" and may_be:  # "Great River said"
            if ORG_DROPPED.issuperset(rest):
                return chain
            continue
        alike = name.kind in ("person", "unknown") and is_person(chain) and fits(chain, name)
        is_short = len(rest) == 1 or (len(keys) > 1 and len(rest) < 4)
        if alike and is_short and is_full(chains.text, chain.names[0]):
            return chain
    return None


def _find_shorter(chains: Chains, name: Name) -> Chain | None:
    """A person whose name had no second family name: "Oscar Arenas", and then "... Sanchez"."""
    keys = name.handle.own
    if len(keys) != 3 or name.kind != "person":
        return None
    shorter = chains.exact.get(" ".join(keys[:2]))
    if shorter is None or shorter.kind != "person" or not is_full(chains.text, name):
        return None
    return shorter


def _find_tail(chains: Chains, name: Name) -> Chain | None:
    """The last words of a body's name."""
    tails = chains.tails if name.kind in ("organization", "unknown") else {}
    return tails.get(name.handle.whole)


def _find_long(chains: Chains, name: Name) -> Chain | None:
    """A body of whose name these are the last words."""
    if name.kind not in ("organization", "unknown"):
        return None
    for tail in name.handle.tails:
        known = chains.exact.get(tail)
        if known is not None and known.kind == name.kind:
            return known
    return None


FULL_FORMS: tuple[tuple[Callable[[Chains, Name], Chain | None], str], ...] = (
    (_find_same, "same name"),
    (_find_body, "another name"),
    (_find_ranked, "same title"),
    (_find_compatible, "full name"),
    (_find_hyphened, "family name"),
    (_find_inner, "part of the name"),
    (_find_longer, "part of the name"),
    (_find_shorter, "longer name"),
    (_find_tail, "short form"),
    (_find_long, "long form"),
)
