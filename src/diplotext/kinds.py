"""The closed sets of words that nodes carry: kinds, roles, forms and stances."""

from __future__ import annotations

from typing import Literal

__all__ = [
    "AttributionKind",
    "AttributionZone",
    "CreditRole",
    "MentionForm",
    "NoticeKind",
    "QuotationRole",
    "SpeakerKind",
    "Stance",
]

MentionForm = Literal["name", "nominal", "pronoun"]
AttributionKind = Literal["direct", "mixed", "indirect"]
AttributionZone = Literal["headline", "body"]
QuotationRole = Literal["speech", "scare", "title"]
SpeakerKind = Literal["person", "organization", "place", "document", "group", "unnamed"]
CreditRole = Literal[
    "reporting",
    "additional reporting",
    "writing",
    "additional writing",
    "editing",
    "additional editing",
    "compiling",
    "translation",
    "graphics",
    "photography",
    "production",
    "contributing",
    "reporting and writing",
    "reporting and editing",
    "writing and editing",
    "desk",
]
NoticeKind = Literal[
    "correction",
    "refile",
    "repeat",
    "update",
    "kill",
    "withdrawal",
    "embargo",
    "advisory",
    "editor's note",
    "note",
    "end mark",
    "more mark",
    "copyright",
    "disclaimer",
    "photo note",
    "conversion",
    "contact",
    "standards",
    "initials",
    "transmission",
]
Stance = Literal[
    "neutral",
    "insistence",
    "doubt",
    "concession",
    "denial",
    "evidential",
    "promise",
    "question",
    "demand",
    "warning",
    "belief",
    "emotion",
    "support",
    "criticism",
    "prediction",
]
