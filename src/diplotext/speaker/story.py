"""The state of one resolution: the story's names, chains, sentences and who has spoken so far."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import define

from diplotext.speaker.chain import Chain, link_names
from diplotext.speaker.mention import Name, find_names

__all__ = ["Said", "Story"]

SENTENCE_RE = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[`]*[A-Z0-9])")
ABBREVIATED = ("Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Gen", "St", "Lt", "Col", "Sgt", "Rev")


@define(eq=False)
class Said:
    """One resolved source: where it stands and whose it is."""

    start: int
    end: int
    chain: int
    sentence: int
    paragraph: int


class Story:
    """What the resolution of one story knows."""

    def __init__(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        quoted: Sequence[tuple[int, int]],
        sources: Sequence[tuple[int, int]] | None = None,
    ) -> None:
        self.text = text
        self.quoted = quoted
        self.quote_starts = [start for start, _ in quoted]
        self.names: list[Name] = (
            find_names(text, paragraphs, quoted)
            if sources is None
            else find_names(text, sources, quoted, capitals=True)
        )
        self.starts = [name.start for name in self.names]
        self.chains: list[Chain] = link_names(text, self.names)
        self.paragraphs = paragraphs
        self.paragraph_starts = [start for start, _ in paragraphs]
        self.sentence_starts: list[int] = []
        for start, end in paragraphs:
            self.sentence_starts.append(start)
            for match in SENTENCE_RE.finditer(text, start, end):
                at = match.start()
                if text[at - 1 : at].isupper() or text[max(0, at - 4) : at].endswith(ABBREVIATED):
                    continue
                self.sentence_starts.append(match.end())
        self.said: list[Said] = []

    def sentence_of(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return bisect_right(self.sentence_starts, offset) - 1

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph at an offset."""
        return bisect_right(self.paragraph_starts, offset) - 1

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset stands in quotation marks."""
        at = bisect_right(self.quote_starts, offset) - 1
        return at >= 0 and offset < self.quoted[at][1]

    def is_subject(self, name: Name) -> bool:
        """Whether a name opens its sentence, after titles and the like, or speaks."""
        at = self.sentence_of(name.start)
        if at < 0:
            return False
        gap = self.text[self.sentence_starts[at] : name.outer]
        if len(gap) < 5 or (len(gap) < 40 and gap.rstrip().endswith(",")):
            return True
        return any(said.start <= name.start < said.end for said in self.said[-8:])

    def gender_of(self, chain: Chain) -> bool | None:
        """True for female, False for male, None if the story does not tell."""
        return chain.female

    def names_in(self, start: int, end: int) -> list[Name]:
        """The names in a range."""
        first = bisect_right(self.starts, start - 1)
        found = []
        for name in self.names[first : first + 12]:
            if name.start >= end:
                break
            found.append(name)
        return found
