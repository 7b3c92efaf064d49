import copy
import datetime
import pickle
from typing import get_args

import attrs
import pytest

from diplotext import model
from diplotext.model import (
    Article,
    Attribution,
    Cue,
    Dateline,
    Mention,
    Paragraph,
    Passage,
    Place,
    Quotation,
    Reason,
    Residue,
    Source,
    Speaker,
)

TEXT = 'LIMA (AP) - "Rain," Ana Ruiz said.\n\nShare this'


def passage(words, cls=Passage, **rest):
    start = TEXT.index(words)
    return cls(TEXT, start, start + len(words), **rest)


@pytest.fixture
def article():
    mention = passage("Ana Ruiz", Mention, form="name", reason=Reason(stage="s", evidence="full"))
    speaker = passage("Ana Ruiz", Speaker, name="Ana Ruiz", family_name="Ruiz", mentions=(mention,))
    attribution = passage(
        '"Rain," Ana Ruiz said',
        Attribution,
        content=(passage('"Rain,"'),),
        cue=passage("said", Cue, lemma="say"),
        source=passage("Ana Ruiz", Source, form="name"),
        speaker=speaker,
        kind="direct",
    )
    return Article(
        TEXT,
        0,
        len(TEXT),
        published=datetime.date(2024, 3, 15),
        dateline=passage("LIMA (AP)", Dateline, places=(passage("LIMA", Place, name="Lima"),)),
        paragraphs=(passage('LIMA (AP) - "Rain," Ana Ruiz said.', Paragraph),),
        quotations=(passage('"Rain,"', Quotation, content=passage("Rain,")),),
        attributions=(attribution,),
        speakers=(speaker,),
        residue=(passage("Share this", Residue),),
    )


CLASSES = [c for c in vars(model).values() if isinstance(c, type) and attrs.has(c)]


@pytest.mark.parametrize("cls", CLASSES)
def test_every_class_is_frozen_and_slotted(cls):
    assert not hasattr(cls, "__dict__") or "__dict__" not in dir(cls)
    assert cls.__hash__ is not object.__hash__
    assert attrs.fields(cls)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        cls.__setattr__(cls.__new__(cls), attrs.fields(cls)[0].name, None)


@pytest.mark.parametrize("name", model.__all__)
def test_all_names_what_exists(name):
    assert hasattr(model, name)


def test_text_is_the_slice_and_the_articles_text_the_string_itself(article):
    for node in article.walk():
        assert node.text == TEXT[node.start : node.end]
        assert node.span == (node.start, node.end)
        assert node.document is TEXT
    assert article.text is TEXT


def test_copies_and_pickles_are_equal_and_hash_alike(article):
    for twin in (pickle.loads(pickle.dumps(article)), copy.deepcopy(article), copy.copy(article)):
        assert twin == article
        assert hash(twin) == hash(article)
    assert attrs.evolve(article, published=None) != article


def test_a_pickled_article_holds_its_text_once(article):
    long = "x" * 100_000
    nodes = tuple(Paragraph(long, i, i + 1) for i in range(50))
    assert len(pickle.dumps(Article(long, 0, len(long), paragraphs=nodes))) < 110_000
    twin = pickle.loads(pickle.dumps(Article(long, 0, len(long), paragraphs=nodes)))
    assert len({id(node.document) for node in twin.walk()}) == 1


def test_zones_leave_only_white_space_between(article):
    assert [zone.text for zone in article.zones] == [
        'LIMA (AP) - "Rain," Ana Ruiz said.',
        "Share this",
    ]


def test_at_gives_the_nodes_outermost_first(article):
    kinds = [type(node).__name__ for node in article.at(0)]
    assert kinds == ["Article", "Paragraph", "Dateline", "Place"]
    assert article.at(len(TEXT)) == ()


@pytest.mark.parametrize("offset", [None, "0", 0.5])
def test_at_takes_whole_numbers(article, offset):
    with pytest.raises(TypeError, match="offset: a whole number is needed, not"):
        article.at(offset)


@pytest.mark.parametrize("bad", ["\ud83d", "\0", "\x1b", "\x9b"])
def test_html_holds_nothing_that_a_notebook_cannot_send(bad):
    page = Article(f"Rain {bad} fell\t\r\n", 0, 14)._repr_html_()
    assert "Rain \ufffd fell\t\r\n" in page


@pytest.mark.parametrize("name", ["Ana Ruiz", "Ruiz", "RUIZ", "Ms. Ruiz", "Ana Ruiz's"])
def test_said_by_takes_any_of_the_names(article, name):
    assert article.said_by(name) == article.attributions


@pytest.mark.parametrize("name", ["Ana", "Ruizo", "", "Lima"])
def test_said_by_takes_no_other(article, name):
    assert article.said_by(name) == ()


@pytest.mark.parametrize("name", ["Mayor Ruiz", "city mayor Ana Ruiz", "Mayor Ana Ruiz’s"])
def test_said_by_takes_the_speakers_titles(article, name):
    mayor = attrs.evolve(article.speakers[0], titles=("City Mayor",))
    said = attrs.evolve(article.attributions[0], speaker=mayor)
    titled = attrs.evolve(article, attributions=(said,), speakers=(mayor,))
    assert titled.said_by(name) == (said,)
    assert article.said_by(name) == titled.said_by(f"Vice {name}") == ()


def test_said_by_takes_a_speaker(article):
    (speaker,) = article.speakers
    assert article.said_by(speaker) == article.attributions
    assert article.said_by(attrs.evolve(speaker, name="Ana Cruz")) == ()


@pytest.mark.parametrize("name", [None, 5, b"Ruiz"])
def test_said_by_takes_nothing_else(article, name):
    with pytest.raises(TypeError, match=f"not {type(name).__name__}"):
        article.said_by(name)


def test_what_a_node_shows_of_itself(article):
    assert repr(article.dateline.places[0]).startswith("Place(0, 4, 'LIMA', name='Lima'")
    assert "=None" not in repr(article.attributions[0])
    assert "=()" not in repr(article.attributions[0])
    assert repr(Passage("x" * 100, 0, 100)) == f"Passage(0, 100, '{'x' * 40}…')"
    assert repr(article).startswith("Article(0, 46, 'LIMA (AP) - ")
    assert repr(article).endswith("paragraphs=1, quotations=1, attributions=1, speakers=1)")


def test_a_passage_contains_what_lies_inside(article):
    assert article.quotations[0].content in article.quotations[0]
    assert article.quotations[0] not in article.quotations[0].content
    assert "Rain" not in article
    assert Passage(TEXT, 3, 3)  # an empty passage is still one
    assert len(Passage(TEXT, 3, 5)) == 2


def test_html_is_escaped_and_marks_the_parts(article):
    html = article._repr_html_()
    assert "&quot;Rain,&quot;" in html
    assert 'class="source"' in html
    assert 'title="Ana Ruiz"' in html


def test_literals_are_closed_sets():
    assert set(get_args(model.AttributionKind)) == {"direct", "mixed", "indirect"}
    assert len(set(get_args(model.NoticeKind))) == len(get_args(model.NoticeKind))
