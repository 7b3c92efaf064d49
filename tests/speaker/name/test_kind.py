"""What a speaker of one word is, of whom the story tells nothing else."""

import pytest
from tests.case_files import load_cases
from tests.marked_story import resolve_marked

import diplotext


@pytest.mark.parametrize(
    "sentence",
    [
        "Okafor, 43, said rain fell.",
        "Okafor, aged 43, said rain fell.",
        "“I am tired,” Okafor said.",
        "“It is my boat,” Okafor said.",
    ],
)
def test_a_person(sentence):
    (speaker,) = diplotext.parse(f"LIMA (AP) - {sentence}").speakers
    assert (speaker.name, speaker.kind, speaker.family_name) == ("Okafor", "person", "Okafor")


@pytest.mark.parametrize(
    "sentence",
    [
        "Kvik said it would close two plants.",
        "Kvik said I-95 would close.",
        "Kvik, 43 percent of it state-owned, said rain fell.",
        "Kvik said I would see rain.",
        "“We close plants in May,” Kvik said.",
    ],
)
def test_a_body(sentence):
    speaker = diplotext.parse(f"LIMA (AP) - {sentence}").speakers[0]
    assert (speaker.name, speaker.kind, speaker.family_name) == ("Kvik", "organization", None)


@pytest.mark.parametrize("case", load_cases("speaker_kind"))
def test_a_person_or_a_body_of_several_words(case):
    speaker = resolve_marked(case["story"]).links[-1]
    assert (speaker.name, speaker.kind) == (case["name"], case["kind"])
