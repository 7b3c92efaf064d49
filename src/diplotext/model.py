"""The document model: what ``diplotext.parse`` gives back.

Every node is a ``Passage``: a half-open range of code points of the caller's own string. Nodes
hold that string by reference, so ``.text`` costs a slice and nothing is stored twice. All
classes are frozen, slotted, hashable and picklable; all sequences are tuples.

>>> text = "Rain fell, Ana Ruiz said."
>>> cue = Cue(text, 20, 24, lemma="say")
>>> said = Attribution(text, 0, 24, content=(Passage(text, 0, 9),), cue=cue)
>>> said.cue.text, said.content[0].text, said.source is None, cue in said
('said', 'Rain fell', True, True)
>>> said.kind = "direct"
Traceback (most recent call last):
attr.exceptions.FrozenInstanceError
"""

from __future__ import annotations

import datetime
from typing import SupportsIndex

from attrs import frozen

from diplotext.highlight import to_fragment
from diplotext.kinds import (
    AttributionKind,
    AttributionZone,
    CreditRole,
    MentionForm,
    NoticeKind,
    QuotationRole,
    SpeakerKind,
    Stance,
)
from diplotext.names import is_same_name
from diplotext.passage import Passage, shorten

__all__ = [
    "Agency",
    "Article",
    "Attribution",
    "AttributionKind",
    "AttributionZone",
    "Byline",
    "Credit",
    "CreditRole",
    "Cue",
    "Dateline",
    "Headline",
    "Mention",
    "MentionForm",
    "Notice",
    "NoticeKind",
    "Paragraph",
    "Passage",
    "Place",
    "Quotation",
    "QuotationRole",
    "Reason",
    "Residue",
    "Sentence",
    "Slugline",
    "Source",
    "Speaker",
    "SpeakerKind",
    "Stance",
]


@frozen(kw_only=True)
class Reason:
    """Why a decision was taken: the stage that took it and, in a word or two, on what.

    >>> Reason(stage="rule", evidence="family name").evidence
    'family name'
    """

    stage: str
    evidence: str


# ------------------------------------------------------------------------------ the head


@frozen(kw_only=True, repr=False)
class Slugline(Passage):
    """The line by which a desk files a story: keywords, take, priority (IPTC 7901, ANPA 1312).

    ``take`` is its lead, take or version as printed ("5th Ld-Writethru"), ``priority`` and
    ``category`` the codes as printed ("4", "pl"). ``version`` is for parsers of your own, that
    tell it from the take: the built-in one leaves it None.
    """

    keywords: tuple[Passage, ...] = ()
    take: Passage | None = None
    version: Passage | None = None
    priority: str | None = None
    category: str | None = None


@frozen(kw_only=True, repr=False)
class Headline(Passage):
    """The headline. ``tag`` is a leading version or genre label (``UPDATE 2-``, ``ANALYSIS-``)."""

    tag: Passage | None = None


@frozen(kw_only=True, repr=False)
class Place(Passage):
    """A place of a dateline, a byline or a credit.

    ``name`` is in ordinary capitals ("Moscow"), ``region`` the state or province as named by the
    gazetteer, ``country`` an ISO 3166-1 alpha-2 code; both None where unknown.
    """

    name: str
    region: str | None = None
    country: str | None = None


@frozen(kw_only=True, repr=False)
class Agency(Passage):
    """A news agency. ``name`` is the canonical one, ``id`` the lexicon's key, None if unknown."""

    name: str
    id: str | None = None


@frozen(kw_only=True, repr=False)
class Byline(Passage):
    """Who wrote the story, as printed at its head.

    ``names`` are the persons, ``agency`` is the one beside or instead of them. ``titles`` are jobs
    and outlets behind the names, ``place`` where they worked (the first of several), ``contacts``
    mail addresses, handles and telephone numbers.
    """

    names: tuple[Passage, ...] = ()
    agency: Agency | None = None
    titles: tuple[Passage, ...] = ()
    place: Place | None = None
    contacts: tuple[Passage, ...] = ()


@frozen(kw_only=True, repr=False)
class Dateline(Passage):
    """Where, when and by which agency a story was filed.

    ``date`` is None where the text has no date, names an impossible one, or leaves the year
    open and no ``published`` was given; ``date_text`` is the date as printed.
    """

    places: tuple[Place, ...] = ()
    agencies: tuple[Agency, ...] = ()
    date: datetime.date | None = None
    date_text: Passage | None = None


