"""Speaker resolution: each attribution's source traced to its speaker across the story.

    names -> chains -> sources in order: name | several | pronoun | nominal -> speakers

Not handled: whom "we" means outside quotations; people known by kinship only ("my father").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.attribution.range_set import RangeSet
from diplotext.body.subhead import without_subheads
from diplotext.body.usual_marks import with_usual_marks
from diplotext.model import Attribution, Quotation, Speaker
from diplotext.speaker.build import build_speaker
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.common_name import is_common, seat_of
from diplotext.speaker.heading import Sourced, with_plain_headings
from diplotext.speaker.headline import (
    called_below,
    is_pair,
    names_of_headline,
    note_titles,
    subject_above,
)
from diplotext.speaker.link import is_another, is_plural, link_phrase, note_medium
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import PRONOUNS, words
from diplotext.speaker.namesake import find_misnamed, find_namesake
from diplotext.speaker.newcomer import link_newcomer
from diplotext.speaker.nominal.body_noun import FIRM_KINDS, kind_of_noun
from diplotext.speaker.nominal.holder import find_by_initials
from diplotext.speaker.nominal.nominal import resolve_nominal
from diplotext.speaker.pronoun.first_person import link_first_person
from diplotext.speaker.pronoun.pronoun import resolve_pronoun
from diplotext.speaker.pronoun.pronoun_agreement import is_nobody
from diplotext.speaker.pronoun.several import find_pair, link_two
from diplotext.speaker.relative import link_relative
from diplotext.speaker.source.document import document_name, is_document, rename
from diplotext.speaker.source.reading import Reading
from diplotext.speaker.source.source import read_source
from diplotext.speaker.story import Range, Story

__all__ = ["resolve_speakers"]

DETERMINERS = words("the this that his her their its a an")
FIRST_PERSON_RE = re.compile(r"\b(?:I|[Mm]y)\b(?![.-])")
AGED_RE = re.compile(r"[Tt]he (\d{1,3}-year-old) ")
# "Okafor and a senior trade official"
UNNAMED_RE = re.compile(r"\band\s+(?=an?\s|another\s)")


def resolve_speakers(
    text: str,
    paragraphs: Sequence[Range],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    headline: Range | None = None,
) -> tuple[tuple[Speaker, ...], tuple[Speaker | None, ...]]:
    """The speakers in order of appearance, and for each attribution its speaker or None.

    Ranges are offsets in code points, ends exclusive; ``paragraphs`` and ``quotations`` are in
    order and disjoint. An attribution without a source has no speaker here.

    >>> from diplotext.model import Attribution, Source
    >>> text = "Trade Minister Ruth Okafor spoke. The minister left, she said."
    >>> said = [Attribution(text, s, e, content=(), source=Source(text, s, e, form="name"))
    ...         for s, e in ((0, 26), (34, 46), (53, 56))]
    >>> speakers, links = resolve_speakers(text, [(0, len(text))], [], said)
    >>> [(s.name, s.titles) for s in speakers], [s.name for s in links]
    ([('Ruth Okafor', ('Trade Minister',))], ['Ruth Okafor', 'Ruth Okafor', 'Ruth Okafor'])
    """
    sourced = [(i, a, a.source) for i, a in enumerate(attributions) if a.source is not None]
    links: list[Speaker | None] = [None] * len(attributions)
    if not sourced:
        return (), tuple(links)
    quoted = [quotation.span for quotation in quotations]
    usual = with_usual_marks(text, quotations, pairs=True)
    sources = RangeSet([source.span for _, _, source in sourced])
    read = without_subheads(with_plain_headings(usual, sourced), sources.touches)
    story = Story(read, paragraphs, quoted)
    story.headline = headline
    found = resolve_sources(story, in_order(sourced, headline), headline)
    chains = {chain.number: chain for chain in found.values()}
    says_i = {chain.number for i, chain in found.items() if is_said_by_one(text, attributions[i])}
    built = {n: build_speaker(text, read, chain, n in says_i) for n, chain in chains.items()}
    for i, chain in found.items():
        links[i] = built[chain.number]
    ordered = sorted(built.values(), key=lambda speaker: speaker.mentions[0].start)
    return tuple(ordered), tuple(links)


def is_said_by_one(text: str, attribution: Attribution) -> bool:
    """Whether the words are a person's own and have an "I" in them."""
    if attribution.kind != "direct":
        return False
    return any(FIRST_PERSON_RE.search(text, *part.span) for part in attribution.content)


