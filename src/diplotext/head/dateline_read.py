"""What has been read where a dateline may stand: its pieces, and what closes them."""

from __future__ import annotations

from attrs import frozen

from diplotext.head.agency import AgencyRead
from diplotext.head.day import Day
from diplotext.head.place import PlaceRead

__all__ = ["Pieces"]


@frozen(kw_only=True)
class Pieces:
    """What stands where a dateline may stand.

    ``end`` is behind the last piece, ``close`` behind the closing mark; ``closing`` is "dash",
    "colon", "stop", "bar" or "", ``after`` the first character of what follows ("" at the end),
    ``is_timed``: an hour stands behind the day.
    """

    text: str
    start: int
    end: int
    order: str = ""
    places: tuple[PlaceRead, ...] = ()
    day: Day | None = None
    agencies: AgencyRead | None = None
    closing: str = ""
    close: int = 0
    after: str = ""
    is_spaced: bool = False
    is_long: bool = False
    is_timed: bool = False

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
