"""The weights of the learned stages: what training writes and ``load_weights`` reads."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

from attrs import field, frozen

from diplotext.attribution.learned.container import Column, read_container, write_container
from diplotext.attribution.learned.cue import CueScorer
from diplotext.attribution.learned.forest import build_forest
from diplotext.attribution.learned.mending import EdgeScorer
from diplotext.attribution.learned.ranking import Calibration, Ranker
from diplotext.attribution.learned.span_scorer import SpanScorer
from diplotext.attribution.learned.stand_in import stand_ins
from diplotext.attribution.learned.tagger import TagTable
from diplotext.attribution.learned.template import WeightTemplates
from diplotext.attribution.learned.trait import TraitScorer, pack_trait
from diplotext.attribution.learned.vocabulary import FIRST_WORD, CueHistory, Vocabulary, WordTable
from diplotext.errors import WeightsError

__all__ = ["Parameters", "Weights", "load_weights"]

_FILE = "weights_en.bin"


@frozen(eq=False)
class Parameters:
    """All that training learned, as plain numbers and words.

    ``cue``, ``span``, ``trait`` and ``edge`` map packed keys to integer weights (``span``: three,
    ``trait``: two, for being right and for being right to the word);
    ``transitions`` are the chain's 16 potentials; ``trees`` the forest's nodes (feature, number),
    tree by tree, with the number of trees and the constant; ``calibration`` its knots.
    """

    vocabulary: Vocabulary
    cue: Mapping[int, int] = field(repr=False)
    span: Mapping[int, tuple[int, int, int]] = field(repr=False)
    transitions: tuple[float, ...] = field(repr=False)
    trait: Mapping[int, tuple[int, int]] = field(repr=False)
    edge: Mapping[int, int] = field(repr=False)
    tree_features: tuple[int, ...] = field(repr=False)
    tree_numbers: tuple[float, ...] = field(repr=False)
    trees: int
    base: float
    calibration: Calibration
    least_cue: float
    least: float

    def to_bytes(self, metadata: Mapping[str, object]) -> bytes:
        """A weights file with these parameters; ``metadata`` is the training's own account."""
        words = self.vocabulary
        tags = words.tags
        numbered = sorted(words.numbers, key=words.numbers.__getitem__)
        histories = sorted(words.histories.items())
        classes, suffixes = sorted(tags.classes.items()), sorted(tags.suffixes.items())
        columns: dict[str, tuple[str, Column]] = {
            "words": ("words", numbered),
            "coarse": ("H", [words.clusters[word][0] for word in numbered]),
            "fine": ("H", [words.clusters[word][1] for word in numbered]),
            "cue words": ("words", [word for word, _ in histories]),
            "cues": ("i", [history.cues for _, history in histories]),
            "seen": ("i", [history.seen for _, history in histories]),
            "candidates": ("words", sorted(words.candidates)),
            "class words": ("words", [word for word, _ in classes]),
            "classes": ("H", [number for _, number in classes]),
            "suffixes": ("words", [suffix for suffix, _ in suffixes]),
            "suffix classes": ("H", [number for _, number in suffixes]),
            "fixed tags": ("b", tags.fixed),
            **_table("likeliest", tags.likeliest, "b"),
            **_table("after tag", tags.after_tag, "b"),
            **_table("between", tags.between, "b"),
            **_table("cue", self.cue, "h"),
            **_table("edge", self.edge, "h"),
            "trait keys": ("rising", sorted(self.trait)),
            "span keys": ("rising", sorted(self.span)),
            "transitions": ("d", self.transitions),
            "tree features": ("h", self.tree_features),
            "tree numbers": ("d", self.tree_numbers),
            "scores": ("d", self.calibration.scores),
            "chances": ("d", self.calibration.chances),
        }
        for index, name in enumerate(("span content", "span source", "span cue")):
            columns[name] = "h", [self.span[key][index] for key in sorted(self.span)]
        for index, name in enumerate(("trait right", "trait exact")):
            columns[name] = "h", [self.trait[key][index] for key in sorted(self.trait)]
        settings = {
            "trees": self.trees,
            "base": self.base,
            "least_cue": self.least_cue,
            "least": self.least,
        }
        return write_container({**metadata, "settings": settings}, columns)


def _table(name: str, table: Mapping[int, int], kind: str) -> dict[str, tuple[str, Column]]:
    keys = sorted(table)
    return {name + " keys": ("rising", keys), name: (kind, [table[key] for key in keys])}


