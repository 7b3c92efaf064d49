"""Blocks of credits composed from parts, so that what must come back is known."""

from attrs import frozen
from hypothesis import strategies as st

from diplotext.lexicon.data import read_table

__all__ = ["Composed", "composed_credits", "names", "stories_without_credits"]

GIVEN = [
    "Ann", "Bo", "Cy", "María", "Jean-François", "Zoë", "Abdul", "Nguyen", "J.K.", "Thomas J.",
    "Md.", "Lê", "Björn", "Siobhán", "Kim", "Ye-jin", "G. R.", "Al-Amin", "Steven C.", "D'Arcy",
    "ANN", "Mc", "Ole",
]  # bits to be joined, a lot to a line  # fmt: skip
FAMILY = [
    "Roe", "Li", "O'Brien", "de la Cruz", "van der Berg", "Müller-Lüders", "al-Zahrani", "Kovács",
    "McAdam", "Nicolaci da Costa", "bin Salim", "Shalal-Fesa", "Ben Haim", "Ó Sé", "Dang", "Doe Jr.",
    "d'Almeida", "Çelik", "ROE", "Von Ahn", "El Harim", "ter Horst", "Okoye III", "Šimić",
]  # bits to be joined, a lot to a line  # fmt: skip
ROLES = {
    "Reporting by": "reporting",
    "reporting by": "reporting",
    "Reporting By": "reporting",
    "Additional reporting by": "additional reporting",
    "additional reporting by": "additional reporting",
    "With additional reporting by": "additional reporting",
    "Further reporting by": "additional reporting",
    "Writing by": "writing",
    "Written by": "writing",
    "writing by": "writing",
    "Editing by": "editing",
    "editing by": "editing",
    "Edited by": "editing",
    "Compiled by": "compiling",
    "Translated by": "translation",
    "Graphics by": "graphics",
    "Writing and editing by": "writing and editing",
    "Reporting and writing by": "reporting and writing",
}
OPENING = [role for role in ROLES if role[0].isupper()]
PLACES = {
    "Rome": "Rome", "NEW YORK": "New York", "Port-au-Prince": "Port-au-Prince", "SEOUL": "Seoul",
    "Washington, D.C.": "Washington", "Aden, Yemen": "Aden", "Ann Arbor, Michigan": "Ann Arbor",
    "St. Petersburg": "St. Petersburg", "Rio de Janeiro": "Rio de Janeiro", "Bengaluru": "Bengaluru",
    "ULAANBAATAR": "Ulaanbaatar", "Ulm": "Ulm", "Ho Chi Minh City": "Ho Chi Minh City",
}  # bits to be joined, a lot to a line  # fmt: skip
SEPARATORS = ["; ", " ; ", ", ", ". ", " ", ";\n", "\n", " / ", " — "]
BODIES = [
    "The ferry sails in May, the port said.",
    '"We shall see," she said.',
    "The fare rose to 4 crowns (36 pence).",
    "He declined to say by when.",
]
# Words that mean something else in a credit.
TABLE = read_table("credits")
SPOKEN_FOR = {*"by and with from the a an in at of to for on jr sr md st dr mr ms".split()}
SPOKEN_FOR |= {
    word.casefold() for key in ("not_first", "not_inner", "titles") for word in TABLE[key]
}
# Sentences that speak of reporting and editing and are no credits.
DECOYS = [
    "The office said it was reporting by next week.",
    "The text was edited by hand, Roe said.",
    "He began writing by candlelight in Rome.",
    "Reporting by companies is due in May.",
    "Editing by committee never works, she said.",
    "She contributed $5 million to the campaign.",
    "The rain contributed to this year's floods.",
    "A report by Ann Roe found nothing.",
    "Under a law written by Senator Bo Li, fares fall.",
    "The film, produced by Ann Roe, opens in May.",
    "Ann Roe reported from the harbour for years before she left.",
    "It was compiled by Harbour Research and sold in Oslo.",
    "Photos by Ann Roe were sold for four crowns.",
    "The editor: a tall woman from Lima, said no.",
    "The papers (edited by Ann Roe in Rome) were burnt in May.",
    "Additional reporting by banks is not needed, he added.",
    "A novel translated by Bo Li won.",
    "He quit editing by and by.",
]


