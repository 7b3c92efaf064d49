"""New words for a person of whom no such title is told, used for variety: "the businessman"."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, partial

from attrs import frozen

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.evidence import BARE_THRESHOLD, VARIATION_THRESHOLD
from diplotext.speaker.link import gender_of_noun
from diplotext.speaker.name.table import PARTIES, listed_by_kind, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.agreement import parties_of
from diplotext.speaker.nominal.holder_evidence import FORMER, weigh_rank
from diplotext.speaker.nominal.holder_search import LOOSE
from diplotext.speaker.pronoun.pronoun import resolve_pronoun
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.reading import Reading, meanings_of
from diplotext.speaker.story import TITLED, Story

__all__ = ["find_variation"]

# Whoever has one of these titles is not of the opposition.
GOVERNING = words("minister president premier chancellor secretary")
# Who trains a side once played: "the former Scotland defender", a manager.
TOUCHLINE = words("business sports civil")
# Nouns for those who play, run or act, whom sites call by a new one each time: "the striker",
# "the double Olympic champion". Who trains or owns a side is told by title.
PERFORMERS = listed_by_kind("performers")
# How much less evidence is asked for where one person is named so far, and in how many names.
SOLE, MOST = 0.6, 20
# How far a subject reaches within its clause, in characters.
CLAUSE = 300
# "Okafor leads, but the former mayor": the contrast is to someone else.
CONTRAST_RE = re.compile(r"\b(?:but|while|whereas|although)\s+\Z")
FROM_RE = re.compile(r"\sfrom\s[A-Z]")
HERS_RE = re.compile(r"\b(he|his|she|her)\b[^“”\"]{0,80},\s\Z", re.IGNORECASE)


def gender_before(story: Story, start: int) -> bool | None:
    """The gender that an opening clause tells: "With one of her favorite lines, the senator"."""
    sentence = story.sentence_of(start)
    first = story.sentence_starts[sentence] if sentence >= 0 else start
    found = HERS_RE.search(story.text, max(first, start - 100), start)
    return None if found is None else found[1].lower() in ("she", "her")


def subjects_of_clause(story: Story, start: int) -> set[int]:
    """The chains of the subjects of the clause so far: another word is for another one."""
    sentence = story.sentence_of(start)
    first = story.sentence_starts[sentence] if sentence >= 0 else start
    return {
        name.chain
        for name in story.names_in(first, start)
        if start - name.end < CLAUSE and story.is_subject(name)
        if "," not in (gap := story.text[name.end : start]) or CONTRAST_RE.search(gap)
    }


@cache
def classes_by_field() -> dict[str, frozenset[str]]:
    """The classes of all nouns of a field of performers: of sports, of the arts."""
    return {
        field: frozenset().union(*(meanings_of(noun, ()) for noun in nouns))
        for field, nouns in PERFORMERS.items()
    }


def field_of(noun: str) -> frozenset[str]:
    """The classes of the field that a noun for a performer is of; none for another noun.

    >>> "player" in field_of("champion"), field_of("minister")
    (True, frozenset())
    """
    field = next((field for field, nouns in PERFORMERS.items() if noun in nouns), "")
    return classes_by_field()[field] if field else frozenset()


def fits_field(
    story: Story, chain: Chain, roles: set[str], reading: Reading, field: frozenset[str]
) -> bool:
    """Whether one of some roles may be called by another noun of a field of performers.

    In the arts, where a story has people of all trades, only one who spoke in the sentence before.
    """
    if weigh_rank(chain, reading) < 0:
        return False  # "the defender" is no goalkeeper
    is_known = chain.kind == "person" or bool(roles) or (len(chain.keys) > 1 and bool(chain.links))
    if not roles <= field or not is_known:
        return False
    if field == classes_by_field()["sports"]:
        return True
    last = story.said[-1] if story.said else None
    if last is None or last.chain != chain.number:
        return False
    if story.sentence_of(reading.start) - last.sentence > 1:
        return False
    return not roles or not roles.isdisjoint(meanings_of(reading.noun, ()))


def is_sole(story: Story, start: int) -> bool:
    """Whether a story has named one person so far."""
    at = bisect_left(story.starts, start)
    people = {n.chain for n in story.names[:at][:MOST] if story.chain_of(n).kind == "person"}
    return len(people) == 1 and at <= MOST


@frozen
class Sought:
    """What a new word tells of the person it is used for.

    ``classes`` are its meanings, ``field`` is that of a performer, ``gender`` what the noun tells.
    """

    reading: Reading
    classes: frozenset[str]
    field: frozenset[str]
    gender: bool | None

    @property
    def is_party(self) -> bool:
        """Whether the word is a party's: "the Republican"."""
        return self.reading.noun in PARTIES

    @property
    def is_former(self) -> bool:
        """Whether the person was once what the word says: "the former senator"."""
        return not FORMER.isdisjoint(self.reading.modifiers)

    @property
    def is_loose(self) -> bool:
        """Whether the word fits people of any walk of life: "the Republican", "the leader"."""
        return self.is_party or self.is_former or bool(self.classes & LOOSE)


