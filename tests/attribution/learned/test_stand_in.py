"""Stand-ins: words the weights have not met, read like ones they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diplotext
from diplotext.attribution import load_weights
from diplotext.attribution.learned.stand_in import stand_ins
from diplotext.lexicon.data import read_table

TABLE = read_table("stand_ins_en")
VOCABULARY = load_weights().vocabulary


def known_as(word):
    return stand_ins().known_as(word, VOCABULARY.numbers, VOCABULARY.candidates)


@pytest.mark.parametrize(
    ("word", "like"),
    [
        ("theorised", "argued"),
        ("theorises", "argues"),
        ("reckons", "believes"),
        ("foretold", "predicted"),
        ("counselled", "urged"),
        ("counseled", "urged"),
        ("prophesied", "predicted"),
        ("apologised", "apologized"),
        ("neighbours", "neighbors"),
        # What the weights know as a cue, and what stands for something else as often.
        ("reiterated", "reiterated"),
        ("recalls", "recalls"),
        ("counsel", "counsel"),
        ("contend", "contend"),
        # No spelling: nobody writes "bor", "calling" is a word of its own.
        ("our", "our"),
        ("calling", "calling"),
        ("exercise", "exercise"),
        ("four", "four"),
        ("gripped", "gripped"),
        ("", ""),
    ],
)
def test_what_a_word_is_read_like(word, like):
    assert known_as(word) == like


@given(st.one_of(st.text(max_size=12), st.sampled_from(sorted(VOCABULARY.numbers))))
def test_a_stand_in_is_known_and_stands_for_itself(word):
    like = known_as(word)
    assert like == word or like in VOCABULARY.numbers or like in VOCABULARY.candidates
    assert known_as(like) == like
    if word in VOCABULARY.candidates:
        assert like == word


@pytest.mark.parametrize("model", TABLE["verbs"])
def test_models_are_cues_the_weights_know(model):
    rows = TABLE["verbs"][model]
    assert rows["basis"]
    assert all(form in VOCABULARY.candidates for form in rows["forms"] if form)
    assert rows["like"] == sorted(set(rows["like"]))
    assert rows.get("except", []) == sorted(set(rows.get("except", [])))


def test_a_verb_stands_under_one_model():
    lemmas = [lemma for rows in TABLE["verbs"].values() for lemma in rows["like"]]
    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize(
    "verb", ["theorised", "reckoned", "conjectured", "divulged", "enquired", "prophesied"]
)
def test_a_story_with_a_verb_that_training_never_met(verb):
    said = f"Marta Veldkamp, who heads the harbour board, {verb} that the port would have to close."
    article = diplotext.parse(f"OSLO (Reuters) - The board met on Friday.\n\n{said}\n")
    found = {(a.source.text.split(",")[0], a.cue.text) for a in article.attributions if a.source}
    assert ("Marta Veldkamp", verb) in found


@pytest.mark.parametrize(
    "line",
    [
        "Veldkamp Motors recalls 1,200 vans.",
        "Her lead counsel flew to Oslo.",
        "The exercise ended on Friday.",
    ],
)
def test_lookalikes_say_nothing(line):
    article = diplotext.parse(f"OSLO (Reuters) - Rain fell on Friday.\n\n{line}\n")
    assert article.attributions == ()
