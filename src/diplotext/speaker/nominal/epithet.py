"""Nominals that name no title the person is known by: "the Briton", "the official".

national    "the Briton"        the one person near who is told to be of that country
partisan    "the Democrat"      the one person the story calls so
aged        "the 43-year-old"   the one person of that age
office      "the official"      whoever spoke last, where of some office
"""

from __future__ import annotations

import re
from bisect import bisect_left

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import NATIONAL_THRESHOLD, VARIATION_THRESHOLD
from diplotext.speaker.name.office import countries_of
from diplotext.speaker.name.table import PARTY_OF, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.agreement import seat_of, weigh_agreement
from diplotext.speaker.nominal.holder_evidence import FAR
from diplotext.speaker.pronoun.pronoun import resolve_pronoun
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.story import LEDE, Story

__all__ = [
    "find_aged",
    "find_counterpart",
    "find_national",
    "find_of_office",
    "find_partisan",
]

Found = tuple[Chain, str]

# Nouns for whoever holds an office or knows a field, by the walks of life that have such.
OFFICES = {
    "official": words("civil military police law spokesman"),
    "expert": words("civil knowledge business law"),
    "specialist": words("knowledge business"),
    "executive": words("business civil"),
    "mp": words("civil"),
    "mep": words("civil"),
    "msp": words("civil"),
    "mla": words("civil"),
}
# Who speaks by office, and is told by neither country nor age: an officer is no "German".
BY_OFFICE = words("police law spokesman")
OFFICIAL = BY_OFFICE | words("civil")
NO_AGED = words("physician doctor")
LAWMAKERS = frozenset(["mp", "mep", "msp", "mla"])
# How many names back one of a country is looked for, and how many paragraphs.
NAMES_BACK, PARAGRAPHS_BACK = 40, 3
SAID_BACK = 40  # and how many speakers
AGE_RE = re.compile(r"(\d{1,3})-year-old")
# "the teenager", of "Tom Reed, 19,"
AGES = {"teenager": "1[3-9]", "pensioner": "6[5-9]|[789]\\d", "octogenarian": "8\\d"}
AGED_RE = re.compile(r"(?:,\s|\s?\(|,\saged?\s)\d{1,3}\b")


def find_national(story: Story, reading: Reading) -> Found | None:
    """The one person of a country: "the Briton", of British driver Nigel Hale."""
    known = vocabulary()
    code = known.nationalities.get(reading.noun)
    if code is None and reading.modifiers:
        code = known.nationalities.get(f"{reading.modifiers[-1]} {reading.noun}")  # two words
    several = reading.noun.endswith(("ese", "sh", "nch", "tch", "ss"))  # "the British"; not Czech
    if code in (None, "EU") or reading.noun in known.meanings:
        return None
    people = people_near(story, reading.start)
    told = [chain for chain in people.values() if code in chain.countries]
    if several:
        is_one = reading.noun.endswith("ese") and len(told) == 1
        return (told[0], "same country") if is_one and goes_on(story, told[0], reading) else None
    told = told or told_before(story, code)
    if len(told) == 1:
        return told[0], "same country"
    if told:
        return None

    def allows(chain: Chain) -> bool:
        if chain.number not in people or chain.kind != "person" or chain.countries:
            return False
        return careers_of(read_roles(story.text, chain)).isdisjoint(
            OFFICIAL
        )  # an officer of the place is no "German"

    found = resolve_pronoun(story, "person", reading.start, (), NATIONAL_THRESHOLD, allows)
    return None if found is None else (found[0], "another word for " + found[1])


def goes_on(story: Story, chain: Chain, reading: Reading) -> bool:
    """Whether the last speaker, of no office, goes on in the paragraph: "the Japanese added"."""
    last = story.said[-1] if story.said else None
    if last is None or last.chain != chain.number:
        return False
    if last.paragraph != story.paragraph_of(reading.start):
        return False
    return careers_of(read_roles(story.text, chain)).isdisjoint(OFFICIAL)


def told_before(story: Story, code: str) -> list[Chain]:
    """The people who spoke, however far back, and are told to be of a country."""
    chains = {said.chain: story.chains[said.chain] for said in story.said[-SAID_BACK:]}
    people = [chain for chain in chains.values() if chain.kind in ("person", "unknown")]
    for chain in people:
        read_roles(story.text, chain)
    return [chain for chain in people if chain.names and code in chain.countries]


def find_counterpart(story: Story, reading: Reading) -> Found | None:
    """The one person near of a country: "his Iranian counterpart", of Iran's Joel Brandt."""
    if reading.noun != "counterpart" or not (codes := countries_of(reading.modifiers)):
        return None
    people = people_near(story, reading.start)
    told = [chain for chain in people.values() if not codes.isdisjoint(chain.countries)]
    return (told[0], "same country") if len(told) == 1 else None


def people_near(story: Story, start: int) -> dict[int, Chain]:
    """The people named in the paragraphs before, with the countries told beside their names."""
    first = story.paragraph_of(start) - PARAGRAPHS_BACK
    at = bisect_left(story.starts, start)
    people: dict[int, Chain] = {}
    for name in reversed(story.names[max(0, at - NAMES_BACK) : at]):
        if story.paragraph_of(name.start) < first:
            break
        chain = story.chain_of(name)
        if chain.kind in ("person", "unknown"):
            read_roles(story.text, chain)  # notes the countries told beside the name
            people.setdefault(chain.number, chain)
    return people


