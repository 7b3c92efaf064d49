"""What is said behind the circumstances of its cue, without a "that".

    Police said in a statement | two people had died      Ruiz told reporters | Norland would pay
    He warned on Monday in Oslo | the port would close    She said by telephone | "no one" came

Where it was said, when, in what and to whom stand between the verb and the clause, and nothing
marks where the clause begins but its first word: a determiner, a number, a name.
"""

from __future__ import annotations

from functools import lru_cache, partial

from attrs import evolve

from diplotext.attribution.auxiliary import FINITE
from diplotext.attribution.build import with_parts
from diplotext.attribution.clause.clause import (
    Claims,
    Clause,
    ClauseRule,
    are_closed,
    before_final_marks,
    is_claimed,
    offsets_of,
    sentence_of,
)
from diplotext.attribution.clause.clause_source import ADJUNCTS, back_over
from diplotext.attribution.clause.cue_circumstance import behind_circumstances, source_of
from diplotext.attribution.clause.told_clause import told_end
from diplotext.attribution.field.circumstance import SentenceIndex
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Passage

__all__ = ["CIRCUMSTANCE_CLAUSES", "mend_opening"]

# How a clause begins; "some" and "many" may be of whom it was told.
_BEGINNING = word_set(
    """
    the a an his her its their our this these those some several many most few all both no one two
    three four five six seven eight nine ten twelve dozens hundreds thousands he she it they we i
    there more at up nearly about almost any each every nobody nothing
    """
)
_FINITE_RE = lazy_re(rf"\s(?:{FINITE}|cannot|\w+n[’']t)\b")
# "in a report | Lund wrote": of the report, and no clause
_OF_OCCASION_RE = lazy_re(
    r"(?:(?:he|she|it|they)|(?:[A-Z][\w’'-]+\s?){1,3}?)\s(?:wrote|obtained|saw|published|issued|reviewed|read|sent|gave|made"
    r"|held|posted|heard|watched)\b"
)
_REACH = 200
_REMEMBERED = 4096
_VERB_RE = lazy_re(r"\b[a-z]+\b")
_MARKS = frozenset('"“')
_OPENERS = ADJUNCTS | word_set("by for via over under outside inside two three several hours days")


def _behind(text: str, at: int, end: int, *, tells: bool) -> int:
    """Behind the circumstances, whom it was told before them; -1 if there are none."""
    told = told_end(text, at, end) if tells else -1
    return behind_circumstances(text, max(at, told), end)


def _opens_clause(text: str, start: int, end: int) -> bool:
    """Whether a clause begins at a place, by its first word and a finite verb behind it."""
    if text[start] in _MARKS:
        return True
    word = text[start : start + _REACH].split(maxsplit=1)[0]
    if not (word[0].isupper() or word[0].isdigit() or word.lower() in _BEGINNING):
        return False
    if _OF_OCCASION_RE.match(text, start, end) is not None:
        return False
    finite = _FINITE_RE.search(text, start, min(end, start + _REACH))
    # "writes in his memoir | Low Tide that it rained"
    return finite is not None and text.find(" that ", start, finite.start()) < 0


@lru_cache(_REMEMBERED)
def _verb_of(cue: str) -> tuple[str, int] | None:
    """The verb that ends a cue, or goes on with a circumstance, and where it ends.

    "said", "said during a visit"
    """
    for word in _VERB_RE.finditer(cue):
        if word[0] in label_words("clause_verbs"):
            behind = cue[word.end() :].split()[:1]
            is_last = not behind or behind[0].lower() in _OPENERS
            return (word[0], word.end()) if is_last else None
    return None


def mend_opening(text: str, given: Attribution, sentences: SentenceIndex) -> Attribution:
    """The attribution with its content from where the clause begins behind the circumstances.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.body.token import tokenize
    >>> from diplotext.model import Reason
    >>> text = "Police said in a statement two people had died."
    >>> index = SentenceIndex(tokenize(text, [(0, len(text))]))
    >>> said = build_attribution(text, [(38, 46)], cue=(7, 11), source=(0, 6),
    ...                          reason=Reason(stage="learned", evidence="said"))
    >>> mend_opening(text, said, index).content[0].text
    'two people had died'
    """
    cue, source, (first, *rest) = given.cue, given.source, given.content
    if cue is None or first.start < cue.end or (source is not None and source.start > cue.start):
        return given
    verb = _verb_of(cue.text)
    if verb is None:
        return given
    end = cue.start + verb[1]
    stop = sentences.around(cue.start)[1]
    if first.start >= stop or text.startswith("that ", first.start):
        return given
    start = _behind(text, end, min(first.end, stop), tells=verb[0] == "told")
    if start < 0 or not first.start - _REACH < start < first.end:
        return given
    if start == first.start or not _opens_clause(text, start, first.end):
        return given
    content = (Passage(text, start, first.end), *rest)
    return with_parts(evolve(given, cue=evolve(cue, end=end)), content, source)


def read_circumstance_clause(table: TokenTable, verb: int, claims: Claims) -> Clause | None:
    """The clause at a token.

    >>> from diplotext.attribution.clause.clause import find_clauses
    >>> from diplotext.body.token import tokenize
    >>> line = "The mayor told lawmakers on Monday Norland would pay more."
    >>> clauses = find_clauses(CIRCUMSTANCE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    >>> [(a.content[0].text, a.cue.text, a.source.text) for a in clauses]
    [('Norland would pay more', 'told', 'The mayor')]
    >>> line = "The mayor said in a statement on Monday what had to be said."
    >>> find_clauses(CIRCUMSTANCE_CLAUSES, line, tokenize(line, [(0, len(line))]), (), ())
    []
    """
    text = table.document
    tells = table.words[verb] == "told"
    following = table.types[verb + 1].lower if verb + 1 < len(table) else ""
    if (not tells and following not in _OPENERS) or claims.has(table, verb):
        return None
    first, stop = sentence_of(table, verb)
    stop = before_final_marks(table, verb, stop)
    end = table.ends[stop - 1]
    start = _behind(text, table.ends[verb], end, tells=tells)
    if start < 0 or text[start] in _MARKS or not _opens_clause(text, start, end):
        return None
    begin = next((at for at in range(verb + 1, stop) if table.starts[at] == start), stop)
    cue = back_over(table, verb, first + 1)
    behind, source = source_of(table, first, cue)
    if source < 0 or begin == stop or any(table.quotes[source:begin]):
        return None
    if are_closed(table.quotes[begin:stop]):
        return Clause(
            content=offsets_of(table, begin, stop),
            source=offsets_of(table, source, behind),
            cue=offsets_of(table, cue, verb + 1),
            evidence="clause behind circumstances",
        )
    return None


CIRCUMSTANCE_CLAUSES = ClauseRule(
    partial(label_words, "clause_verbs"), read_circumstance_clause, is_claimed
)
