"""Cue clauses behind quotations: `"We go on," Marsh went on to say`.

The plainest shape of wire copy: a quotation that ends in a comma, a question or an exclamation
mark, and then a source and a verb of saying. Read for what the learned stages have left unclaimed.
Only the verbs of ``clause_verbs`` count. Not handled: sources with appositions behind the name,
where the learned stages are better.
"""

from __future__ import annotations

from diplotext.attribution.build import Span
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import (
    ADJUNCTS,
    AUXILIARIES,
    LONGEST_SOURCE,
    NO_SOURCE,
    apposed_before,
    back_over,
    is_source,
)
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.person_part import is_part_of_person, is_person_name
from diplotext.body.token import CLOSE, OPEN, OUTSIDE, TokenTable
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["CUE_CLAUSES", "ENDS_BEFORE_CLAUSE", "clause_after", "read_cue_clause"]

# A source and its cue, as ranges of tokens.
SourceAndCue = tuple[Span, Span]
_OF_SENTENCES = frozenset(("showed", "estimated"))
ENDS_BEFORE_CLAUSE = frozenset((",", "?", "!"))
# "It left at noon," - the ministry specified; "Risk off," as one trader put it
_JOINTS = (["-"], ["–"], ["—"], ["--"], ["as"])
_LONGEST_NAME = 5  # in words, its comma included
_LONGEST_APPOSED = 24  # tokens
_SHORTEST = 5  # letters of a verb that no list has
_INNER_MARKS = frozenset(("'", "’", "''", "”"))
_ENDS_SOURCE = NO_SOURCE | (ADJUNCTS - {"this", "last"})


def read_cue_clause(table: TokenTable, closed: int, claims: Claims) -> Clause | None:
    """The clause behind a mark that closes a quotation.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = '"We go on," Prime Minister Ana Marsh went on to say.'
    >>> clauses = find_clauses(CUE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('"We go on,"', 'went on to say', 'Prime Minister Ana Marsh')]
    >>> line = 'In "Black Friday," Norland and Sweden were at war.'
    >>> find_clauses(CUE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    opened = closed - 1
    while opened >= 0 and table.quotes[opened] not in (OPEN, CLOSE):
        opened -= 1
    if opened < 0 or table.quotes[opened] != OPEN:
        return None
    content = offsets_of(table, opened, closed + 1)
    read = None if claims.sure.contents.touches(content) else _behind(table, opened, closed)
    if read is None:
        return None
    source, cue = read
    return Clause(
        content=content,
        source=offsets_of(table, *source),
        cue=offsets_of(table, *cue),
        evidence="quotation",
    )


def _behind(table: TokenTable, opened: int, closed: int) -> SourceAndCue | None:
    """The clause behind a quotation that ends like one before its cue."""
    # British and Latin usage has the comma behind the mark: "We go on", Marsh said.
    outside = table.words[closed + 1 : closed + 2] == [","]
    # A quotation within may close first: "She said, 'Go,'" he recalls.
    last = closed - 1 - (table.words[closed - 1] in _INNER_MARKS)
    if closed <= opened + 1 or not (outside or table.words[last] in ENDS_BEFORE_CLAUSE):
        return None
    first = closed + 1 + outside
    first += table.words[first : first + 1] in _JOINTS
    clause = clause_after(table, first, len(table)) or _inverted_after(table, first, len(table))
    clause = clause or _apposed_after(table, first)
    return None if clause is None or _is_of_sentences(table, clause, opened) else clause


def _is_of_sentences(table: TokenTable, clause: SourceAndCue, opened: int) -> bool:
    """Whether a verb stands behind sentences only, and what opens at a token may be a title.

    `On "Black Friday," data showed`, `in "Long Road," the hero wept`.
    """
    _, (_, end) = clause
    verb = table.types[end - 1].lower
    if verb in label_words("closing_verbs"):
        return sentence_of(table, opened)[0] != opened
    if _is_unknown(table, end - 1):
        said = table.words[opened + 2 : table.close_of(opened)]
        is_title = not any(word.islower() for word in said)  # "Long Road," released Harbour Films
        return is_title or sentence_of(table, opened)[0] != opened
    return verb in _OF_SENTENCES


def clause_after(table: TokenTable, at: int, stop: int) -> SourceAndCue | None:
    """The clause that begins at the token ``at``: a source and its verb."""
    types = table.types
    last = min(stop, at + LONGEST_SOURCE + 3)
    for index in range(at, last):
        if table.quotes[index] != OUTSIDE:
            return None
        cue = _cue_at(table, index, stop) or _closing_at(table, index)
        if cue is not None:
            first = back_over(table, cue[0], at)
            if first > at and is_source(table, at, first):
                return (at, first), (first, cue[1])
            return None
        lower = types[index].lower
        if lower in AUXILIARIES or _is_of_source(table, index):
            continue
        if lower == "-" and table.words[index + 1 : index + 2] == ["year-old"]:
            continue  # "the 24-year-old"
        if lower == "," and _parts_adjectives(table, at, index):
            continue
        if lower in NO_SOURCE or not (lower[0].isalnum() or lower in {"'s", "."}):
            return None
    return None


def _parts_adjectives(table: TokenTable, first: int, comma: int) -> bool:
    """Whether a comma stands between words before a noun: "the round, bearded trader laughs"."""
    if comma != first + 2 or table.types[first].lower not in ("the", "a", "an"):
        return False
    near = table.types[comma - 1 : comma + 3]
    return len(near) == 4 and not near[0].is_capital and is_person_noun(near[3].lower, "singular")


def _is_of_source(table: TokenTable, at: int) -> bool:
    """Whether a bracket or "to" is a source's: "Council (WTC)", "Kvik (Europe)", "close to it"."""
    word = table.words[at]
    if word == "to":
        return at > 0 and table.types[at - 1].lower == "close"
    opened = at - 2 if word == ")" else at
    near = table.words[max(0, opened) : opened + 3]
    return len(near) == 3 and near[0] == "(" and near[2] == ")" and near[1][:1].isupper()


