"""The story's parts as the exchange formats want them: plain text, one value a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplotext.model import Article, Attribution, Passage, Place

__all__ = [
    "check_article",
    "content_of",
    "credit_text",
    "edge_text",
    "headline_of",
    "notice_text",
    "one_line",
    "paragraph_texts",
    "place_name",
]


def check_article(article: object) -> None:
    """Raise ``TypeError`` for what is no article, by every writer's first line.

    >>> check_article("He left.")
    Traceback (most recent call last):
    TypeError: article: an Article is needed, not str
    """
    if not isinstance(article, Article):
        raise TypeError(f"article: an Article is needed, not {type(article).__name__}")


def one_line(text: str) -> str:
    r"""The text with every run of white space as one space.

    >>> one_line("ships  would\n sail ")
    'ships would sail'
    """
    return " ".join(text.split())


def headline_of(article: Article) -> str | None:
    """The headline without its tag (``UPDATE 1-``) and on one line, None where there is none.

    >>> from diplotext.model import Headline
    >>> text = "UPDATE 1-Ships sail"
    >>> line = Headline(text, 0, 19, tag=Passage(text, 0, 9))
    >>> headline_of(Article(text, 0, 19, headline=line)), headline_of(Article(text, 0, 19))
    ('Ships sail', None)
    """
    if article.headline is None:
        return None
    tag = article.headline.tag
    start = tag.end if tag is not None else article.headline.start
    return edge_text(article.document[start : article.headline.end])


def edge_text(text: str) -> str:
    """The text on one line, without the dash or colon that joined it to what stood before.

    >>> edge_text(" -- Ships sail - again"), edge_text("Ships sail:")
    ('Ships sail - again', 'Ships sail:')
    """
    return one_line(text).lstrip("-–—: ")


def paragraph_texts(article: Article) -> Iterator[str]:
    """Each paragraph on one line, without the dateline that opens it.

    >>> from diplotext.model import Dateline, Paragraph
    >>> text = "LIMA (AP) - Rain fell."
    >>> parts = {"dateline": Dateline(text, 0, 11), "paragraphs": (Paragraph(text, 0, 22),)}
    >>> list(paragraph_texts(Article(text, 0, 22, **parts)))
    ['Rain fell.']
    """
    dateline_at = {
        dateline.start: dateline.end
        for dateline in (article.dateline, *article.inner_datelines)
        if dateline is not None
    }
    for paragraph in article.paragraphs:
        end = dateline_at.get(paragraph.start)
        text = article.document[paragraph.start if end is None else end : paragraph.end]
        yield one_line(text) if end is None else edge_text(text)


def credit_text(article: Article) -> str:
    """All credits on one line, "" where there are none.

    Credits of one block tile it, each with the separator behind it: they are joined as printed,
    others by a semicolon.

    >>> from diplotext.model import Credit
    >>> text = "(Reporting by A; Editing by B)"
    >>> spans = ((0, 17, "reporting"), (17, 30, "editing"))
    >>> credits = tuple(Credit(text, start, end, role=role) for start, end, role in spans)
    >>> credit_text(Article(text, 0, 30, credits=credits))
    '(Reporting by A; Editing by B)'
    """
    pieces: list[str] = []
    end = article.start
    for credit in article.credits:
        if pieces and credit.start > end:
            pieces.append("; ")
        pieces.append(credit.text)
        end = credit.end
    return one_line("".join(pieces))


def content_of(attribution: Attribution) -> str:
    """What was said, on one line; the pieces of a split quote are joined by a space.

    >>> text = "Rain, she said, fell."
    >>> content_of(Attribution(text, 0, 20, content=(Passage(text, 0, 4), Passage(text, 16, 20))))
    'Rain fell'
    """
    return " ".join(one_line(part.text) for part in attribution.content)


def notice_text(article: Article, kinds: Iterable[str] | None = None) -> str | None:
    """The desk's notices, those of the given kinds, a line each; None where there is none.

    >>> from diplotext.model import Notice
    >>> article = Article("-30-", 0, 4, notices=(Notice("-30-", 0, 4, kind="end mark"),))
    >>> notice_text(article, ["end mark"]), notice_text(article, ["copyright"])
    ('-30-', None)
    """
    wanted = None if kinds is None else frozenset(kinds)
    found: list[Passage] = [n for n in article.notices if wanted is None or n.kind in wanted]
    return "\n".join(one_line(notice.text) for notice in found) or None


def place_name(place: Place) -> str:
    """The name with its region or country, as far as they are known.

    >>> place_name(Place("LIMA", 0, 4, name="Lima", country="PE"))
    'Lima, PE'
    >>> place_name(Place("LIMA", 0, 4, name="Lima"))
    'Lima'
    """
    return ", ".join(part for part in (place.name, place.region or place.country) if part)
