"""Names that stand over or before quotations, as they become attributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["STAGE", "Headed", "build_headed"]

STAGE = "heading"


@frozen
class Headed:
    """A name with its quotations: ``is_sure`` if the name can be no crosshead."""

    who: Span
    colon: Span | None
    content: list[Span]
    is_sure: bool


def build_headed(
    text: str, headed: Iterable[Headed], evidence: str, quotations: Sequence[Quotation]
) -> list[Attribution]:
    """An attribution for each: the name is the source, the colon its cue where there is one."""
    return [
        build_attribution(
            text,
            each.content,
            cue=each.colon,
            source=each.who,
            reason=Reason(stage=STAGE, evidence=evidence),
            quotations=quotations,
        )
        for each in headed
    ]
