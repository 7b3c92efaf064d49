"""The attributions as brat stand-off, in the roles of PARC 3.0 and PolNeAR.

``T`` lines are spans (Content, Cue, Source, and Attribution, which is the cue again as the event's
trigger), ``E`` lines the attributions, ``#`` notes the speakers. Offsets are code points, end
exclusive. A span that runs over a line end is cut there, as brat requires; a lone surrogate, which
no file can hold, is written as a sign of replacement, of the same length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diplotext.formats.body import check_article, one_line
from diplotext.lazy_pattern import lazy_regex
from diplotext.model import Article, Attribution, Passage

__all__ = ["to_standoff"]

# What ends a line, and the white space around it; a tab would end the field.
BREAK_RE = lazy_regex(r"\s*[\r\n\t\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
SURROGATE_RE = lazy_regex(r"[\ud800-\udfff]")


def to_standoff(article: Article) -> str:
    r"""The text of an ``.ann`` file; the story itself is the ``.txt`` beside it.

    >>> from diplotext.model import Cue, Source
    >>> text = 'He said: "Go."'
    >>> said = Attribution(text, 0, 14, content=(Passage(text, 9, 14),),
    ...     cue=Cue(text, 3, 7, lemma="say"), source=Source(text, 0, 2, form="pronoun"))
    >>> print(to_standoff(Article(text, 0, 14, attributions=(said,))), end="")
    T1	Content 9 14	"Go."
    T2	Cue 3 7	said
    T3	Source 0 2	He
    T4	Attribution 3 7	said
    E1	Attribution:T4 Content:T1 Cue:T2 Source:T3
    """
    check_article(article)
    lines: list[str] = []
    count = 0
    for number, attribution in enumerate(article.attributions, 1):
        arguments: list[str] = []
        for role, passages in _roles(attribution):
            fragments = list(_fragments(passages))
            if not fragments:
                continue
            count += 1
            offsets = ";".join(f"{start} {end}" for start, end in fragments)
            words = " ".join(article.document[start:end] for start, end in fragments)
            lines.append(f"T{count}\t{role} {offsets}\t{words}")
            arguments.append(f"{role}:T{count}")
        # The trigger comes first in the event.
        lines.append(f"E{number}\t{' '.join(arguments[-1:] + arguments[:-1])}")
        if attribution.speaker is not None:
            note = one_line(attribution.speaker.name)
            lines.append(f"#{number}\tAnnotatorNotes E{number}\t{note}")
    return SURROGATE_RE.sub("\ufffd", "".join(line + "\n" for line in lines))


def _roles(attribution: Attribution) -> Iterator[tuple[str, Iterable[Passage]]]:
    cue = (attribution.cue,) if attribution.cue is not None else ()
    source = (attribution.source,) if attribution.source is not None else ()
    yield "Content", attribution.content
    yield "Cue", cue
    yield "Source", source
    yield "Attribution", cue or source or attribution.content


def _fragments(passages: Iterable[Passage]) -> Iterator[tuple[int, int]]:
    for passage in passages:
        start = passage.start
        for found in BREAK_RE.finditer(passage.document, passage.start, passage.end):
            if found.start() > start:
                yield start, found.start()
            start = found.end()
        if passage.end > start:
            yield start, passage.end
