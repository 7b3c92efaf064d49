"""Transcript lines: "MARSH: We go on." and interviews in "Q:" and "A:".

No marks stand around such speech, the label is the source and its colon the cue. A label counts
where it is a question-and-answer mark, or a name that the story knows or that speaks more than
once; "Note:", "Photo:", "The result:" are labels of other things. The turn is the one paragraph,
or where a label fills its line, the next.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_transcript_attributions"]

# A label: capitals, or a name of up to four words; a title or a bracket may stand with it.
_LABEL_RE = lazy_re(
    r"[\s\"“”'‘]*"
    r"(?P<label>[A-Z][\w.’'&-]*(?:[ \u00a0](?:[A-Z][\w.’'&-]*|de|la|van|von|bin|al)){0,4})"
    r"(?:[ ]?\([^()\n]{1,60}\)){0,2}(?P<colon>:)(?=[\s\"“‘\[(])\s*(?=\S)"
)
# "ANA RUIZ, MAYOR OF LUND:" on a line for itself, the turn below it
_OWN_LINE_RE = lazy_re(
    r"\s*(?P<label>[A-Z][A-Z.’'-]+(?:[ ](?!ON\b|IN\b|AT\b|OF\b|AND\b)[A-Z][A-Z.’'-]+){0,3})"
    r"(?:,\s[A-Z][^:\n]{1,60}|\s\([^()\n]{1,60}\))?(?P<colon>:)\s*"
)
_INTERVIEW = word_set("Q A QUESTION ANSWER")
_NAME_RE = lazy_re(r"\b[A-Z][’'\w]*[a-z]\w*\b")
_WORD_RE = lazy_re(r"[^\W\d_]+")
# "Q. Why?", "A. No.", with stops as courts print them
_LETTER_RE = lazy_re(r"(?P<label>[QA])(?P<colon>\.)\s+(?=[A-Z\"“])")
# "Mr BERG (Lund—Minister for Ports) (14:03): ", as parliaments print it
_TITLED_RE = lazy_re(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Senator|Lord|Baroness|Dame|Hon)\.?\s(?=[A-Z][A-Z’'-])"
)
_LETTERS = ("Q. ", "A. ")
_FEWEST_WORDS = 2
_LIST = 3  # labels on lines for themselves that can be nothing else
_LONGEST_HEADING = 20


@frozen
class _Line:
    """A paragraph that begins with a label: its spans, the label in capitals, words said.

    A label ``is_alone`` on its line, with the turn below it.
    """

    label: Span
    colon: Span
    content: Span
    name: str
    is_upper: bool
    words: int
    is_alone: bool = False


@frozen(eq=False)
class _Story:
    """The labels of the story with their turns, and the names its prose has."""

    turns: Counter[str]
    most: int
    total: int
    known: frozenset[str]
    alone: int

    @property
    def is_interview(self) -> bool:
        if {"Q", "A"} <= self.turns.keys() or "QUESTION" in self.turns:
            return True
        # "Q: And then?" with the name in capitals of who answers
        return self.turns["Q"] > 1 and any(
            count > 1 and name.isupper() and name != "Q" for name, count in self.turns.items()
        )


def find_transcript_attributions(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation] = ()
) -> list[Attribution]:
    r"""One attribution for each paragraph that is a turn of speech under its label.

    >>> lines = "They met:\nMARSH: We go on.\nREYES: Not with us.\nMARSH: Yes, with you."
    >>> turns = find_transcript_attributions(lines, [(0, 9), (10, 26), (27, 45), (46, 67)])
    >>> [turn.source.text for turn in turns]
    ['MARSH', 'REYES', 'MARSH']
    >>> find_transcript_attributions("NOTE: The talks go on.", [(0, 22)])
    []
    """
    lines = list(_labelled_lines(text, paragraphs))
    if lines and _has_team_notes(text, paragraphs):
        lines = [line for line in lines if line.is_upper]
    turns = Counter(line.name for line in lines)
    if lines and lines[0].label[0] == paragraphs[0][0] and _may_be_place(lines[0], turns):
        del turns[lines.pop(0).name]
    if not lines:
        return []
    story = _Story(
        turns=turns,
        most=max(turns.values()),
        total=len(lines),
        known=frozenset(_NAME_RE.findall(text)),
        alone=sum(line.is_alone for line in lines),
    )
    return [
        build_attribution(
            text,
            [line.content],
            cue=line.colon,
            source=line.label,
            reason=Reason(stage="transcript", evidence=evidence),
            quotations=quotations,
        )
        for line in lines
        if (evidence := _evidence(text, line, story))
    ]


def _labelled_lines(text: str, paragraphs: Sequence[Span]) -> Iterator[_Line]:
    line_labels = label_words("line_labels")
    for number, (start, end) in enumerate(paragraphs):
        if text.endswith(":", start, end) and number + 1 < len(paragraphs):
            match = _OWN_LINE_RE.fullmatch(text, start, end)
            if match is not None and not text.endswith(":", *paragraphs[number + 1]):
                yield _line(text, match, *paragraphs[number + 1])
            continue
        if text.startswith(_LETTERS, start):
            match = _LETTER_RE.match(text, start, end)
        elif text.find(":", start, end) < 0:
            continue  # a cheap look before the pattern
        else:
            match = _LABEL_RE.match(text, start, end)
        if match is None:
            continue
        name = match["label"].strip()
        if line_labels & {word.lower() for word in _WORD_RE.findall(name)}:
            continue
        yield _line(text, match, match.end(), end)


def _line(text: str, match: re.Match[str], start: int, end: int) -> _Line:
    """The line of a label whose turn lies in a range."""
    name = match["label"].strip()
    stop = start + len(text[start:end].rstrip())
    return _Line(
        match.span("label"),
        match.span("colon"),
        (start, stop),
        name.upper(),
        _TITLED_RE.sub("", name, 1).isupper(),
        len(_WORD_RE.findall(text, start, stop)),
        is_alone=start > match.end("colon") and "\n" in text[match.end("colon") : start],
    )


def _has_team_notes(text: str, paragraphs: Sequence[Span]) -> bool:
    """Whether a report of a game ends in notes with the teams as labels: "UP NEXT"."""
    headings = label_words("note_headings")
    return any(
        stop - start <= _LONGEST_HEADING and text[start:stop].strip().lower() in headings
        for start, stop in paragraphs
    )


def _may_be_place(first: _Line, turns: Counter[str]) -> bool:
    """Whether the story's first label may be a dateline: "MOSCOW (TASS): Talks go on"."""
    if first.is_alone:
        return False
    return first.is_upper and first.name not in _INTERVIEW and turns[first.name] == 1


