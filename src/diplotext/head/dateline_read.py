"""What has been read where a dateline may stand: its pieces, and what closes them."""

from __future__ import annotations

from functools import cached_property

import regex
from attrs import frozen

from diplotext.head.agency import AgencyRead
from diplotext.head.day import Day
from diplotext.head.place import PlaceRead
from diplotext.lazy_pattern import gated_regex, lazy_regex

__all__ = ["GAP", "Pieces", "is_line_end"]

# White space between pieces; a line break is that of hard-wrapped copy, so never indented.
GAP = r"[ \t\xa0]{0,4}(?:\r?\n(?=\S))?"
NARROWEST = 40  # the shortest line that can have been wrapped
# Before the dash brackets may be left of an agency whose link was lost: "WASHINGTON () -". The dash
# itself is a question mark where its table of characters had none: "OSLO, March 4 ? The ferry".
CLOSING_RE = gated_regex(
    rf"""(?P<space>,?{GAP}(?:\([ ]?\){GAP})?)(?:
        (?:\.?(?P<dash>-{{1,6}}(?:[ ]-(?=\s))?|[–—―−_]{{1,2}}-?|=
          |&[mn]dash;|â(?:€[”“]|\x80[\x93\x94])|\?(?=[ ][\p{{Lu}}"“])))
        (?=(?P<behind>[\s(\[<"“‘'«]|$)|[\p{{Lu}}\d.$€£&*])
      | (?P<colon>:)(?=\s|$|[\p{{Lu}}"“])
      | (?P<stop>\.)(?=\s|$)(?:[ ](?P<dash>[–—-]{{1,2}})(?=\s))?
      | (?P<bar>[|/])(?=\s)
    )""",
    regex.VERBOSE,
)
# "(Sputnik), Ann Roe —": the reporter between the agency and the dash.
# "KAZINFORM /Ann Roe/ -": the same between strokes.
REPORTER_RE = gated_regex(
    r",\s(?:\p{Lu}[\p{L}.'’-]+\s){1,4}(?=[-–—―]{1,2}\s)"
    r"|\s/(?:\p{Lu}[\p{L}.'’-]*\s){1,2}\p{Lu}[\p{L}.'’-]+/(?=\s?[-–—―]{1,2}\s)"
)
# A dash of a typewriter with no space beside it: "LONDON, March 4.--The Queen", not "--based".
SENTENCE_RE = gated_regex(r"[\"“‘`']{0,2}\p{Lu}(?:\p{Ll}|['’]|[ ]\p{Ll})")
AFTER_RE = lazy_regex(r"\s*(\S?)")


@frozen(kw_only=True, slots=False)
class Pieces:
    """What stands where a dateline may stand.

    ``end`` is behind the last piece; ``is_timed``: an hour stands behind the day. What closes them
    is read when it is first asked for.
    """

    text: str
    start: int
    end: int
    order: str = ""
    places: tuple[PlaceRead, ...] = ()
    day: Day | None = None
    agencies: AgencyRead | None = None
    is_timed: bool = False

    @cached_property
    def _mark(self) -> regex.Match[str] | None:
        """The mark that closes them, behind the reporter if there is one."""
        reporter = REPORTER_RE.match(self.text, self.end) if self.agencies else None
        found = CLOSING_RE.match(self.text, reporter.end() if reporter else self.end)
        if found is None or is_line_end(self.text, self.start, found):
            return None
        return found if found["dash"] != "?" or self.order.endswith(("D", "A")) else None

    @cached_property
    def closing(self) -> str:
        """Which mark closes: "dash", "colon", "stop", "bar"; "" if none does."""
        mark = self._mark
        if mark is None:
            return ""
        return next(kind for kind in ("dash", "colon", "stop", "bar") if mark[kind] is not None)

    @cached_property
    def close(self) -> int:
        """Where the closing mark ends, and the pieces if there is none."""
        return self.end if self._mark is None else self._mark.end()

    @cached_property
    def after(self) -> str:
        """The first character of what follows, "" at the end of the text."""
        found = AFTER_RE.match(self.text, self.close)
        return found.group(1) if found is not None else ""

    @property
    def is_spaced(self) -> bool:
        """Whether a space stands beside the closing mark."""
        behind = self.text[self.close : self.close + 1]
        return self._mark is not None and bool(self._mark["space"] or behind.isspace())

    @property
    def is_long(self) -> bool:
        """Whether a dash of a typewriter or of two hyphens ends it, before a sentence."""
        last = self.text[self.close - 2 : self.close]
        return last[-1:] == "—" or (
            last == "--" and SENTENCE_RE.match(self.text, self.close) is not None
        )

    @property
    def is_dashed(self) -> bool:
        """Whether a dash closes that can be no hyphen: long, or with a space beside it."""
        return self.closing == "dash" and (self.is_spaced or self.is_long)

    @property
    def opens_text(self) -> bool:
        """Whether a sentence can begin behind it: no small letter follows."""
        return not self.after.islower()

    @property
    def is_placed(self) -> bool:
        """Whether every place is known or in capitals."""
        return all(read.is_known or read.in_capitals for read in self.places)

    @property
    def is_known_place(self) -> bool:
        """Whether the gazetteer has the first place or its region."""
        return bool(self.places) and self.places[0].is_known

    @property
    def ends_line(self) -> bool:
        """Whether nothing else stands on the line."""
        return self.text[self.close : self.close + 40].lstrip(" \t\xa0\r,")[:1] in ("", "\n")


def is_line_end(text: str, pos: int, joint: regex.Match[str]) -> bool:
    """Whether a line break is the end of a line that nobody wrapped."""
    broken = text.find("\n", joint.start(), joint.end())
    return 0 <= broken < pos + NARROWEST
