"""From one string to one ``Article``: the zones, then the stages, in the order they run.

``ArticleParser`` holds every zone parser and every stage as a field, each replaceable;
``diplotext.parse`` is the default instance's method.
"""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Callable, Sequence
from typing import TypeVar

from attrs import Attribute, field, fields, frozen

from diplotext.attribution.complete import complete_attributions
from diplotext.attribution.learned.stage import find_attributions
from diplotext.attribution.learned.weights import Weights
from diplotext.body.quotation import find_quotations
from diplotext.body.sentence import split_sentences
from diplotext.body.token import TokenTable, tokenize
from diplotext.body.usual_marks import with_usual_marks
from diplotext.combinators import Parser
from diplotext.debris import without_debris
from diplotext.head.byline import byline as default_byline
from diplotext.head.dateline import dateline as default_dateline
from diplotext.head.headline import headline as default_headline
from diplotext.head.slugline import slugline as default_slugline
from diplotext.layout import Layout, NoticeFinder, TrailerFinder, find_layout
from diplotext.layout.flat_head import unfold_head
from diplotext.lexicon.agency import AgencyLexicon, using_agencies
from diplotext.model import (
    Article,
    Attribution,
    Byline,
    Dateline,
    Headline,
    Paragraph,
    Quotation,
    Sentence,
    Slugline,
    Speaker,
)
from diplotext.rebase import hand_back, rebase, with_field
from diplotext.recase import read_capitals
from diplotext.speaker import resolve_speakers
from diplotext.speaker.name.nickname import without_their_marks
from diplotext.stages import LearnedStage, QuotationStage, RuleStage, SpeakerStage
from diplotext.trailer.notice import notice_after
from diplotext.trailer.trailer import find_trailer

__all__ = ["ArticleParser", "parse", "warm_up"]

T = TypeVar("T")


def _check_type(
    kind: type[T], maker: str
) -> Callable[[object, Attribute[T | None], T | None], None]:
    """A validator that says what a field takes and where it is to be had."""

    def check(_: object, attribute: Attribute[T | None], value: object) -> None:
        if value is not None and not isinstance(value, kind):
            given = type(value).__name__
            needed = f"{kind.__name__} is needed, not {given}; {maker} gives one"
            raise TypeError(f"{attribute.name}: {needed}")

    return check


@frozen(kw_only=True)
class ArticleParser:
    r"""A parser of whole stories. Each field is a zone parser or a stage, and can be replaced.

    Zone parsers are called at a position ``(text, pos)`` and give ``Match`` or ``Miss``; ``notice``
    and ``trailer`` read a region; the stages run in the order of their fields, each on the values
    of those before it. They see the story without debris of transport. ``weights`` are those of
    the learned stage, the package's own if None; ``agencies`` is the lexicon to read with, for
    agencies added at run time.

    >>> from diplotext.combinators import alt, literal, seq
    >>> from diplotext.head.dateline import agency, dateline, dateline_of, day, place
    >>> house = dateline_of(seq(place, literal(" | "), day, literal(" | "), agency))
    >>> parser = ArticleParser(dateline=alt(house, dateline))
    >>> article = parser.parse("KYIV | 14 March | Ukrinform\n\nThe bridge reopened.")
    >>> article.dateline.places[0].name
    'Kyiv'
    """

    slugline: Parser[Slugline] = default_slugline
    headline: Parser[Headline] = default_headline
    byline: Parser[Byline] = default_byline
    dateline: Parser[Dateline] = default_dateline
    notice: NoticeFinder = notice_after
    trailer: TrailerFinder = find_trailer
    quotations: QuotationStage = find_quotations
    attributions: LearnedStage = find_attributions
    completion: RuleStage = complete_attributions
    speakers: SpeakerStage = resolve_speakers
    weights: Weights | None = field(default=None, validator=_check_type(Weights, "load_weights"))
    agencies: AgencyLexicon | None = field(
        default=None, validator=_check_type(AgencyLexicon, "agencies().with_agency")
    )

    def __attrs_post_init__(self) -> None:
        for attribute in fields(ArticleParser):
            value = getattr(self, attribute.name)
            if attribute.default is not None and not callable(value):
                kind = type(value).__name__
                raise TypeError(f"{attribute.name}: a parser or stage is needed, not {kind}")

    def parse(self, text: str, *, published: datetime.date | None = None) -> Article:
        """The story as an ``Article``. Any ``str`` parses.

        ``published`` is the day the story appeared: it settles the year of "March 14" and the
        date of "on Thursday", which stay None without it. Raises ``TypeError`` for other types.

        >>> ArticleParser().parse("LIMA (AP) - Rain fell.").dateline.places[0].country
        'PE'
        """
        published = _check(text, published)
        read, offsets = without_debris(text)
        if self.agencies is None:
            article = self._parse(read, published)
        else:
            with using_agencies(self.agencies):
                article = self._parse(read, published)
        if read is not text:
            return hand_back(article, text, offsets)
        return article if article.document is text else rebase(article, text)

    def _parse(self, text: str, published: datetime.date | None) -> Article:
        """The story as it was read: with the usual marks and capitals in its ``document``."""
        # "Ferry sails again OSLO (AP) - It ...": headline and story on one line are read as two.
        lined = unfold_head(text, self.headline, self.dateline, self.byline)
        layout = find_layout(
            lined,
            published=published,
            slugline=self.slugline,
            headline=self.headline,
            byline=self.byline,
            dateline=self.dateline,
            notice=self.notice,
            trailer=self.trailer,
        )
        prose = [
            (begin, end) for begin, (_, end) in zip(layout.prose, layout.paragraphs, strict=True)
        ]
        headline = layout.headline.span if layout.headline else None
        # "THE MAYOR SAID": where names have no capitals of their own, they are given some.
        ranges = [headline, *prose] if headline else prose
        read = read_capitals(lined, ranges)
        quotations = self.quotations(read, ranges)
        # `Robert "Bob" Gull`: nobody says "Bob". ‘No,’ and «No,» are read as “No,”.
        plain = without_their_marks(with_usual_marks(read, quotations), quotations)
        tables = tokenize(plain, prose)
        head_table = tokenize(plain, [headline])[0] if headline else None
        learned = self.attributions(plain, tables, headline=head_table, weights=self.weights)
        found = self.completion(
            plain, tables, quotations, learned, headline=head_table, published=published
        )
        paragraphs = _paragraphs(read, layout, tables)
        del tables, learned, head_table  # the greater part of what is held by now
        speakers, links = self.speakers(read, prose, quotations, found, headline)
        found = _linked(found, links)
        return _build(plain, published, layout, paragraphs, quotations, found, speakers)


