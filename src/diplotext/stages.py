"""What each stage of a parser takes and gives: the types of ``ArticleParser``'s fields."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Protocol

from diplotext.attribution.learned.weights import Weights
from diplotext.body.token import TokenTable
from diplotext.model import Attribution, Quotation, Speaker

__all__ = ["LearnedStage", "QuotationStage", "Range", "RuleStage", "SpeakerStage"]

Range = tuple[int, int]


class QuotationStage(Protocol):
    """Finds the quotations of paragraphs, given as ranges of the text."""

    def __call__(self, text: str, ranges: Sequence[Range], /) -> tuple[Quotation, ...]:
        """The quotations, in order."""
        ...


class LearnedStage(Protocol):
    """Finds attributions by learned weights, in the tokens of paragraphs and of the headline."""

    def __call__(
        self,
        text: str,
        tables: Sequence[TokenTable],
        *,
        headline: TokenTable | None,
        weights: Weights | None,
    ) -> tuple[Attribution, ...]:
        """The attributions, in order of start."""
        ...


class RuleStage(Protocol):
    """Completes attributions by rules, and fills their fields but the speaker."""

    def __call__(
        self,
        text: str,
        tables: Sequence[TokenTable],
        quotations: Sequence[Quotation],
        attributions: Sequence[Attribution],
        *,
        headline: TokenTable | None,
        published: datetime.date | None,
    ) -> tuple[Attribution, ...]:
        """The attributions in order of start, with their fields."""
        ...


class SpeakerStage(Protocol):
    """Finds the speakers in order of appearance, and for each attribution its speaker or None."""

    def __call__(
        self,
        text: str,
        paragraphs: Sequence[Range],
        quotations: Sequence[Quotation],
        attributions: Sequence[Attribution],
        headline: Range | None,
        /,
    ) -> tuple[tuple[Speaker, ...], tuple[Speaker | None, ...]]:
        """The speakers, and a speaker or None for each attribution."""
        ...
