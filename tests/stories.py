"""Stories composed from parts, so that the parts are known: for the laws of whole articles."""

from attrs import frozen
from hypothesis import strategies as st

PLACES = ("LIMA", "PORT ELLERY", "NEW YORK", "ST. PETERSBURG", "Geneva")
AGENCIES = ("Reuters", "AP", "TASS", "Xinhua", "dpa")
NAMES = ("Maria Solano", "Tomas Reyes", "Helen Brandt", "Jonas O'Neil", "Li Wen")
SUBJECTS = ("union leader Tomas Reyes", "Helen Brandt, the mayor,", "she", "the minister", "police")
CLAUSES = (
    "ships would sail on Friday",
    "the talks had failed",
    "nobody was hurt",
    "the bridge will open in May",
)
QUOTES = (
    "We got what we came for",
    "It will take ten days",
    "The U.S. side isn't ready",
    "No comment",
)
PLAIN = (
    "The port lies at the mouth of the Ellery.",
    "Prices rose 3.5 percent in January.",
    "Mr. Reyes joined the union in 1998.",
)

# Lines and phrases that a rule looks for, to stand beside each other as no story has them.
SHAPES = (
    'Robert "Bob" Gull', "Ann (Shorty) Roe", "C.L. “Butch” Marsh", "Mayor Jon Roe:", "EVA LUND:",
    "And from Chairwoman Bo Li:", "A statement by the Union:", "From the desk of", '"We go," ', "“No.”",
    "Okafor says deal is close: paper", "the company said", "said", "said:", "grumbled", "on Monday", "she", "I am", "Okafor, 43,", "LIMA (AP) - ", "UPDATE 1-",
    "By Ann Roe", "(Reporting by Ann Roe; Editing by Bo Li)", "(Adds quotes)", "-30-", "Q: ", "A: ",
    "[Roca]", "# ", "## Why", "**", "[Ann](http://x.org)", "<p>", "</p>", "<html><body>", "<!DOCTYPE html>",
    "&quot;", "â€œ", "\x93", "\x94", "\u200b", '"', "“", "”", "'", "(", ")", ". ", ", ", "\n", "\n\n", "\r\n",
)  # bits to be joined, a lot to a line  # fmt: skip


@frozen
class Story:
    """A text and what it is made of."""

    text: str
    headline: str
    place: str
    agency: str
    paragraphs: tuple[str, ...]


def sentences():
    said = st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(CLAUSES))
    quoted = st.tuples(st.sampled_from(QUOTES), st.sampled_from(SUBJECTS))
    return st.one_of(
        st.sampled_from(PLAIN),
        said.map(lambda p: f"{p[0][0].upper()}{p[0][1:]} said {p[1]}."),
        quoted.map(lambda p: f'"{p[0]}," {p[1]} said.'),
        st.tuples(quoted, st.sampled_from(QUOTES)).map(
            lambda p: f'"{p[0][0]}," {p[0][1]} said. "{p[1]}."'
        ),
    )


def paragraphs():
    return st.lists(sentences(), min_size=1, max_size=3).map(" ".join)


@st.composite
def stories(draw):
    """A whole story: headline, dateline, body, credit; the parts beside the text."""
    name = draw(st.sampled_from(NAMES))
    head = f"{draw(st.sampled_from(('Talks fail', 'Bridge opens early', 'Strike ends')))}: {name}"
    place, agency = draw(st.sampled_from(PLACES)), draw(st.sampled_from(AGENCIES))
    body = draw(st.lists(paragraphs(), min_size=1, max_size=4))
    body[0] = f"{place} ({agency}) - {body[0]}"
    text = head + "\n\n" + "\n\n".join(body)
    if draw(st.booleans()):
        text += f"\n\n(Reporting by {draw(st.sampled_from(NAMES))}; Editing by {name})"
    return Story(text, head, place, agency, tuple(body))


# Any text, with what matters to the parser made likelier than chance.
DEBRIS = st.sampled_from(
    ["\n", "\r\n", "\n\n", "\t", '"', "“", "”", "‘", "’", "'", "``", "''", "(", ")", "[", "]", "--", "—",
     "said", "according to", "MOSCOW (TASS) - ", "By Ann Lee", "Reporting by ", "Mr. ", "he", "Lee", ":",
     ". ", ", ", " ", "\ufeff", "\x00", "\ud800", "\u202e", "\u2028", "e\u0301", "-30-", "U.S.", "#", "Q: "]
)  # bits to be joined, a lot to a line  # fmt: skip
# Words between which a rule's pattern may find only half of what it looks for.
WORDS = st.sampled_from(
    """said says told asked reported quoted citing as that who it she Reyes Marsh AP Monday on by of the a
    mayor court had was wish one clear , . : ; - -- ? " " " “ ” ‘ ’ ( ) [ ]""".split()
)


@st.composite
def spoilt_stories(draw):
    """Stories with pieces cut out of them and debris put in."""
    text = draw(stories()).text
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(DEBRIS) + text[at + draw(st.integers(0, 30)) :]
    return text


TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(DEBRIS, st.text(max_size=4)), max_size=25).map("".join),
    st.lists(WORDS, max_size=30).map(" ".join),
    st.lists(st.sampled_from(SHAPES), max_size=25).map(" ".join),
    spoilt_stories(),
)


def story_of(paragraphs):
    """A text of paragraphs and their ranges."""
    text, ranges = "", []
    for paragraph in paragraphs:
        ranges.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return text, ranges
