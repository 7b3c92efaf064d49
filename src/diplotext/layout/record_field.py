r"""Labelled fields over a story: which lines have a label, and what each announces.

    HEADLINE: Ferry sails again        HD<tab>Ferry sails again     TITLE=FERRY (L)

Which label announces what is a table, ``lexicon/fields.json``. A value stands behind its label, or
on the lines under it. Not handled: labels in other languages than English.
"""

from __future__ import annotations

from attrs import frozen

from diplotext.combinators import Match
from diplotext.layout.record_label import FARTHEST_LABEL, label_at, words_end
from diplotext.layout.zone import Parsers, is_agency_line, notice_at
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.stamp import is_stamp
from diplotext.trailer.block import skip_space

__all__ = [
    "NEXT_RE",
    "Field",
    "find_fields",
    "is_over_paper",
    "is_record",
]

MOST_LINES = 60
MOST_UNLABELLED = 5  # lines above the first label: a title, a newspaper, a date
LONGEST_UNLABELLED = 160  # a longer line is the story
LONGEST_TITLE = 400  # but for a title with its deck, right over a label or a paper's name and day
SHORTEST_WRAP = 45
LABEL = (
    r"(?:(?:dateline|byline|headline)(?=:)|\p{Lu}[\p{L} /-]{1,40}(?=[:=]|\r?\n)|\p{Lu}{2,3}(?=\t)"
    r"|WC(?=[ ]+\d))"
)
LABEL_RE = lazy_regex(LABEL)
LINE_LABEL_RE = lazy_regex(rf"\n[ \t]*+(?P<label>{LABEL})")
# Words counted under a title and no other label: "LENGTH: 60 words".
COUNTED_RE = lazy_regex(r"\d[\d,]{0,6}[ ]words")
NEXT_RE = lazy_regex(r"[ \t]*\r?\n(?P<indent>[ \t]{2,})?(?=\S)")
SENTENCE_RE = lazy_regex(r"[^\n]{40,}[\p{Ll}\d)]\.[\"”’']{0,2}$")
# "   The ferry sailed again on Monday after a week of ice, its" over "owner said."
WRAPPED_RE = lazy_regex(
    r"[ \t]{2,}[^\n]{40,}\p{L},?[ \t]*\r?\n\p{Ll}[^\n]*[\p{Ll}\d)]\.[\"”’']{0,2}$"
)
NUMBER_RE = lazy_regex(r"@|\d{3}|www\.")
# Where somebody can be reached: no figure of a headline is one.
REACHED_RE = lazy_regex(r"[\w.+-]@\w|www\.|\d{3}[-. )/]{1,2}\d{2,4}|\+\d|\(\d{2,4}\)")
# What stands under it is no story's first sentence, whatever its length.
SUMMARY_RE = lazy_regex(r"(?:Abstract|ABSTRACT|Headnote)(?:[ ]\(summary\))?:?[ \t]*\Z")
LONGEST_SUMMARY_LABEL, MOST_SUMMARY_LINES = 24, 8
SENDERS = frozenset(("fm", "from", "source", "agency", "wire"))  # "FM: REUTERS" alone is a record
LONGEST_CONTACT, LONGEST_NUMBER = 100, 50
MOST_CONTACT_LINES = 10
GAP_RE = lazy_regex(r"[ \t]*(?:\r?\n[ \t]*){1,2}(?=\S)")


@frozen
class Field:
    """A label, what it announces, and the range of that."""

    start: int
    kind: str
    label: str
    begin: int
    end: int
    value: str
    is_below: bool = False


def _has_label(text: str, pos: int) -> bool:
    """A cheap look: whether one of the first lines has a label."""
    end = pos + FARTHEST_LABEL
    if LABEL_RE.match(text, pos, end) and label_at(text, pos):
        return True
    lines = LINE_LABEL_RE.finditer(text, pos, end)
    return any(label_at(text, line.start("label")) for line in lines)


def is_record(fields: list[Field]) -> bool:
    """Whether the labels are enough: two, and one that announces a zone."""
    labels = {field.label for field in fields}
    if any(COUNTED_RE.fullmatch(field.value) for field in fields):
        return True
    is_sent = any(is_agency_line(f.value.title()) for f in fields if _folded(f) in SENDERS)
    if all(field.kind == "other" for field in fields):
        # "FM: REUTERS", "DATE: 03-04-92" over "SLUG: FERRY-ICE"; not "Source: the firm's new pier"
        return is_sent or (len(labels) > 1 and any(is_stamp(field.value) for field in fields))
    if all(field.kind in {"contact", "other"} for field in fields) and not any(
        NUMBER_RE.search(field.value) for field in fields if field.kind == "contact"
    ):
        return False  # "Phone: the firm's new device"
    if len(fields) == 1 and fields[0].kind == "contact":
        # "CONTACT:" over names and numbers, "Contact: Ann Roe, 555-0100"
        return fields[0].is_below or REACHED_RE.search(fields[0].value) is not None
    return len(labels) > 1


def _folded(field: Field) -> str:
    """The label without its colon, in small letters."""
    return field.label.rstrip(" :=").casefold()


