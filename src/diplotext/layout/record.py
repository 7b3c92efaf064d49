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

from attrs import evolve

from diplotext.combinators import Match
from diplotext.head.byline import read_signature
from diplotext.head.dateline import resolve_dateline
from diplotext.head.dateline_piece import read_places
from diplotext.head.day import day
from diplotext.head.place import read_whole_place
from diplotext.layout.record_field import (
    NEXT_RE,
    Field,
    find_fields,
    is_over_paper,
    is_record,
)
from diplotext.layout.record_label import label_at, words_end
from diplotext.layout.zone import Parsers, Range, Zones, is_agency_line, keep_byline, notice_at
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Byline, Dateline, Headline, Notice, Passage, Residue, Slugline
from diplotext.trailer.block import line_above, skip_space, strip_end
from diplotext.trailer.residue import is_residue

__all__ = ["read_record", "skip_label", "split_labels"]

# "Roe, Ann M", "Roe, Ann; Li, Bo; Eva Cain Day": ProQuest has several with a semicolon between.
FAMILY_FIRST = (
    r"(?P<name>\p{L}[\p{L}'’-]+,\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}\.?|\s\p{Lu}[\p{L}'’-]+)?"
    r"(?:,\s(?:[JS]r|I{2,3}|IV)\b\.?)?)"
)
FAMILY_FIRST_RE = lazy_regex(
    rf"{FAMILY_FIRST}(?:;\s(?:{FAMILY_FIRST}|(?P<name>\p{{Lu}}[\p{{L}}.'’-]+(?:\s\p{{Lu}}[\p{{L}}.'’-]*){{1,3}}))){{0,5}}"
)
# "ann roe": how some papers' own systems keep the writer.
LOWER_RE = lazy_regex(r"\p{Ll}{2,}(?:\s\p{Ll}\.?)?\s\p{Ll}{2,}")
COMMA_RE = lazy_regex(r",[ \t]+")
FEWEST_WORDS = 3  # of a title under a paper's name and day
# "Late Edition - Final", "3 Star Edition", "Edition 1;" over the region that it is for.
EDITION_RE = lazy_regex(
    r"(?i)(?:(?:\p{L}+|\d)[ ]){0,3}edition(?:[ ,-]{1,3}\p{L}+){0,2}|edition[ ]\d;?"
)
SLUG_RE = lazy_regex(
    r"(?P<word>\p{L}+)(?:-(?P<word>[\p{L}\d]+)){1,5}(?:[ \t]*\r?\n[ \t]*|[ ])\d{2,5}(?=[ \t]*\r?\n)"
)
# "Fwd: [harbour-news] Ferry sails again"
MAIL_PREFIX_RE = lazy_regex(r"(?:(?i:re|fwd?):\s+|\[[\p{L}\d][^\[\]\n]{1,30}\]\s+){1,4}(?=\S)")


def read_record(text: str, pos: int, parsers: Parsers, zones: Zones) -> int:
    """Reads the fields that head a story; where the story begins, ``pos`` if there are none."""
    fields = find_fields(text, pos, parsers)
    if not is_record(fields):
        return pos
    zones.labelled.append(fields[0].start)
    has_title = any(field.kind == "headline" for field in fields)
    if not has_title:  # "Subject:" of a message; beside a title it is what data bases file under
        fields = [_titled(text, f) if f.kind == "subject" else f for f in fields]
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


def _titled(text: str, field: Field) -> Field:
    """A message's subject as a headline; what mail programs put before it belongs to the label."""
    prefix = MAIL_PREFIX_RE.match(text, field.begin, field.end)
    begin = prefix.end() if prefix is not None else field.begin
    label = text[field.start : begin].rstrip() if prefix is not None else field.label
    return evolve(field, kind="headline", begin=begin, label=label, value=text[begin : field.end])


def split_labels(text: str, ranges: tuple[Range, ...], zones: Zones) -> tuple[Range, ...]:
    """The paragraphs of a record's story; a label ("TD") opens one, though no blank line does."""
    if not zones.labelled:
        return ranges
    found: list[Range] = []
    for start, end in ranges:
        begin = start
        for line in NEXT_RE.finditer(text, start, end):
            label = label_at(text, line.end())
            if label is not None and label[1] in {"continued", "body"}:
                found.append((begin, strip_end(text, begin, line.start())))
                begin = line.end()
        found.append((begin, end))
    return tuple(found)


def skip_label(text: str, pos: int, end: int, zones: Zones) -> int:
    """Behind a label within a record's story ("TD"), which is residue."""
    found = label_at(text, pos) if zones.labelled else None
    if found is None or found[1] not in {"continued", "body"}:
        return pos
    label, _, begin = found
    zones.residue.append(Residue(text, pos, pos + len(label)))
    return min(skip_space(text, begin), end)


