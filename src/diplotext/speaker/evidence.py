"""The tables of evidence: what speaks for and against a candidate, and how much.

Weights add up; the candidate with the highest sum above the threshold is taken, and its heaviest
evidence is the ``Reason`` of the mention. ``choice.CHOICE`` is the third table.
"""

from __future__ import annotations

__all__ = [
    "BARE_THRESHOLD",
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
    "subject of a clause": 0.8,  # "when Okafor came", "Pressed twice, Okafor differed"
    "subject to come": 2.4,  # "Despite his dislike of talks, Okafor came"
    "same sentence": 1.4,
    "sentence before": 1.0,
    "each sentence back": -0.25,
    "possessive": -0.5,
    "object": -0.6,  # "met Okafor", "with Okafor"
    "counterpart": -1.5,  # "his counterpart Joel Brandt" is not the one who speaks
    "inside a quotation": -2.0,
    "inside its own content": -3.0,  # "Okafor should go," he said
    "named in what is said": -2.0,  # "He said Okafor should go"
    "thing that has not spoken": -0.4,
    "often named": 0.1,  # each time, up to eight
}
PRONOUN_THRESHOLD = 0.3
# Another word for variety ("the New York businessman") needs more than a pronoun does.
VARIATION_THRESHOLD = 2.6
# And a bare one ("the candidate") more still.
BARE_THRESHOLD = 3.2

NOMINAL: dict[str, float] = {
    "same title": 3.0,
    "title of the same meaning": 2.2,  # "top diplomat", the foreign minister
    "wider title": 1.5,  # "the lawmaker", a senator
    "same country": 1.0,
    "country disagrees": -9.0,  # "the Israeli minister" is not the Russian one
    "same party": 0.6,
    "party disagrees": -9.0,  # "the Democratic candidate" is not the Republican one
    "gender disagrees": -9.0,
    "speaker before": 1.0,
    "same paragraph": 0.6,
    "paragraph before": 0.4,
    "often named": 0.1,  # each time, up to six
    "named later": -0.3,
}
NOMINAL_THRESHOLD = 1.9
