"""Frames of speech at second hand, read from tokens: who quotes, who is quoted, and what.

Active ("TASS quoted Marsh as saying ...") or passive ("Marsh was quoted by TASS as saying ...",
"was quoted as saying by TASS"); what is said stands behind, or before the frame where only day,
place and medium follow. "Quoted Marsh saying" goes without "as". Not handled: frames over two
sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import ENDS_SENTENCE, sentence_of
from diplotext.attribution.clause.clause_source import ADJUNCTS, is_adjunct, is_adverb, is_main
from diplotext.attribution.clause.cue_clause import ENDS_BEFORE_CLAUSE
from diplotext.attribution.lemma import base_of
from diplotext.attribution.quotation.quoted_medium import (
    DAYS,
    WEEKDAYS,
    medium_before,
    medium_behind,
    trimmed,
)
from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.body.token import CLOSE, OPEN, OUTSIDE, TokenTable
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["Frame", "has_frames", "read_frames"]

_LONGEST = 40  # tokens between the verb and "as saying"
_NEAR = 12  # tokens in which day, place and addressee end behind it
_LEAD = 8  # tokens of "On Friday evening," before the subject
_VERBS = word_set("quoted cited quotes cites reported quoting citing")
_SHOWN = _VERBS | {verb.upper() for verb in _VERBS}
_QUOTES = word_set("quoted quotes quoting")
# "reported losses as showing": a report tells of more than of what is said.
_REPORTS = frozenset(("reported",))
_PLAIN = word_set("say tell state")
_BE = word_set("was were is are been be")
_BEFORE_VERB = word_set("has have had but and meanwhile however also earlier later separately")
_OPENS_LEAD = word_set("on in at earlier late")
_WHERE = ADJUNCTS | {"by"}
_TELLS = word_set("telling told")
_ADDRESSEES = word_set("it him her them us me reporters journalists")
_NOBODY = word_set("by in on at to for as from with that evidence reasons")
_JOINS = word_set("and but while")
_ARTICLES = word_set("the a an his her its their this these there he she it they")


@frozen
class Frame:
    """The parts as ranges of tokens, and the token behind "as saying"."""

    source: Span
    cue: Span
    medium: Span | None
    content: Span
    stop: int


def has_frames(table: TokenTable) -> bool:
    """Whether a table has a verb of quoting at all."""
    return not _SHOWN.isdisjoint(table.vocabulary)


def read_frames(table: TokenTable) -> Iterator[Frame]:
    """The frames of a table whose parts can be told.

    >>> from diplotext.body.token import tokenize
    >>> line = '"It is over," Ana Marsh was quoted by TASS as saying on Friday.'
    >>> table, = tokenize(line, [(0, len(line))])
    >>> frame, = read_frames(table)
    >>> [" ".join(table.words[a:b]) for a, b in (frame.source, frame.cue, frame.medium)]
    ['Ana Marsh', 'was quoted', 'TASS']
    """
    types = table.types
    for verb, word in enumerate(table.words):
        if word not in _SHOWN or table.quotes[verb] != OUTSIDE:
            continue
        first, stop = sentence_of(table, verb)
        start = verb
        while start > first and _goes_with_verb(types[start - 1].lower):
            start -= 1
        is_passive = start > first and types[start - 1].lower in _BE
        turn = _turn_after(table, verb, stop, is_passive)
        if turn is not None:
            read = _passive if is_passive else _active
            frame = read(table, (first, stop), (start - is_passive, verb), turn)
            if frame is not None:
                yield frame


def _goes_with_verb(word: str) -> bool:
    """Whether a word stands before a verb and belongs to it: "also", "widely"."""
    return word in _BEFORE_VERB or is_adverb(word)


def _turn_after(table: TokenTable, verb: int, stop: int, is_passive: bool) -> Span | None:
    """From "as" to the token behind "as saying"; where TASS quotes without it, behind "by TASS"."""
    types = table.types
    for at in range(verb + 1, min(stop - 1, verb + _LONGEST)):
        if table.quotes[at] != OUTSIDE or types[at].lower in _VERBS:
            break
        if types[at].lower == "saying" and _is_said_by(table, verb, at, is_passive):
            return at, at + 1
        if types[at].lower != "as":
            continue
        having = types[at + 1].lower == "having"
        said = types[at + 1 + having].lower if at + 1 + having < stop else ""
        base = base_of(said)
        plain = types[verb].lower not in _REPORTS or base in _PLAIN
        if (having or said.endswith("ing")) and plain and base in cue_lexicon().stances:
            return at, at + 2 + having
    medium = medium_behind(table, verb + 1, stop) if is_passive else None
    if medium is None or types[verb].lower in _REPORTS or types[verb + 1].lower != "by":
        return None
    return medium[1], medium[1]


def _is_said_by(table: TokenTable, verb: int, at: int, is_passive: bool) -> bool:
    """Whether "quoted Marsh | saying" has no "as"; in "quoted Marsh, saying" the medium says."""
    if is_passive or at == verb + 1 or table.types[verb].lower not in _QUOTES:
        return False
    between = table.types[verb + 1 : at]
    if any(t.lower in _WHERE or t.lower in DAYS for t in between):
        return False
    if table.words[at - 1] == "," and not _closes_apposition(table, verb + 1, at - 1):
        return False
    return any(t.is_capital or t.lower in role_nouns() for t in between)


def _closes_apposition(table: TokenTable, first: int, comma: int) -> bool:
    """Whether a comma ends who somebody is: "Marsh, the mayor, saying", "the mayor, Marsh, saying".

    In "quoted Marsh, saying" the medium says.
    """
    commas = [at for at in range(first, comma) if table.words[at] == ","]
    if len(commas) != 1 or commas[0] == first:
        return False
    before, behind = table.types[commas[0] - 1], table.types[commas[0] + 1]
    is_role = behind.lower in _ARTICLES or behind.lower in role_nouns()
    return is_role or (behind.is_capital and before.lower in role_nouns())


def _passive(table: TokenTable, sentence: Span, verb: Span, turn: Span) -> Frame | None:
    types, (first, stop) = table.types, sentence
    begin, at = verb
    while begin > first and types[begin - 1].lower in _BEFORE_VERB:
        begin -= 1
    medium = medium_behind(table, at + 1, turn[0]) or medium_behind(table, turn[1], stop)
    cue = (begin, at + 1) if turn[0] > at + 1 else (begin, turn[1])
    low, content = _subject_and_content(table, sentence, begin, turn[1])
    source = trimmed(table, low, begin)
    if types[begin - 1].lower == "who":
        source = begin - 1, begin
    if source is None or content is None:
        return None
    return Frame(source, cue, medium, content, turn[1])


def _active(table: TokenTable, sentence: Span, verb: Span, turn: Span) -> Frame | None:
    begin, at = verb
    if table.types[at + 1].lower in _NOBODY:
        return None
    source = trimmed(table, at + 1, turn[0])
    low, content = _subject_and_content(table, sentence, begin, turn[1])
    high = begin
    while high > low and table.types[high - 1].lower in _BEFORE_VERB | DAYS:
        high -= 1
    if source is None or content is None:
        return None
    # "TASS reported the loss, citing Marsh as saying": the clause before has a verb of its own.
    is_clause = table.types[at].lower.endswith("ing")
    medium = None if is_clause else medium_before(table, low, high)
    return Frame(source, (begin, at + 1), medium, content, turn[1])


def _subject_and_content(
    table: TokenTable, sentence: Span, begin: int, said: int
) -> tuple[int, Span | None]:
    """Where the subject before the verb begins, and what is said, behind or before."""
    content = _content_behind(table, said, sentence[1])
    if content is not None and _may_be_where(table, content[0], said):
        low, before = _clause_before(table, sentence[0], begin)
        if before is not None and is_main(table, *before):
            return low, before  # "They were first to help, he was quoted as saying | at the time"
    if content is not None:
        return _behind_lead(table, sentence[0], begin), content
    return _clause_before(table, sentence[0], begin)


def _may_be_where(table: TokenTable, first: int, said: int) -> bool:
    """Whether words behind "as saying" may only tell when and where, or to whom it was told."""
    if table.quotes[first] != OUTSIDE or table.types[first].lower == "that":
        return False
    telling = table.types[said - 1].lower in _TELLS and first == said
    return telling or table.types[first].lower in _WHERE


def _content_behind(table: TokenTable, first: int, stop: int) -> Span | None:
    """What is said behind "as saying", None where only day, place and the like follow."""
    types, last = table.types, stop
    while last > first and table.words[last - 1] in ENDS_SENTENCE:
        last -= 1
    if first >= last or is_adjunct(table, first, last) or _is_medium(table, first, last):
        return None
    # A stop within quotation marks is said as well.
    end = stop if table.quotes[last - 1] != OUTSIDE else last
    if table.words[first] in {":", ","}:
        # Not `"...," TASS quoted Marsh as saying, and | she left`, nor what ends with the colon.
        goes_on = first + 1 < last and types[first + 1].lower not in _JOINS
        return (first + 1, end) if goes_on else None
    telling = types[first - 1].lower in _TELLS
    first = at = _behind_day(table, first, last)
    if telling or types[first].lower in _WHERE:
        near = range(first, min(last, first + _NEAR))
        opens = (n for n in near if types[n].lower == "that" or table.quotes[n] == OPEN)
        at = next(opens, first + (telling and types[first].lower in _ADDRESSEES))
    return (at, end) if at < last else None


def _behind_day(table: TokenTable, first: int, last: int) -> int:
    """Where a clause begins behind the day: "as saying on Friday | the talks were over"."""
    at = first + (table.types[first].lower == "on")
    if at + 1 >= last or table.types[at].lower not in WEEKDAYS:
        return first
    behind = table.types[at + 1]
    return at + 1 if behind.lower in _ARTICLES or behind.is_capital else first


def _is_medium(table: TokenTable, first: int, last: int) -> bool:
    """Whether the medium ends the sentence: "as saying | by the weekly Vita"."""
    medium = medium_behind(table, first, last)
    return medium is not None and (medium[1] == last or is_adjunct(table, medium[1], last))


def _clause_before(table: TokenTable, first: int, stop: int) -> tuple[int, Span | None]:
    """Where the subject before a token begins, and the quotation or clause right before it."""
    words, quotes = table.words, table.quotes
    close = next((at for at in range(stop - 1, first, -1) if quotes[at] == CLOSE), first)
    outside = words[close + 1] == ","  # the British comma
    if close > first and (outside or words[close - 1] in ENDS_BEFORE_CLAUSE):
        opened = next((at for at in range(close, -1, -1) if quotes[at] == OPEN), first)
        return close + 1 + outside, (min(opened, first), close + 1)
    # "The talks were open, a banker was quoted": behind the last comma, or the one before the name.
    commas = [at for at in range(first, stop - 1) if words[at] == ","]
    if words[stop - 1] == "," and len(commas) > 1:
        commas.pop()
    return (commas[-1] + 1, (first, commas[-1])) if commas else (first, None)


def _behind_lead(table: TokenTable, low: int, stop: int) -> int:
    """The subject's first token behind a quotation, "But", "On Friday," or "In Lima,"."""
    types, words = table.types, table.words
    low = next((at + 1 for at in range(stop - 1, low, -1) if table.quotes[at] == CLOSE), low)
    if types[low].lower in _BEFORE_VERB:
        low += 1 + (words[low + 1 : low + 2] == [","])
    if low < stop and types[low].lower in _OPENS_LEAD:
        near = range(low, min(stop, low + _LEAD))
        low = next((at + 1 for at in near if words[at] == ","), low)
    return low
