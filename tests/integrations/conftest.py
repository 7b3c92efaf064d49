"""A parser made by hand, so that what is tested here is the table and not the parsing."""

import datetime
import re

import pytest

from diplotext import model

STORY = """TALKS/GENEVA

Envoys resume talks 😀

By Ann Lee

GENEVA, May 3 (TASS) - "We are close," Foreign Minister Ivan Petrov said on Thursday. "Not yet."

(Reporting by Ann Lee; Editing by Bo Ek)

Correction: spells the name.

Share this
"""


def parse_by_hand(text, *, published=None):
    """The article of ``STORY``, wherever it stands in the text; of other texts the first line."""
    start = text.find(STORY)
    if start < 0:
        first = re.match(r"[^\n]*", text).end()
        return model.Article(
            text, 0, len(text), headline=model.Headline(text, 0, first), published=published
        )

    def at(node, words, /, **more):
        begin = text.index(words, start)
        return node(text, begin, begin + len(words), **more)

    fullest = "Foreign Minister Ivan Petrov"
    mention = at(
        model.Mention, fullest, form="name", reason=model.Reason(stage="rule", evidence="test")
    )
    speaker = at(
        model.Speaker,
        fullest,
        name="Ivan Petrov",
        given_name="Ivan",
        family_name="Petrov",
        titles=("Foreign Minister",),
        mentions=(mention,),
    )
    halves = ('"We are close,"', '"Not yet."')
    said = at(
        model.Attribution,
        text[text.index(halves[0], start) : text.index(halves[1], start) + len(halves[1])],
        content=tuple(at(model.Passage, half) for half in halves),
        cue=at(model.Cue, "said", lemma="say"),
        source=at(model.Source, fullest, form="name"),
        speaker=speaker,
        kind="direct",
        date=published,
        date_text=at(model.Passage, "on Thursday"),
        confidence=0.75,
    )
    geneva = at(model.Place, "GENEVA, ", name="Geneva", country="CH")
    return model.Article(
        text,
        0,
        len(text),
        published=published,
        slugline=at(model.Slugline, "TALKS/GENEVA"),
        headline=at(model.Headline, "Envoys resume talks 😀"),
        byline=at(model.Byline, "By Ann Lee", names=(at(model.Passage, "Ann Lee"),)),
        dateline=at(
            model.Dateline,
            "GENEVA, May 3 (TASS) - ",
            places=(geneva,),
            agencies=(at(model.Agency, "TASS", name="TASS", id="tass"),),
            date=None if published is None else datetime.date(published.year, 5, 3),
        ),
        paragraphs=(at(model.Paragraph, STORY[STORY.index("GENEVA, ") : STORY.index("\n\n(Rep")]),),
        quotations=tuple(
            at(model.Quotation, half, content=at(model.Passage, half.strip('"'))) for half in halves
        ),
        attributions=(said,),
        speakers=(speaker,),
        credits=(
            at(
                model.Credit,
                "Reporting by Ann Lee",
                role="reporting",
                names=(at(model.Passage, "Ann Lee"),),
            ),
            at(
                model.Credit,
                "Editing by Bo Ek",
                role="editing",
                names=(at(model.Passage, "Bo Ek"),),
            ),
        ),
        notices=(at(model.Notice, "Correction: spells the name.", kind="correction"),),
        residue=(at(model.Residue, "Share this"),),
    )


@pytest.fixture
def story():
    return STORY


@pytest.fixture
def by_hand():
    return parse_by_hand
