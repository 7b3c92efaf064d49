"""Articles built by hypothesis from the model's declared types: any tree the model allows."""

import datetime
import functools
import types
from typing import Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from attrs import fields
from hypothesis import strategies as st

from diplotext import model

MAX_TEXT = 60
TEXTS = st.text(max_size=MAX_TEXT)
NAMES = st.text(max_size=8)
PLAIN = {
    type(None): st.none(),
    str: NAMES,
    bool: st.booleans(),
    datetime.date: st.dates(),
}


class Plan(NamedTuple):
    """A node whose text is not known yet: so the strategies are built once, not for each text."""

    kind: type
    span: tuple[int, int]
    values: dict[str, Any]


class Speaking(NamedTuple):
    """The place of an attribution's speaker among the article's."""

    place: int


@st.composite
def articles(draw, texts=TEXTS):
    """An article over any text; its attributions' speakers are its own."""
    text = draw(texts)
    speakers = tuple(
        _build(plan, text) for plan in draw(st.lists(_plans(model.Speaker), max_size=3))
    )
    return _build(draw(_plans(model.Article)), text, speakers)


def _build(value, text, speakers=()):
    if isinstance(value, Speaking):
        return speakers[value.place] if value.place < len(speakers) else None
    if isinstance(value, Plan):
        values = {name: _build(part, text, speakers) for name, part in value.values.items()}
        if value.kind is model.Article:
            values["speakers"] = speakers
        if not issubclass(value.kind, model.Passage):
            return value.kind(**values)
        return value.kind(text, *(min(offset, len(text)) for offset in value.span), **values)
    if isinstance(value, list):
        return tuple(_build(part, text, speakers) for part in value)
    return value


@functools.cache
def _plans(kind, depth=0):
    """Plans of a class, with every field drawn by its type."""
    offsets = st.integers(0, MAX_TEXT)
    spans = st.tuples(offsets, offsets).map(sorted)
    return st.builds(Plan, st.just(kind), spans, st.fixed_dictionaries(_fields(kind, depth)))


def _fields(kind, depth):
    hints = get_type_hints(kind)
    drawn = {}
    for name in (attribute.name for attribute in fields(kind)):
        if name in {"document", "start", "end", "speakers"}:
            continue
        if (kind, name) == (model.Attribution, "speaker"):
            drawn[name] = st.none() | st.builds(Speaking, st.integers(0, 2))
        elif name == "confidence":
            drawn[name] = st.floats(0, 1)
        else:
            drawn[name] = _of(hints[name], depth)
    return drawn


def _of(hint, depth):
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*(_of(arg, depth) for arg in args))
    if origin is tuple:
        # Quotations hold quotations: not for ever.
        if args[0] is model.Quotation and depth > 1:
            return st.just([])
        return st.lists(_of(args[0], depth + 1), max_size=2)
    if origin is Literal:
        return st.sampled_from(args)
    return PLAIN[hint] if hint in PLAIN else _plans(hint, depth)


@functools.cache
def model_classes():
    """All public classes of the model."""
    named = (getattr(model, name) for name in model.__all__)
    return tuple(kind for kind in named if isinstance(kind, type))
