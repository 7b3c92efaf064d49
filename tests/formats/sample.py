"""A story with everything in it, built by hand, so that no writer hangs on a parser."""

import datetime

from diplotext.model import (
    Agency,
    Article,
    Attribution,
    Byline,
    Credit,
    Cue,
    Dateline,
    Headline,
    Mention,
    Notice,
    Paragraph,
    Passage,
    Place,
    Quotation,
    Reason,
    Residue,
    Sentence,
    Slugline,
    Source,
    Speaker,
)

TEXT = """PORT-STRIKE/
UPDATE 1-Dockers end strike & go back: union
By Maria Solano
LIMA, March 14 (Reuters) - "We got <what> we
came for," Tomas Reyes said. "Nobody called it a 'win'."
He said that ships would sail.
(Editing by Jonas Weiler)
CORRECTION: nine days, not eight
Read more
"""


def at(node, words, after=0, /, **fields):
    """A node over the first place where the words stand."""
    start = TEXT.index(words, after)
    return node(TEXT, start, start + len(words), **fields)


REYES = at(
    Speaker,
    "Tomas Reyes",
    name="Tomas Reyes",
    given_name="Tomas",
    family_name="Reyes",
    titles=("union leader",),
    affiliation="Port Union",
    mentions=(
        at(
            Mention,
            "Tomas Reyes",
            form="name",
            reason=Reason(stage="rule", evidence="full name"),
        ),
        at(
            Mention,
            "He",
            TEXT.index("\nHe said"),
            form="pronoun",
            reason=Reason(stage="rule", evidence="gender"),
        ),
    ),
)
FIRST = '"We got <what> we\ncame for,"'
SECOND = "\"Nobody called it a 'win'.\""
ARTICLE = Article(
    TEXT,
    0,
    len(TEXT),
    published=datetime.date(2024, 3, 15),
    slugline=at(Slugline, "PORT-STRIKE/", keywords=(at(Passage, "PORT"), at(Passage, "STRIKE"))),
    headline=at(
        Headline,
        "UPDATE 1-Dockers end strike & go back: union",
        tag=at(Passage, "UPDATE 1-"),
    ),
    byline=at(Byline, "By Maria Solano", names=(at(Passage, "Maria Solano"),)),
    dateline=at(
        Dateline,
        "LIMA, March 14 (Reuters) -",
        places=(at(Place, "LIMA", name="Lima", country="PE"),),
        agencies=(at(Agency, "Reuters", name="Reuters", id="reuters"),),
        date=datetime.date(2024, 3, 14),
        date_text=at(Passage, "March 14"),
    ),
    paragraphs=(
        Paragraph(
            TEXT,
            TEXT.index("LIMA"),
            TEXT.index("\nHe said"),
            sentences=(at(Sentence, SECOND),),
        ),
        at(Paragraph, "He said that ships would sail."),
    ),
    quotations=(
        at(Quotation, FIRST, content=at(Passage, FIRST.strip('"'))),
        at(
            Quotation,
            SECOND,
            content=at(Passage, SECOND.strip('"')),
            nested=(at(Quotation, "'win'", content=at(Passage, "win"), role="scare"),),
        ),
    ),
    attributions=(
        at(
            Attribution,
            f"{FIRST} Tomas Reyes said. {SECOND}",
            content=(at(Passage, FIRST), at(Passage, SECOND)),
            cue=at(Cue, "said", lemma="say"),
            source=at(Source, "Tomas Reyes", form="name"),
            speaker=REYES,
            kind="direct",
            confidence=0.97,
        ),
        at(
            Attribution,
            "He said that ships would sail",
            content=(at(Passage, "that ships would sail"),),
            cue=at(Cue, "said", TEXT.index("\nHe said"), lemma="say"),
            source=at(Source, "He", TEXT.index("\nHe said"), form="pronoun"),
            speaker=REYES,
        ),
        at(
            Attribution,
            "Dockers end strike & go back: union",
            content=(at(Passage, "Dockers end strike & go back"),),
            source=at(Source, "union", form="nominal"),
            zone="headline",
            date=datetime.date(2024, 3, 14),
        ),
    ),
    speakers=(REYES,),
    credits=(
        at(
            Credit,
            "(Editing by Jonas Weiler)",
            role="editing",
            names=(at(Passage, "Jonas Weiler"),),
            place=at(Place, "LIMA", name="Lima"),
        ),
    ),
    notices=(at(Notice, "CORRECTION: nine days, not eight", kind="correction"),),
    residue=(at(Residue, "Read more"),),
)
EMPTY = Article("", 0, 0)
