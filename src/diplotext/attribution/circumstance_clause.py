"""What is said behind the circumstances of its cue, without a "that".

    Police said in a statement | two people had died      Ruiz told reporters | Norland would pay
    He warned on Monday in Oslo | the port would close    She said by telephone | "no one" came

Where it was said, when, in what and to whom stand between the verb and the clause, and nothing
marks where the clause begins but its first word: a determiner, a number, a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import evolve

from diplotext.attribution.adverbial import WHEN, listed, occasion_words
from diplotext.attribution.auxiliary import AUXILIARY, DO, PAST
from diplotext.attribution.build import past_blanks, with_parts
from diplotext.attribution.circumstance import SentenceIndex
from diplotext.attribution.clause import (
    Clause,
    ClauseRule,
    are_closed,
    is_claimed,
    offsets_of,
    places_of_any,
    sentence_of,
)
from diplotext.attribution.clause_source import ADJUNCTS, back_over
from diplotext.attribution.day import WEEKDAY
from diplotext.attribution.labels import label_words
from diplotext.attribution.occasion import audience_words, event_words, platform_words
from diplotext.attribution.that_clause import source_before
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.place import places
from diplotext.model import Attribution, Passage

__all__ = ["CIRCUMSTANCE_CLAUSES", "behind_circumstances", "mend_opening"]

# How a clause begins; "some" and "many" may be of whom it was told.
_BEGINNING = word_set(
    """
    the a an his her its their our this these those some several many most few all both no one two
    three four five six seven eight nine ten twelve dozens hundreds thousands he she it they we i
    there more at up nearly about almost any each every nobody nothing
    """
)
_FINITE_RE = lazy_re(rf"\s(?:{AUXILIARY}|{DO}|{PAST}|cannot|[a-z]{{2,}}ed|\w+n[’']t)\b")
# "in a report | Lund wrote": of the report, and no clause
_OF_OCCASION_RE = lazy_re(
    r"(?:(?:he|she|it|they)|(?:[A-Z][\w’'-]+\s?){1,3}?)\s(?:wrote|obtained|saw|published|issued|reviewed|read|sent|gave|made"
    r"|held|posted|heard|watched)\b"
)
_PLACE_RE = lazy_re(r"(?:in|at|from|near|to)\s(?=[A-Z])")
_CAPITAL_WORD_RE = lazy_re(r"[A-Z][\w.’-]*(?<!\.)")
# More of a place's name: "in Lund | County", "at Oslo | Airport".
_PLACE_NOUNS = word_set(
    """
    County Province State City Island Islands Airport University Parish District Region Valley Bay
    Beach Bridge Street Square Harbour Harbor Hospital Prison Jail Court Hall House Palace Park
    """
)
_WHOSE = r"(?:(?:the|his|her|its|their|local|foreign|some|several|visiting)\s)"
_ISSUED = (
    "(?:aired|broadcast|dated|e-?mailed|filed|given|held|issued|made|posted|published|released"
    "|sent)"
)
_GIVING = "(?:giving|providing|offering|citing|naming|specifying|identifying)"
_MOST, _MOST_WORDS = 4, 4  # circumstances in a row; words of a place
_APPOSED_RE = lazy_re(
    r"(?:(?:an?|the|his|her|its|their)\s[a-z]|\d\d\Z|(?:[\w’'-]+\s)+(?:of|for|at)\s)"
)
_MOST_BETWEEN = 14  # tokens between a source and its verb
_REACH = 200
_VERB_RE = lazy_re(r"\b[a-z]+\b")
_MARKS = frozenset('"“')
_OPENERS = ADJUNCTS | word_set("by for via over under outside inside two three several hours days")


@cache
def _circumstance_re() -> re.Pattern[str]:
    """A circumstance behind a verb of saying, with what depends on an occasion."""
    return re.compile(
        rf"""
        (?:(?i:{WHEN}
          | (?:late\s|early\s)?{WEEKDAY}(?:\s(?:morning|afternoon|evening|night))?(?![’'])
          | yesterday | today | tonight | again | earlier | later
          | (?:{listed("opening_phrases")})
          | (?:in|at|on|during|before|after|following|under|through|via|over|outside|inside
              |on\sthe\ssidelines\sof|ahead\sof)\s{occasion_words()}(?:\s(?:{event_words()}))?
            (?:\s(?:to|with|for|by)\s{_WHOSE}{{0,2}}(?:{audience_words()}))?
            (?:\s{_ISSUED}(?=\s(?:on|in|late|early|{WEEKDAY}|yesterday|today)\s))?
          | by\s(?:(?:tele)?phone|e-?mail|text\smessage|letter|video\slink)
          | without\s(?:elaborating
            |{_GIVING}\s(?:any\s|further\s|more\s|other\s|a\s|the\s)*[a-z]+)
        )
        | (?:on|via)\s(?:{platform_words()})
        )(?!\w)
        """,
        re.VERBOSE,
    )


@cache
def _addressee_re() -> re.Pattern[str]:
    """Whom it was told, where the last word is a common noun: "reporters", "a broadcaster"."""
    return re.compile(rf"(?:an?\s|{_WHOSE}){{0,2}}(?:[a-z-]+\s)?(?:{audience_words()})(?=\s)")


def behind_circumstances(text: str, at: int, end: int, *, tells: bool = False) -> int:
    """Where a clause begins behind the circumstances that stand at ``at``; -1 if none stands there.

    ``tells`` says that whom it was told stands first.

    >>> line = "said in a statement on Monday two people had died"
    >>> behind_circumstances(line, 4, len(line))
    30
    >>> behind_circumstances("said two people had died", 4, 24)
    -1
    """
    first = start = past_blanks(text, at, end)
    if tells:
        told = _addressee_re().match(text, start, end)
        start = start if told is None else past_blanks(text, told.end(), end)
    start = _behind_all(text, start, end)
    return -1 if start in (first, end) else start


def _behind_all(text: str, start: int, end: int) -> int:
    """Behind a few circumstances in a row and the blanks after them."""
    for _ in range(_MOST):
        behind = _behind_one(text, start, end)
        if behind == start:
            break
        start = past_blanks(text, behind, end)
    return start


def _behind_one(text: str, at: int, end: int) -> int:
    """Behind one circumstance and its comma; ``at`` if there is none."""
    found = _circumstance_re().match(text, at, end)
    behind = _behind_place(text, at, end) if found is None else found.end()
    if text[behind : behind + 1].isalnum():
        return at
    return behind + (text[behind : behind + 1] == ",") if behind > at else at


def _behind_place(text: str, at: int, end: int) -> int:
    """Behind a preposition and a known place: "in Oslo", "in New York"."""
    place = _PLACE_RE.match(text, at, end)
    if place is None:
        return at
    begin = behind = place.end()
    found = at
    for _ in range(_MOST_WORDS):
        word = _CAPITAL_WORD_RE.match(text, behind, end)
        if word is None:
            break
        if word[0] in _PLACE_NOUNS:
            return at
        if text[begin : word.end()] in places():
            found = word.end()
        behind = word.end() + 1
    return found


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


def _verb_of(cue: str) -> re.Match[str] | None:
    """The verb that ends a cue, or goes on with a circumstance: "said during a visit"."""
    for word in _VERB_RE.finditer(cue):
        if word[0] in label_words("clause_verbs"):
            behind = cue[word.end() :].split()[:1]
            return word if not behind or behind[0].lower() in _OPENERS else None
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
    end = cue.start + verb.end()
    stop = sentences.around(cue.start)[1]
    if first.start >= stop or text.startswith("that ", first.start):
        return given
    start = behind_circumstances(text, end, min(first.end, stop), tells=verb[0] == "told")
    if start < 0 or not first.start - _REACH < start < first.end:
        return given
    if start == first.start or not _opens_clause(text, start, first.end):
        return given
    content = (Passage(text, start, first.end), *rest)
    return with_parts(evolve(given, cue=evolve(cue, end=end)), content, source)


def read_circumstance_clauses(table: TokenTable) -> Iterator[Clause]:
    """The clauses of a table.

    >>> from diplotext.attribution.clause import find_clauses
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
    for verb in places_of_any(label_words("clause_verbs"), table.words):
        tells = table.words[verb] == "told"
        following = table.types[verb + 1].lower if verb + 1 < len(table) else ""
        if not tells and following not in _OPENERS:
            continue
        first, stop = sentence_of(table, verb)
        while stop > verb and table.words[stop - 1] in (".", "!", "?"):
            stop -= 1
        end = table.ends[stop - 1]
        start = behind_circumstances(text, table.ends[verb], end, tells=tells)
        if start < 0 or text[start] in _MARKS or not _opens_clause(text, start, end):
            continue
        begin = next((at for at in range(verb + 1, stop) if table.starts[at] == start), stop)
        cue = back_over(table, verb, first + 1)
        behind, source = _source_of(table, first, cue)
        if source < 0 or begin == stop or any(table.quotes[source:begin]):
            continue
        if are_closed(table.quotes[begin:stop]):
            yield Clause(
                content=offsets_of(table, begin, stop),
                source=offsets_of(table, source, behind),
                cue=offsets_of(table, cue, verb + 1),
                evidence="clause behind circumstances",
            )


def _source_of(table: TokenTable, first: int, cue: int) -> tuple[int, int]:
    """Behind who speaks, and where they begin, -1 if nobody does.

    Between commas may stand a circumstance, which is left out, and what they are, which is not:
    "Berg|, after the vote, | told", "Berg, the mayor|, | told".
    """
    low = max(first, cue - _MOST_BETWEEN)
    if table.words[cue - 1] != "," or "," not in table.words[low : cue - 1]:
        return cue, source_before(table, first, cue)
    opens = next(at for at in range(cue - 2, low - 1, -1) if table.words[at] == ",")
    start, end = table.starts[opens + 1], table.starts[cue - 1]
    source = source_before(table, first, opens)
    if _behind_all(table.document, start, end) >= end:
        return opens, source
    is_told = _APPOSED_RE.match(table.document, start, end) is not None
    return (cue - 1, source) if is_told and table.types[opens - 1].is_capital else (cue, -1)


CIRCUMSTANCE_CLAUSES = ClauseRule(read_circumstance_clauses, is_claimed)