@frozen
class Composed:
    """A block, what stands before it, and its credits as (role, names, place's name)."""

    text: str
    start: int
    credits: tuple[tuple[str, tuple[str, ...], str | None], ...]


# Words nobody listed: any capitals and small letters, in one or two parts.
made_up = st.from_regex(
    r"[A-ZÁÉÍÖØŠŽČ][a-zàéíñöøšž]{1,8}([-'’][A-Z][a-z]{1,6})?", fullmatch=True
).filter(lambda word: word.casefold() not in SPOKEN_FOR)
known_names = st.builds(
    lambda given, family: f"{given} {family}", st.sampled_from(GIVEN), st.sampled_from(FAMILY)
)
names = known_names | st.builds(lambda given, family: f"{given} {family}", made_up, made_up)


@st.composite
def groups(draw):
    """Names with a place or without: the text and what must come back."""
    found = draw(st.lists(names, min_size=1, max_size=4, unique=True))
    before = draw(
        st.sampled_from(["", "", "", "Harbour reporter ", "senior ferry analyst ", "AP Writer "])
    )
    after = draw(
        st.sampled_from(
            ["", "", "", " of Harbour Legal", " (ann@example.com)", ", +44 20 7946 0000"]
        )
    )
    comma = draw(st.sampled_from([", ", " , "]))
    last = draw(st.sampled_from([" and ", ", and ", " & ", "/"]))
    listed = found[0] if len(found) == 1 else comma.join(found[:-1]) + last + found[-1]
    words = before + listed + after
    place = draw(st.none() | st.sampled_from(sorted(PLACES)))
    return (
        (words if place is None else f"{words} in {place}"),
        tuple(found),
        place and PLACES[place],
    )


@st.composite
def composed_credits(draw):
    """A story's last sentence and the credits behind it."""
    opening = draw(st.sampled_from(OPENING))
    roles = [opening, *draw(st.lists(st.sampled_from(sorted(ROLES)), max_size=3))]
    separator = draw(st.sampled_from(SEPARATORS))
    pieces, expected = [], []
    for role in roles:
        parts = draw(st.lists(groups(), min_size=1, max_size=3))
        # Only the last group may lack its place: "A in Rome and B", never "A and B in Rome".
        parts = [part for part in parts[:-1] if part[2] is not None] + parts[-1:]
        joint = draw(st.sampled_from([", ", " and ", "; ", ", and "]))
        pieces.append(f"{role} {joint.join(words for words, _, _ in parts)}")
        expected += [(ROLES[role], found, place) for _, found, place in parts]
    words = separator.join(pieces)
    tail = draw(
        st.sampled_from(
            [
                "",
                "",
                "\n\nOur Standards: The Thomson Reuters Trust Principles.",
                "\n-30-",
                " ($1 = 0.92 euros)",
            ]
        )
    )
    frame = draw(st.sampled_from(["({})", "({} )", "{}", "({}", "({}.)", "— {}", "[{}]", "{}."]))
    body = draw(st.sampled_from(BODIES))
    gap = draw(st.sampled_from(["\n\n", "\n", " ", "\n    "]))
    after = draw(st.sampled_from(["", "\n", "\n\n", " \n"]))
    start = len(body) + len(gap)
    return Composed(body + gap + frame.format(words) + tail + after, start, tuple(expected))


@st.composite
def stories_without_credits(draw):
    """Sentences, some of which sound like credits, in paragraphs or lines."""
    sentences = draw(st.lists(st.sampled_from(DECOYS + BODIES), min_size=1, max_size=5))
    return draw(st.sampled_from(["\n\n", " ", "\n"])).join(sentences) + draw(
        st.sampled_from(["", "\n"])
    )
