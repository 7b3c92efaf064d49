r"""Records: stories under labelled fields, as data bases, broadcasters and press offices keep them.

    HEADLINE: Ferry sails again        HD<tab>Ferry sails again     TITLE=FERRY (L)
    BYLINE: By ANN ROE                 BY<tab>By Ann Roe            BYLINE=ANN ROE
    DATELINE: OSLO, Norway             LP<tab>OSLO (Reuters) - ...  DATELINE=OSLO
    BODY:                                                           TEXT:

Which label announces what is a table, ``lexicon/fields.json``. Two different labels make a
record; a single one ("Text: ...") is as well a story's own. A label is residue, what it announces
is a zone.
Not handled: labels in other languages than English.
"""

from __future__ import annotations

from functools import cache

from attrs import evolve, frozen

from diplotext.combinators import Match
from diplotext.head.byline import read_signature
from diplotext.head.dateline import resolve_dateline
from diplotext.head.day import day
from diplotext.head.place import read_place
from diplotext.layout.zone import Parsers, Range, Zones, is_agency_line, keep_byline, notice_at
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.model import Byline, Dateline, Headline, Notice, Passage, Residue
from diplotext.trailer.block import skip_space, strip_end
from diplotext.trailer.residue import is_residue

__all__ = ["read_record", "skip_label", "split_labels"]

MOST_LINES = 60
MOST_UNLABELLED = 5  # lines above the first label: a title, a newspaper, a date
FARTHEST_LABEL = 1200
LONGEST_UNLABELLED = 160  # a longer line is the story
SHORTEST_WRAP = 45
LABEL_RE = gated_regex(
    r"(?P<label>\p{L}[\p{L}-]{1,20}(?:[ /]\p{L}[\p{L}-]{1,14}){0,2})[ ]?(?::(?=\s|$)|=(?!=))[ \t]*"
    r"|(?P<code>\p{Lu}{2,3})(?:\t[ \t]*|[ ]*(?=\r?\n))"
    r"|(?P<label>Body|BODY|Full[ ][Tt]ext|FULL[ ]TEXT)[ \t]*(?=\r?\n)"
)
LINE_LABEL_RE = lazy_regex(
    r"(?:\n[ \t]*|\G)(?P<label>\p{Lu}[\p{L} /-]{1,40}(?=[:=]|\r?\n)|\p{Lu}{2,3}(?=\t))"
)
LINE_RE = lazy_regex(r"[^\n\r]*")
FAMILY_FIRST_RE = lazy_regex(
    r"\p{Lu}[\p{L}'’-]+,\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}\.?|\s\p{Lu}[\p{L}'’-]+)?"
)
NUMBER_RE = lazy_regex(r"@|\d{3}|www\.")
COMMA_RE = lazy_regex(r",[ \t]+")


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


@cache
def kinds() -> dict[str, str]:
    """What each label announces, labels folded and codes as they are."""
    table = read_table("fields")
    labels = {word: kind for kind, words in table["labels"].items() for word in words}
    codes = {word: kind for kind, words in table["codes"].items() for word in words}
    return labels | codes | dict.fromkeys(table["continued"], "continued")


def read_record(text: str, pos: int, parsers: Parsers, zones: Zones) -> int:
    """Reads the fields that head a story; where the story begins, ``pos`` if there are none."""
    fields = _find_fields(text, pos, parsers) if _has_label(text, pos) else []
    if not _is_record(fields):
        return pos
    zones.labelled.append(fields[0].start)
    has_title = any(field.kind == "headline" for field in fields)
    if not has_title:  # "Subject:" of a message; beside a title it is what data bases file under
        fields = [evolve(f, kind="headline") if f.kind == "subject" else f for f in fields]
    has_headline = any(field.kind == "headline" for field in fields)
    for field in fields:
        _read_between(text, pos, field.start, parsers, zones, has_headline=has_headline)
        _read_field(text, field, parsers, zones)
        pos = field.end
    begin = skip_space(text, pos)
    if zones.dateline and isinstance(parsers.dateline(text, begin), Match):
        # The story prints its dateline as well, and says more: "OSLO, Norway (AP) _ Text".
        held = zones.dateline.pop()
        zones.residue.append(Residue(text, held.start, held.end))
    return begin


