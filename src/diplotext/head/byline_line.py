"""The line of a byline: what stands behind its names."""

from __future__ import annotations

from attrs import define, field

from diplotext.combinators import Match
from diplotext.head.agency import read_bare_agency
from diplotext.head.byline_name import S
from diplotext.head.byline_part import (
    TITLE_NOUNS,
    is_before_stamp,
    read_agency,
    read_contacts,
    read_title,
)
from diplotext.head.byline_people import (
    JOIN_RE,
    SERVICE_RE,
    TOWN_GAP_RE,
    Names,
    is_before_town,
    read_names,
)
from diplotext.head.byline_unnamed import CLOSE_RE, END_RE, IN_RE
from diplotext.head.place import read_place, read_whole_place
from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.model import Agency, Byline, Passage, Place

__all__ = ["whole_line"]

MOST_PARTS = 8  # behind the names
TOWN_BAR_RE = lazy_regex(rf"{S}?\|{S}(?=\p{{Lu}})")
TOWN_COMMA_RE = lazy_regex(rf",{S}(?=\p{{Lu}})")
# "By Ann Roe, a deputy editor and author of Harbour Line. She has covered ports for ten years."
DESCRIBED_RE = lazy_regex(
    rf",{S}(?![^\n]*\b(?:said|says|told|wrote|added)\b)(?P<words>(?:an?|the){S}(?:[\p{{L}}-]+{S}){{0,4}}?(?:{TITLE_NOUNS})\b[^\n\r]{{0,400}})"
)
JOB_NAME_RE = lazy_regex(
    rf"^(?:Our|A|The){S}|\b(?i:{TITLE_NOUNS}|(?<=staff\s|wire\s)reports?|(?<=editorial\s)board)$"
)


@define
class _Line:
    """The line of a byline, read up to ``end``."""

    text: str
    names: tuple[Passage, ...]
    agency: Agency | None
    end: int
    place: Place | None = None
    titles: list[Passage] = field(factory=list)
    contacts: list[Passage] = field(factory=list)

    def read_more(self) -> bool:
        """Reads what stands next; whether anything does."""
        is_place = self._read_place() or self._read_service()
        return is_place or self._read_contacts() or self._read_job()

    def _read_place(self) -> bool:
        """Reads "in" and a place; behind one, more names."""
        is_wire = not self.names and self.agency is not None and self.end == self.agency.end
        lead = IN_RE.match(self.text, self.end)
        if lead is None and is_wire and is_before_town(self.text, self.end):
            lead = TOWN_GAP_RE.match(self.text, self.end)  # "by PIB Delhi"
        if lead is None and self._is_at_outlet() and is_before_town(self.text, self.end + 1):
            lead = TOWN_COMMA_RE.match(self.text, self.end)  # "Ann Roe, The Jakarta Post, Bandung"
        if lead is None and self.names:  # "Written by Ann Roe | Mumbai |"
            bar = TOWN_BAR_RE.match(self.text, self.end)
            lead = bar if bar is not None and is_before_town(self.text, bar.end() - 1) else None
        read = read_place(self.text, lead.end()) if lead is not None else None
        if read is not None:
            self.place, self.end = self.place or read.place, read.end
            return True
        joint = JOIN_RE.match(self.text, self.end) if self.place is not None else None
        more = read_names(self.text, joint.end()) if joint is not None else None
        if more is not None:
            self.names, self.end = (*self.names, *more.names), more.end
        return more is not None

    def _is_at_outlet(self) -> bool:
        """Whether what was read last is an agency or a paper."""
        parts = [self.agency] if self.agency is not None else self.titles[-1:]
        return any(part.end == self.end and part.text in agencies() for part in parts)

    def _read_service(self) -> bool:
        """Reads the word behind an agency in capitals that stands alone: "By RFA Khmer"."""
        wire = self.agency
        if self.names or wire is None or self.end != wire.end or not wire.text.isupper():
            return False
        word = SERVICE_RE.match(self.text, self.end)
        if word is None:
            return False
        self.titles.append(Passage(self.text, *word.span("word")))
        self.end = word.end()
        return True

    def _read_contacts(self) -> bool:
        contacts, self.end = read_contacts(self.text, self.end)
        self.contacts += contacts
        return bool(contacts)

    def _read_job(self) -> bool:
        """Reads an agency or a title."""
        more = read_agency(self.text, self.end) or read_title(self.text, self.end)
        if isinstance(more, Agency):
            self.agency = self.agency or more
        elif more is not None:
            self.titles.append(more)
        self.end = more.end if more is not None else self.end
        return more is not None

    def read_description(self) -> None:
        """Reads what a page says to the end of the line of the one whom "By" names."""
        words = DESCRIBED_RE.match(self.text, self.end) if self.names else None
        if words is not None:
            end = words.start("words") + len(words["words"].rstrip())
            self.titles.append(Passage(self.text, words.start("words"), end))
            self.end = end

    def sort_names(self) -> None:
        """Counts jobs among the titles ("By Staff Reporter"), an agency at the end as one."""
        jobs = [name for name in self.names if JOB_NAME_RE.search(name.text)]
        self.names = tuple(name for name in self.names if name not in jobs)
        self.titles = [*jobs, *self.titles]

    def sort_place(self) -> None:
        """Takes a town for one that stands last among names: "Ann Roe, Oslo"."""
        if len(self.names) < 2 or self.place is not None or " " in self.names[-1].text:
            return
        read = read_whole_place(self.text, *self.names[-1].span)
        if read is not None:
            self.place, self.names = read.place, self.names[:-1]

    def sort_outlet(self) -> None:
        """Takes a word for an outlet that stands last behind whole names: "Ann Roe, Harbour"."""
        *people, last = self.names or (None,)
        if last is None or not people or " " in last.text:
            return
        is_joined = self.text[people[-1].end : last.start].strip() == ","
        if is_joined and all(" " in name.text for name in self.names[:-1]):
            self.names, self.titles = self.names[:-1], [last, *self.titles]

    def sort_agency(self) -> None:
        """Takes an agency for one that stands last among names, or in a title for none."""
        self.names, self.agency = _without_agencies(self.names, self.agency)
        wire = self.agency
        if wire is not None and any(wire.start < t.end and t.start < wire.end for t in self.titles):
            self.agency = None  # "AP Sports Writer" is one title


