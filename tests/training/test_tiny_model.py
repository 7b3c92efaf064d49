"""The training pipeline end to end, on the project's own annotated stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplotext.attribution.learned.stage import find_attributions
from diplotext.attribution.learned.weights import Weights, load_weights
from diplotext.body.token import tokenize
from diplotext.errors import WeightsError

for needed in ("numpy", "scipy", "sklearn", "pycrfsuite"):
    pytest.importorskip(needed, reason=f"training needs {needed} (extra 'training')")

from training.corpus import read_stories  # noqa: E402 - after the skip
from training.forest_model import TreeSettings  # noqa: E402 - after the skip
from training.silver import TaggedParagraph, tables_of  # noqa: E402 - after the skip
from training.train import Log, Settings, train  # noqa: E402 - after the skip

EXAMPLES = Path(__file__).parents[2] / "training" / "examples"
SETTINGS = Settings(
    folds=2,
    rank_folds=2,
    min_count=1,
    span_min_count=1,
    trait_min_count=1,
    trees=(TreeSettings(rounds=10, rate=0.2, leaves=4, least_rows=3),),
)
# Penn tags for the merged ones that are no Penn tags.
PENN = {"W": "WP", "Q": "``", "X": "FW"}


def table_teacher(paragraphs):
    """Tags by the package's own table, so that the test needs no spaCy."""
    from diplotext.attribution.learned.tagger import TAGS

    tagger = load_weights().vocabulary.tags
    tagged = []
    for table in tables_of(paragraphs):
        tags = [TAGS[tag] for tag in tagger.tag([tagger.class_of(w) for w in table.words])]
        tags = [PENN.get(tag, tag) for tag in tags]
        tagged.append(TaggedParagraph(table.words, tags, table.sentence_starts))
    return tagged


@pytest.fixture(scope="module")
def data():
    stories = read_stories(str(EXAMPLES))
    return train(stories, [], table_teacher, SETTINGS, Log()).to_bytes({"language": "en"})


def test_the_examples_are_read():
    stories = read_stories(str(EXAMPLES))
    assert len(stories) == 8
    assert sum(len(story.annotations) for story in stories) > 40
    for story in stories:
        for annotation in story.annotations:
            for start, end in annotation.content + annotation.cue + annotation.source:
                assert story.text[start:end] == story.text[start:end].strip() != ""


def test_a_tiny_model_finds_what_it_was_trained_on(data):
    weights = Weights.from_bytes(data)
    found = gold = right = 0
    for story in read_stories(str(EXAMPLES)):
        tables = tokenize(story.text, story.ranges)
        attributions = find_attributions(story.text, tables, weights=weights)
        contents = {annotation.content[0][0] for annotation in story.annotations}
        found += len(attributions)
        gold += len(contents)
        right += len({a.content[0].start for a in attributions} & contents)
    assert right > 0.5 * gold
    assert right > 0.5 * found


def test_training_is_deterministic(data):
    stories = read_stories(str(EXAMPLES))
    again = train(stories, [], table_teacher, SETTINGS, Log()).to_bytes({"language": "en"})
    assert again == data


def test_a_kept_vocabulary_needs_no_teacher(data):
    stories = read_stories(str(EXAMPLES))
    kept = Weights.from_bytes(data).vocabulary
    again = train(stories, [], None, SETTINGS, Log(), kept)
    assert again.to_bytes({"language": "en"}) == data


def test_a_file_without_its_columns_is_refused(data):
    with pytest.raises(WeightsError):
        Weights.from_bytes(data[:-100])
