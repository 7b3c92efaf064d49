"""The rule stages one by one, each on its cases."""

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.case_files import load_cases

from diplotext.attribution.build import form_of
from diplotext.attribution.field.day import find_day
from diplotext.attribution.field.occasion import find_addressee, find_occasion
from diplotext.attribution.headline.headline import find_headline_attributions
from diplotext.attribution.lemma import base_of, lemma_of
from diplotext.attribution.line.signoff import find_signoff_attributions
from diplotext.attribution.line.transcript import find_transcript_attributions
from diplotext.attribution.stance import cue_lexicon, stance_of
from diplotext.body.quotation import find_quotations


@pytest.mark.parametrize("case", load_cases("headline_attribution"))
def test_headlines(case):
    text = "\n" + case["input"] + "\n\n" + case.get("body", "Ships left the port.")
    headline = (1, 1 + len(case["input"]))
    found = find_headline_attributions(text, headline, set(case.get("speakers", ())))
    shown = [
        {"content": a.content[0].text, "cue": a.cue.text, "source": a.source.text} for a in found
    ]
    assert shown == ([case["expected"]] if case["expected"] else [])
    assert all(a.zone == "headline" and a.speaker is None for a in found)


@pytest.mark.parametrize("case", load_cases("transcript"))
def test_transcripts(case):
    text, ranges = "", []
    for paragraph in case["paragraphs"]:
        ranges.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    found = find_transcript_attributions(text, ranges)
    assert [[a.source.text, a.content[0].text] for a in found] == case["expected"]


@pytest.mark.parametrize("case", load_cases("signoff"))
def test_signoffs(case):
    text = case["input"]
    ranges = [(0, len(text))]
    found = find_signoff_attributions(text, ranges, find_quotations(text, ranges))
    shown = [[a.content[0].text, a.cue.text, a.source.text] for a in found]
    assert shown == ([case["expected"]] if case["expected"] else [])


@pytest.mark.parametrize("case", load_cases("stance"))
def test_lemma_and_stance(case):
    lemma = lemma_of(case["cue"])
    assert (lemma, stance_of(lemma)) == (case["lemma"], case["stance"])


@pytest.mark.parametrize("case", load_cases("day"))
def test_days(case):
    text = case["input"]
    published = case["published"] and datetime.date.fromisoformat(case["published"])
    found = find_day(text, 0, len(text), published)
    if case["expected"] is None:
        assert found is None
    else:
        (start, end), date = found
        assert text[start:end] == case["expected"]
        assert (date and date.isoformat()) == case["date"]


@pytest.mark.parametrize("case", load_cases("occasion"))
def test_occasions_and_addressees(case):
    text = case["input"]
    occasion = find_occasion(text, 0, len(text))
    addressee = find_addressee(text, 0, len(text))
    assert (occasion and text[slice(*occasion)]) == case["occasion"]
    assert (addressee and text[slice(*addressee)]) == case["addressee"]


def test_the_calendar_has_a_first_day():
    first = datetime.date.min
    assert find_day("said on Sunday", 0, 14, first) == ((5, 14), None)
    assert find_day("said yesterday", 0, 14, first) == ((5, 14), None)


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("Foreign Minister Ana Ruiz", "name"),
        ("Ruiz, the foreign minister,", "name"),
        ("the Kremlin", "name"),
        ("@anaruiz", "name"),
        ("the Russian top diplomat", "nominal"),
        ("a spokesman for Mr. Ruiz", "nominal"),
        ("two aides", "nominal"),
        ("", "nominal"),
        ("She", "pronoun"),
        ("who", "pronoun"),
    ],
)
def test_forms(source, form):
    assert form_of(source) == form


def _regular_forms(verb):
    ends_in_y = verb[-1] == "y" and verb[-2] not in "aeiou"
    hissing = verb.endswith(("s", "sh", "ch", "x", "z"))
    yield verb[:-1] + "ies" if ends_in_y else verb + ("es" if hissing else "s")
    yield verb[:-1] + "ied" if ends_in_y else verb + ("d" if verb[-1] == "e" else "ed")
    yield verb[:-1] + "ing" if verb[-1] == "e" and verb[-2] != "e" else verb + "ing"


def test_regular_forms_lead_back_to_their_lemma():
    wrong = {
        (form, base_of(form))
        for lemma in cue_lexicon().stances
        if lemma.isalpha()
        for form in _regular_forms(lemma)
        # Some forms are listed themselves: "finding", "warning".
        if base_of(form) != lemma and form not in cue_lexicon().stances
    }
    assert not {form for form, _ in wrong} - {"according", "lambasted", "lambasting"}


def test_the_lexicon_is_large_and_each_lemma_stands_once():
    from diplotext.lexicon.data import read_table

    stances = read_table("cues_en")["stances"]
    listed = [lemma for entry in stances.values() for lemma in entry["cues"]]
    assert len(listed) == len(set(listed)) > 300
    assert all(entry["basis"] for entry in stances.values())


@given(st.text(max_size=30))
def test_any_cue_has_a_lemma_and_a_stance(cue):
    assert stance_of(lemma_of(cue)) in cue_lexicon().stances.values()


@given(
    st.text(alphabet=st.sampled_from("“”\"':;-–— \nAQNabc.,?!()&"), max_size=60), st.integers(0, 60)
)
def test_any_string_is_read(text, cut):
    ranges = [(0, min(cut, len(text))), (min(cut, len(text)), len(text))]
    quotations = find_quotations(text, ranges)
    found = find_headline_attributions(text, ranges[0], {"abc"}, quotations)
    found += find_transcript_attributions(text, ranges, quotations)
    found += find_signoff_attributions(text, ranges, quotations)
    for attribution in found:
        parts = sorted(
            [*attribution.content, attribution.cue, attribution.source], key=lambda p: p.start
        )
        assert all(one.end <= other.start for one, other in itertools.pairwise(parts))
        assert attribution.start == parts[0].start
        assert attribution.end == parts[-1].end