def whole_line(text: str, pos: int, found: Names) -> Match[Byline] | None:
    """The byline that fills its line, with titles, agency, place and contacts behind the names."""
    line = _Line(text, found.names, found.agency, found.end)
    for _ in range(MOST_PARTS):
        if not line.read_more():
            break
    if text.startswith(("By ", "By\xa0"), pos):
        line.read_description()
    line.sort_names()
    line.sort_place()
    end = line.end
    is_word = len(line.names) == 1 and " " not in line.names[0].text
    is_ended = END_RE.match(text, end) is not None or is_before_stamp(text, end)
    if not is_ended or (is_word and not line.titles and line.agency is None):
        # A single word is a name only with something that says so: "By Monday" is none.
        return None
    closed = CLOSE_RE.match(text, end)
    if closed is not None and text[pos:end].count("(") + text[pos:end].count("[") > 0:
        end = closed.end()  # "By Ann Roe (AFP)", "(By the Associated Press.)"
    elif (stop := STOP_RE.match(text, end)) is not None:
        end = stop.end()  # "By Ann Roe - Trend:"
    line.sort_agency()
    line.sort_outlet()
    value = Byline(
        text,
        pos,
        end,
        names=line.names,
        agency=line.agency,
        titles=tuple(line.titles),
        place=line.place,
        contacts=tuple(line.contacts),
    )
    return Match(value, end)


STOP_RE = lazy_regex(rf"(?:[.:;]|{S}*/)(?={S}*(?:\r?\n|$))")


def _without_agencies(
    names: tuple[Passage, ...], wire: Agency | None
) -> tuple[tuple[Passage, ...], Agency | None]:
    """The names but for a last one that is an agency: "by Ann Roe, Reuters"."""
    if len(names) > 1:
        last = read_bare_agency(names[-1].document, names[-1].start)
        if last is not None and last.end == names[-1].end:
            return names[:-1], wire or last.agencies[0]
    return names, wire
