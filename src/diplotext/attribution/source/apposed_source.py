"""Names whose age, home, part or office was left to what is said, or to nobody.

    According to Ana Ruiz, | mayor of Lund, it was late        Ana Ruiz, | prosecuting, said
    "Late," said Ana Ruiz, 43, | of Dover, Ohio.               his father, | Karl, said
    Ana Ruiz, | head of policy at Kvik said                    Its board, | led by Ruiz, | said

What stands between commas and tells who somebody is belongs to the name. The last comma has to be
closed: by the verb, by what is said behind "According to", or by the end of the sentence.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import AUXILIARY
from diplotext.attribution.build import form_of, with_parts
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.source.person_part import (
    is_office,
    is_part_of_person,
    is_person_name,
)
from diplotext.attribution.source.relative_source import outside
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage, Source

__all__ = ["mend_apposed"]

_REACH = 200  # characters of parts
_LONGEST_NAME = 60  # characters
_NAME_END_RE = lazy_re(r"(?<![\w’'-])(?P<name>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,4})\Z")
# "Ana Ruiz, | head of policy at Kvik | said", "union chief Ana Ruiz, | who was there, | said"
_LETTERS_RE = lazy_re(r"[A-Z]{2,4}")  # "Judge Ana Ruiz, | QC | told"
_NO_HEAD = (
    r"(?!(?i:in|at|on|of|for|from|with|by|after|before|during|since|until|late|early|last|this|to|and|or|as"
    r"|said|says|told|like|unlike|earlier|later|also)\s)"
)
_HEAD_RE = lazy_re(
    rf"(?:[\"“”]\s?)?(?P<who>(?:{_NO_HEAD}[\w’'-]+\s){{0,4}}?(?P<name>{_NO_HEAD}[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{1,3}})),\s\Z",
    0,
)
# "led by Ruiz", of "Its board, | led by Ruiz, | said"
_PARTICIPLE_RE = lazy_re(r"(?:led|run|made|written|drawn|[a-z]{2,}ed)\s(?:by|in|at|on|from)\s")
_PHRASE_RE = lazy_re(
    rf"(?!{AUXILIARY}\s){_NO_HEAD}(?P<who>[A-Z][\w’'-]*(?:\s(?!(?:{AUXILIARY})\s)[\w.’'-]+){{1,8}}),\s\Z",
    0,
)
_AGED_RE = lazy_re(r",\s\d{1,3},\s(?!who)")
_BREAKS = frozenset(';:()\n"“”')


def mend_apposed(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with what its source is as a part of the source.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "According to Ana Ruiz, mayor of Lund, it was late."
    >>> said = build_attribution(text, [(23, 49)], cue=(0, 12), source=(13, 21),
    ...                          reason=Reason(stage="learned", evidence="according to"))
    >>> mended = mend_apposed(text, said, SentenceIndex(tokenize(text, [(0, 50)])))
    >>> mended.source.text, mended.content[0].text
    ('Ana Ruiz, mayor of Lund', 'it was late')
    """
    given = _with_head(text, _with_tail(text, given, sentences), sentences)
    cue, source = given.cue, given.source
    if cue is None or source is None or not text.startswith(", ", source.end):
        return given
    if source.end <= cue.start:
        end = _closed_end(text, source, cue.start)
    elif given.content[0].start < source.end:
        end = _closed_end(text, source, sentences.around(cue.start)[1])
    else:
        end = _open_end(text, source, given.content[0].end)
    if end <= source.end:
        return given
    content = outside(text, given.content, (source.end, end))
    if content == given.content and text.find(", who", source.end, end) >= 0:
        return given  # a relative clause may be left out
    whole = Source(text, source.start, end, form=source.form)
    return with_parts(given, content, whole) if content else given


def _with_head(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """With the name that opens the sentence, of which the source tells who that is."""
    cue, source = given.cue, given.source
    if cue is None or source is None or source.end > cue.start or given.zone == "headline":
        return given
    is_letters = _LETTERS_RE.fullmatch(source.text) is not None
    if not text.endswith(", ", 0, source.start) or not (is_letters or source.text[0].islower()):
        return given
    gap = text[source.end : cue.start]
    is_relative = source.text.startswith(("who ", "whose ")) and gap == ", "
    is_closed = gap == ", " or not source.text.startswith(("the ", "a ", "an "))
    if gap == ", " and _PARTICIPLE_RE.match(source.text) is not None:
        return _with_phrase(text, given, source, sentences)
    is_told = is_letters or (is_closed and is_office(source.text))
    if not is_relative and not (gap in (" ", ", ") and is_told):
        return given
    low = max(sentences.around(source.start)[0], source.start - _REACH)
    if any(part.end <= source.start for part in given.content):
        low = max(low, text.rfind('"', low, source.start))  # none is -1
    head = _HEAD_RE.match(text, low, source.start)
    if head is None or not is_person_name(head["name"]):
        return given
    own = head.start("who"), source.end
    content = outside(text, given.content, own)
    return with_parts(given, content, Source(text, *own, form="name")) if content else given


def _with_phrase(
    text: str, given: Attribution, source: Source, sentences: SentenceIndex
) -> Attribution:
    """With the noun phrase that opens the sentence, of which a participle tells."""
    low = max(sentences.around(source.start)[0], source.start - _REACH)
    phrase = _PHRASE_RE.match(text, low, source.start)
    if phrase is None:
        return given
    own = phrase.start("who"), source.end
    content = outside(text, given.content, own)
    form = form_of(phrase["who"])
    return with_parts(given, content, Source(text, *own, form=form)) if content else given


def _with_tail(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """With what a name is that ends what is said: "said it was Ravi Rao, | 34, a farmer."."""
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or not text.startswith(", ", last.end) or last.start < cue.end:
        return given
    aged = _AGED_RE.match(text, last.end)
    if source is None or source.start > cue.start or aged is None:
        return given
    name = _NAME_END_RE.search(text, max(last.start, last.end - _LONGEST_NAME), last.end)
    if name is None:
        return given
    named = Source(text, name.start("name"), last.end, form="name")
    end = _closed_end(text, named, sentences.around(cue.start)[1])
    content = (*given.content[:-1], Passage(text, last.start, end))
    return given if end == last.end else with_parts(given, content, source)


def _closed_end(text: str, source: Source, stop: int) -> int:
    """Where the source ends if all up to the verb, or to the sentence's end, is of who it is."""
    if stop > source.end + _REACH:
        return source.end
    rest = text[source.end : stop].rstrip()
    if not rest.endswith((",", ".")):
        return source.end
    parts = rest[:-1].removeprefix(", ").split(", ")
    return source.end + len(rest) - 1 if _count(source, parts) == len(parts) else source.end


def _open_end(text: str, source: Source, stop: int) -> int:
    """Where it ends behind "According to", before the comma of what is said."""
    *parts, _last = text[source.end : min(stop, source.end + _REACH)].removeprefix(", ").split(", ")
    count = _count(source, parts)
    return source.end + sum(len(part) + len(", ") for part in parts[:count])


def _count(source: Source, parts: list[str]) -> int:
    """How many of the parts tell who a source is: behind a name, or a name behind an office."""
    first = source.text.split(", ")[0]
    if not parts or not _BREAKS.isdisjoint(parts[0]):
        return 0
    count = 0
    if not is_person_name(first):
        if first != source.text or not (is_office(first) and is_person_name(parts[0])):
            return 0
        count = 1
    while count < len(parts) and is_part_of_person(parts[count]):
        count += 1
    return count
