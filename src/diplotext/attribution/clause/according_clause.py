"""Sentences that open with "According to" and have no comma: `According to police he was shot`.

Where the source ends is told by its words: behind a name, a pronoun or a noun of people begins a
clause with an article, a pronoun or a number of its own, and a finite verb follows. Read where
nobody has claimed the words. With a comma, whoever stands before it has to be somebody or a report.
A sentence that ends before such an opening is no part of it: `"We go." | According to Berg, it is`.

Of "as per", which the learned stages have not met, the same is read wherever it stands: `As per
police, he was shot`, `He was shot, as per police`, `The ship, as per the owner, is for sale`. What
is done as per a rule or a plan is said by nobody.
"""

from __future__ import annotations

from diplotext.attribution.build import Span, with_parts
from diplotext.attribution.clause.clause import (
    ENDS_SENTENCE,
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import LONGEST_SOURCE, NO_SOURCE, is_main
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import is_person_noun, role_nouns
from diplotext.model import Attribution

__all__ = ["ACCORDING_CLAUSES", "behind_sentence", "read_according_clause"]

_OPENERS = frozenset(("According", "ACCORDING"))
_PER = frozenset(("per", "PER"))
_RULES = word_set("order orders agreement constitution act contract bylaws article section plan")
_CLOSING_MARKS = "\"”’'»)"
_PRONOUNS = word_set("him her them it")
# A clause begins: no word of these stands within a source's core.
_SUBJECTS = word_set(
    "the a an this that these those there he she they it his her its their some many most all"
)
_DETERMINERS = word_set("the a an his her its their some many several one two three")
_JOINS = word_set("of in at for and or from with on by to near behind")
_LEADING = _JOINS - {"and", "or"} | {"to"}  # an article may follow
_FEWEST = 3  # words of what is said
_YEAR = 4  # digits
_DATING = frozenset(("in", "of", "from"))


def read_according_clause(table: TokenTable, cue: int, _claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "According to Chief Inspector Ana Roe the man was shot in the leg."
    >>> clauses = find_clauses(ACCORDING_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.source.text, a.content[0].text) for a in clauses]
    [('Chief Inspector Ana Roe', 'the man was shot in the leg')]
    >>> line = "According to plan the ship was sunk."
    >>> find_clauses(ACCORDING_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if table.words[cue] in _PER:
        return _read_as_per(table, cue)
    first, stop = sentence_of(table, cue)
    if cue != first or cue + 3 >= stop or table.types[cue + 1].lower != "to":
        return None
    stop = before_final_marks(table, cue, stop)
    parts = _parts(table, cue + 2, stop)
    if parts is not None and are_closed(table.quotes[first:stop]):
        source, content = parts
        return Clause(
            content=offsets_of(table, *content),
            source=offsets_of(table, *source),
            cue=offsets_of(table, cue, cue + 2),
            evidence="according to, clause",
        )
    return None


def _read_as_per(table: TokenTable, per: int) -> Clause | None:
    """The clause of "as per"."""
    cue, who = per - 1, per + 1
    first, stop = sentence_of(table, per)
    if cue < first or table.types[cue].lower != "as" or any(table.quotes[first:stop]):
        return None  # "It is late," Berg said, as per the transcript
    stop = before_final_marks(table, per, stop)
    if cue == first:
        parts = _parts(table, who, stop)
        is_by_rule = parts is None or _is_by_rule(table, *parts[0])
        return None if parts is None or is_by_rule else _as_per(table, cue, *parts)
    end = next((at for at in range(who, stop) if table.words[at] == ","), stop)
    if not who < end < who + LONGEST_SOURCE or any(table.quotes[who:end]):
        return None
    if table.words[cue - 1] != "," or not _is_somebody(table, who, end):
        return None
    if _is_by_rule(table, who, end):
        return None
    if end == stop and _is_told(table, first, cue - 1):
        return _as_per(table, cue, (who, end), (first, cue - 1))
    if not is_main(table, end + 1, stop):
        return None
    goes_on = offsets_of(table, end + 1, stop)
    return _as_per(table, cue, (who, end), (first, cue - 1), goes_on)


def _as_per(
    table: TokenTable, cue: int, source: Span, content: Span, goes_on: Span | None = None
) -> Clause:
    return Clause(
        content=offsets_of(table, *content),
        source=offsets_of(table, *source),
        cue=offsets_of(table, cue, cue + 2),
        evidence="as per, clause",
        goes_on=goes_on,
    )


def _is_by_rule(table: TokenTable, first: int, stop: int) -> bool:
    """Whether something is done by a rule: "as per the law", "as per the tribunal's order"."""
    rules = label_words("standards") | _RULES
    return any(token.lower in rules for token in table.types[first:stop])


def _parts(table: TokenTable, first: int, stop: int) -> tuple[Span, Span] | None:
    """The source and the clause behind it; None where one of them cannot be told."""
    types = table.types
    for at in range(first + 1, min(stop - _FEWEST + 1, first + LONGEST_SOURCE)):
        lower = types[at].lower
        before = types[at - 1].lower
        if lower == "to" and before.endswith("ing"):
            continue  # "an aide speaking | to the Gazette"
        is_no_source = lower in NO_SOURCE - _SUBJECTS and not types[at].is_capital  # "in May"
        if any(table.quotes[first : at + 1]) or is_no_source:
            return None
        behind = at + (lower == ",")
        if lower in _SUBJECTS and before in _LEADING | _DETERMINERS:
            continue  # "the | most recent census"
        if lower == "," or lower in _SUBJECTS or _is_counted(table, at):
            is_whole = _is_somebody(table, first, at) and _is_told(table, behind, stop)
            return ((first, at), (behind, stop)) if is_whole else None
    return None


def _is_told(table: TokenTable, first: int, stop: int) -> bool:
    """Whether words are a clause: a finite verb, or a past behind its subject."""
    words = table.words[first + 1 : stop]
    return is_main(table, first, stop) or any(w.islower() and w.endswith("ed") for w in words)


def _is_counted(table: TokenTable, at: int) -> bool:
    """Whether a number of some begins behind people: "according to officials | 40 boats"."""
    if not table.words[at][0].isdigit() or table.words[at + 1 : at + 2] == [","]:
        return False
    before = table.types[at - 1].lower
    return is_person_noun(before, "plural") or before in label_words("source_nouns")


def _is_somebody(table: TokenTable, first: int, stop: int) -> bool:
    """Whether words are a pronoun, a name or people: no "plan", no "the terms of the deal"."""
    if table.words[stop - 1] == ")" and table.words[stop - 3] == "(":
        stop -= 3  # "the Harbour Board (HB)"
    stop = _before_date(table, first, stop)
    if stop == first:
        return False
    last = table.types[stop - 1]
    if stop == first + 1 and last.lower in _PRONOUNS:
        return True
    opening, lower = table.types[first], [token.lower for token in table.types[first:stop]]
    if last.is_capital and not table.words[first - 2].isupper():
        return opening.is_capital or lower[0] in _DETERMINERS or lower[0] in role_nouns()
    # "the doctor", "local residents", "police", but no "legend"
    is_bare = lower[0] not in _DETERMINERS and not last.lower.endswith(("s", "police", "media"))
    is_bare = is_bare and not opening.is_capital  # "Lund's blog post"
    if is_bare or not _JOINS.isdisjoint(lower):
        return False
    return last.lower in role_nouns() or last.lower in label_words("source_nouns")


def _before_date(table: TokenTable, first: int, stop: int) -> int:
    """Where words end before their year: "the census | in May 2019"."""
    if not (table.words[stop - 1].isdigit() and len(table.words[stop - 1]) == _YEAR):
        return stop
    joint = next((at for at in range(stop - 2, stop - 4, -1) if table.words[at] in _DATING), -1)
    return joint if joint > first else stop


def behind_sentence(text: str, given: Attribution) -> Attribution | None:
    """The attribution without sentences that end before its "According to"; None if it was those.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = '"We go." According to Berg, it is late.'
    >>> said = build_attribution(text, [(0, 8), (28, 38)], cue=(9, 21), source=(22, 26),
    ...                          reason=Reason(stage="learned", evidence="according to"))
    >>> [part.text for part in behind_sentence(text, said).content]
    ['it is late']
    """
    cue, first = given.cue, given.content[0]
    if cue is None or first.start > cue.start or not cue.text.startswith("According"):
        return given
    if text[first.start : cue.start].rstrip().rstrip(_CLOSING_MARKS)[-1:] not in ENDS_SENTENCE:
        return given
    kept = tuple(part for part in given.content if part.start > cue.start)
    return with_parts(given, kept, given.source) if kept else None


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the words, or is sure of what stands behind them."""
    return claims.cues.touches(clause.cue) or claims.sure.sources.touches(clause.source)


ACCORDING_CLAUSES = ClauseRule(_OPENERS | _PER, read_according_clause, _is_claimed)
