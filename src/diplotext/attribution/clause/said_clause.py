"""Plain clauses with "said" that nobody has read: `She said the full text should be printed`.

Who speaks opens the sentence, or stands behind its first words or a conjunction, and a clause in
commas may tell of them: `Berg, who bought two ferries, said fares would rise`. Who did something
before may say it as well: `Kvik cut 90 jobs and said the yard would close`. Behind "said" follows a
clause by its first word and a finite verb. Read only where nobody has claimed any of it.
"""

from __future__ import annotations

import itertools

from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import (
    LONGEST_SOURCE,
    NO_SOURCE,
    back_over,
    is_main,
    is_source,
)
from diplotext.attribution.clause.that_clause import BREAKS
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.opening_adverbial import behind_adverbials
from diplotext.attribution.source.person_part import is_part_of_person, is_person_name
from diplotext.attribution.source.source_clause import behind_clause
from diplotext.attribution.source.source_opening import behind_opening
from diplotext.body.sentence import word_set
from diplotext.body.token import OUTSIDE, TokenTable
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = ["SAID_CLAUSES", "opens_clause", "read_said_clause"]

_SAID = frozenset(("said", "says", "contend"))  # "contend with" opens no clause
_PRONOUNS = word_set("he she they we it")
# How a clause begins behind "said".
_BEGINNING = word_set(
    """
    the a an his her its their our this these some several many most few all both no one two three
    overall another such any each every neither
    four five six he she it they we there more nobody nothing that
    """
)
_NAME_RE = lazy_re(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}")
_JOINTS = word_set("and but so yet")
_QUANTITIES = word_set("half most many some several")
_PREPOSITIONS = word_set(
    "in on at of for from with by about against between into over under than despite during after"
)
_DOING = frozenset(("and", "but"))  # between what somebody did and "said"
_PASTS = word_set(
    "cut rose fell took made paid put gave won lost sold bought held kept led met sent set left"
    " beat hit saw"
)
# Behind these somebody else may be the one who says it.
_OTHERS = word_set(
    "that who which whom whose what where when while as because after before if since than ; : — –"
)
_WHEN = word_set("on in last this earlier late also")
_BEHIND = word_set("while although though if as when before since because whereas")
_RELATIVES = frozenset(("who", "which", "whose"))
_SHORTEST_PLURAL, _NEAREST = 5, 8  # letters, tokens
_NO_PLURALS = word_set("always thanks perhaps sometimes besides afterwards unless across towards")
_NO_SUBJECT = _OTHERS | BREAKS
_LONGEST = 16  # tokens of a source and what opens its sentence
_LONGEST_ASIDE = 48  # tokens of a source and the clause that tells of it
_FEWEST = 4  # tokens of what is said


