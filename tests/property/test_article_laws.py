"""The laws of whole articles: total, faithful, tiling, invariant, local, deterministic."""

import datetime
import itertools
import pickle
import random

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.case_files import load_cases
from tests.growth import assert_linear
from tests.shared import need
from tests.stories import TEXTS, stories

import diplotext
from diplotext.model import Article, Attribution, Passage, Speaker

# Texts that the rules were written for: cut off, they end where a rule expects more.
TOLD = [parameter.values[0]["text"] for parameter in load_cases("complete")]


def nodes(article):
    return [node for node in article.walk() if not isinstance(node, Article)]


def shape(value, shift=0):
    """A node as nested tuples of class names and offsets, texts left out."""
    if isinstance(value, Passage):
        parts = [
            shape(getattr(value, f.name), shift)
            for f in attrs.fields(type(value))
            if f.name not in {"document", "start", "end"}
        ]
        return type(value).__name__, value.start + shift, value.end + shift, tuple(parts)
    if isinstance(value, tuple):
        return tuple(shape(item, shift) for item in value)
    return value if not isinstance(value, str) else None


def parts_of(article):
    """The article's parts without its own range (which is the text's)."""
    return [
        (f.name, getattr(article, f.name))
        for f in attrs.fields(Article)
        if f.name not in {"document", "start", "end"}
    ]


@given(TEXTS, st.none() | st.dates())
@example("&quot; \n", None)
@example("“\u200b” \n", None)
@example(', had one wish: "Go home."', None)
@example("Okafor says deal is close: paper\n\nTalks went on.", None)
@example('Ferry sails, "at last"\n\n(Reporting by Ann Roe)', None)
@example("a week. according to News: Ferry sank\n\nIt did.", None)
def test_any_string_parses_and_every_node_is_a_range_of_it(text, published):
    article = diplotext.parse(text, published=published)
    assert article.text is text or article.text == text
    for node in article.walk():
        assert 0 <= node.start <= node.end <= len(text)
        assert node.document is article.document
        for child in node.children():
            if not isinstance(child, Speaker):
                assert child in node, (node, child)


@given(st.one_of(TEXTS, stories().map(lambda story: story.text)))
@example("P\n1\rL S\nAP)\x0cn May, the port said.-\r\nocks. Who was asleep?\r\nsailed on Fr")
def test_zones_and_white_space_rejoin_to_the_text(text):
    article = diplotext.parse(text)
    pos = 0
    for zone in article.zones:
        assert zone.start >= pos
        assert not text[pos : zone.start].strip()
        pos = zone.end
    assert not text[pos:].strip()


@given(st.one_of(TEXTS, stories().map(lambda story: story.text)))
@example("Mr N ) , a source familiar with it said.\n\nThe source declined to say more.")
@example("!say' '0 -- 0 -- S a0 \"")
def test_what_is_said_has_no_white_space_around_it(text):
    for attribution in diplotext.parse(text).attributions:
        assert attribution.content
        for part in attribution.content:
            assert part.text
            assert part.text == part.text.strip()


@given(st.one_of(TEXTS, stories().map(lambda story: story.text)))
def test_siblings_are_ordered_and_disjoint(text):
    article = diplotext.parse(text)
    groups = [
        article.zones,
        article.paragraphs,
        article.quotations,
        article.credits,
        article.notices,
    ]
    groups += [p.sentences for p in article.paragraphs] + [q.nested for q in article.quotations]
    for group in groups:
        for one, other in itertools.pairwise(group):
            assert one.end <= other.start


def assert_parts_apart(text):
    for attribution in diplotext.parse(text).attributions:
        parts = [*attribution.content]
        parts += [part for part in (attribution.cue, attribution.source) if part is not None]
        parts.sort(key=lambda part: part.start)
        for one, other in itertools.pairwise(parts):
            assert one.end <= other.start, attribution
        children = [*attribution.children()]
        assert attribution.start == min(part.start for part in children)
        assert attribution.end == max(part.end for part in children)
        assert 0 <= attribution.confidence <= 1


@given(st.one_of(TEXTS, stories().map(lambda story: story.text)))
@example("It rained in Lund. According (Yonhap) the ministers signed a full pact on Monday.")
def test_source_cue_and_content_are_disjoint(text):
    assert_parts_apart(text)


def test_source_cue_and_content_are_disjoint_where_the_rules_meet():
    for text in TOLD:
        assert_parts_apart(text)


def test_source_cue_and_content_are_disjoint_in_real_stories():
    for path in sorted(need("corpora/polnear/train/text").glob("*.txt"))[::16]:
        assert_parts_apart(path.read_text(encoding="utf-8"))


@given(st.one_of(TEXTS, stories().map(lambda story: story.text)))
def test_the_same_text_gives_the_same_article(text):
    one = diplotext.parse(text)
    assert one == diplotext.parse(text)
    assert hash(one) == hash(diplotext.parse(text))
    assert pickle.loads(pickle.dumps(one)) == one


@given(stories())
def test_built_stories_give_back_their_parts(story):
    article = diplotext.parse(story.text)
    assert article.headline is not None
    assert article.headline.text == story.headline
    assert article.dateline is not None
    assert [place.text for place in article.dateline.places] == [story.place]
    assert [agency.text for agency in article.dateline.agencies] == [story.agency]
    assert [paragraph.text for paragraph in article.paragraphs] == list(story.paragraphs)


