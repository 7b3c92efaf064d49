"""Sources of a headline look forward: "Lavrov" to the name below, "envoy" to who is so called."""

from __future__ import annotations

import re
from operator import attrgetter

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.join import find_names
from diplotext.speaker.name.lead import is_given
from diplotext.speaker.name.mention import Name, read_name
from diplotext.speaker.name.name import is_compatible
from diplotext.speaker.name.part import speaks
from diplotext.speaker.name.parting import MODALS
from diplotext.speaker.name.run import runs_of
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.role.note import note_title
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.reading import Reading, read_nominal
from diplotext.speaker.story import Story

__all__ = ["called_below", "is_pair", "names_of_headline", "note_titles", "subject_above"]

# In a headline, before a verb of several.
PAIR_RE = re.compile(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?,\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?")
# A verb behind a headline's subject: "Kvik Lines | to cut jobs".
VERB_RE = re.compile(r"\s[a-z]{2,}")
JOINED = (" and ", " or ", " of ", " in ", " at ", " with ", " vs ")
# How many sentences may stand before one that goes on from the headline.
OPENING = 2


def names_of_headline(story: Story, start: int, end: int) -> list[Name]:
    """The names of a headline's source, each with the body's chain or a new one."""
    found = find_names(story.text, [(start, end)], ())
    for name in found:
        chain = chain_of(story, name)
        if chain is None and name.outer == start:
            chain = moody(story, name)
        if chain is None:
            chain = story.start_chain(name.kind, name.words, name.keys)
            chain.add(name, "headline")
            chain.starts = (name.start,)
        name.chain = chain.number
        name.reason = "headline"
    return found


def subject_above(story: Story, reading: Reading) -> Chain | None:
    """Whom a story opens with as "the company" or "it": its headline's subject.

    Web copy leaves out the lede, so that nobody is named before: "Kvik Lines to cut jobs", and then
    "The company said".
    """
    sentence = story.sentence_of(reading.start)
    if story.headline is None or story.said or not 0 <= sentence < OPENING:
        return None
    named = any(n.kind != "adjective" for n in story.names_in(reading.start, reading.end))
    if named and story.text.find("-based", reading.start, reading.end) < 0:
        return None  # "The Lund company"
    start, end = story.headline
    first = next(iter(find_names(story.text, [(start, end)], ())), None)
    if first is None or first.outer != start or first.possessive or first.lead:
        return None
    is_subject = VERB_RE.match(story.text, first.end, end) is not None
    if not is_subject or story.text.startswith(JOINED, first.end):
        return None
    may_be = first.kind == "organization" or (first.kind == "unknown" and first.female is None)
    if not may_be or is_person_noun(first.keys[-1]):
        return None
    chain = chain_of(story, first)
    if chain is None and reading.kind == "pronoun" and first.kind == "unknown":
        return None  # "Storm hits the coast"
    if chain is None:
        chain = story.start_chain("organization", first.words, first.keys)
        chain.add(first, "headline")
        chain.starts = (first.start,)
    elif chain.kind == "unknown" and chain.female is None:
        chain.kind = "organization"
    return chain if chain.kind == "organization" else None


def is_pair(attribution: Attribution) -> bool:
    """Whether a headline's source is two who do it together: "Norland, Sudland agree"."""
    cue, source = attribution.cue, attribution.source
    if source is None or (cue is not None and cue.text.endswith("s")):
        return False
    return PAIR_RE.fullmatch(source.text) is not None


def moody(story: Story, name: Name) -> Chain | None:
    """The one person of a family name behind an adjective: "Angry Okafor", of Ruth Okafor below.

    The first word is no given name, and the story below has no name with it.
    """
    if len(name.keys) != 2 or name.lead or is_given(name.keys[0]):
        return None
    first, family = name.keys
    named = story.chains[: story.named]
    if any(first in chain.keys for chain in named):
        return None
    alike = [c for c in named if c.kind == "person" and len(c.keys) > 1 and c.keys[-1] == family]
    return alike[0] if len(alike) == 1 else None


def note_titles(story: Story, start: int, end: int) -> None:
    """Note the titles that a headline has before names: "Actor Tom Reed", and then "the actor".

    And the full name of one whom the story below calls by the family name alone.
    """
    for at, words, stop in runs_of(story.text, start, end):
        name = read_name(story.text, at, words, stop) if len(words) > 1 else None
        if name is None:
            continue
        asks = name.keys[0] in MODALS  # "Will Okafor Run?"
        if name.kind == "person" and len(name.keys) > 1 and not asks:
            note_full_name(story, name)
        chain = chain_of(story, name) if name.lead else None
        if chain is not None and chain.kind in ("person", "unknown"):
            read_roles(story.text, chain)
            note_title(chain, name.lead)


def note_full_name(story: Story, name: Name) -> None:
    """Give a full name to the one person of the story whom it never names in full."""
    family = name.keys[-1]
    alike = [chain for chain in story.chains[: story.named] if chain.keys[-1] == family]
    if len(alike) != 1 or len(alike[0].keys) > 1 or alike[0].kind not in ("person", "unknown"):
        return
    chain = alike[0]
    if None not in (chain.female, name.female) and chain.female != name.female:
        return
    if any(speaks(story.text, known) for known in chain.names):
        chain.add(name, "headline")
        chain.names.sort(key=attrgetter("start"))
        chain.starts = [known.start for known in chain.names]


def called_below(story: Story, reading: Reading) -> Chain | None:
    """Whom the story below calls by a headline's noun: "envoy", of "the UN's special envoy".

    The first who is named there and so called; None if nobody is, or two are.
    """
    called = [
        chain
        for chain in story.chains[: story.named]
        if any(
            form == "nominal" and is_called(story, reading, start, end)
            for start, end, form, _ in chain.links
        )
    ]
    return called[0] if len(called) == 1 else None


def is_called(story: Story, reading: Reading, start: int, end: int) -> bool:
    """Whether a nominal has the headline's noun and the country told there, if one is."""
    other = read_nominal(story.text, start, end, end)
    known = vocabulary().nationalities
    countries = [key for key in reading.modifiers if key in known]
    return other.noun == reading.noun and all(key in other.modifiers for key in countries)


def chain_of(story: Story, name: Name) -> Chain | None:
    """The chain of the body: of the same name, of the family name, of any of its names."""
    by_family: Chain | None = None
    by_part: Chain | None = None
    single = len(name.keys) == 1
    for chain in story.chains[: story.named]:
        if chain.kind == "adjective":
            continue
        if chain.keys == name.keys:
            return chain
        if by_family is None and len(chain.keys) > 1 and chain.keys[-1] == name.keys[-1]:
            tail = chain.keys[-len(name.keys) :] == name.keys
            if tail or is_compatible(chain.keys, name.keys):
                by_family = chain
        if not single and by_part is None and chain.kind == "organization":
            # "First Harbour" in the headline, "First Harbour Bancorp" in the body.
            by_part = chain if chain.keys[: len(name.keys)] == name.keys else None
        if single and by_part is None:
            # "Helen" in the headline, "Helen Marsh" in the body.
            given = chain.keys[0] == name.keys[0] and chain.kind in ("person", "unknown")
            if given or any(known.keys == name.keys for known in chain.names):
                by_part = chain
    return by_family or by_part
