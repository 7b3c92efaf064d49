import datetime
import pickle
import subprocess
import sys
from types import SimpleNamespace

import pytest

from diplotext.integrations.spacy import GROUPS, annotate, article_of, make_component

DAY = datetime.date(2024, 5, 2)
NOON = datetime.datetime(2024, 5, 2, 12, tzinfo=datetime.UTC)


@pytest.fixture
def nlp(monkeypatch, by_hand):
    spacy = pytest.importorskip("spacy", reason="spaCy, the extra 'spacy', is not installed")
    monkeypatch.setattr("diplotext.document.parse", by_hand)
    nlp = spacy.blank("en")
    nlp.add_pipe("diplotext")
    return nlp


def texts(doc, group):
    return [span.text for span in doc.spans[group]]


def test_groups(nlp, story):
    doc = nlp(story)
    assert texts(doc, "quotations") == texts(doc, "contents") == ['"We are close,"', '"Not yet."']
    assert texts(doc, "cues") == ["said"]
    assert texts(doc, "sources") == ["Foreign Minister Ivan Petrov"]


def test_parts_of_one_attribution_share_number_and_speaker(nlp, story):
    doc = nlp(story)
    parts = [span for group in ("contents", "cues", "sources") for span in doc.spans[group]]
    assert {span.id_ for span in parts} == {"0"}
    assert {span.kb_id_ for span in parts} == {"Ivan Petrov"}
    assert [span.label_ for span in parts] == ["direct", "direct", "say", "name"]
    assert [span.label_ for span in doc.spans["quotations"]] == ["speech", "speech"]
    assert [span.id_ for span in doc.spans["quotations"]] == ["0", "1"]


def test_article(nlp, story, by_hand):
    doc = nlp(story)
    assert doc._.diplotext == by_hand(story)
    assert doc._.diplotext.document == doc.text


@pytest.mark.parametrize("day", [DAY, DAY.isoformat()])
def test_published(nlp, story, day):
    doc = nlp.make_doc(story)
    doc.user_data["published"] = day
    assert nlp(doc)._.diplotext.attributions[0].date == DAY


def test_range_inside_a_token_takes_the_token(nlp, story):
    from spacy.tokens import Doc

    words = story.split(" ")
    doc = nlp(Doc(nlp.vocab, words=words, spaces=[True] * (len(words) - 1) + [False]))
    assert doc.text == story
    assert texts(doc, "contents") == ['"We are close,"', '"Not yet."\n\n(Reporting']
    assert doc._.diplotext.attributions[0].content[1].text == '"Not yet."'


@pytest.mark.parametrize("text", ["", " ", "\n\n", "One line"])
def test_text_with_nothing_in_it(nlp, text):
    doc = nlp(text)
    assert [len(doc.spans[group]) for group in GROUPS] == [0, 0, 0, 0]
    assert doc._.diplotext.document == text


def test_document_that_was_not_parsed(nlp):
    assert nlp.make_doc("One line")._.diplotext is None


def assert_same(one, other):
    assert other.text == one.text
    assert other._.diplotext == one._.diplotext
    for group in GROUPS:
        kept = [(s.start, s.end, s.label_, s.kb_id_, s.id_) for s in other.spans[group]]
        assert kept == [(s.start, s.end, s.label_, s.kb_id_, s.id_) for s in one.spans[group]]


def test_pickled_document(nlp, story):
    doc = nlp(story)
    assert_same(doc, pickle.loads(pickle.dumps(doc)))


def test_doc_bin(nlp, story):
    import spacy
    from spacy.tokens import DocBin

    doc = nlp(story)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab)
    assert_same(doc, back)


def test_doc_bin_without_user_data_keeps_who_said_what(nlp, story):
    import spacy
    from spacy.tokens import DocBin

    stored = DocBin(docs=[nlp(story)]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab)
    assert back._.diplotext is None
    assert [(s.text, s.kb_id_) for s in back.spans["cues"]] == [("said", "Ivan Petrov")]


def test_pipeline_to_disk_and_back(nlp, story, tmp_path):
    import spacy

    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    assert loaded.pipe_names == ["diplotext"]
    assert_same(nlp(story), loaded(story))


def test_component_pickles():
    assert pickle.loads(pickle.dumps(make_component(None, "stories"))) is annotate


def test_two_processes():
    """With the real parser: the worker processes know nothing of this test's own."""
    pytest.importorskip("spacy", reason="spaCy, the extra 'spacy', is not installed")
    code = (
        "import spacy\n"
        "if __name__ == '__main__':\n"
        "    nlp = spacy.blank('en')\n"
        "    nlp.add_pipe('diplotext')\n"
        "    texts = ['\"We won,\" Ann Lee said.'] * 4\n"
        "    for doc in nlp.pipe(texts, n_process=2, batch_size=2):\n"
        "        print(doc._.diplotext.document == doc.text, len(doc.spans['quotations']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["True 1"] * 4


class FakeDoc:
    """So much of a document as the component asks for, each character a token."""

    def __init__(self, text, **user_data):
        self.text, self.user_data, self.spans = text, user_data, {}

    def char_span(self, start, end, *, label, kb_id, span_id, alignment_mode):
        assert alignment_mode == "expand"
        return (self.text[start:end], label, kb_id, span_id) if start else None


@pytest.mark.parametrize("published", [None, "", DAY, "2024-05-02"])
def test_annotate_without_spacy(monkeypatch, story, by_hand, published):
    monkeypatch.setattr("diplotext.document.parse", by_hand)
    doc = annotate(FakeDoc(story, published=published))
    assert doc.spans["cues"] == [("said", "say", "Ivan Petrov", "0")]
    assert [span[3] for span in doc.spans["quotations"]] == ["0", "1"]
    assert article_of(doc) == by_hand(story, published=(published and DAY) or None)


def test_published_with_its_hour(story):
    assert article_of(annotate(FakeDoc(story, published=NOON))).published == DAY


def test_published_that_is_no_date(story):
    with pytest.raises(ValueError, match="Thursday"):
        annotate(FakeDoc(story, published="Thursday"))


def test_not_parsed_without_spacy():
    assert article_of(SimpleNamespace(user_data={})) is None


def test_import_without_spacy():
    code = (
        "import sys; sys.modules['spacy'] = None\n"
        "from diplotext.integrations.spacy import annotate; print(annotate.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "annotate"
