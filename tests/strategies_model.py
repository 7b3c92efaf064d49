"""Articles built by hypothesis from the model's declared types: any tree the model allows."""

import datetime
import functools
import types
from typing import Literal, Union, get_args, get_origin, get_type_hints

from attrs import fields
from hypothesis import strategies as st

from diplotext import model

TEXTS = st.text(max_size=60)
NAMES = st.text(max_size=8)


@st.composite
def articles(draw, texts=TEXTS):
    """An article over any text; its attributions' speakers are its own."""
    text = draw(texts)
    speakers = tuple(draw(st.lists(nodes(text, model.Speaker), max_size=3)))
    attributions = st.lists(nodes(text, model.Attribution, speakers), max_size=3).map(tuple)
    return draw(nodes(text, model.Article, speakers, attributions=attributions))


def nodes(text, kind, speakers=(), depth=0, **given):
    """Nodes of a class, with every field drawn by its type."""
    drawn = _fields(text, kind, speakers, depth) | given
    return st.builds(_node_maker(text, kind), _spans(text), **drawn)


def _node_maker(text, kind):
    def make(span, **values):
        return kind(text, *span, **values) if issubclass(kind, model.Passage) else kind(**values)

    return make


def _spans(text):
    offsets = st.integers(0, len(text))
    return st.tuples(offsets, offsets).map(sorted).map(tuple)


def _fields(text, kind, speakers, depth):
    hints = get_type_hints(kind)
    drawn = {}
    for attribute in fields(kind):
        name = attribute.name
        if name in {"document", "start", "end"} or (kind, name) == (model.Article, "attributions"):
            continue
        if name == "speakers":
            drawn[name] = st.just(speakers)
        elif (kind, name) == (model.Attribution, "speaker"):
            drawn[name] = st.sampled_from([None, *speakers])
        elif name == "confidence":
            drawn[name] = st.floats(0, 1)
        else:
            drawn[name] = _of(hints[name], text, speakers, depth)
    return drawn


def _of(hint, text, speakers, depth):
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*(_of(arg, text, speakers, depth) for arg in args))
    if origin is tuple:
        # Quotations hold quotations: not for ever.
        if args[0] is model.Quotation and depth > 1:
            return st.just(())
        return st.lists(_of(args[0], text, speakers, depth + 1), max_size=2).map(tuple)
    if origin is Literal:
        return st.sampled_from(args)
    if hint in PLAIN:
        return PLAIN[hint]
    return nodes(text, hint, speakers, depth)


PLAIN = {
    type(None): st.none(),
    str: NAMES,
    bool: st.booleans(),
    datetime.date: st.dates(),
}


@functools.cache
def model_classes():
    """All public classes of the model."""
    named = (getattr(model, name) for name in model.__all__)
    return tuple(kind for kind in named if isinstance(kind, type))