def read_said_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "Half of those asked said they were afraid of boats."
    >>> clauses = find_clauses(SAID_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('they were afraid of boats', 'said', 'Half of those asked')]
    >>> line = "He said goodbye to those who were afraid of boats."
    >>> find_clauses(SAID_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    if table.quotes[verb] != OUTSIDE or claims.has(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    stop = before_final_marks(table, verb + 1, stop)
    if stop < verb + 1 + _FEWEST or not opens_clause(table, verb + 1, stop):
        return None
    cue = back_over(table, verb, first)
    before = table.types[cue - 1].lower if cue > first else ""
    read = _apposed_of if before == "," else _doer_of if before in _DOING else _source_of
    span = read(table, first, cue)
    if span is not None:
        return Clause(
            content=offsets_of(table, verb + 1, stop),
            source=span,
            cue=offsets_of(table, cue, verb + 1),
            evidence="source, said, clause",
        )
    return None


def opens_clause(table: TokenTable, first: int, stop: int) -> bool:
    """Whether a clause begins at a token, without a quotation that is not closed."""
    opener = table.types[first]
    if not are_closed(table.quotes[first:stop]) or ";" in table.words[first:stop]:
        return False
    begins = opener.is_capital or opener.lower in _BEGINNING or opener.lower[:1].isdigit()
    if begins:
        return is_main(table, first + 1, stop)
    if not _is_plural(opener.lower):
        return False
    # "said | officials in Lund were", but "said prayers for those who were"
    near = table.types[first : first + _NEAREST]
    end = next((at for at, token in enumerate(near) if token.lower in _NO_SUBJECT), len(near))
    return is_main(table, first + 1, min(stop, first + end))


def _is_plural(word: str) -> bool:
    """Whether a word may be a noun of several without an article: "officials", "rates"."""
    is_noun = word.endswith("s") and len(word) >= _SHORTEST_PLURAL and word not in _NO_PLURALS
    return is_noun or is_person_noun(word, "plural")


def _source_of(table: TokenTable, first: int, cue: int) -> tuple[int, int] | None:
    """Who speaks, as a range of the text: from the sentence's start or a joint up to the cue."""
    at = cue
    while at > first and table.words[at - 1] not in BREAKS and table.quotes[at - 1] == OUTSIDE:
        if table.types[at - 1].lower in NO_SOURCE:
            break
        at -= 1
    if at > first and table.words[at - 1] != "," and table.types[at - 1].lower not in _JOINTS:
        return None
    while at < cue and table.types[at].lower in _JOINTS:
        at += 1
    if not 0 < cue - at <= _LONGEST or not _is_somebody(table, at, cue):
        return None
    start, end = offsets_of(table, at, cue)
    text, low = table.document, start
    begin = behind_adverbials(text, low, start, end)
    begin = behind_clause(text, low, behind_opening(text, begin, end), end)
    begin = behind_adverbials(text, begin, begin, end)
    words = text[begin:end].split()
    if not words:
        return None
    opener = words[0].lower()
    if opener in _PREPOSITIONS | label_words("opening_adverbs") or opener.endswith(("ing", "ly")):
        return None
    is_somebody = opener in _QUANTITIES or is_source(table, max(at, cue - len(words)), cue)
    return (begin, end) if is_somebody else None


def _apposed_of(table: TokenTable, first: int, cue: int) -> tuple[int, int] | None:
    """The same of who it is between commas: "The tour's sponsor, Kvik, | said"."""
    while first < cue and table.types[first].lower in _JOINTS:
        first += 1
    low = min(cue - 1, first + _LONGEST)
    comma = next((at for at in range(first, low) if table.words[at] == ","), 0)
    if not comma or not is_source(table, first, comma):
        return None
    if not NO_SOURCE.isdisjoint(token.lower for token in table.types[first:comma]):
        return None
    start, end = offsets_of(table, first, cue - 1)
    if table.types[comma + 1].lower in _RELATIVES:
        return (start, end) if _is_told_of(table, first, comma, cue) else None
    if cue - first > _LONGEST or any(table.quotes[first:cue]):
        return None
    name, *parts = table.document[start:end].split(", ")
    if name.split()[0].lower() in _PREPOSITIONS | label_words("opening_adverbs"):
        return None
    if is_person_name(name):
        is_whole = all(map(is_part_of_person, parts))
    else:
        is_whole = len(parts) == 1 and _NAME_RE.fullmatch(parts[0]) is not None
    return (start, end) if is_whole else None


def _doer_of(table: TokenTable, first: int, cue: int) -> tuple[int, int] | None:
    """The subject of the verb before a joint: "Kvik cut 90 jobs and | said the yard"."""
    types = table.types
    low = min(cue - 1, first + LONGEST_SOURCE)
    verb = next((at for at in range(first + 1, low) if _is_past(table, at)), 0)
    if not verb or max(table.quotes[first:cue]) != OUTSIDE:
        return None
    between = {token.lower for token in types[verb : cue - 1]}
    if not between.isdisjoint(_OTHERS) or not between.isdisjoint(label_words("clause_verbs")):
        return None
    stop = back_over(table, verb, first)
    day = next((at for at in range(first + 1, stop) if types[at].lower in _WHEN), stop)
    core = {token.lower for token in types[first:day]}
    if not core.isdisjoint(NO_SOURCE | BREAKS | {"and", "of"}) or not is_source(table, first, day):
        return None
    if types[first].lower in _PREPOSITIONS | _BEHIND | label_words("opening_adverbs"):
        return None
    last = types[day - 1]
    is_somebody = last.is_capital or last.lower in role_nouns()
    is_somebody = is_somebody or last.lower in label_words("source_nouns")
    return offsets_of(table, first, day) if is_somebody else None


def _is_past(table: TokenTable, at: int) -> bool:
    """Whether a token is a verb of what was done: "lowered", "cut"."""
    word = table.words[at]
    return word in _PASTS or (word.islower() and word.endswith("ed"))


def _is_told_of(table: TokenTable, first: int, comma: int, cue: int) -> bool:
    """Whether one clause in commas tells of somebody: "Berg, who bought two ferries, | said"."""
    if cue - first > _LONGEST_ASIDE or not are_closed(table.quotes[first:cue]):
        return False
    opener, last = table.types[first].lower, table.types[comma - 1]
    if opener in _PREPOSITIONS | label_words("opening_adverbs"):
        return False
    aside = table.words[comma + 1 : cue - 1]
    # "Lund, which lost, and Norland, which won, said"
    joined = any(pair == (",", "and") for pair in itertools.pairwise(aside))
    is_named = last.is_capital or last.lower in role_nouns()
    return is_named and not joined and not label_words("final_verbs") & set(aside)


def _is_somebody(table: TokenTable, first: int, cue: int) -> bool:
    """Whether tokens end in one who speaks, or are about people: "half of those asked"."""
    lower = [token.lower for token in table.types[first:cue]]
    verbs = lower[:-1] if lower[-2:-1] == ["those"] else lower  # "half of those asked"
    if not label_words("clause_verbs").isdisjoint(verbs):
        return False
    last = table.types[cue - 1]
    if lower[-1] in _PRONOUNS:
        return len(lower) == 1 or table.types[first].is_capital
    if "and" in lower or lower[-1] in ("that", "what"):
        return False
    if last.is_capital or last.lower in role_nouns() or last.lower in label_words("source_nouns"):
        return True
    return "those" in lower or any(is_person_noun(word, "plural") for word in lower)


def _is_claimed(clause: Clause, claims: Claims) -> bool:
    """Whether anybody has any of it."""
    return claims.parts.touches((clause.source[0], clause.content[1]))


SAID_CLAUSES = ClauseRule(_SAID, read_said_clause, _is_claimed)
