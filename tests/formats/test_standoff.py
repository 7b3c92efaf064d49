"""brat stand-off: read back as brat reads it, it gives the spans of the article."""

from hypothesis import given
from tests.formats.sample import ARTICLE, EMPTY, TEXT
from tests.strategies_model import articles

from diplotext.formats.standoff import to_standoff


def read(ann):
    """Spans and events of a stand-off text."""
    spans, events, notes = {}, [], {}
    for line in ann.split("\n")[:-1]:
        key, fields, *rest = line.split("\t")
        if key[0] == "T":
            role, offsets = fields.split(" ", 1)
            spans[key] = (role, [tuple(map(int, o.split(" "))) for o in offsets.split(";")], *rest)
        elif key[0] == "E":
            events.append([tuple(argument.split(":")) for argument in fields.split(" ")])
        else:
            notes[fields] = rest[0]
    return spans, events, notes


def test_the_story():
    spans, events, notes = read(to_standoff(ARTICLE))
    first = dict(events[0])
    assert list(first) == ["Attribution", "Content", "Cue", "Source"]
    role, offsets, words = spans[first["Content"]]
    assert role == "Content"
    # The quotation runs over a line end, so that it is three fragments, not two.
    assert [TEXT[start:end] for start, end in offsets] == [
        '"We got <what> we',
        'came for,"',
        "\"Nobody called it a 'win'.\"",
    ]
    assert words == '"We got <what> we came for," "Nobody called it a \'win\'."'
    assert spans[first["Attribution"]][1:] == spans[first["Cue"]][1:]
    assert notes == {"AnnotatorNotes E1": "Tomas Reyes", "AnnotatorNotes E2": "Tomas Reyes"}


def test_without_a_cue_the_source_is_the_trigger():
    spans, events, _ = read(to_standoff(ARTICLE))
    third = dict(events[2])
    assert "Cue" not in third
    assert spans[third["Attribution"]][1:] == spans[third["Source"]][1:]


def test_nothing_said_is_an_empty_file():
    assert to_standoff(EMPTY) == ""


@given(articles())
def test_every_fragment_is_of_the_text_and_on_one_line(article):
    spans, events, _ = read(to_standoff(article))
    assert len(events) == len(article.attributions)
    for _, offsets, words in spans.values():
        printed = " ".join(article.document[slice(*o)] for o in offsets)
        assert words == printed.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        assert all(start < end for start, end in offsets)