# What a story is often still in, and how it gets out.
NO_TEXTS: tuple[tuple[tuple[type, ...], str], ...] = (
    ((bytes, bytearray), "; decode it first"),
    ((os.PathLike, io.IOBase), "; read it first"),
    ((list, tuple), "; parse_many takes many"),
)


def _check(text: object, published: object) -> datetime.date | None:
    if not isinstance(text, str):
        hint = next((hint for kinds, hint in NO_TEXTS if isinstance(text, kinds)), "")
        raise TypeError(f"text: a str is needed, not {type(text).__name__}{hint}")
    if isinstance(published, datetime.datetime):
        is_missing = published != published  # noqa: PLR0124 - as pandas' NaT is, a datetime too
        return None if is_missing else published.date()
    if published is not None and not isinstance(published, datetime.date):
        hint = "; datetime.date.fromisoformat reads one" if isinstance(published, str) else ""
        kind = type(published).__name__
        raise TypeError(f"published: a datetime.date is needed, not {kind}{hint}")
    return published


def _linked(
    attributions: Sequence[Attribution], links: Sequence[Speaker | None]
) -> tuple[Attribution, ...]:
    return tuple(
        attribution if speaker is None else with_field(attribution, "speaker", speaker)
        for attribution, speaker in zip(attributions, links, strict=True)
    )


def _paragraphs(text: str, layout: Layout, tables: Sequence[TokenTable]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(text, *span, sentences=tuple(Sentence(text, *s) for s in split_sentences(table)))
        for span, table in zip(layout.paragraphs, tables, strict=True)
    )


def _build(
    text: str,
    published: datetime.date | None,
    layout: Layout,
    paragraphs: tuple[Paragraph, ...],
    quotations: tuple[Quotation, ...],
    attributions: tuple[Attribution, ...],
    speakers: tuple[Speaker, ...],
) -> Article:
    return Article(
        text,
        0,
        len(text),
        published=published,
        slugline=layout.slugline,
        headline=layout.headline,
        byline=layout.byline,
        dateline=layout.dateline,
        inner_datelines=layout.inner_datelines,
        paragraphs=paragraphs,
        quotations=quotations,
        attributions=attributions,
        speakers=speakers,
        credits=layout.credits,
        notices=layout.notices,
        residue=layout.residue,
    )


_DEFAULT = ArticleParser()


def parse(text: str, *, published: datetime.date | None = None) -> Article:
    r"""One news story as an ``Article``: see ``ArticleParser.parse``.

    >>> article = parse('Bridge opens\n\nLIMA (AP) - "It holds," Ana Ruiz said.')
    >>> article.headline.text, article.dateline.agencies[0].name
    ('Bridge opens', 'Associated Press')
    """
    return _DEFAULT.parse(text, published=published)


# A story that asks for every lexicon, pattern and weight.
_SAMPLE = """BC-Bridge, 2nd Ld

Bridge reopens: mayor

By Ann Roe

LIMA, Ohio, March 14 (Reuters) - "The bridge holds," Mayor Ana Ruiz said on Monday, a spokesman for
the Foreign Ministry told Reuters. "It is safe."

Ruiz, 43, said the company's statement was wrong. The Peruvian minister denied it at a summit, and
they warned that the 1951 Road Convention "still binds us."

Brandt: No.

(Reporting by Ann Roe in Lima; Editing by Bo Li)
"""


def warm_up() -> None:
    """Load the lexicons and weights and compile the patterns now, not at the first story.

    Costs about half a second, once in a process; what is loaded is shared by all threads.

    >>> warm_up()
    """
    parse(_SAMPLE)
    parse(_SAMPLE.upper())