@given(stories(), st.integers(1, 4))
def test_leading_blank_lines_only_shift(story, count):
    plain = diplotext.parse(story.text)
    shifted = diplotext.parse("\n" * count + story.text)
    for (name, before), (_, after) in zip(parts_of(plain), parts_of(shifted), strict=True):
        assert shape(before, count) == shape(after), name


@given(stories())
def test_line_ends_of_windows_change_nothing_but_offsets(story):
    plain = diplotext.parse(story.text)
    windows = diplotext.parse(story.text.replace("\n", "\r\n"))
    for one, other in zip(nodes(plain), nodes(windows), strict=True):
        assert one.text == other.text.replace("\r\n", "\n")


@given(stories())
def test_curly_and_straight_marks_read_alike(story):
    pieces = story.text.split('"')
    curly = "".join(
        piece + ("“" if i % 2 == 0 else "”") if i < len(pieces) - 1 else piece
        for i, piece in enumerate(pieces)
    )
    straight, curled = diplotext.parse(story.text), diplotext.parse(curly)
    assert [q.span for q in straight.quotations] == [q.span for q in curled.quotations]
    assert shape(straight.dateline) == shape(curled.dateline)
    assert [p.span for p in straight.paragraphs] == [p.span for p in curled.paragraphs]


@given(stories(), stories())
def test_what_follows_does_not_change_the_head(one, other):
    longer = one.text.split("\n\n(Reporting")[0] + "\n\n" + other.paragraphs[0].split(" - ", 1)[1]
    before, after = diplotext.parse(one.text), diplotext.parse(longer)
    assert shape(before.headline) == shape(after.headline)
    assert shape(before.dateline) == shape(after.dateline)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\x00", "\ud800", "\ufeff", "\ufeffLIMA (AP) - Rain.", "\u202eabc", '"' * 999, "“" * 999,
     "|", "| |\n|", "'" * 999, "\r\n\r\n", "a" * 9999, "(" * 9999, "- " * 999, "By " * 999, "A. " * 999, "Q: " * 300]
)  # bits to be joined, a lot to a line  # fmt: skip
def test_odd_texts_parse(text):
    article = diplotext.parse(text)
    assert article.text == text


# Every rule of attributions asks for the word behind; these end lines, where there is none.
SAYING = (
    "quoted cited quotes citing QUOTED reported as saying having said says told telling tell "
    "added asked called according to was were is be by in on at with of that who which whose "
    "and but while if so the a an mayor minister agency residents reporters people he she they "
    "it I we TASS Marsh Ana Ruiz Oslo Mr. U.S. Monday today 12 , , , : ; . ? ! - -- ( ) \" “ ” ' "
    "‘ ’ 's not no new who's"
).split()


@pytest.mark.parametrize("seed", range(4))
def test_lines_of_saying_may_end_anywhere(seed):
    chance = random.Random(seed)
    lines = [" ".join(chance.choices(SAYING, k=chance.randint(2, 15))) for _ in range(500)]
    for at in range(0, len(lines), 20):
        diplotext.parse("\n\n".join(lines[at : at + 20]))


@pytest.mark.parametrize(
    "text",
    ["told police ships had sailed.(Ships and,\napparently,", "Lind is the writer who quoted Marsh as saying:", "TASS quoted Marsh as saying,", "Ferries ran, said reporters"],
)  # bits to be joined, a lot to a line  # fmt: skip
def test_sentences_cut_off_behind_the_cue_parse(text):
    assert diplotext.parse(text).text == text


@pytest.mark.parametrize("value", [None, b"bytes", 3, ["text"], bytearray(b"x")])
def test_other_types_are_named(value):
    with pytest.raises(TypeError, match=type(value).__name__):
        diplotext.parse(value)


def test_published_must_be_a_date():
    with pytest.raises(TypeError, match="str"):
        diplotext.parse("text", published="2024-03-15")
    noon = datetime.datetime(2024, 3, 15, 12, tzinfo=datetime.UTC)
    assert diplotext.parse("text", published=noon).published == datetime.date(2024, 3, 15)


@pytest.mark.parametrize(
    "unit",
    ["word ", '"', "“a” ", "(", "said ", '"A," X said. ', "A B C ", "\n", "x", ". ", "By A ", "MOSCOW (TASS) - ", "’ "],
)  # bits to be joined, a lot to a line  # fmt: skip
def test_time_is_linear(unit):
    assert_linear(lambda count: diplotext.parse(unit * count), 2_000 // len(unit))


def test_attribution_parts_lie_inside_it():
    for attribution in diplotext.parse('"Yes," Ana Ruiz said. "No."').attributions:
        assert isinstance(attribution, Attribution)
        assert all(part in attribution for part in attribution.content)


@example("Roe sued Lund of Dover, N.Y.-", 0)
@given(st.sampled_from(TOLD), st.integers(0, 400))
def test_a_story_may_be_cut_off_anywhere(text, end):
    for cut in (text[:end], text[end:]):
        assert diplotext.parse(cut).text == cut
