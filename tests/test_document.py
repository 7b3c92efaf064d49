"""What replaces what in an ``ArticleParser``, and that it travels."""

import copy
import datetime
import io
import json
import pickle
import threading
from pathlib import Path

import pytest
from tests.case_files import CASES

import diplotext
from diplotext import ArticleParser
from diplotext.attribution import load_weights
from diplotext.combinators import Miss
from diplotext.lexicon import AgencyEntry, agencies

TEXT = 'Bridge opens\n\nLIMA (HBRN) - "It holds," Ana Ruiz said.'
HOUSE = AgencyEntry(id="harbour", name="Harbour News", aliases=("HBRN",))


def agency_id(article):
    return article.dateline.agencies[0].id


def test_an_agency_added_at_run_time_is_known_to_that_parser_only():
    parser = ArticleParser(agencies=agencies().with_agency(HOUSE))
    assert agency_id(parser.parse(TEXT)) == "harbour"
    assert agency_id(diplotext.parse(TEXT)) is None


def test_parsers_with_other_lexicons_do_not_meet_in_threads():
    parsers = [ArticleParser(agencies=agencies().with_agency(HOUSE)), ArticleParser()]
    found = [[], []]

    def run(number):
        for _ in range(30):
            found[number].append(agency_id(parsers[number].parse(TEXT)))

    threads = [threading.Thread(target=run, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found[0]) == {"harbour"}
    assert set(found[1]) == {None}


def test_a_parser_with_its_own_lexicon_can_be_pickled():
    parser = ArticleParser(agencies=agencies().with_agency(HOUSE))
    assert agency_id(pickle.loads(pickle.dumps(parser)).parse(TEXT)) == "harbour"
    assert pickle.loads(pickle.dumps(ArticleParser())).parse(TEXT) == diplotext.parse(TEXT)


def test_a_parser_with_its_own_weights_can_be_pickled():
    parser = ArticleParser(weights=load_weights())
    parser.parse(TEXT)  # what the stages remember stays here
    twins = [pickle.loads(pickle.dumps(parser)), copy.deepcopy(parser)]
    twins.append(pickle.loads(pickle.dumps(parser.parse)).__self__)
    assert all(twin.parse(TEXT) == diplotext.parse(TEXT) for twin in twins)
    assert twins[0].weights is twins[1].weights is twins[2].weights  # read once in a process


def test_weights_and_agencies_of_a_wrong_type_are_refused_at_once():
    with pytest.raises(
        TypeError, match=r"^weights: Weights is needed, not str; load_weights gives"
    ):
        ArticleParser(weights="weights.bin")
    with pytest.raises(TypeError, match=r"^agencies: AgencyLexicon is needed, not list; agencies"):
        ArticleParser(agencies=[HOUSE])


@pytest.mark.parametrize("name", ["slugline", "dateline", "trailer", "quotations", "speakers"])
def test_what_is_no_parser_is_refused_at_once(name):
    with pytest.raises(TypeError, match=f"^{name}: a parser or stage is needed, not NoneType"):
        ArticleParser(**{name: None})


class NotATime(datetime.datetime):
    """As pandas has it for a day that is missing: a datetime, equal to nothing, without a date."""

    __hash__ = datetime.datetime.__hash__

    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def date(self):
        raise ValueError("NaTType does not support date")


def test_a_missing_day_of_a_data_frame_is_none():
    article = diplotext.parse("LIMA, March 14 (AP) - Rain fell.", published=NotATime(1, 1, 1))
    assert (article.published, article.dateline.date) == (None, None)


def test_zones_can_be_switched_off():
    def none(_text, pos, /):
        return Miss(pos)

    article = ArticleParser(headline=none, dateline=none).parse(TEXT)
    assert article.headline is None
    assert article.dateline is None
    assert len(article.paragraphs) == 2


def test_stages_can_be_replaced():
    parser = ArticleParser(
        attributions=lambda *_, **__: (),
        completion=lambda _text, _tables, _quotations, found, **__: tuple(found),
        quotations=lambda _text, _ranges: (),
    )
    article = parser.parse(TEXT)
    assert article.attributions == article.quotations == article.speakers == ()
    assert article.dateline.places[0].name == "Lima"


def test_a_stage_sees_what_came_before():
    seen = {}

    def speakers(text, paragraphs, quotations, attributions, headline, /):
        seen.update(paragraphs=paragraphs, headline=headline, count=len(attributions))
        return (), tuple(None for _ in attributions)

    article = ArticleParser(speakers=speakers).parse(TEXT)
    assert [TEXT[a:b] for a, b in seen["paragraphs"]] == ['"It holds," Ana Ruiz said.']
    assert seen["headline"] == (0, 12)
    assert seen["count"] == len(article.attributions) == 1
    assert article.attributions[0].speaker is None


def test_a_headline_that_is_all_there_is_has_its_sayings():
    line = "\"'Yes,' he told me, 'no,'\" she said"
    article = diplotext.parse(f"{line}\n\n{line}")  # the second is the first, printed twice
    assert article.headline is not None
    assert not article.paragraphs
    assert {said.source.text for said in article.attributions} <= {"he", "she"}


def strings_of(value):
    """All strings in a value read from JSON: the texts of cases, and what is found in them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings_of(part)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_what_is_found_is_a_story_by_itself_and_with_a_word_a_line(path):
    # "APA-Lagos (Nigeria)" at the end of a text, "(Web | editor: Ann Roe)" over the end of a line.
    for text in {*strings_of(json.loads(path.read_text(encoding="utf-8")))}:
        assert diplotext.parse(text).text == text
        wrapped = text.replace(" ", "\n")
        assert diplotext.parse(wrapped).text == wrapped


@pytest.mark.parametrize(
    ("labels", "first"),
    [
        ("[TEXT]", "According"),
        ("[Report] [Excerpts]", "According"),
        ("[TEXT] [CONTINUED]", "According"),
        ("[Speech] [President Jose Solano] [Text]", "[Speech]"),  # who speaks is told
        ("[Solano]", "[Solano]"),
        ("[They]", "[They]"),
    ],
)
def test_what_a_monitor_says_of_its_text_is_no_word_of_the_story(labels, first):
    text = f"LIMA, 21 OCT 89 (AFP) -- {labels} According to the police, two people died."
    paragraph = diplotext.parse(text).paragraphs[0]
    assert paragraph.start == 0
    assert paragraph.sentences[0].text.split()[0] == first


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        (b"A.", "bytes; decode it first"),
        (Path("a.txt"), "read it first"),
        (io.StringIO("A."), "StringIO; read it first"),
        (["A."], "list; parse_many takes many"),
        (None, "NoneType$"),
    ],
)
def test_what_holds_a_text_is_told_how_to_give_it(value, hint):
    with pytest.raises(TypeError, match=hint):
        diplotext.parse(value)


def test_a_name_in_capitals_before_a_code_of_shares():
    text = "It rained. Shares of LUND KVKa.N rose, LUND KVKa.N said on Monday."
    assert [a.speaker.name for a in diplotext.parse(text).attributions if a.speaker] == ["LUND"]