def split_labels(text: str, ranges: tuple[Range, ...], zones: Zones) -> tuple[Range, ...]:
    """The paragraphs of a record's story; a label ("TD") opens one, though no blank line does."""
    if not zones.labelled:
        return ranges
    found: list[Range] = []
    for start, end in ranges:
        begin = start
        for line in NEXT_RE.finditer(text, start, end):
            label = _label_at(text, line.end())
            if label is not None and label[1] in {"continued", "body"}:
                found.append((begin, strip_end(text, begin, line.start())))
                begin = line.end()
        found.append((begin, end))
    return tuple(found)


def skip_label(text: str, pos: int, end: int, zones: Zones) -> int:
    """Behind a label within a record's story ("TD"), which is residue."""
    found = _label_at(text, pos) if zones.labelled else None
    if found is None or found[1] not in {"continued", "body"}:
        return pos
    label, _, begin = found
    zones.residue.append(Residue(text, pos, pos + len(label)))
    return min(skip_space(text, begin), end)


def _has_label(text: str, pos: int) -> bool:
    """A cheap look: whether one of the first lines has a label."""
    lines = LINE_LABEL_RE.finditer(text, pos, pos + FARTHEST_LABEL)
    return any(_label_at(text, line.start("label")) is not None for line in lines)


def _is_record(fields: list[Field]) -> bool:
    """Whether the labels are enough: two, and one that announces a zone."""
    labels = {field.label for field in fields}
    if all(field.kind in {"contact", "other"} for field in fields) and not any(
        NUMBER_RE.search(field.value) for field in fields if field.kind == "contact"
    ):
        return False  # "Phone: the firm's new device"
    if len(fields) == 1 and fields[0].kind == "contact":
        return fields[0].is_below  # "CONTACT:" over names and numbers
    return len(labels) > 1 and any(field.kind != "other" for field in fields)


def _find_fields(text: str, pos: int, parsers: Parsers) -> list[Field]:
    """The fields from ``pos`` on, up to the one that announces the story."""
    fields: list[Field] = []
    unlabelled = 0
    for _ in range(MOST_LINES):
        pos = skip_space(text, pos)
        if pos >= len(text):
            break
        found = _label_at(text, pos)
        if fields and fields[-1].kind == "body":
            # VOA has an empty "VOICED AT:" under "CONTENT=".
            if found is not None and found[1] == "other" and _line_end(text, pos) <= found[2]:
                fields.append(Field(pos, "other", found[0], found[2], found[2], ""))
            break
        if found is None:
            words = notice_at(text, pos, len(text), parsers)
            end = words.end if words is not None else _line_end(text, pos)
            unlabelled += words is None
            is_long = words is None and end - pos > LONGEST_UNLABELLED
            is_story = is_long or unlabelled > MOST_UNLABELLED
            if is_story or isinstance(parsers.dateline(text, pos), Match):
                break
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
    return fields


def _label_at(text: str, pos: int) -> tuple[str, str, int] | None:
    """The label at ``pos``, what it announces, and where that begins."""
    found = LABEL_RE.match(text, pos)
    if found is None:
        return None
    label = found["code"] or found["label"]
    kind = kinds().get(label if found["code"] else label.casefold())
    # "The Contact:" is no label; nor is "contact: ..." in running prose.
    return (found.group().rstrip(), kind, found.end()) if kind and label[0].isupper() else None


def _value_end(text: str, begin: int, kind: str) -> int:
    """Where what a label announces ends: with its line, or where lines under it do."""
    end = _line_end(text, begin)
    is_below = end == begin
    while True:
        following = NEXT_RE.match(text, end)
        if following is None or _label_at(text, following.end()) is not None:
            break
        is_wrapped = kind == "headline" and end - begin >= SHORTEST_WRAP
        if not (is_below or is_wrapped or following["indent"]):
            break
        end = _line_end(text, following.end())
        if is_below and kind not in {"contact", "headline"}:
            break
    return end


