"""The article as a tree of lines, for the eye: what the command line prints.

Control characters of the story are shown as a replacement sign, so that a text from anywhere can
go to a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import field, frozen

from diplotext.formats.body import check_article
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Article, Attribution, Credit, Dateline, Passage, Speaker

__all__ = ["to_tree"]

SPACE_RE = lazy_regex(r"\s+")
# Escape sequences and marks of direction can repaint a terminal; surrogates cannot be printed.
UNSAFE_RE = lazy_regex(r"[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@frozen
class Branch:
    """A line and the lines under it."""

    line: str
    branches: Sequence[Branch] = field(default=())


def to_tree(article: Article, *, name: str = "article", width: int = 100) -> str:
    """The article as a tree of lines, none longer than ``width`` columns; no newline at the end.

    >>> print(to_tree(Article("He left.", 0, 8), name="note.txt"))
    note.txt
    """
    check_article(article)
    branches = [branch for branch in _branches(article) if branch is not None]
    return "\n".join([_fit(name, width), *_lines(branches, "", width)])


def _lines(branches: Sequence[Branch], indent: str, width: int) -> Iterator[str]:
    for branch in branches:
        is_last = branch is branches[-1]
        yield _fit(indent + ("└─ " if is_last else "├─ ") + branch.line, width)
        yield from _lines(branch.branches, indent + ("   " if is_last else "│  "), width)


def _branches(article: Article) -> Iterator[Branch | None]:
    yield _zone("slugline", article.slugline)
    yield _zone("headline", article.headline)
    yield _zone("byline", article.byline)
    yield from (_dateline(dateline) for dateline in (article.dateline, *article.inner_datelines))
    yield _count("paragraphs", article.paragraphs, _paragraphs(article))
    yield _count("quotations", article.quotations)
    said = [_attribution(attribution) for attribution in article.attributions]
    yield _count("attributions", said, branches=said)
    speakers = [_speaker(speaker) for speaker in article.speakers]
    yield _count("speakers", speakers, branches=speakers)
    yield from (_credit(credit) for credit in article.credits)
    for notice in article.notices:
        yield _zone(notice.kind, notice)
    for residue in article.residue:
        yield _zone("residue", residue)


def _zone(name: str, zone: Passage | None) -> Branch | None:
    return None if zone is None else Branch(f"{name:<12} {_plain(zone.text)}")


def _count(
    name: str, nodes: Sequence[object], more: str = "", branches: Sequence[Branch] = ()
) -> Branch | None:
    return Branch(f"{name:<12} {len(nodes)}{more}", branches) if nodes else None


def _paragraphs(article: Article) -> str:
    count = sum(len(paragraph.sentences) for paragraph in article.paragraphs)
    return f" ({count} sentence{'s' * (count != 1)})"


def _dateline(dateline: Dateline | None) -> Branch | None:
    if dateline is None:
        return None
    found = [
        Branch(f"place {_joined(place.name, place.region, place.country)}")
        for place in dateline.places
    ]
    found += [Branch(f"agency {_plain(agency.name)}") for agency in dateline.agencies]
    if dateline.date is not None:
        found.append(Branch(f"date {dateline.date.isoformat()}"))
    return Branch(f"{'dateline':<12} {_plain(dateline.text)}", found)


def _attribution(attribution: Attribution) -> Branch:
    source, speaker, cue = attribution.source, attribution.speaker, attribution.cue
    named = speaker.name if speaker else source.text if source else "?"
    words = [_plain(named)]
    if source is not None and speaker is not None and source.text != speaker.name:
        words.append(f"({_plain(source.text)})")
    if cue is not None:
        words.append(_plain(cue.text))
    zone = "headline" if attribution.zone == "headline" else None
    day = attribution.date.isoformat() if attribution.date else None
    content = " … ".join(_plain(part.text) for part in attribution.content)
    return Branch(
        f"{' '.join(words)}  [{_joined(attribution.kind, zone, day)}]", (Branch(content),)
    )


def _speaker(speaker: Speaker) -> Branch:
    known = _joined(speaker.kind, *speaker.titles, speaker.affiliation)
    count = len(speaker.mentions)
    return Branch(f"{_plain(speaker.name)}  [{known}; {count} mention{'s' * (count != 1)}]")


def _credit(credit: Credit) -> Branch:
    place = credit.place.name if credit.place else None
    names = _joined(*(name.text for name in credit.names), place)
    return Branch(f"{credit.role:<12} {names or _plain(credit.text)}")


def _joined(*parts: str | None) -> str:
    return ", ".join(_plain(part) for part in parts if part)


def _plain(text: str) -> str:
    return UNSAFE_RE.sub("\ufffd", SPACE_RE.sub(" ", text).strip())


def _fit(line: str, width: int) -> str:
    # The middle is what can go: how a quotation begins and how it ends tell it apart.
    if len(line) <= width:
        return line
    tail = width // 3
    return f"{line[: max(width - tail - 3, 0)]} … {line[len(line) - tail :]}"