# ------------------------------------------------------------------------------ the body


@frozen(repr=False)
class Sentence(Passage):
    """A sentence of a paragraph, without the white space around it."""


@frozen(kw_only=True, repr=False)
class Paragraph(Passage):
    """A paragraph of the body, its dateline, if it opens with one, included."""

    sentences: tuple[Sentence, ...] = ()


@frozen(kw_only=True, repr=False)
class Quotation(Passage):
    """What stands in quotation marks; the range includes the marks, ``content`` does not.

    ``insertions`` are the editor's words in brackets, ``ellipses`` the marks of omission.
    ``continues`` says that the paragraph ends with the mark left open, as in a running
    quotation over paragraphs.
    """

    content: Passage
    insertions: tuple[Passage, ...] = ()
    ellipses: tuple[Passage, ...] = ()
    role: QuotationRole = "speech"
    nested: tuple[Quotation, ...] = ()
    continues: bool = False

    @property
    def is_closed(self) -> bool:
        """Whether it has its closing mark: no running quotation has, nor one that lost it.

        >>> text = '"Rain fell'
        >>> Quotation(text, 0, 10, content=Passage(text, 1, 10)).is_closed
        False
        """
        return self.content.end < self.end


@frozen(kw_only=True, repr=False)
class Cue(Passage):
    """The words that attribute: "said", "according to", a headline's colon."""

    lemma: str
    stance: Stance = "neutral"


@frozen(kw_only=True, repr=False)
class Source(Passage):
    """Who said it, as named at that place."""

    form: MentionForm


@frozen(kw_only=True, repr=False)
class Mention(Passage):
    """A place where a speaker is named, and why it was linked to the speaker."""

    form: MentionForm
    reason: Reason


@frozen(kw_only=True, repr=False)
class Speaker(Passage):
    """A source resolved across the story; the range is that of its fullest mention.

    ``name`` is the fullest name in the article, without titles; for an unnamed speaker it is
    the mention as written ("a senior official"). A story in capitals, or without any, gives
    names with ordinary ones. ``affiliation`` is the body, party or place that the story names with
    the person, as printed ("an analyst at Kvik Bank", "R-Ohio", "mayor of Lund"). ``mentions`` are
    in order of appearance.
    """

    name: str
    kind: SpeakerKind = "person"
    given_name: str | None = None
    family_name: str | None = None
    titles: tuple[str, ...] = ()
    affiliation: str | None = None
    mentions: tuple[Mention, ...] = ()

    def children(self) -> tuple[Passage, ...]:
        """None: the mentions are all over the story, not inside the fullest one."""
        return ()

    def is_called(self, name: str) -> bool:
        """Whether this is one of the speaker's names (case, accents and titles aside).

        The whole name, the family name or the given one, and whatever else the story calls him or
        her.
        """
        names = [
            self.name,
            self.given_name,
            self.family_name,
            *(m.text for m in self.mentions if m.form == "name"),
        ]
        return any(is_same_name(name, known, self.titles) for known in names if known)


@frozen(kw_only=True, repr=False)
class Attribution(Passage):
    """Who said what: content, cue and source (PARC 3.0 and PolNeAR), and the speaker.

    The range runs from the first to the last of its parts. ``content`` can be discontinuous (a
    split quote is one attribution) and includes the quotation marks. ``date`` is the day of the
    saying ("on Thursday") where ``published`` settles it; ``occasion`` the setting ("at a press
    conference"). ``medium`` is who relays ("TASS" in "TASS quoted him as saying"), ``addressee``
    to whom it was said, ``parent`` the range of the attribution inside whose content this one
    stands. ``confidence`` is the calibrated probability that content and source are right.
    """

    content: tuple[Passage, ...]
    cue: Cue | None = None
    source: Source | None = None
    speaker: Speaker | None = None
    kind: AttributionKind = "indirect"
    zone: AttributionZone = "body"
    date: datetime.date | None = None
    date_text: Passage | None = None
    occasion: Passage | None = None
    medium: Passage | None = None
    addressee: Passage | None = None
    parent: Passage | None = None
    confidence: float = 1.0
    reason: Reason | None = None

    def children(self) -> tuple[Passage, ...]:
        """Content, cue, source and the rest; the parent is not inside this one."""
        parts = (self.cue, self.source, self.date_text, self.occasion, self.medium, self.addressee)
        found = [*self.content, *(part for part in parts if part is not None)]
        return tuple(sorted(found, key=lambda node: (node.start, -node.end)))