def _inverted_after(table: TokenTable, at: int, stop: int) -> SourceAndCue | None:
    """The clause that begins with its verb: `"The deal is good", assured the minister`."""
    if at >= stop:
        return None
    cue = _cue_at(table, at, stop)
    is_closing = cue is None
    cue = cue or _inverted_closing_at(table, at)
    if cue is None and _is_unknown(table, at):
        return _name_after(table, at, stop)
    # Behind some the words are as soon an object: `"Long Road," posted the clip`.
    if cue is None or table.types[cue[1] - 1].lower in label_words("object_verbs"):
        return None
    end = cue[1]
    last = min(stop, end + LONGEST_SOURCE)
    while end < last and table.quotes[end] == OUTSIDE:
        lower = table.types[end].lower
        if lower in _ENDS_SOURCE or not (lower[0].isalnum() or lower in {"'s", "&"}):
            break
        end += 1
    if end == cue[1] or not is_source(table, cue[1], end):
        return None
    if is_closing and not _is_named(table, cue[1] - 1, end):
        return None
    return (cue[1], end), cue


def _apposed_after(table: TokenTable, at: int) -> SourceAndCue | None:
    """The same of a name with who it is between commas: `"No," Ana Marsh, the mayor, said`."""
    words = table.words
    comma = next(
        (i for i in range(at + 1, min(len(table), at + LONGEST_SOURCE)) if words[i] == ","), 0
    )
    last = min(len(table) - 1, comma + _LONGEST_APPOSED)
    for close in (i for i in range(comma + 2, last) if comma and words[i] == ","):
        cue = _cue_at(table, close + 1, len(table))
        if cue is None:
            continue
        if any(table.quotes[at:close]):
            return None
        name, part = offsets_of(table, at, comma), offsets_of(table, comma + 1, close)
        is_who = comma - at < _LONGEST_NAME and is_person_name(table.document[slice(*name)])
        is_who = is_who and is_part_of_person(table.document[slice(*part)])
        is_who = is_who or apposed_before(table, close + 1, at) == (at, close)
        return ((at, close), cue) if is_who else None
    return None


