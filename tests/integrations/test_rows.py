import datetime

import pytest

from diplotext.integrations.rows import to_row

DAY = datetime.date(2024, 5, 2)


@pytest.fixture
def row(story, by_hand):
    return to_row(by_hand(story, published=DAY))


def spans(value):
    """Every {start, end, text} inside a row."""
    if isinstance(value, dict):
        if "start" in value:
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_head(row):
    assert row["slugline"]["text"] == "TALKS/GENEVA"
    assert row["headline"]["text"] == "Envoys resume talks 😀"
    assert row["byline"]["names"] == ["Ann Lee"]
    assert row["byline"]["agency"] is None
    assert row["dateline"]["places"] == [{"name": "Geneva", "region": None, "country": "CH"}]
    assert row["dateline"]["agencies"] == ["TASS"]
    assert row["dateline"]["date"] == datetime.date(2024, 5, 3)


def test_attribution(row):
    (said,) = row["attributions"]
    assert [part["text"] for part in said["content"]] == ['"We are close,"', '"Not yet."']
    assert said["cue"]["lemma"] == "say"
    assert said["cue"]["stance"] == "neutral"
    assert said["source"]["form"] == "name"
    assert (said["kind"], said["zone"], said["date"]) == ("direct", "body", DAY)
    assert said["confidence"] == 0.75
    assert row["speakers"][said["speaker"]]["name"] == said["speaker_name"] == "Ivan Petrov"
    assert row["speakers"][0]["titles"] == ["Foreign Minister"]


def test_trailer(row):
    assert [(c["role"], c["names"]) for c in row["credits"]] == [
        ("reporting", ["Ann Lee"]),
        ("editing", ["Bo Ek"]),
    ]
    assert [n["kind"] for n in row["notices"]] == ["correction"]
    assert len(row["residue"]) == 1


def test_offsets_are_code_points_of_the_text(story, by_hand):
    shifted = "\n😀 " + story
    found = list(spans(to_row(by_hand(shifted))))
    assert found
    for span in found:
        assert (
            span.get("text", shifted[span["start"] : span["end"]])
            == (shifted[span["start"] : span["end"]])
        )


def test_nothing_found_is_none_or_empty(by_hand):
    row = to_row(by_hand(""))
    assert row["dateline"] is None
    assert row["byline"] is None
    assert row["attributions"] == row["speakers"] == row["quotations"] == row["credits"] == []
