"""The names of a story gathered into chains, by whose they are.

Full names come first, short forms join them: family name, given name, initials, a body's tail.

Not handled: two people of exactly the same name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.chain.chain_index import Chains
from diplotext.speaker.chain.chain_trait import is_person
from diplotext.speaker.chain.full_form import find_full
from diplotext.speaker.chain.short_form import find_short
from diplotext.speaker.name.alias import is_alias
from diplotext.speaker.name.handle import Handle
from diplotext.speaker.name.kind import THING_LETTERS
from diplotext.speaker.name.lead import FIRM_ENDS
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.parting import MONTHS, SURNAMES

__all__ = ["link_names"]

# What opens an abbreviation after a name, and what may close it.
BRACKETS = {" (": ")", " [": "]", ", ": ",.;"}
# "Boskov | 's said"
BRAND_RE = re.compile(
    r"[’']s\s(?:also\s)?(?:said|says|reported|posted|plans|expects|declined|forecast|hopes|told)\b"
)
SMALL_WORDS = frozenset(["of", "the", "for", "and", "on"])
START = attrgetter("start")
NO_NAMES = MONTHS | SURNAMES


def without_ending(keys: Sequence[str]) -> list[str]:
    """The words of a firm's name for its initials: "GHM", of General Holm-Marsh Corp."""
    words = [part for key in keys for part in key.split("-")]
    while len(words) > 2 and words[-1] in FIRM_ENDS:
        words.pop()
    return words


def initials_of(keys: Sequence[str]) -> str:
    """The initials that an acronym would have.

    >>> initials_of(["federal", "bureau", "of", "investigation"])
    'fbi'
    """
    return "".join(key[:1] for key in keys if key not in SMALL_WORDS)


def may_be_acronym(name: Name) -> bool:
    """Whether a single word may be the initials of a name: "FBI", "the PMI"."""
    is_thing = name.kind == "adjective" and name.keys[0] in THING_LETTERS
    return name.chain < 0 and (name.kind == "organization" or is_thing)


def acronyms_of(chains: Sequence[Chain]) -> dict[str, Chain]:
    """The names of several words that are no person's, by their initials."""
    acronyms: dict[str, Chain] = {}
    for chain in chains:
        if chain.kind != "person" and not has_initials(chain):
            acronyms.setdefault(initials_of(chain.keys), chain)
            if chain.keys[-1] in FIRM_ENDS:
                acronyms.setdefault(initials_of(without_ending(chain.keys)), chain)
    return acronyms


def has_initials(chain: Chain) -> bool:
    """Whether a name has initials in it already: "BNR Pardis" is not "BP"."""
    words = [w for w, key in zip(chain.words, chain.keys, strict=True) if key not in FIRM_ENDS]
    upper = [len(word) > 1 and word.isupper() for word in words]
    return any(upper) and not all(upper)


def link_names(text: str, names: Sequence[Name]) -> list[Chain]:
    """The chains of the names; each name knows its chain's number afterwards.

    >>> from diplotext.speaker.name.join import find_names
    >>> text = "Ruth Okafor met Joel Brandt. Okafor spoke first."
    >>> [[n.words for n in c.names] for c in link_names(text, find_names(text, [(0, 48)], []))]
    [[['Ruth', 'Okafor'], ['Okafor']], [['Joel', 'Brandt']]]
    """
    chains = Chains(text)
    link_full(chains, names)
    single = {name.keys[0] for name in names if len(name.keys) == 1 and not name.quoted}
    for chain in chains.all:
        chain.familiar = chain.keys[0] in single
    acronyms = acronyms_of(chains.all) if any(map(may_be_acronym, names)) else {}
    partner: Chain | None = None
    for name in names:
        if name.chain >= 0:
            partner = chains.all[name.chain]
            continue
        found = find_short(chains, name)
        loose = found is None or found[1] == "short form"  # "GE" is not its "GE Aviation"
        if loose and name.keys[0] in acronyms and may_be_acronym(name):
            found, name.kind = (acronyms[name.keys[0]], "abbreviation"), "organization"
        if name.keys[0] in NO_NAMES and (found is None or not is_person(found[0])):
            # A month, or a stop word, after all.
            name.kind, found = "adjective", None
        if found is None:
            chain = chains.start(name)
            if partner is not None and name.kind != "adjective":
                chains.note_spouse(name, chain, partner)
        else:
            found[0].add(name, found[1])
            partner = found[0]
    for chain in chains.all:
        if len(chain.names) > 1:
            chain.names.sort(key=START)
        chain.starts = [name.start for name in chain.names]
        if chain.names[0].possessive and chain.kind in ("unknown", "organization"):
            name_brand(text, chain)
    return chains.all


def name_brand(text: str, chain: Chain) -> None:
    """Give a firm the possessive that it is always called by: "Boskov's said", never "Boskov"."""
    if not all(name.possessive for name in chain.names):
        return
    spoken = next((name for name in chain.names if BRAND_RE.match(text, name.end)), None)
    if spoken is not None:
        chain.words = text[spoken.start : spoken.end + 2].split()
        chain.kind, chain.female = "organization", None


def link_full(chains: Chains, names: Sequence[Name]) -> None:
    """Link the names of several words, and the abbreviations in brackets after them."""
    before: Name | None = None
    last: Name | None = None
    for name in names:
        if len(name.keys) > 1:
            name.handle = Handle(name.keys)
        alias = last is not None and is_alias(chains.text, last, name)
        if alias and last is not None and (len(name.keys) > 1 or last.chain >= 0):
            link_alias(chains, last, name)
        elif len(name.keys) > 1:
            found = find_full(chains, name)
            if found is None:
                chains.start(name)
            else:
                found[0].add(name, found[1])
                chains.index(found[0], name)
        elif before is not None and is_bracketed(chains.text, before, name):
            known = chains.all[before.chain]
            if name.keys[0] == initials_of(known.keys):
                known.kind = "organization"
            known.add(name, "abbreviation")
            chains.exact[name.keys[0]] = known
        before = name if len(name.keys) > 1 else None
        last = name


def link_alias(chains: Chains, before: Name, name: Name) -> None:
    """Link a name to the one before it, of which it is another; the fullest stays the first."""
    if before.chain < 0:
        # "Zed-One, whose real name is Moses Roe": the single word is linked later, as the same.
        found = find_full(chains, name)
        chain = chains.start(name) if found is None else found[0]
        if found is not None:
            chain.add(name, found[1])
        chains.exact[before.keys[0]] = chain
        return
    chain = chains.all[before.chain]
    known = chain.fullest, chain.words, chain.keys
    chain.add(name, "another name")
    chain.fullest, chain.words, chain.keys = known
    chains.exact[" ".join(name.keys)] = chain
    if len(name.keys) > 1:
        chains.index(chain, name)


def is_bracketed(text: str, before: Name, name: Name) -> bool:
    """Whether a name stands in brackets after another: "World Health Organization (WHO)".

    Between commas it has to be of the initials: "Zavia Copper Mines, ZCM,".
    """
    gap = text[before.end : name.start]
    if gap not in BRACKETS or not name.words[0].isupper():
        return False
    if name.keys[0] == initials_of(before.keys) and len(before.keys) > 2:
        return text[name.end : name.end + 1] in BRACKETS[gap]
    return gap != ", " and before.kind != "person" and text[name.end : name.end + 1] in (")", "]")
