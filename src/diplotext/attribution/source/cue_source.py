"""Sources of which a part was read as the cue's, or that took in what is of the cue.

A relative clause belongs to its noun: in "The post, which has been deleted, read" the source goes
on up to the verb. So does a name: "K. | Rajan alleged", "| Long said". When and where it was said
is none of who said it: "Holm, during a visit to Oslo, said".
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve

from diplotext.attribution.build import Span, form_of, past_blanks, source_at, touches, with_parts
from diplotext.attribution.field.occasion import find_occasion
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Cue, Source

__all__ = ["SAYING", "WORD_RE", "with_whole_source", "words_of"]

SAYING = word_set("say says said saying quoted write wrote writes added adds noted remarked")
_RELATIVE_RE = lazy_re(r"[\s,](?:who|which|that|(?P<whose>whose))\Z", re.IGNORECASE)
_AUXILIARY = word_set(
    """
    has have had having also since then later once again often still now is are was were be been
    would will could can may might must did does do not never just already only even repeatedly
    first not
    """
)
WORD_RE = lazy_re(r"[^\W_]+(?:[’'-][^\W_]+)*")
_BESIDE_RE = lazy_re(r",\s+(?=(?:during|speaking|in|at|on|after|before|following)\s)")
_NEAR = 4
_REMEMBERED = 4096
_REACH = 90
_PARTICIPLES = word_set("saying warning telling arguing insisting stressing adding predicting")
_WITH_RE = lazy_re(r",\swith\s(?P<who>(?:[\w.’'-]+\s){0,6}[\w’'-]+)\s\Z")
_CLOSING = (",", ',"', ",”", "”,", '",', "?”", '?"', "!”", '!"', "’,", "',", ",’", ",'")
# "Long | said", "Rajan | alleged": words with a capital before the verb.
_NAME_RE = lazy_re(r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3})\s+(?=[a-z])")
# "We ran," said | she and her husband
_COUPLE_RE = lazy_re(
    r"\s(?P<who>(?:he|she|they|I|we)\sand\s(?:(?:his|her|their|my|our|the)\s(?:[\w’'-]+\s){0,2}?[a-z]{2,}"
    r"|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*))(?=[.,;]|\s(?:in|on|at|as|after|when)\s)"
)
_INITIAL_RE = lazy_re(r"\s[A-Z]\Z")
# In a text all in capitals a family name is taken for the verb's: "ANN | COLE SAID".
_SHOUTED_RE = lazy_re(r"(?P<name>[A-Z][A-Z’'-]+)\s+(?=(?:SAID|SAYS|TOLD|ADDED|STATED)\b)")
_INFINITIVE_RE = lazy_re(r"\s+to\s+[a-z]\w*(?:\s[\w’'-]+)*\Z", re.IGNORECASE)


@lru_cache(_REMEMBERED)
def words_of(cue: str) -> tuple[str, ...]:
    """The words of a cue in small letters.

    >>> words_of("Has said:")
    ('has', 'said')
    """
    return tuple(WORD_RE.findall(cue.lower()))


def with_whole_source(text: str, given: Attribution) -> Attribution:
    """The source with its relative clause and its last name, and without the occasion."""
    cue, source = given.cue, given.source
    if cue is None:
        return given
    if source is None:
        if cue.text in SAYING and (both := _COUPLE_RE.match(text, cue.end)) is not None:
            return _with_couple(text, given, both.span("who"))
        name = _name_in_cue(text, cue)
        return given if name is None else _with_parts(given, name, name[1])
    if cue.text in _PARTICIPLES and (own := _own_subject(text, cue)) is not None:
        return _with_parts(given, own, cue.start)
    if source.end > cue.start:
        return given
    end, at = _parted(text, given, cue, source)
    end = source.start + len(text[source.start : end].rstrip())
    return _with_parts(given, (source.start, end), at)


def _parted(text: str, given: Attribution, cue: Cue, source: Source) -> tuple[int, int]:
    """Where a source before its cue ends, and where the cue begins."""
    (start, end), at = source.span, cue.start
    if (relative := _RELATIVE_RE.search(text, start, end)) is not None:
        at = _verb_behind_clause(cue)
        is_whole = at > cue.start or (relative["whose"] and "." not in text[end:at])
        return (at if is_whole else end), at
    if given.zone == "headline" and (told := _INFINITIVE_RE.search(text, start, end)):
        return told.start(), at  # "Minister to quit, says he will farm"
    if (beside := _BESIDE_RE.search(text, start, end)) is not None:
        is_occasion = find_occasion(text, beside.end(), end) is not None
        return (beside.start() if is_occasion else end), at
    name = None
    if end + 1 == at and text[start:end].isupper():
        name = _SHOUTED_RE.match(text, at, cue.end)  # "MAYOR ANN | COLE SAID"
    elif end + 2 == at and text.startswith(". ", end) and _INITIAL_RE.search(text, start, end):
        name = _NAME_RE.match(text, at, cue.end)  # "member K. | Rajan alleged"
    return (end, at) if name is None else (name.end("name"), name.end())


def _with_parts(given: Attribution, source: Span, cue_start: int) -> Attribution:
    """The attribution with another source and start of the cue, where these are free."""
    cue, (start, end) = given.cue, source
    if cue is None or cue_start >= cue.end:
        return given
    if given.source is not None and (cue_start, source) == (cue.start, given.source.span):
        return given
    if touches((start, end), [part.span for part in given.content]):
        return given
    text = given.document
    at = past_blanks(text, cue_start, cue.end)
    form = form_of(text[start:end]) if given.source is None else given.source.form
    given = evolve(given, cue=evolve(cue, start=at))
    return with_parts(given, given.content, Source(text, start, end, form=form))


def _with_couple(text: str, given: Attribution, who: Span) -> Attribution:
    """The attribution with two who speak as its source, which may have been read as said."""
    content = tuple(part for part in given.content if not touches(who, [part.span]))
    if not content:
        return given
    return with_parts(given, content, source_at(text, *who))


def _name_in_cue(text: str, cue: Cue) -> Span | None:
    """The name that a cue begins with behind what was said: `"Give us time," | Long said`."""
    name = _NAME_RE.match(text, cue.start, cue.end)
    if name is None or WORD_RE.findall(text, name.end(), cue.end)[0] not in SAYING:
        return None
    before = text[max(0, cue.start - _NEAR) : cue.start].rstrip()
    return name.span("name") if before.endswith(_CLOSING) else None


def _own_subject(text: str, cue: Cue) -> Span | None:
    """Who says it where a clause has a subject of its own: ", with its director | saying"."""
    low = max(0, cue.start - _REACH)
    if text.find(", with ", low, cue.start) < 0:
        return None
    found = _WITH_RE.search(text, low, cue.start)
    last = found["who"].split()[-1] if found is not None else ""
    is_somebody = last[:1].isupper() or any(part in role_nouns() for part in last.split("-"))
    return found.span("who") if found is not None and is_somebody else None


def _verb_behind_clause(cue: Cue) -> int:
    """Where the verb of saying begins in a cue that took in a relative clause.

    "has since been deleted, read:", but "has also said" is whole.
    """
    found = list(WORD_RE.finditer(cue.text))
    verbs = label_words("clause_verbs") | SAYING | {"read", "reads"}
    said = next((word for word in reversed(found) if word[0].lower() in verbs), None)
    if said is None and found and base_of(found[-1][0].lower()) in cue_lexicon().stances:
        said = found[-1]  # "played a mower in the movie, thinks"
    if said is None:
        return cue.start
    before = [word[0].lower() for word in found if word.end() <= said.start()]
    if all(word in _AUXILIARY or word.endswith("ly") for word in before):
        return cue.start
    return cue.start + said.start()
