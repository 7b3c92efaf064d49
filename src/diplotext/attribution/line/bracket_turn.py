"""Turns of speech under names in square brackets, as monitoring services print recordings.

    [Begin recording] [Reyes] We go on. We never stop.
    [Reporter] Until when?
    [Reyes] Until June. [end recording]

The label is the source, without its brackets; there is no cue. A label counts where it is a part
("Reporter"), a name that the story has elsewhere, or one that speaks more than once; "[Text]",
"[passage omitted]", "[words indistinct]" are the desk's. The turn goes on through the paragraphs
of a recording; where none is marked, it does in an interview, and else it is the one paragraph.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["STAGE", "find_bracket_turns"]

STAGE = "transcript"
_BRACKET_RE = lazy_re(r"\[(?P<inside>[^\[\]]{1,120})\]\s*")
_LABEL_RE = lazy_re(
    r"(?P<name>(?:[Uu]nidentified\s(?=[a-z]))?[A-Za-z][\w.’'-]*"
    r"(?:\s(?:[A-Z][\w.’'-]*|de|la|van|von|bin|al)){0,4})"
    r"(?:,?\s+(?:in\s[A-Z]\w+(?:\swith\s.{1,40})?|speaking\s.{1,40})|\s?-\s?recording)?\Z"
)
_RECORDED_RE = lazy_re(r"\[(?i:end\s+(?:of\s+)?(?:recording|video))\]")
_END_RE = lazy_re(r"\s*\[(?i:end\s+(?:recording|video|of\s+recording)|continued|more)\]\s*")
_BEGIN_RE = lazy_re(r"\[(?i:begin\s+(?:recording|video))\]")
_NAME_RE = lazy_re(r"(?<!\w)[A-Z][\w’'-]*\w")
# "[Marsh] [words indistinct] We go on"
_REMARK_RE = lazy_re(
    r"\[(?:(?i:words?|passage|name|sentence|applause|laughter|coughs?|pauses?)\b[^\[\]]{0,60}"
    r"|[^\[\]]{1,60}(?i:indistinct|omitted|inaudible))\]"
)
_SPEECH_RE = lazy_re(r"\w+\W+\w+")


@frozen
class _Label:
    """A label in its paragraph: the name's range, and where the turn begins."""

    paragraph: int
    name: Span
    start: int
    key: str


def find_bracket_turns(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation] = ()
) -> list[Attribution]:
    r"""One attribution for each turn under a label in brackets.

    >>> lines = "They met.\n[Marsh] We go on.\n[Reporter] Until when?\n[Marsh] Until June."
    >>> turns = find_bracket_turns(lines, [(0, 9), (10, 27), (28, 50), (51, 70)])
    >>> [(turn.source.text, turn.content[0].text) for turn in turns]
    [('Marsh', 'We go on.'), ('Reporter', 'Until when?'), ('Marsh', 'Until June.')]
    >>> find_bracket_turns("[Text] The talks go on.", [(0, 23)])
    []
    """
    if "] " not in text and "]\n" not in text:
        return []
    labels = _speakers(text, list(_labels(text, paragraphs)))
    if not labels:
        return []
    ends = [match.start() for match in _END_RE.finditer(text)]
    begins = [match.start() for match in _BEGIN_RE.finditer(text)]
    is_interview = len({label.key for label in labels}) > 1 and _RECORDED_RE.search(text) is None
    turns = []
    for number, label in enumerate(labels):
        following = labels[number + 1] if number + 1 < len(labels) else None
        goes_on = is_interview or _is_recorded(label.start, begins, ends)
        stop = _stop(label, following, paragraphs, ends, goes_on=goes_on)
        content = list(_parts(text, label, stop, paragraphs))
        if content:
            turns.append(
                build_attribution(
                    text,
                    content,
                    cue=None,
                    source=label.name,
                    reason=Reason(stage=STAGE, evidence="name in brackets"),
                    quotations=quotations,
                )
            )
    return turns


def _labels(text: str, paragraphs: Sequence[Span]) -> Iterator[_Label]:
    """The labels at the head of paragraphs, behind other brackets at most."""
    desk = label_words("desk_words")  # what the desk itself says in brackets: "[Text]", "[He said]"
    for number, (start, end) in enumerate(paragraphs):
        at = start
        while (match := _BRACKET_RE.match(text, at, end)) is not None:
            at = match.end()
            name = _LABEL_RE.match(text, *match.span("inside"))
            if name is not None and (
                at >= end or text[at] != "[" or _REMARK_RE.match(text, at, end)
            ):
                words = name["name"].lower().split()
                is_desk = not desk.isdisjoint((words[0], words[-1])) or name["name"] in agencies()
                if not is_desk and (text[name.start()].isupper() or _is_part(words[-1])):
                    yield _Label(number, name.span("name"), at, words[-1])


def _speakers(text: str, labels: Sequence[_Label]) -> list[_Label]:
    """The labels of somebody who speaks."""
    turns = Counter(label.key for label in labels)
    unknown = {key for key in turns if turns[key] < 2 and not _is_part(key)}
    if unknown:
        named = Counter(name.lower() for name in _NAME_RE.findall(text))
        unknown = {key for key in unknown if named[key] <= turns[key]}
    return [label for label in labels if label.key not in unknown]


def _is_part(key: str) -> bool:
    return key in label_words("turn_roles") or key in role_nouns()


def _stop(
    label: _Label,
    following: _Label | None,
    paragraphs: Sequence[Span],
    ends: Sequence[int],
    *,
    goes_on: bool,
) -> int:
    """Where a turn ends: at the recording's end, the next label or the paragraph's end."""
    own = paragraphs[label.paragraph][1]
    limit = paragraphs[-1][1]
    if following is not None:
        limit = max(own, paragraphs[following.paragraph - 1][1])
    at = bisect_right(ends, label.start)
    if at < len(ends) and ends[at] <= limit:
        return ends[at]
    return limit if goes_on else own


def _is_recorded(start: int, begins: Sequence[int], ends: Sequence[int]) -> bool:
    """Whether a turn stands between the marks of a recording."""
    begun = bisect_right(begins, start)
    ended = bisect_right(ends, start)
    if not begun or ended == len(ends):
        return False
    return not ended or ends[ended - 1] < begins[begun - 1]


def _parts(text: str, label: _Label, stop: int, paragraphs: Sequence[Span]) -> Iterator[Span]:
    """The turn's range in each of its paragraphs."""
    for start, end in paragraphs[label.paragraph :]:
        low, high = max(start, label.start), min(end, stop)
        if low >= high:
            break
        high = low + len(text[low:high].rstrip())
        if _SPEECH_RE.search(_BRACKET_RE.sub("", text[low:high])) is not None:
            yield low, high