def _is_unknown(table: TokenTable, at: int) -> bool:
    """Whether a past that no list has stands before a full name: `"Help," | panted Ana Lund`."""
    word = table.words[at]
    is_past = word.endswith("ed") and word.islower() and len(word) >= _SHORTEST
    if not is_past or word in label_words("clause_verbs"):
        return False
    behind = table.types[at + 1 : at + 3]
    return len(behind) > 1 and all(token.is_capital for token in behind)


def _name_after(table: TokenTable, verb: int, stop: int) -> SourceAndCue:
    """The clause of such a verb: the name behind it, to the end of its capitals."""
    end = verb + 1
    last = min(stop, verb + LONGEST_SOURCE)
    while end < last and table.types[end].is_capital and table.quotes[end] == OUTSIDE:
        end += 1
    return (verb + 1, end), (verb, verb + 1)


def _is_named(table: TokenTable, verb: int, end: int) -> bool:
    """Whether a source is a name or a noun for people, and the clause ends behind it.

    `"It is art," comments Eva Lund.`, but `"Home," comments on the site`, `"Home," rages on`.
    """
    if table.words[end : end + 1] not in (["."], [","]):
        return False
    last, is_past = table.types[end - 1], table.words[verb].endswith("ed")  # "chorused | villagers"
    return last.is_capital or is_person_noun(last.lower, None if is_past else "singular")


def _cue_at(table: TokenTable, at: int, stop: int) -> Span | None:
    """The verb at a token, with its particle or the verb it stages: "went on to say"."""
    if table.types[at].is_capital:
        return None  # "the United States"
    lower = [token_type.lower for token_type in table.types[at : at + 4]]
    verbs = label_words("clause_verbs")
    if lower[0] == "went" and lower[1:2] == ["on"]:
        staged = lower[2:3] == ["to"] and lower[3:4] in (["say"], ["tell"], ["add"], ["explain"])
        return at, at + (4 if staged else 2)
    if " ".join(lower[:2]) in verbs and at + 1 < stop:
        return at, at + 2
    if lower[0] in verbs:
        return at, at + 1
    # "they write", "the researchers add"
    is_plural = lower[0] in label_words("plural_verbs") and at > 0 and _is_of_several(table, at - 1)
    return (at, at + 1) if is_plural else None


def _is_of_several(table: TokenTable, at: int) -> bool:
    """Whether a token is "they" or a noun of several people."""
    lower = table.types[at].lower
    return lower in ("they", "we", "colleagues") or is_person_noun(lower, "plural")


def _closing_at(table: TokenTable, at: int) -> Span | None:
    """A verb that is seldom one of saying, where it ends its sentence: "..., Ana Lund shares."."""
    near = table.words[at + 1 : at + 3]
    if near[:1] == ["from"] and table.words[at].endswith("ed"):
        return _closing_verb(table, at, at + 1)  # "Huanca related from his bed"
    if "." not in near or table.types[at].is_capital:
        return None
    return _closing_verb(table, at, at + 1 + near.index("."))


def _inverted_closing_at(table: TokenTable, at: int) -> Span | None:
    """Such a verb before who speaks: `"It is art," comments Eva Lund.`."""
    return _closing_verb(table, at, at + 2) or _closing_verb(table, at, at + 1)


def _closing_verb(table: TokenTable, at: int, stop: int) -> Span | None:
    words = " ".join(token_type.lower for token_type in table.types[at:stop])
    is_one = stop <= len(table) and words in label_words("closing_verbs")
    return (at, stop) if is_one else None


CUE_CLAUSES = ClauseRule(frozenset((CLOSE,)), read_cue_clause, is_claimed)