def find_variation(story: Story, reading: Reading) -> tuple[Chain, str] | None:
    """The person of whom a new word is used for variety: "the New York businessman".

    Only where the person spoke or was named just before, as for a pronoun, and no known title
    is of another walk of life.
    """
    classes = meanings_of(reading.noun, reading.modifiers)
    sought = Sought(reading, classes, field_of(reading.noun), gender_of_noun(reading.noun))
    if not is_for_variety(story, sought):
        return None
    is_female = sought.gender
    if is_female is None:
        is_female = gender_before(story, reading.start)
    kind = "person" if is_female is None else "female" if is_female else "male"
    is_told = bool(reading.modifiers or sought.is_party or sought.field)
    threshold = VARIATION_THRESHOLD if is_told else BARE_THRESHOLD
    if is_sole(story, reading.start):
        threshold -= SOLE
    allows = partial(may_be_called, story, sought, subjects_of_clause(story, reading.start))
    found = resolve_pronoun(story, kind, reading.start, (), threshold, allows)
    return None if found is None else (found[0], "another word for " + found[1])


def is_for_variety(story: Story, sought: Sought) -> bool:
    """Whether a noun phrase may be another word for somebody, and is not told by more than that."""
    reading, field = sought.reading, sought.field
    if field and story.text.startswith((" of ", " for "), reading.end):
        return False  # "the captain of a ferry" is told by more than a new word
    if not (sought.classes or sought.is_party or field):
        return False
    if not (reading.modifiers or sought.is_loose or field):
        return False
    if field and any(c.starts[0] < reading.start for c in story.people(TITLED + reading.noun)):
        return False  # "the striker" is one who is called so, if any is
    # "the Republican from Ohio" is told by more than a new word
    return FROM_RE.search(story.text, reading.start, reading.end + len(" from A")) is None


def may_be_called(story: Story, sought: Sought, taken: set[int], chain: Chain) -> bool:
    """Whether a person may be called by the new word: no known title is of another walk of life.

    ``taken`` are the chains of the clause's subjects.
    """
    if chain.kind not in ("person", "unknown") or not chain.names or chain.number in taken:
        return False
    roles = read_roles(story.text, chain)
    parties = parties_of(sought.reading) if chain.parties else set()
    if parties and parties.isdisjoint(chain.parties):
        return False
    if "opposition" in sought.reading.modifiers and not chain.lead_keys.isdisjoint(GOVERNING):
        return False
    if sought.field and not sought.is_former:
        return fits_field(story, chain, roles, sought.reading, sought.field)
    if chain.female is None and (sought.gender is not None or chain.kind == "unknown"):
        return False
    known = vocabulary().careers
    walks = {known.get(name, "") for name in roles} - {"person"}
    careers = {known.get(name, "") for name in sought.classes}
    if sought.is_former:
        # A senator of today is no former minister.
        return bool(walks) and walks <= TOUCHLINE if careers == {"sports"} else not walks
    if sought.is_loose:
        return not walks or "civil" in walks
    return not walks and not careers.isdisjoint(("civil", "royal"))