def find_of_office(story: Story, reading: Reading) -> Found | None:
    """The last speaker, where "the official" may be said of one of such an office."""
    careers = OFFICES.get(reading.noun)
    is_lawmaker = reading.noun in LAWMAKERS
    if careers is None or (reading.modifiers and not is_lawmaker):
        return None
    if not story.said or reading.noun in story.nouns:
        return None
    last = story.said[-1]
    chain = story.chains[last.chain]
    holders = story.people("lawmaker") if is_lawmaker else []
    if holders and chain not in holders:
        # The one lawmaker of the story, not whoever spoke last.
        fits = len(holders) == 1 and weigh_agreement(holders[0], reading) >= 0
        return (holders[0], "title of the same meaning") if fits else None
    is_person = chain.kind == "person" or (chain.kind == "unknown" and len(chain.keys) > 1)
    if not is_person or not chain.names:
        return None
    if story.paragraph_of(reading.start) - last.paragraph > 1:
        return None
    if is_lawmaker and not chain.counterpart:
        read_roles(story.text, chain)
        if weigh_agreement(chain, reading) < 0:
            return None  # "the Tory MP", after a Labour one
        return chain, "another word for the last speaker"  # "the Lunda West MP"
    if chain.kind != "person":
        return None
    walks = careers_of(read_roles(story.text, chain))
    return None if walks.isdisjoint(careers) else (chain, "wider title")


def find_aged(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The one person of an age: "the 43-year-old driver", "the teenager", of "Tom Reed, 43,"."""
    age = AGE_RE.match(reading.phrase)
    years = age[1] if age is not None else AGES.get(reading.noun)
    if years is None or reading.determiner != "the":
        return None
    told = re.compile(rf"(?:,\s|\s?\(|,\saged?\s)(?:{years})\b")
    people = {
        name.chain
        for name in story.names[: bisect_left(story.starts, reading.start)]
        if name.kind != "adjective" and told.match(story.text, name.end)
    }  # not "The Spaniard, 27,"
    if people:
        return (story.chains[people.pop()], "same age") if len(people) == 1 else None
    is_bare = reading.noun.endswith("-year-old") or reading.noun in vocabulary().nationalities
    if reading.start > LEDE // 7 and is_bare:
        return find_unaged(story, reading)
    return None


def careers_of(roles: set[str]) -> set[str]:
    """The walks of life of some roles."""
    return {vocabulary().careers.get(name, "") for name in roles}


def find_unaged(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The last speaker, where no age was told: "Hale won. “Good,” the 23-year-old said."."""

    def allows(chain: Chain) -> bool:
        if chain.kind not in ("person", "unknown") or not chain.names:
            return False
        roles = read_roles(story.text, chain)
        if chain.kind == "unknown" and not roles:
            return False
        if not roles.isdisjoint(NO_AGED) or not careers_of(roles).isdisjoint(BY_OFFICE):
            return False  # of whom others speak: "the 23-year-old" is no coach
        return not any(AGED_RE.match(story.text, name.end) for name in chain.names[:3])

    last = story.said[-1] if story.said else None
    if last is not None and is_next(story, last.paragraph, story.paragraph_of(reading.start)):
        at = bisect_left(story.starts, last.start)
        until = story.names[at : bisect_left(story.starts, reading.start)]
        others = {n.chain for n in until if not n.quoted and story.chain_of(n).kind == "person"}
        if others <= {last.chain} and allows(story.chains[last.chain]):
            return story.chains[last.chain], "another word for the last speaker"
    found = resolve_pronoun(story, "person", reading.start, (), VARIATION_THRESHOLD, allows)
    return None if found is None else (found[0], "another word for " + found[1])


def is_next(story: Story, said: int, here: int) -> bool:
    """Whether one paragraph is that of a speech, or the next one behind the whole speech.

    "“First,” she said. // “Second.” // The 34-year-old added"
    """
    between = story.paragraphs[said + 1 : here]
    return all(story.is_quoted(start + 1) for start, _ in between)


def find_partisan(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The one person that the story calls so: "the Democrat", of Ruth Okafor, a Democrat."""
    party = PARTY_OF.get(reading.noun)
    if party is None or reading.determiner != "the":
        return None
    people: list[Chain] = []
    for chain in story.chains[: story.named]:
        if chain.kind in ("person", "unknown") and chain.starts[0] < reading.start:
            read_roles(story.text, chain)  # notes the parties told beside the name
            if party in chain.parties:
                people.append(chain)
    if len(people) != 1:
        return None
    starts = people[0].starts
    last = starts[bisect_left(starts, reading.start) - 1]
    far = story.paragraph_of(reading.start) - story.paragraph_of(last) > FAR
    if far and reading.modifiers:  # "the Ohio Democrat" is told by more than the party
        far = seat_of(people[0]).isdisjoint((*reading.modifiers, " ".join(reading.modifiers)))
    return None if far else (people[0], "same party")
