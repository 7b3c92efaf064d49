"""Speech behind a colon without a verb of saying: `His deputy was cautious: "We'll see."`.

The subject is somebody (a name, "he" and "she", a noun of a person), it was or did something in a
few words, and then a whole sentence is quoted. `The message was clear: "Go home."` has nobody. A
name with its age or job needs no verb: `Ana Ruiz, 34, a teacher: "No."`, nor one with where it was
posted: `Ana Ruiz, in a post on X: "No."`, or with a bracket: `Ana Ruiz (NOR, silver): "No."`.
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.clause.clause import (
    ENDS_SENTENCE,
    Claims,
    Clause,
    ClauseRule,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.field.occasion import message_words, platform_words
from diplotext.attribution.labels import is_saying_verb, label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import OPEN, OUTSIDE, TokenTable
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["COLON_CLAUSES", "read_colon_clause"]

_LONGEST_SUBJECT, _LONGEST_REST = 12, 9
_DIGITS_OF_YEAR = 4
_PRONOUNS = word_set("he she")
_NOT_A_NAME = word_set(
    "the a an it there this that these those its what one here his her their our"
)
_POST = r"(?:tweets?|posts?|videos?|stor(?:y|ies)|captions?|blogs?|newsletters?)"
_MARKS = word_set(". ; : ? ! ( ) — – --")


@cache
def _post_re() -> re.Pattern[str]:
    """What stands behind "in", "on" and "via": "a post on X", "his letter to the club"."""
    return re.compile(
        rf"(?:(?:an?|the|his|her|its|their)\s(?:[\w’'-]+\s){{0,2}}?(?:{_POST}|{message_words()})"
        rf"(?:\s(?:on|to|for|by|from|after|about)\s.+)?|{platform_words()}|X)"
    )


def read_colon_clause(table: TokenTable, colon: int, _claims: Claims) -> Clause | None:
    """The clause before a colon.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = 'His deputy, Tim Lee, was more cautious: "We will see."'
    >>> clauses = find_clauses(COLON_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('"We will see."', ':', 'His deputy, Tim Lee')]
    >>> line = 'The message was clear: "Go home."'
    >>> find_clauses(COLON_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    quotes, types = table.quotes, table.types
    if colon + 2 >= len(table) or quotes[colon + 1] != OPEN or not types[colon + 2].is_capital:
        return None
    first, end = sentence_of(table, colon)
    if colon - first > _LONGEST_SUBJECT + _LONGEST_REST:
        return None
    verb = _verb_after(table, first)
    bracket = -1
    if verb < 0 and (verb := _label_end(table, first, end)) < 0:
        verb, bracket = _bracket_label(table, first, end)
    if verb < 0 or not verb <= colon < verb + _LONGEST_REST or ":" in table.words[verb:colon]:
        return None
    close = table.close_of(colon + 1)
    # A few words in marks are a name: "He had one wish: “Home”".
    if any(quotes[verb:colon]) or close <= colon + 2 or table.words[close - 1] not in ENDS_SENTENCE:
        return None
    last = verb - (types[verb - 1].lower == ",")
    if verb == colon and (posted := _before_post(table, first, colon)) > 0:
        last = posted
    elif bracket > 0:
        last = bracket
    return Clause(
        content=offsets_of(table, colon + 1, close + 1),
        source=offsets_of(table, first, last),
        cue=offsets_of(table, verb if verb + 1 == colon else colon, colon + 1),
        evidence="somebody and a colon",
    )


def _verb_after(table: TokenTable, first: int) -> int:
    """The verb behind a subject that is somebody; -1 if there is none."""
    types = table.types
    for at in range(first, min(first + _LONGEST_SUBJECT, len(table))):
        lower = types[at].lower
        if table.quotes[at] != OUTSIDE or lower in _MARKS:
            return -1
        is_saying = table.words[at + 1 : at + 2] == [":"] and is_saying_verb(lower)
        if is_saying or lower in label_words("bearing_verbs"):
            return at if _is_person(table, first, at) else -1
    return -1


def _label_end(table: TokenTable, first: int, end: int) -> int:
    """The colon behind a name with its age or job, and no verb: `Ana Ruiz, 34, a teacher: "No."`.

    -1 if there is none.
    """
    last = min(first + _LONGEST_SUBJECT, end)
    colon = next((at for at in range(first, last) if table.words[at] == ":"), -1)
    comma = next((at for at in range(first, colon) if table.words[at] == ","), -1)
    opener = table.types[first]
    if comma < first + 2 or opener.lower in _NOT_A_NAME or opener.is_upper:
        return -1
    if any(table.quotes[first:colon]) or not all(
        token_type.is_capital for token_type in table.types[first:comma]
    ):
        return -1
    age, behind = table.words[comma + 1 : comma + 3]
    if _before_post(table, first, colon) == comma:
        return colon
    is_aged = age.isdigit() and len(age) < _DIGITS_OF_YEAR and behind in {",", ":"}
    return colon if is_aged or is_person_noun(table.types[colon - 1].lower, "singular") else -1


def _bracket_label(table: TokenTable, first: int, end: int) -> tuple[int, int]:
    """The colon behind a name with a bracket, and where that opens; -1 and -1 if there is none.

    `Ana Ruiz (NOR, silver): "No."`
    """
    words, last = table.words, min(first + _LONGEST_SUBJECT, end)
    opens = next((at for at in range(first, last) if words[at] == "("), -1)
    colon = next((at for at in range(opens, last) if words[at] == ":"), -1) if opens > 0 else -1
    if colon < 0 or words[colon - 1] != ")" or any(table.quotes[first:colon]):
        return -1, -1
    name = table.types[first:opens]
    is_name = len(name) > 1 and all(word.is_capital for word in name) and not name[0].is_upper
    return (colon, opens) if is_name and name[0].lower not in _NOT_A_NAME else (-1, -1)


def _before_post(table: TokenTable, first: int, colon: int) -> int:
    """The comma before where it was posted or written, up to a colon; -1 if there is none."""
    at = next((at for at in range(first, colon) if table.words[at] == ","), -1)
    if at < 0 or table.types[at + 1].lower not in ("in", "on", "via"):
        return -1
    where = table.document[table.starts[at + 2] : table.ends[colon - 1]]
    return at if _post_re().fullmatch(where) is not None else -1


def _is_person(table: TokenTable, first: int, stop: int) -> bool:
    """Whether a subject is one person: "he", a name, a noun like "his deputy"."""
    types = table.types
    lower = [types[at].lower for at in range(first, stop)]
    if not lower or lower[0] in _PRONOUNS:
        return len(lower) == 1
    if lower[0] not in _NOT_A_NAME and types[first].is_capital:
        return any(types[at].is_capital for at in range(first + 1, stop)) or len(lower) == 1
    core = lower[: lower.index(",")] if "," in lower else lower
    return bool(core) and is_person_noun(core[-1], "singular")


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether somebody has the quotation, or a part of its sentence."""
    return claims.contents.touches(clause.to_content)


COLON_CLAUSES = ClauseRule(frozenset((":",)), read_colon_clause, _is_claimed)
