"""Cues that took in a name, or a name's last word.

    Harbour | Aid has called on         O' | Reilly also said        Mr | Prior sees
    the Lund | daily reported                             the Norlander | monarch said
    "We ran," | said Long after the draw       | said Long |, who will be coach

In prose a verb has no capital: a name before the cue goes on, and a name behind a verb of saying is
whoever said it.
"""

from __future__ import annotations

from attrs import evolve

from diplotext.attribution.build import source_at, touches, with_parts
from diplotext.attribution.labels import is_saying_verb, label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Cue, Source

__all__ = ["mend_cue_name"]

# "Aid | has called on": capitals up to the verb.
_HEAD_RE = lazy_re(r"(?P<name>(?:[A-Z][a-zA-Z’'-]+\s){1,3})(?=[a-z]{2,})")
# "said Long after the draw", "said Jon Long"
_BEHIND_RE = lazy_re(
    r"(?P<verb>[a-z]+)\s(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})"
    r"(?:\s(?:after|on|in|at|before|during|of|when|as)\s.*)?\Z"
)
_GAPS = (" ", "'", "’")
_HOW_OFTEN = ("daily ", "weekly ", "monthly ")  # a paper comes out


def mend_cue_name(text: str, given: Attribution) -> Attribution:
    """The attribution with such a name in its source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Harbour Aid has called on firms to stay."
    >>> said = build_attribution(text, [(26, 39)], cue=(8, 25), source=(0, 7),
    ...                          reason=Reason(stage="learned", evidence="called"))
    >>> mended = mend_cue_name(text, said)
    >>> mended.source.text, mended.cue.text
    ('Harbour Aid', 'has called on')
    """
    cue, source = given.cue, given.source
    if cue is None:
        return given
    if source is not None and (cue.text.startswith(_HOW_OFTEN) or _opens_with_person(cue, source)):
        return _with_noun(text, given, cue, source)
    if given.zone == "headline":
        return given
    if cue.text[:1].isupper():
        return _with_end(text, given, cue)
    if source is not None and not source.text.startswith(("who ", "whose ")):
        return given
    if given.content[0].end > cue.start or not is_saying_verb(cue.text.partition(" ")[0]):
        return given
    behind = _BEHIND_RE.match(text, cue.start, cue.end)
    if behind is None or (source is not None and text[cue.end : source.start] != ", "):
        return given
    start, end = behind.start("name"), behind.end("name") if source is None else source.end
    if touches((start, end), [part.span for part in given.content]):
        return given
    own = evolve(given, cue=evolve(cue, end=behind.end("verb")))
    return with_parts(own, given.content, source_at(text, start, end))


def _opens_with_person(cue: Cue, source: Source) -> bool:
    """Whether a cue begins with its source's noun: "the Norlander | monarch said"."""
    noun, _, verb = cue.text.partition(" ")
    if verb.partition(" ")[0] not in label_words("clause_verbs") or not is_person_noun(noun):
        return False
    return source.text.lower().startswith(("the ", "a ", "an "))


def _with_noun(text: str, given: Attribution, cue: Cue, source: Source) -> Attribution:
    """The attribution with a noun of its cue in its source: "the Lund | daily reported"."""
    *_, last = source.text.split()
    if source.end + 1 != cue.start or not (last[0].isupper() or last == "business"):
        return given
    end = cue.start + cue.text.index(" ")
    whole = source_at(text, source.start, end)
    return with_parts(evolve(given, cue=evolve(cue, start=end + 1)), given.content, whole)


def _with_end(text: str, given: Attribution, cue: Cue) -> Attribution:
    """The attribution with the rest of a name, which its cue begins with, in its source."""
    source = given.source
    if source is None or source.end >= cue.start or text[source.end : cue.start] not in _GAPS:
        return given
    name = _HEAD_RE.match(text, cue.start, cue.end)
    last = source.text.rpartition(" ")[2]
    if name is None or not last[:1].isupper() or last.endswith(("'s", "’s")):
        return given  # "Berg's | Facebook post"
    end = cue.start + len(name["name"].rstrip())
    whole = source_at(text, source.start, end)
    return with_parts(evolve(given, cue=evolve(cue, start=name.end())), given.content, whole)