def _read_between(
    text: str, pos: int, end: int, parsers: Parsers, zones: Zones, *, has_headline: bool
) -> None:
    """Reads the lines without a label: a title, notices, and what is left over."""
    pos = skip_space(text, pos, end)
    while pos < end:
        words = notice_at(text, pos, end, parsers)
        stop = words.end if words is not None else min(words_end(text, pos), end)
        head = None if zones.headline or has_headline else parsers.headline(text, pos)
        slug = _read_slug(text, pos, end, zones)
        if slug is not None:
            zones.slugline.append(slug)
            stop = slug.end
        elif words is not None:
            zones.notices.append(words)
        elif (
            is_agency_line(text[pos:stop])
            or _is_between_titles(text, pos, stop)
            or (isinstance(head, Match) and _is_paper(text, stop, end))
        ):
            zones.residue.append(Residue(text, pos, stop))
        elif isinstance(head, Match) and head.end <= end:
            zones.headline.append(head.value)
            stop = head.end
        elif head is not None and _is_over_author(text, pos, stop, end):
            zones.headline.append(Headline(text, pos, stop))
        else:
            zones.residue.append(Residue(text, pos, stop))
        pos = skip_space(text, stop, end)


def _read_slug(text: str, pos: int, end: int, zones: Zones) -> Slugline | None:
    """The keywords of a desk that open a record, with its words counted: "ferry-ice", "0312"."""
    is_first = not zones.slugline and skip_space(text, 0, pos) == pos
    slug = SLUG_RE.match(text, pos, end) if is_first else None
    if slug is None:
        return None
    words = tuple(Passage(text, *span) for span in slug.spans("word"))
    return Slugline(text, pos, slug.end(), keywords=words)


def _is_over_author(text: str, pos: int, stop: int, end: int) -> bool:
    """Whether a record's first line is right over "Author:", or a paper: a title with a stop."""
    if skip_space(text, 0, pos) < pos:
        return False
    label = label_at(text, end) if not text[stop:end].strip() else None
    return is_over_paper(text, stop) or (label is not None and label[1] == "byline")


def _is_paper(text: str, stop: int, end: int) -> bool:
    """Whether a day stands right under a line, and under that a title: LexisNexis before 2018.

    "Northern Gazette", "March 4, 2009 Wednesday", "Final Edition", "Ferry sails again".
    """
    line = text[text.rfind("\n", 0, stop) + 1 : stop].strip()
    below = skip_space(text, stop, end)
    stop = words_end(text, below)
    if below >= end or not is_stamp(text[below:stop]):
        return False
    while below < end and _is_between_titles(text, below, stop):
        below = skip_space(text, stop, end)
        stop = words_end(text, below)
    if below < end and line[-1] == ")":
        return True  # "HARLOW MAIL (London)": no title of its own, however short the one below
    return below < end and len(text[below:stop].split()) >= FEWEST_WORDS


def _is_between_titles(text: str, pos: int, stop: int) -> bool:
    """Whether a line under a paper's day is no title: "Late Edition - Final", a second day.

    Nor is the region under "Edition 1;" ("Scotland").
    """
    line = text[pos:stop]
    if is_residue(line) or EDITION_RE.fullmatch(line) is not None:
        return True
    above = line_above(text, pos)
    if not above.endswith(";") or EDITION_RE.fullmatch(above) is None:
        return False
    return read_whole_place(line, 0, len(line)) is not None


def _read_field(text: str, field: Field, parsers: Parsers, zones: Zones) -> None:
    """Reads one field into its zone; the label is residue, and all that has no zone."""
    start, begin, end = field.start, field.begin, field.end
    if field.kind == "contact":
        zones.notices.append(Notice(text, start, end, kind="contact"))
        return
    slug = parsers.slugline(text, start) if field.kind == "slugline" else None
    if isinstance(slug, Match) and slug.end >= end and not zones.slugline:
        zones.slugline.append(slug.value)  # its label is a part of it
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
    names = FAMILY_FIRST_RE.fullmatch(text, begin, end)
    if names is not None:
        people = tuple(Passage(text, *span) for span in names.spans("name"))
        return Match(Byline(text, begin, end, names=people), end)
    if (
        LOWER_RE.fullmatch(text, begin, end)
        and text[begin:end].partition(" ")[0].title() in given_names()
    ):
        return Match(Byline(text, begin, end, names=(Passage(text, begin, end),)), end)
    written = parsers.byline(text, begin)
    found = written if isinstance(written, Match) else read_signature(text, begin)
    is_whole = found is not None and not text[found.end : end].strip(". ")
    return found if is_whole else None


def _read_dateline(text: str, field: Field, parsers: Parsers) -> Dateline | None:
    """The dateline behind its label: a whole one, or places and perhaps a day."""
    begin, end = field.begin, field.end
    whole = parsers.dateline(text, begin)
    if isinstance(whole, Match) and whole.end == end:
        return whole.value
    places = tuple(found.place for found in read_places(text, begin))
    if not places:
        return None
    comma = COMMA_RE.match(text, places[-1].end, end)
    date = day(text, comma.end()) if comma is not None else None
    words = Passage(text, date.value.start, date.value.end) if isinstance(date, Match) else None
    if (words.end if words is not None else places[-1].end) != end:
        return None
    settled = date.value.date if isinstance(date, Match) else None
    return Dateline(text, begin, end, places=places, date=settled, date_text=words)