NEXT_RE = lazy_regex(r"[ \t]*\r?\n(?P<indent>[ \t]{2,})?(?=\S)")


def _line_end(text: str, pos: int) -> int:
    """Where the words of the line at ``pos`` end."""
    found = LINE_RE.match(text, pos)
    return pos + len(found.group().rstrip()) if found else pos


def _read_between(
    text: str, pos: int, end: int, parsers: Parsers, zones: Zones, *, has_headline: bool
) -> None:
    """Reads the lines without a label: a title, notices, and what is left over."""
    pos = skip_space(text, pos, end)
    while pos < end:
        words = notice_at(text, pos, end, parsers)
        stop = words.end if words is not None else min(_line_end(text, pos), end)
        head = None if zones.headline or has_headline else parsers.headline(text, pos)
        if words is not None:
            zones.notices.append(words)
        elif is_residue(text[pos:stop]) or is_agency_line(text[pos:stop]):
            zones.residue.append(Residue(text, pos, stop))
        elif isinstance(head, Match) and head.end <= end:
            zones.headline.append(head.value)
            stop = head.end
        else:
            zones.residue.append(Residue(text, pos, stop))
        pos = skip_space(text, stop, end)


def _read_field(text: str, field: Field, parsers: Parsers, zones: Zones) -> None:
    """Reads one field into its zone; the label is residue, and all that has no zone."""
    start, begin, end = field.start, field.begin, field.end
    if field.kind == "contact":
        zones.notices.append(Notice(text, start, end, kind="contact"))
        return
    if begin < end and _read_value(text, field, parsers, zones):
        end = start + len(field.label)
    zones.residue.append(Residue(text, start, start + len(text[start:end].rstrip())))


def _read_value(text: str, field: Field, parsers: Parsers, zones: Zones) -> bool:
    """Reads what a label announces; False if it is no such thing."""
    if field.kind == "headline" and not zones.headline:
        found = parsers.headline(text, field.begin)
        is_whole = isinstance(found, Match) and found.end == field.end
        zones.headline.append(
            found.value
            if isinstance(found, Match) and is_whole
            else Headline(text, field.begin, field.end)
        )
        return True
    if field.kind == "byline" and not zones.byline:
        written = _read_byline(text, field, parsers)
        if written is not None:
            keep_byline(text, written, zones)
        return written is not None
    if field.kind == "dateline" and not zones.dateline:
        line = _read_dateline(text, field, parsers)
        if line is not None:
            zones.dateline.append(resolve_dateline(line, parsers.published))
        return line is not None
    return False


def _read_byline(text: str, field: Field, parsers: Parsers) -> Match[Byline] | None:
    """The byline behind its label, with or without "By"."""
    begin, end = field.begin, field.end
    if FAMILY_FIRST_RE.fullmatch(text, begin, end) is not None:
        name = Passage(text, begin, end)
        return Match(Byline(text, begin, end, names=(name,)), end)
    written = parsers.byline(text, begin)
    found = written if isinstance(written, Match) else read_signature(text, begin)
    return found if found is not None and found.end == end else None


def _read_dateline(text: str, field: Field, parsers: Parsers) -> Dateline | None:
    """The dateline behind its label: a whole one, or a place and perhaps a day."""
    begin, end = field.begin, field.end
    whole = parsers.dateline(text, begin)
    if isinstance(whole, Match) and whole.end == end:
        return whole.value
    found = read_place(text, begin)
    if found is None:
        return None
    place = found.place
    comma = COMMA_RE.match(text, place.end, end)
    date = day(text, comma.end()) if comma is not None else None
    words = Passage(text, date.value.start, date.value.end) if isinstance(date, Match) else None
    if (words.end if words is not None else place.end) != end:
        return None
    settled = date.value.date if isinstance(date, Match) else None
    return Dateline(text, begin, end, places=(place,), date=settled, date_text=words)
