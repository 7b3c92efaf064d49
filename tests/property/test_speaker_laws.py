"""Laws of speaker resolution: total, deterministic, faithful to the text, in order, linear."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from tests.growth import assert_linear

from diplotext.model import Attribution, Passage, Quotation, Source
from diplotext.speaker import resolve_speakers

# Bits that stories are made of; joined at random they make what no desk would file.
BITS = (
    "Ruth Okafor", "Okafor", "Mr. Brandt", "Sen. Carla Ruiz, R-Texas,", "Prime Minister Lotte Vang",
    "the premier", "a spokesman", "he", "she", "it", "they", "who", "I", "the ministry", "said", "told",
    "“We won,”", "al-Haddad", "van der Meulen", "U.N.", "F.B.I.", "Corp.", "of", "for the", "and", ",",
    ".", "’s", "Jr.", "JOEL", "@x", "\n\n", " ", "-", "(", ")", "—", "the report", "District", "Judge",
    "Xi", "\x00", "\ud800", "é", "Ñ", "ß", "\u200f", "12", "House", "Committee",
)  # bits to be joined, a lot to a line  # fmt: skip


@st.composite
def sourced_stories(draw):
    """A text, its paragraphs, quotations and attributions: any ranges will do as sources."""
    text = draw(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(BITS)).map(" ".join)))
    n = len(text)
    cuts = sorted(draw(st.sets(st.integers(0, n), max_size=6)) | {0, n})
    paragraphs = [(a, b) for a, b in itertools.pairwise(cuts) if a < b]
    starts = draw(st.lists(st.tuples(st.integers(0, n), st.integers(0, 30)), max_size=8))
    spans = [(start, min(n, start + length)) for start, length in starts]
    attributions = [
        Attribution(
            text,
            start,
            end,
            content=(Passage(text, max(0, start - 9), start),),
            source=draw(st.sampled_from([None, Source(text, start, end, form="name")])),
        )
        for start, end in spans
    ]
    quotations = [
        Quotation(text, a, b, content=Passage(text, a, b)) for a, b in paragraphs[1::2] if b - a > 1
    ]
    headline = draw(st.sampled_from([None, *paragraphs]))
    return text, paragraphs, quotations, attributions, headline


class TestLaws:
    """What holds of any input."""

    @given(sourced_stories())
    def test_total_and_deterministic(self, story):
        assert resolve_speakers(*story) == resolve_speakers(*story)

    @given(sourced_stories())
    def test_one_link_an_attribution_and_none_without_source(self, story):
        _, links = resolve_speakers(*story)
        attributions = story[3]
        assert len(links) == len(attributions)
        for attribution, speaker in zip(attributions, links, strict=True):
            assert (attribution.source is None) == (speaker is None)

    @given(sourced_stories())
    def test_mentions_are_of_the_text_and_in_order(self, story):
        text = story[0]
        for speaker in resolve_speakers(*story)[0]:
            assert speaker.mentions
            spans = [mention.span for mention in speaker.mentions]
            assert spans == sorted(set(spans))
            assert all(0 <= start <= end <= len(text) for start, end in spans)
            assert all(m.reason.stage == "speaker" and m.reason.evidence for m in speaker.mentions)

    @given(sourced_stories())
    def test_speakers_are_those_linked_in_order_of_appearance(self, story):
        speakers, links = resolve_speakers(*story)
        assert {id(s) for s in speakers} == {id(s) for s in links if s is not None}
        firsts = [speaker.mentions[0].start for speaker in speakers]
        assert firsts == sorted(firsts)

    @given(sourced_stories())
    def test_a_speaker_stands_where_its_name_does(self, story):
        text = story[0]
        for speaker in resolve_speakers(*story)[0]:
            assert 0 <= speaker.start <= speaker.end <= len(text)


def resolve_copies(copies):
    """The speakers of a story of so many copies of one paragraph."""
    paragraph = (
        "Trade Minister Ruth Okafor met Joel Brandt of the Harbour Union. The minister said it was "
        "late. “I agree,” he said. Officials at the Ministry of Trade said she would go. "
    )
    text = paragraph * copies
    size = len(paragraph)
    ranges = [(i * size, (i + 1) * size) for i in range(copies)]
    attributions = []
    for start, _ in ranges:
        for words in ("The minister", "he said", "Officials", "she would"):
            at = text.index(words, start)
            end = at + len(words.split(" said")[0].split(" would")[0])
            source = Source(text, at, end, form="nominal")
            attributions.append(Attribution(text, at, end, content=(), source=source))
    return resolve_speakers(text, ranges, [], attributions)


def test_growth_is_linear():
    assert_linear(resolve_copies, 100)