def find_fields(text: str, pos: int, parsers: Parsers) -> list[Field]:
    """The fields from ``pos`` on, up to the one that announces the story."""
    fields: list[Field] = []
    if not _has_label(text, pos):
        return fields
    unlabelled = 0
    told = None  # how many fields stood above the first sentence
    for _ in range(MOST_LINES):
        pos = skip_space(text, pos)
        if pos >= len(text):
            break
        found = label_at(text, pos)
        if fields and fields[-1].kind == "body":
            # VOA has an empty "VOICED AT:" under "CONTENT=".
            if found is not None and found[1] == "other" and words_end(text, pos) <= found[2]:
                fields.append(Field(pos, "other", found[0], found[2], found[2], ""))
            break
        if found is None:
            words = notice_at(text, pos, len(text), parsers)
            end = words.end if words is not None else words_end(text, pos)
            unlabelled += words is None
            is_line = words is None
            if unlabelled > MOST_UNLABELLED or _opens_story(text, pos, end, parsers, is_line):
                break
            if told is None and is_line and _ends_sentence(text, pos, end):
                told = len(fields)
            pos = end
            continue
        label, kind, begin = found
        unlabelled = 0
        end = begin if kind == "body" else _value_end(text, begin, kind)
        is_below = text.find("\n", begin, end) >= 0
        if kind != "body":
            begin = min(skip_space(text, begin), end)
        fields.append(Field(pos, kind, label, begin, end, text[begin:end], is_below))
        pos = end
    # A story of a few sentences ends before the fields below it, but a summary above "Full text:".
    is_summary = bool(fields) and fields[-1].kind == "body"
    return fields if told is None or is_summary else fields[:told]


def _ends_sentence(text: str, pos: int, end: int) -> bool:
    """Whether a line is a sentence, or the end of one that was wrapped."""
    above = text.rfind("\n", 0, max(0, text.rfind("\n", 0, pos))) + 1
    is_wrapped = WRAPPED_RE.match(text, above, end) is not None and label_at(text, above) is None
    return is_wrapped or SENTENCE_RE.match(text, pos, end) is not None


def _opens_story(text: str, pos: int, end: int, parsers: Parsers, is_line: bool) -> bool:
    """Whether a line without a label is the story's: a long one, or one with a dateline."""
    is_long = is_line and end - pos > LONGEST_UNLABELLED and not _is_long_title(text, pos, end)
    return is_long or isinstance(parsers.dateline(text, pos), Match)


def _is_long_title(text: str, pos: int, end: int) -> bool:
    """Whether a long line is a title with its deck: a label stands below, or a paper's day."""
    if end - pos > LONGEST_TITLE:
        return False
    below = skip_space(text, end)
    label = label_at(text, below)
    if label is not None and label[1] == "byline":
        # ProQuest: under the title "Author: ...", under that "Publication info: ..."; the deck in
        # the title may have its stop.
        return label_at(text, skip_space(text, words_end(text, below))) is not None
    if label is not None:
        return text[end - 1].isalnum() and label[1] in {"dateline", "other"}
    return is_over_paper(text, end)


def is_over_paper(text: str, end: int) -> bool:
    """Whether a paper's name and its day stand under a title, whose deck may be a sentence."""
    below = skip_space(text, end)
    paper = words_end(text, below)
    day = skip_space(text, paper)
    return paper - below < SHORTEST_WRAP and is_stamp(text[day : words_end(text, day)])


def _runs_on(text: str, end: int) -> bool:
    """Whether a line can go on further in: it was long, or a list. "LENGTH: 412 words" is whole."""
    begin = text.rfind("\n", 0, end) + 1
    return end - begin >= SHORTEST_WRAP or text[end - 1] in ",;&-"


def _value_end(text: str, begin: int, kind: str) -> int:
    """Where what a label announces ends: with its line, or where lines under it do."""
    end = words_end(text, begin)
    is_below = end == begin
    if kind == "contact" and is_below:
        return _contacts_end(text, begin)
    if is_below and SUMMARY_RE.search(text, max(0, begin - LONGEST_SUMMARY_LABEL), begin):
        return _summary_end(text, begin)
    if kind == "contact":
        return _numbers_end(text, end)
    while True:
        following = NEXT_RE.match(text, end)
        if following is None or label_at(text, following.end()) is not None:
            break
        is_wrapped = kind == "headline" and end - begin >= SHORTEST_WRAP
        if not (is_below or is_wrapped or (following["indent"] and _runs_on(text, end))):
            break
        end = words_end(text, following.end())
        if is_below and kind != "headline":
            break
    return end


def _summary_end(text: str, begin: int) -> int:
    """Where the paragraphs under "Abstract:" end: over the next label."""
    end = begin
    for _ in range(MOST_SUMMARY_LINES):
        pos = skip_space(text, end)
        if pos >= len(text):
            break
        if label_at(text, pos) is not None:
            return end
        end = words_end(text, pos)
    return begin


def _numbers_end(text: str, end: int) -> int:
    """Where the numbers and addresses right under "Contact: Ann Roe" end."""
    for _ in range(MOST_CONTACT_LINES):
        gap = NEXT_RE.match(text, end)
        stop = words_end(text, gap.end()) if gap is not None else end
        if gap is None or stop - gap.end() > LONGEST_NUMBER or label_at(text, gap.end()):
            break
        if REACHED_RE.search(text, gap.end(), stop) is None:
            break
        end = stop
    return end


def _contacts_end(text: str, begin: int) -> int:
    """Where the names and numbers under "Contact:" end: with the last number or address."""
    found = end = begin
    for _ in range(MOST_CONTACT_LINES):
        gap = GAP_RE.match(text, end)
        if gap is None:
            break
        pos, end = gap.end(), words_end(text, gap.end())
        if end - pos > LONGEST_CONTACT or SENTENCE_RE.match(text, pos, end) is not None:
            break
        if REACHED_RE.search(text, pos, end) is not None:
            found = end
        elif label_at(text, pos) is not None:
            break
    return found
