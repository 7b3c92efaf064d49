"""How well a titled person fits a nominal: the title's words, its rank, the place."""

from __future__ import annotations

from bisect import bisect_left

from diplotext.lexicon.title import titles
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import NOMINAL
from diplotext.speaker.name.table import listed_by_kind
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.reading import INDEFINITE, Reading, meanings_of
from diplotext.speaker.story import Story

__all__ = [
    "FAR",
    "FORMER",
    "WIDE",
    "title_evidence",
    "title_words",
    "weigh_place",
    "weigh_rank",
]

# "The leader", "the chief", "the boss": of a state, a party, a firm.
WIDE: dict[str, frozenset[str]] = dict.fromkeys(
    ("leader", "chief", "boss", "head"), frozenset(["leader", "executive"])
)
WIDE["boss"] |= {"coach"}
FORMER, DEPUTIES = titles().former, titles().deputies  # "ousted", "retired"; "vice", "acting"
# Where players play: a striker is no goalkeeper, though both are players.
POSITION = {
    noun: where for where, nouns in listed_by_kind("positions").items() for noun in sorted(nouns)
}
# Heads of their colleagues, who are another's title.
HEADS = {
    "minister": ("prime minister", "chief minister"),
    "justice": ("chief justice",),
    "governor": ("lieutenant governor",),
}
# Titles in short before a name, and in full after it: "Lt. Gov.", "the lieutenant governor".
SPELLED = {
    "lt.": "lieutenant",
    "gov.": "governor",
    "gen.": "general",
    "sen.": "senator",
    "rep.": "representative",
    "maj.": "major",
    "col.": "colonel",
    "sgt.": "sergeant",
    "capt.": "captain",
    "prof.": "professor",
    "adm.": "admiral",
    "cmdr.": "commander",
    "brig.": "brigadier",
}
# The sides of a trial.
SIDES = frozenset(["defense", "defence"])
# How many paragraphs back is far.
FAR = 3


def title_evidence(story: Story, chain: Chain, reading: Reading, classes: frozenset[str]) -> str:
    """How the nominal's meaning and the person's titles agree."""
    phrase = " ".join(key for key in (*reading.modifiers, reading.noun) if key not in FORMER)
    for printed in chain.titles:
        title = " ".join(
            SPELLED.get(word, word) for word in printed.lower().split() if word not in FORMER
        )
        if not title:
            continue
        if not DEPUTIES.isdisjoint(title.split()) and DEPUTIES.isdisjoint(reading.modifiers):
            continue
        if phrase == title and " " in title:
            return "title in full"
        if is_deputy_as_well(phrase, title):
            return "same title"
        if title.endswith(phrase) and not title.endswith(HEADS.get(phrase, "-")):
            return "same title"
        if phrase.endswith(title) and not is_other_office(title, classes):
            return "same title"
        if classes & meanings_of_title(title) and shares_field(reading, title):
            return "same title"
    same = not classes.isdisjoint(read_roles(story.text, chain))
    if not same and chain.counterpart and (other := story.other_of(chain)) is not None:
        return title_evidence(story, other, reading, classes)  # "her opposite number, Ann Roe"
    return "title of the same meaning" if same else "wider title"


def meanings_of_title(title: str) -> frozenset[str]:
    """The meaning classes of a title in small letters."""
    *before, last = title.split()
    return meanings_of(last, before)


def shares_field(reading: Reading, title: str) -> bool:
    """Whether a nominal and a title are of one side: "the defense lawyer", a defense attorney."""
    return not SIDES.isdisjoint(reading.modifiers) and not SIDES.isdisjoint(title.split())


def is_deputy_as_well(phrase: str, title: str) -> bool:
    """Whether both are of a deputy: "the deputy minister", of a Deputy Foreign Minister."""
    asked, held = phrase.split(), title.split()
    both = DEPUTIES.intersection(asked, held)
    rest = [word for word in asked if word not in DEPUTIES]
    return bool(both and rest) and [w for w in held if w not in DEPUTIES][-len(rest) :] == rest


def is_other_office(title: str, classes: frozenset[str]) -> bool:
    """Whether a nominal is of another office than its last words: "the chief justice", a judge."""
    apart = classes.isdisjoint(meanings_of_title(title))
    return bool(classes) and apart and classes != {"leader"}


def title_words(chain: Chain) -> list[list[str]]:
    """The words of each of a person's titles, small: [["deputy", "mayor"]]."""
    return [title.lower().replace("-", " ").split() for title in chain.titles]


def weigh_rank(chain: Chain, reading: Reading) -> float:
    """The weight of "deputy" and "former", which the person is or is not, and of a position.

    "Gen. Dan Hale, a former pilot," is still a general.
    """
    titles = title_words(chain)
    held = {word for words in titles for word in words}
    position = POSITION.get(reading.noun)
    told = {POSITION[word] for word in held if word in POSITION} if position else set()
    if told and position not in told:
        return NOMINAL["no newcomer"]  # a goalkeeper is no striker
    if not FORMER.isdisjoint(held):
        if not FORMER.isdisjoint(reading.modifiers):
            return NOMINAL["former as well"]
        same = [words for words in titles if words[-1] == reading.noun] or titles
        if not any(FORMER.isdisjoint(words) for words in same):
            return NOMINAL["former only"]
        return 0.0
    if held and not FORMER.isdisjoint(reading.modifiers):
        newcomer = reading.determiner in INDEFINITE  # "a former aide" is no aide named after
        return NOMINAL["no newcomer" if newcomer else "in office"]
    own = [words for words in titles if words[-1] == reading.noun] or titles
    shadow = "shadow" in reading.modifiers
    if own and all(("shadow" in words) != shadow for words in own):
        return NOMINAL["of the other bench"]
    if DEPUTIES.isdisjoint(reading.modifiers):
        return 0.0
    return NOMINAL["no deputy"] if held and held.isdisjoint(DEPUTIES) else 0.0


def weigh_place(story: Story, chain: Chain, start: int, spoke: dict[int, int]) -> float:
    """The weight of where and how often the person was named, and spoke."""
    score = NOMINAL["often named"] * min(len(chain.names), 6)
    paragraph = story.paragraph_of(start)
    if chain.starts[0] > start:
        score += NOMINAL["named later"]
    if chain.number in spoke:
        near = paragraph - spoke[chain.number] <= 2
        score += NOMINAL["speaker before"] * (1.0 if near else 0.5)
        score += NOMINAL["spoke last"] if story.said[-1].chain == chain.number else 0.0
    at = bisect_left(chain.starts, start)
    around = chain.starts[max(0, at - 1) : at + 1]
    distance = min(abs(paragraph - story.paragraph_of(offset)) for offset in around)
    if distance == 0:
        score += NOMINAL["same paragraph"]
    elif distance == 1:
        score += NOMINAL["paragraph before"]
    elif distance > FAR and not any(said.chain == chain.number for said in story.said[-3:]):
        score += NOMINAL["far off"]
    return score