@frozen(eq=False)
class Weights:
    """The learned stages, ready to run; to be had from ``load_weights`` or ``from_bytes``.

    ``metadata`` is the training's account: corpora, date, figures. What the stages remember of
    words and settings lives here too, so one object serves any number of stories and threads.
    Pickled are the file's bytes alone, which a process reads once however often they reach it.
    """

    data: bytes = field(repr=False)
    metadata: Mapping[str, Any]
    vocabulary: Vocabulary = field(repr=False)
    words: WordTable = field(repr=False)
    cues: CueScorer = field(repr=False)
    spans: SpanScorer = field(repr=False)
    transitions: tuple[float, ...] = field(repr=False)
    ranker: Ranker = field(repr=False)
    edges: EdgeScorer = field(repr=False)
    least_cue: float

    def __reduce__(self) -> tuple[Callable[[bytes], Weights], tuple[bytes]]:
        return _unpickle, (self.data,)

    @classmethod
    def from_bytes(cls, data: bytes) -> Weights:
        """The weights in a file's bytes. Raises ``WeightsError`` where they are not in order."""
        metadata, columns = read_container(data)
        try:
            return cls._assemble(data, metadata, columns)
        except (KeyError, ValueError, IndexError, TypeError) as error:
            raise WeightsError(f"the weights file lacks or misstates something: {error}") from error

    @classmethod
    def _assemble(
        cls, data: bytes, metadata: dict[str, Any], columns: dict[str, list[Any]]
    ) -> Weights:
        settings = metadata["settings"]
        vocabulary = _read_vocabulary(columns, metadata.get("language"))
        forest = build_forest(
            settings["base"],
            columns["tree features"],
            columns["tree numbers"],
            settings["trees"],
        )
        parts = zip(
            columns["span content"], columns["span source"], columns["span cue"], strict=True
        )
        packed = [content + (source << 14) + (cue << 28) for content, source, cue in parts]
        span = dict(zip(columns["span keys"], packed, strict=True))
        cue = dict(zip(columns["cue keys"], columns["cue"], strict=True))
        traits = map(pack_trait, columns["trait right"], columns["trait exact"])
        trait = dict(zip(columns["trait keys"], traits, strict=True))
        edge = dict(zip(columns["edge keys"], columns["edge"], strict=True))
        transitions = tuple(columns["transitions"])
        if len(transitions) != 16:
            raise ValueError("transitions")
        calibration = Calibration(tuple(columns["scores"]), tuple(columns["chances"]))
        return cls(
            data,
            metadata,
            vocabulary,
            WordTable(vocabulary),
            CueScorer(WeightTemplates(cue)),
            SpanScorer(WeightTemplates(span)),
            transitions,
            Ranker(TraitScorer(trait.get), forest, calibration, settings["least"]),
            EdgeScorer(edge.get),
            settings["least_cue"],
        )


@functools.lru_cache(maxsize=4)
def _unpickle(data: bytes) -> Weights:
    return Weights.from_bytes(data)


def _read_vocabulary(columns: dict[str, list[Any]], language: object) -> Vocabulary:
    def table(name: str) -> dict[int, int]:
        return dict(zip(columns[name + " keys"], columns[name], strict=True))

    tags = TagTable(
        dict(zip(columns["class words"], columns["classes"], strict=True)),
        dict(zip(columns["suffixes"], columns["suffix classes"], strict=True)),
        columns["fixed tags"],
        table("likeliest"),
        table("after tag"),
        table("between"),
    )
    histories = zip(columns["cue words"], columns["cues"], columns["seen"], strict=True)
    words = columns["words"]
    clusters = zip(columns["coarse"], columns["fine"], strict=True)
    return Vocabulary(
        {word: FIRST_WORD + index for index, word in enumerate(words)},
        dict(zip(words, clusters, strict=True)),
        {word: CueHistory(cues, seen) for word, cues, seen in histories},
        frozenset(columns["candidates"]),
        tags,
        stand_ins() if language == "en" else None,
    )


def load_weights(path: str | os.PathLike[str] | None = None) -> Weights:
    """The weights in a file, the package's own (English) by default.

    A file is read once, and again when its time of change or its size is another.

    Raises ``WeightsError`` where the file is damaged or of another version, ``OSError`` where it
    cannot be read.

    >>> load_weights().metadata["language"]
    'en'
    """
    if path is None:
        return _own_weights()
    status = os.stat(path)  # noqa: PTH116 - any path-like goes
    return _weights_of(os.fspath(path), status.st_mtime_ns, status.st_size)


@functools.cache
def _own_weights() -> Weights:
    return Weights.from_bytes(
        resources.files("diplotext.attribution.learned").joinpath(_FILE).read_bytes()
    )


@functools.lru_cache(maxsize=4)
def _weights_of(path: str, changed: int, size: int) -> Weights:  # noqa: ARG001 - told apart by them
    with open(path, "rb") as handle:  # noqa: PTH123 - as given
        return Weights.from_bytes(handle.read())