def in_order(sourced: Sequence[Sourced], headline: Range | None) -> list[Sourced]:
    """The sources in the order of the text, the headline's last: it looks forward."""
    return sorted(sourced, key=lambda s: (is_within(s[2].start, headline), s[2].start))


def is_within(offset: int, where: Range | None) -> bool:
    """Whether an offset is in a range."""
    return where is not None and where[0] <= offset < where[1]


def resolve_sources(
    story: Story, sourced: Sequence[Sourced], headline: Range | None
) -> dict[int, Chain]:
    """The chain of each source, by the attribution's number."""
    found: dict[int, Chain] = {}
    first_person: list[Sourced] = []
    linked: dict[Range, Chain] = {}  # one source is one speaker's, whatever of theirs it introduces
    if headline is not None:
        note_titles(story, *headline)
    for i, attribution, source in sourced:
        if source.span in linked:
            found[i] = linked[source.span]
            continue
        in_headline = is_within(source.start, headline)
        names_in = names_of_headline if in_headline else Story.names_in
        names = names_in(story, source.start, source.end)
        reading = read_source(story.text, source.start, source.end, names)
        if in_headline and is_pair(attribution):
            reading = Reading("group", source.start, source.end, name=reading.name)
        if reading.kind == "pronoun" and PRONOUNS[reading.word] in ("first", "we"):
            # "I" is whoever says the words around it, who may be named after them.
            first_person.append((i, attribution, source))
        else:
            found[i] = link_reading(story, attribution, reading, in_headline=in_headline)
            linked[source.span] = found[i]
        note_medium(story, attribution.medium)
    if first_person:
        contents = sorted(
            (part.start, part.end, i) for i, a, _ in sourced if i in found for part in a.content
        )
        for i, _, source in first_person:
            found[i] = link_first_person(story, source, contents, found)
    return found


def link_reading(
    story: Story, attribution: Attribution, reading: Reading, *, in_headline: bool
) -> Chain:
    """The chain of one source, by what it was read as."""
    if reading.kind == "pronoun":
        return link_pronoun(story, attribution, reading)
    if reading.kind == "group":
        note_unnamed(story, reading)
        return link_phrase(story, reading, "group", story.text[reading.start : reading.end])
    name = reading.name
    if reading.kind == "name" and name is not None:
        chain = story.chain_of(name)
        holder = find_by_initials(story, name, chain)
        if holder is not None:
            source = reading.start, reading.end
            return story.link(holder, source, "nominal", "initials of the title")
        seat = seat_of(story.text, name)
        if not seat and not is_common(name, chain, story.text):
            at = name.start, name.end
            return story.link(chain, (reading.start, reading.end), "name", name.reason, at)
        # "the Democrat", "Her Majesty"
        opening = story.text[reading.start : name.outer].lower().split()[:1]
        reading.determiner = opening[0] if opening and opening[0] in DETERMINERS else ""
        reading.noun = name.keys[-1]
        reading.modifiers = (*map(key_of, name.lead), *name.keys[:-1])
        if seat:
            reading.noun, reading.modifiers = seat, (*reading.modifiers, name.keys[-1])
        reading.phrase = story.text[name.outer : name.end]
        aged = AGED_RE.match(story.text, reading.start, name.outer)
        if aged is not None and aged.end() == name.outer:  # "the 35-year-old Finn"
            reading.modifiers = (key_of(aged[1]), *reading.modifiers)
            reading.phrase = f"{aged[1]} {reading.phrase}"
    known = None if name is not None else find_namesake(story, reading)
    if known is not None:
        return story.link(known, (reading.start, reading.end), "name", "family name")
    called = called_below(story, reading) if in_headline and reading.noun else None
    if called is not None:
        return story.link(called, (reading.start, reading.end), "nominal", "same noun")
    return link_nominal(story, reading)


