"""The tables of evidence: what speaks for and against a candidate, and how much.

Weights add up; the candidate with the highest sum above the threshold is taken, and its heaviest
evidence is the ``Reason`` of the mention. ``choice.CHOICE`` is the third table.
"""

from __future__ import annotations

__all__ = [
    "BARE_THRESHOLD",
    "BODY",
    "BODY_THRESHOLD",
    "NATIONAL_THRESHOLD",
    "NOMINAL",
    "NOMINAL_THRESHOLD",
    "PRONOUN",
    "PRONOUN_THRESHOLD",
    "VARIATION_THRESHOLD",
]

PRONOUN: dict[str, float] = {
    # Whoever spoke last is the best guess; the one who spoke before that, less.
    "speaker of the sentence": 3.2,
    "speaker of the paragraph": 2.6,
    "speaker of the paragraph before": 1.6,
    "speaker before": 0.6,
    "spoke in the sentence before": 0.8,
    # How the name agrees with the pronoun; a name that cannot is no candidate.
    "gender agrees": 1.2,
    "gender unknown": 0.0,
    "kind unknown": -0.4,
    "single word of unknown kind": -1.4,
    "unlikely plural": -0.8,
    "unlikely thing": -0.5,
    # Where the name stands.
    "subject": 1.4,
    "subject just before": 2.0,  # "Okafor disagreed. “Never,” she said"
    "introduced just before": 2.4,  # "Ruth Okafor, 29, was born in Lund. She said"
    "alone in the sentence": 4.0,  # "Kvik was downgraded after it", whoever spoke before
    "asked just before": 2.0,  # "Okafor was asked whether it rained. “No,” she said"
    "subject of a clause": 0.8,  # "when Okafor came", "Pressed twice, Okafor differed"
    "firm whose shares moved": 7.0,  # "Kvik fell 3 percent after it said", whoever speaks there
    "subject to come": 2.4,  # "Despite his dislike of talks, Okafor came"
    "same sentence": 1.4,
    "sentence before": 1.0,
    "each sentence back": -0.25,
    "possessive": -0.5,
    "object": -0.6,  # "met Okafor", "with Okafor"
    "counterpart": -1.5,  # "his counterpart Joel Brandt" is not the one who speaks
    "inside a quotation": -2.0,
    "inside its own content": -3.0,  # "Okafor should go," he said
    "named in what is said": -2.6,  # "He said Okafor should go"
    "thing that has not spoken": -0.4,
    "often named": 0.1,  # each time, up to eight
}
PRONOUN_THRESHOLD = 0.3
# Another word for variety ("the New York businessman") needs more than a pronoun does.
VARIATION_THRESHOLD = 2.6
# A country that nobody else is told to be of, less: "the Briton".
NATIONAL_THRESHOLD = 2.2
# And a bare one ("the candidate") more still.
BARE_THRESHOLD = 3.8

NOMINAL: dict[str, float] = {
    "title in full": 3.6,  # "the police lawyer" is not the defence lawyer
    "same title": 3.0,
    "title of the same meaning": 2.2,  # "top diplomat", the foreign minister
    "another has the word": -1.0,  # "the singer", where one is a singer and one a composer
    "another has the whole title": -1.0,  # "the finance minister", where one is only a minister
    "another agrees": -2.5,  # "the Labour leader", where one is told to be of Labour
    "wider title": 1.5,  # "the lawmaker", a senator
    "same country": 1.0,
    "country disagrees": -9.0,  # "the Israeli minister" is not the Russian one
    "same party": 0.6,
    "party disagrees": -9.0,  # "the Democratic candidate" is not the Republican one
    "gender disagrees": -9.0,
    "speaker before": 1.0,
    "spoke last": 0.3,
    "same paragraph": 0.6,
    "paragraph before": 0.4,
    "often named": 0.1,  # each time, up to six
    "named later": -0.3,
    "far off": -0.6,  # more than three paragraphs back
    "body agrees": 0.6,  # "the head of the bank", of whom the bank is told
    "body disagrees": -2.0,
    "no newcomer": -9.0,  # "the captain of a ferry" is nobody who was named before
    "former as well": 0.6,  # "the ex-president" is the former one
    "former only": -1.2,
    "in office": -1.0,  # "the former mayor" is the one of two who was told to be it
    "of the other bench": -9.0,  # "the chancellor" is not the shadow chancellor
    "no deputy": -2.0,  # "the deputy minister" is not the minister
}
NOMINAL_THRESHOLD = 1.9

BODY: dict[str, float] = {
    # What tells that it is such a body; without any of it, none is taken.
    "same noun": 2.0,  # "the ministry", Ministry of Trade
    "noun beside the name": 2.0,  # "Okafor Lines, the ferry operator"
    "firm whose shares moved": 4.0,  # "Kvik fell 3 percent after the retailer said"
    "noun of its kind": 1.2,  # "the company", Okafor Lines Ltd.
    "noun of its kind beside the name": 1.0,
    "firm of the country": 1.0,  # "the French utility", of France's Okafor Lines
    "body that spoke before": 0.6,
    "nearest body": 0.4,  # known as a body, or initials: "the agency"
    "acted before": 0.2,  # "NordFly cancelled forty flights", the airline said
    "nothing tells": -0.4,  # where this one wins, none is taken
    # Where it is named.
    "named lately": 1.0,  # fades with the distance
    "speaker before": 0.4,
    "subject": 0.3,
    "object": -0.3,
    "named later": -0.2,
    "often named": 0.1,  # each time, up to six
    "modifier in the name": 1.0,
    "other modifiers": -0.3,
    "country not told": -1.0,  # "the French utility"
}
BODY_THRESHOLD = 0.9