# --------------------------------------------------------------------------- the trailer


@frozen(kw_only=True, repr=False)
class Credit(Passage):
    """A closing credit: "Reporting by A and B in CITY". Names as printed."""

    role: CreditRole
    names: tuple[Passage, ...] = ()
    place: Place | None = None


@frozen(kw_only=True, repr=False)
class Notice(Passage):
    """A word from the desk to the editors or readers: a correction, an embargo, an end mark."""

    kind: NoticeKind


@frozen(repr=False)
class Residue(Passage):
    """What is left over: web debris, captions, anything that is no part of the story."""


# --------------------------------------------------------------------------- the article


@frozen(kw_only=True, repr=False)
class Article(Passage):
    """One news story. ``text`` is the caller's string itself.

    What is absent is None or ``()``. ``quotations`` are the outermost ones, ``inner_datelines``
    those of later parts of a round-up, ``speakers`` in order of appearance; ``attributions`` are
    in order of their start and may lie inside each other (``parent``).
    ``zones`` are the top-level parts in order; they are disjoint, and between them is nothing
    but white space, so zones and gaps rejoin to the text.
    """

    published: datetime.date | None = None
    slugline: Slugline | None = None
    headline: Headline | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    inner_datelines: tuple[Dateline, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    credits: tuple[Credit, ...] = ()
    notices: tuple[Notice, ...] = ()
    residue: tuple[Residue, ...] = ()

    @property
    def zones(self) -> tuple[Passage, ...]:
        """The top-level parts, in order, disjoint; only white space lies between them."""
        singles = (self.slugline, self.headline, self.byline, self.dateline)
        zones: list[Passage] = [zone for zone in singles if zone is not None]
        zones += [*self.inner_datelines, *self.paragraphs]
        zones += [*self.credits, *self.notices, *self.residue]
        zones.sort(key=lambda zone: (zone.start, -zone.end))
        outer: list[Passage] = []
        for zone in zones:
            # A dateline that opens a paragraph is a part of the paragraph, no zone of its own.
            if not outer or zone.start >= outer[-1].end:
                outer.append(zone)
        return tuple(outer)

    def __repr__(self) -> str:
        """What it begins with, and how much was found in it."""
        counted = ("paragraphs", "quotations", "attributions", "speakers")
        counts = [f"{name}={len(getattr(self, name))}" for name in counted]
        shown = f"{self.start}, {self.end}, {shorten(self.text)!r}"
        return f"Article({', '.join([shown, *counts])})"

    def said_by(self, name: str | Speaker) -> tuple[Attribution, ...]:
        """The attributions whose speaker goes by this name (any of his or her names), or is this.

        >>> text = "Rain fell, Ana Ruiz said."
        >>> who = Speaker(text, 11, 19, name="Ana Ruiz", family_name="Ruiz")
        >>> said = Attribution(text, 0, 24, content=(Passage(text, 0, 9),), speaker=who)
        >>> article = Article(text, 0, 25, attributions=(said,), speakers=(who,))
        >>> article.said_by("Mrs. Ruiz") == article.said_by(who) == (said,)
        True
        >>> article.said_by("Ana Cruz")
        ()
        """
        if isinstance(name, Speaker):
            return tuple(a for a in self.attributions if a.speaker == name)
        if not isinstance(name, str):
            raise TypeError(f"name: a str or a Speaker is needed, not {type(name).__name__}")
        return tuple(a for a in self.attributions if a.speaker and a.speaker.is_called(name))

    def at(self, offset: int) -> tuple[Passage, ...]:
        """The nodes that cover an offset (in code points), outermost first."""
        if not isinstance(offset, SupportsIndex):
            raise TypeError(f"offset: a whole number is needed, not {type(offset).__name__}")
        covering = [node for node in self.walk() if node.start <= offset < node.end]
        return tuple(sorted(covering, key=lambda node: (node.start - node.end, node.start)))

    def _repr_html_(self) -> str:
        """The story with its attributions marked, for notebooks; all text escaped."""
        return to_fragment(self.document, self.attributions)
