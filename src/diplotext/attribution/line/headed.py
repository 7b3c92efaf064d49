"""Names that stand over or before quotations, as they become attributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from diplotext.attribution.build import Span, build_attribution
from diplotext.lexicon.person_name import given_names
from diplotext.lexicon.title import titles
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["STAGE", "Headed", "build_headed", "is_bare", "names_person"]

STAGE = "heading"


@frozen
class Headed:
    """A name with its quotations: ``is_sure`` if the name can be no crosshead.

    It ``is_certain`` where it needs no other one beside it: what he is stands with it. It
    ``is_told`` by a title, a given name or the like, not just by words that are not the story's.
    """

    who: Span
    colon: Span | None
    content: list[Span]
    is_sure: bool
    is_certain: bool = False
    is_told: bool = True


def names_person(words: Sequence[str]) -> bool:
    """Whether a title or a given name stands before the last word of a heading.

    >>> names_person(["MAYOR", "ROE"]), names_person(["Eva", "Lund"])
    (True, True)
    >>> names_person(["Key", "Points"])
    False
    """
    return any(word in given_names() or word in titles() for word in words[:-1])


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


def is_bare(text: str, paragraph: Span, own: Sequence[Quotation]) -> bool:
    """Whether a paragraph is quotations and nothing else."""
    at = paragraph[0]
    for quotation in own:
        if text[at : quotation.start].strip() or quotation.role != "speech":
            return False
        at = quotation.end
    return not text[at : paragraph[1]].strip(" .\t\r\n\u00a0")
