"""The spaCy component: ``nlp.add_pipe("diplotext")``.

The component parses ``doc.text`` and leaves

- four span groups, ``doc.spans["quotations"]``, ``["contents"]``, ``["cues"]`` and
  ``["sources"]``. spaCy's spans are of tokens: where a range of ours ends inside a token, the
  span takes in the whole token. ``span.id_`` is the number of the quotation or attribution, the
  same for its content, cue and source; ``span.label_`` is the role, the kind, the lemma or the
  form; ``span.kb_id_`` of content, cue and source is the speaker's name, if there is one;
- ``doc._.diplotext``, the ``Article``, with its exact ranges. It is kept in
  ``doc.user_data["diplotext"]`` as plain values, so it survives ``to_bytes``, pickling and
  ``nlp.pipe(n_process=2)``, and a ``DocBin(store_user_data=True)``. The groups survive any DocBin.

The day of publication is read from ``doc.user_data["published"]``, a date or ISO text.

Needs the extra ``diplotext[spacy]``. spaCy finds the component through an entry point, which it
loads for every pipeline of every user; so this module imports as little as it can, and nothing of
the parser before the first document.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from diplotext.model import Article, Attribution, Passage

__all__ = ["GROUPS", "KEY", "annotate", "article_of", "make_component"]

KEY = "diplotext"
GROUPS = ("quotations", "contents", "cues", "sources")

Labelled = tuple[Passage, int, str, str]


def make_component(nlp: Any, name: str) -> Callable[[Any], Any]:  # noqa: ARG001 - spaCy's call
    """The factory that ``nlp.add_pipe("diplotext")`` calls: ``annotate``, always.

    >>> make_component(nlp=None, name="diplotext").__name__
    'annotate'
    """
    return annotate


def annotate(doc: Any) -> Any:
    """The document, with its span groups and its article.

    Raises ``ValueError`` where ``doc.user_data["published"]`` is text but no ISO date.
    """
    from diplotext.document import parse
    from diplotext.formats.json import to_dict

    article = parse(doc.text, published=_published(doc.user_data.get("published")))
    for group, spans in _groups(article).items():
        doc.spans[group] = list(_token_spans(doc, spans))
    data = to_dict(article)
    del data["text"]  # the document has it
    doc.user_data[KEY] = data
    return doc


def article_of(doc: Any) -> Article | None:
    """The article of a document that went through the component, or None; ``doc._.diplotext``.

    It is read anew at each call, so keep it rather than ask twice. Raises ``FormatError`` where
    the text is no longer the one that was parsed, as in a slice made with
    ``Span.as_doc(copy_user_data=True)``.

    >>> class Unparsed:
    ...     user_data = {}
    >>> article_of(Unparsed()) is None
    True
    """
    from diplotext.formats.json import from_dict

    data = doc.user_data.get(KEY)
    return None if data is None else from_dict({**data, "text": doc.text})


def _published(value: Any) -> datetime.date | None:
    if isinstance(value, str):
        return datetime.datetime.fromisoformat(value).date() if value else None
    day: datetime.date | None = value  # what is no day, `parse` tells
    return day


def _groups(article: Article) -> dict[str, list[Labelled]]:
    """For each group its ranges, each with its number, its label and its speaker's name."""
    groups: dict[str, list[Labelled]] = {group: [] for group in GROUPS}
    for number, quotation in enumerate(article.quotations):
        groups["quotations"].append((quotation, number, quotation.role, ""))
    for number, attribution in enumerate(article.attributions):
        for group, part, label in _parts(attribution):
            name = attribution.speaker.name if attribution.speaker else ""
            groups[group].append((part, number, label, name))
    return groups


def _parts(attribution: Attribution) -> Iterator[tuple[str, Passage, str]]:
    for part in attribution.content:
        yield "contents", part, attribution.kind
    if attribution.cue:
        yield "cues", attribution.cue, attribution.cue.lemma
    if attribution.source:
        yield "sources", attribution.source, attribution.source.form


def _token_spans(doc: Any, ranges: Iterable[Labelled]) -> Iterator[Any]:
    for passage, number, label, name in ranges:
        span = doc.char_span(
            passage.start,
            passage.end,
            label=label,
            kb_id=name,
            span_id=str(number),
            alignment_mode="expand",
        )
        if span is not None:
            yield span


def _register() -> None:
    """Make the component known to spaCy; without spaCy this module can still be read about."""
    try:
        from spacy.language import Language
        from spacy.tokens import Doc
    except ImportError:
        return
    Language.factory(KEY, assigns=["doc._.diplotext"], func=make_component)
    Doc.set_extension(KEY, getter=article_of, force=True)


_register()