def _is_verb(word: str) -> bool:
    """Whether a label ends in a verb of saying: "The mayor added:"."""
    base = base_of(word)
    return base != word and base in cue_lexicon().stances


def _evidence(text: str, line: _Line, story: _Story) -> str:
    """Why a label is a speaker; "" if it is none."""
    words = line.name.split()
    if line.is_upper and text[slice(*line.content)].isupper() and line.name not in _INTERVIEW:
        return ""  # a story in capitals: nothing tells a label from a sentence
    if _is_verb(words[-1].lower()):
        return ""
    if line.name in _INTERVIEW:
        return "question and answer" if story.is_interview else ""
    repeats = story.turns[line.name] > 1
    if line.words < (1 if repeats else _FEWEST_WORDS):
        return ""  # "RESULT: 2-1"
    several = len(story.turns) > 1
    if not line.is_upper:
        # "Reyes: Now or never." in a list of candidates has no second turn.
        return "name in turn" if repeats and several and story.total > 2 else ""
    if label_words("transcript_roles") & set(words):
        return "role in capitals" if several or repeats else ""
    if len(words[-1].strip(".")) < 3:
        return ""
    if line.is_alone and story.alone >= _LIST:
        return "names on their lines"
    # "BONDS: Bonds fell." has a word of the prose, no name.
    if words[-1].title() in story.known and text.find(f" {words[-1].lower()}") < 0:
        return "known name in capitals"
    return "name in capitals" if several and story.most > 1 else ""