def note_unnamed(story: Story, reading: Reading) -> None:
    """Note the unnamed one of a group, whom "the official" may mean after."""
    found = UNNAMED_RE.search(story.text, reading.start, reading.end)
    if found is None or story.names_in(found.end(), reading.end)[1:]:
        return
    other = read_source(story.text, found.end(), reading.end, [])
    if other.kind == "nominal" and other.noun and not is_plural(other.noun):
        link_phrase(story, other, "unnamed", other.whole or other.phrase)


def link_nominal(story: Story, reading: Reading) -> Chain:
    """The chain of a nominal: a named one, an unnamed one that goes on, or a new one."""
    source = reading.start, reading.end
    two = link_two(story, reading)
    if two is not None:
        return two
    named = resolve_nominal(story, reading)
    if named is not None:
        chain, evidence = named
        if chain.kind == "document":
            rename(chain, reading)
        return story.link(chain, source, "nominal", evidence)
    is_firm = kind_of_noun(reading.noun) in FIRM_KINDS and reading.determiner == "the"
    above = subject_above(story, reading) if is_firm else None
    if above is not None:
        return story.link(above, source, "nominal", "subject of the headline")
    known = story.nouns.get(reading.noun)
    is_known = known is not None and reading.determiner in ("the", "this", "that")
    if known is not None and is_known and not is_another(known, reading):
        return story.link(known, source, "nominal", "same noun")
    if is_document(reading.noun):
        # "One survey" is told from others by its number.
        phrase = reading.whole if reading.determiner == "one" else reading.phrase
        return link_phrase(story, reading, "document", document_name(phrase))
    whole = reading.whole or reading.phrase or story.text[reading.start : reading.end]
    return link_phrase(story, reading, "unnamed", whole)


def link_pronoun(story: Story, attribution: Attribution, reading: Reading) -> Chain:
    """The chain of a pronoun but "I" and "we"; an unnamed one in doubt."""
    kind = PRONOUNS[reading.word]
    if kind == "relative":
        return link_relative(story, reading)
    if kind == "thing" and is_nobody(story.text, reading.end):
        return link_phrase(story, reading, "unnamed", reading.word, "pronoun")
    if kind == "plural":
        pair = find_pair(story, reading.start)
        if pair is not None:
            return link_phrase(story, reading, "group", pair, "pronoun")
    if kind in ("male", "female", "thing", "plural"):
        contents = [part.span for part in attribution.content]
        if kind in ("male", "female") and contents:
            newcomer = link_newcomer(story, reading, contents[0][0])
            if newcomer is not None:
                return newcomer
        resolved = resolve_pronoun(story, kind, reading.start, contents)
        if resolved is None and kind in ("male", "female"):
            resolved = find_misnamed(story, reading.start, contents)
            if resolved is not None:
                resolved[0].female = kind == "female"
        if resolved is not None:
            chain, evidence = resolved
            is_told = chain.kind != "unnamed" and story.gender_of(chain) is not None
            if chain.female is None and kind in ("male", "female") and not is_told:
                chain.female = kind == "female"  # "the 43-year-old", and then "he"
            return story.link(chain, (reading.start, reading.end), "pronoun", evidence)
        above = subject_above(story, reading) if kind == "thing" else None
        if above is not None:
            source = reading.start, reading.end
            return story.link(above, source, "pronoun", "subject of the headline")
    return link_phrase(story, reading, "unnamed", reading.word, "pronoun")
