"""Training stage 2: a linear-chain CRF over the run-time code's keys."""

from __future__ import annotations

import functools
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from math import exp

from diplotext.attribution.learned.block import Unit, group_blocks, join_blocks
from diplotext.attribution.learned.chunk import Chunks, cut_chunks, token_codes
from diplotext.attribution.learned.span import SCALE, score_window
from diplotext.attribution.learned.span_scorer import SpanScorer
from diplotext.attribution.learned.window import Window, find_window
from diplotext.body.token import INSIDE
from training.bag import Bag, BagTemplates
from training.gold import GoldAttribution, GoldStory

L1, L2 = 0.7, 0.05
ROUNDS = 45
MIN_COUNT = 3
_LABELS = "OCSQ"
_TIES = "OQSC"  # the later wins where a chunk is as much one as the other


def gold_units(
    story: GoldStory, least: float
) -> Iterator[tuple[Unit, list[int], list[GoldAttribution]]]:
    """Each unit with attributions, its blocks' offsets, and they; gold heads are heads."""
    for group in group_blocks(story.blocks):
        inside = {block.index for block in group}
        own = [a for a in story.attributions if a.head and a.head[0] in inside]
        if not own:
            continue
        offsets = {}
        offset = 0
        for block in group:
            offsets[block.index] = offset
            offset += len(block.types)
        unit = join_blocks(group, least)
        unit.cues = dict(unit.cues)
        heads = {offsets[a.head[0]] + a.head[1] for a in own if a.head}
        for head in heads:
            unit.cues.setdefault(head, 0.0)
        unit.heads = sorted(heads | set(unit.heads))
        yield unit, [offsets.get(index, -1) for index in range(len(story.blocks))], own


def label_tokens(attribution: GoldAttribution, offsets: list[int]) -> dict[int, str]:
    """The gold label of each token of a unit that has one."""
    labels = {}
    roles = (("C", attribution.content), ("S", attribution.source), ("Q", attribution.cue))
    for label, tokens in roles:
        for block, token in tokens:
            if offsets[block] >= 0:
                labels[offsets[block] + token] = label
    return labels


def label_chunk(labels: dict[int, str], start: int, end: int) -> str:
    """The label that most tokens of a chunk have."""
    counts = Counter(labels.get(token, "O") for token in range(start, end))
    return max(counts, key=lambda label: (counts[label], _TIES.index(label)))


def gold_windows(
    stories: Iterable[GoldStory], least: float
) -> Iterator[tuple[Window, dict[int, str]]]:
    """The window of each gold head, and the labels of its tokens."""
    for story in stories:
        for unit, offsets, attributions in gold_units(story, least):
            unit.edges = frozenset(unit.bounds)
            unit.codes = token_codes(unit)
            cut: dict[bool, Chunks] = {}
            for attribution in attributions:
                assert attribution.head is not None
                head = offsets[attribution.head[0]] + attribution.head[1]
                whole = unit.quotes[head] != INSIDE
                if whole not in cut:
                    cut[whole] = cut_chunks(unit, whole_quotes=whole)
                if head in cut[whole].at:
                    yield (
                        find_window(unit, cut[whole], head),
                        label_tokens(attribution, offsets),
                    )


@functools.cache
def bag_scorer() -> SpanScorer:
    """The scorer that collects keys; its tables take a while to make, so there is one."""
    return SpanScorer(BagTemplates())


def sequences(
    stories: Iterable[GoldStory], least: float
) -> Iterator[tuple[list[list[str]], list[str]]]:
    """The features and the label of each chunk of each gold window."""
    scorer = bag_scorer()
    for window, labels in gold_windows(stories, least):
        chunks = window.chunks
        features, targets = [], []
        for place, bag in zip(
            range(window.first, window.last), score_window(window, scorer), strict=True
        ):
            if place == window.at:
                features.append(["CUE"])
                targets.append("Q")
            else:
                assert isinstance(bag, Bag)
                features.append(list(map(str, bag.keys)))
                targets.append(label_chunk(labels, chunks.starts[place], chunks.ends[place]))
        yield features, targets


def train_spans(
    data: Iterable[tuple[list[list[str]], list[str]]],
    *,
    l1: float = L1,
    l2: float = L2,
    rounds: int = ROUNDS,
    min_count: int = MIN_COUNT,
) -> tuple[dict[int, tuple[int, int, int]], list[float]]:
    """Integer weights of content, source and cue, and the potentials of the transitions."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False, algorithm="lbfgs")
    trainer.set_params(
        {
            "c1": l1,
            "c2": l2,
            "max_iterations": rounds,
            "feature.minfreq": min_count,
            "feature.possible_transitions": True,
        }
    )
    for features, labels in data:
        trainer.append(features, labels)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "spans.crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    weights: dict[int, dict[str, float]] = {}
    for (attribute, label), weight in info.state_features.items():
        if attribute != "CUE":
            weights.setdefault(int(attribute), {})[label] = weight
    quantised: dict[int, tuple[int, int, int]] = {}
    for key, by_label in weights.items():
        outside = by_label.get("O", 0.0)
        content, source, cue = (quantise(by_label.get(label, 0.0) - outside) for label in "CSQ")
        if content or source or cue:
            quantised[key] = content, source, cue
    potentials = [
        exp(info.transitions.get((before, after), 0.0)) for before in _LABELS for after in _LABELS
    ]
    return quantised, potentials


def quantise(weight: float) -> int:
    return round(weight * SCALE)
