"""Speaker resolution: each attribution's source traced to its speaker across the story.

    names -> chains -> sources in order: name | nominal | pronoun | several -> speakers

Not handled: texts in other scripts than those with capitals; the author's own "I".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon import agencies
from diplotext.model import Attribution, Mention, Passage, Quotation, Reason, Speaker
from diplotext.speaker.author import find_author
from diplotext.speaker.chain import Chain
from diplotext.speaker.mention import Name, is_all_capitals, read_name, runs_of
from diplotext.speaker.name import family_of, is_compatible, key_of
from diplotext.speaker.nominal import KIND_OF, document_name, is_plural, rename, resolve_nominal
from diplotext.speaker.pronoun import resolve_pronoun
from diplotext.speaker.role import read_roles
from diplotext.speaker.source import Reading, read_source
from diplotext.speaker.story import Said, Story
from diplotext.speaker.table import DOCUMENT_NOUNS, PRONOUNS, STOPS
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["resolve_speakers"]


def resolve_speakers(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[Quotation],
    attributions: Sequence[Attribution],
    headline: tuple[int, int] | None = None,
) -> tuple[tuple[Speaker, ...], tuple[Speaker | None, ...]]:
    """The speakers in order of appearance, and for each attribution its speaker or None."""
    if not any(a.source for a in attributions):
        return (), tuple(None for _ in attributions)
    capitals = is_all_capitals(text)
    spans = sorted({(a.source.start, a.source.end) for a in attributions if a.source})
    quoted = [(q.start, q.end) for q in quotations]
    story = Story(text, paragraphs, quoted, spans if capitals else None)
    order = sorted(
        (i for i, a in enumerate(attributions) if a.source is not None),
        key=lambda i: (in_headline(attributions[i], headline), attributions[i].source.start),  # type: ignore[union-attr]
    )
    found: dict[int, Chain] = {}
    later: list[int] = []
    for i in order:
        chain = resolve_one(story, attributions, i, found, later, headline)
        if chain is not None:
            found[i] = chain
    for i in later:
        chain = resolve_first_person(story, attributions, i, found)
        if chain is not None:
            found[i] = chain
    speakers = {number: speaker_of(story, story.chains[number]) for number in {c.number for c in found.values()}}
    links = tuple(speakers[found[i].number] if i in found else None for i in range(len(attributions)))
    ordered = sorted(speakers.values(), key=lambda s: (s.mentions[0].start if s.mentions else s.start, s.start))
    return tuple(ordered), links


def in_headline(attribution: Attribution, headline: tuple[int, int] | None) -> bool:
    source = attribution.source
    return bool(headline and source and headline[0] <= source.start < headline[1])


def resolve_one(
    story: Story, attributions: Sequence[Attribution], i: int, found: dict[int, Chain], later: list[int],
    headline: tuple[int, int] | None,
) -> Chain | None:
    attribution = attributions[i]
    source = attribution.source
    assert source is not None
    start, end = source.start, source.end
    names = story.names_in(start, end)
    if in_headline(attribution, headline):
        names = names_of_headline(story, start, end)
    reading = read_source(story.text, start, end, names)
    if reading.kind == "pronoun":
        return link_pronoun(story, attribution, reading, later, i)
    if reading.kind == "name":
        assert reading.name is not None
        name = reading.name
        chain = story.chains[name.chain]
        if is_common(name, chain):
            reading.kind = "nominal"
            reading.noun = name.keys[-1]
            reading.modifiers = tuple(key_of(w) for w in name.lead) + tuple(name.keys[:-1])
            reading.phrase = story.text[name.outer : name.end]
        else:
            return link(story, chain, start, end, "name", name.reason, (name.start, name.end))
    if reading.kind == "group":
        return link_phrase(story, reading, "group", story.text[reading.start : reading.end])
    return link_nominal(story, reading)


def is_common(name: Name, chain: Chain) -> bool:
    """Whether a "name" is a title or a role in capitals: "Judge", "Former White House Doctor"."""
    if name.kind == "adjective" or is_plain_plural(name, chain):
        return True
    return (
        chain.kind != "person"
        and chain.keys[-1] == name.keys[-1]
        and ((name.reason == "headline" or len(name.keys) == 1) and (name.keys[-1] in KIND_OF or name.keys[-1] in DOCUMENT_NOUNS) and chain.kind != "document" or name.keys[-1] in vocabulary().titles or name.keys[-1] in vocabulary().meanings or name.keys[-1].removesuffix("s") in vocabulary().meanings)
    )


PEOPLE_RE = re.compile(r"(?:ers|ors|ents|ants|ists|ials|ians|ees|ates|ives|ens|ites)\Z")


def is_plain_plural(name: Name, chain: Chain) -> bool:
    """Whether a word has its capital from the sentence it opens only: "Protesters said"."""
    return (
        len(name.keys) == 1
        and chain.kind == "unknown"
        and all(known.opens and len(known.keys) == 1 for known in chain.names)
        and PEOPLE_RE.search(name.keys[0]) is not None
        and name.words[0] not in agencies()
    )


def names_of_headline(story: Story, start: int, end: int) -> list[Name]:
    """The names of a headline's source: looked up in the body, else read afresh."""
    found = []
    for at, words, stop in runs_of(story.text, start, end):
        name = read_name(story.text, at, words, stop)
        if name is None:
            continue
        chain = chain_of_headline(story, name)
        if chain is None:
            chain = Chain(len(story.chains), name.kind, name.words, name.keys)
            story.chains.append(chain)
            chain.add(name, "headline")
        name.chain = chain.number
        name.reason = "headline"
        found.append(name)
    return found


def chain_of_headline(story: Story, name: Name) -> Chain | None:
    """The chain of the body that a headline's name looks forward to."""
    last = name.keys[-1]
    best = None
    for chain in story.chains:
        if not chain.names or chain.kind in ("adjective",):
            continue
        if chain.keys == name.keys:
            return chain
        if chain.keys[-1] == last and len(chain.keys) > 1 and best is None:
            if len(name.keys) == 1 or chain.keys[-len(name.keys) :] == name.keys or is_compatible(chain.keys, name.keys):
                best = chain
    if best is None and len(name.keys) == 1:
        for chain in story.chains:
            if chain.names and any(known.keys == name.keys for known in chain.names):
                return chain
    return best


def link(
    story: Story, chain: Chain, start: int, end: int, form: str, reason: str, at: tuple[int, int] | None = None
) -> Chain:
    """Note that a source is of a chain."""
    chain.links.append((*(at or (start, end)), form, reason))
    story.said.append(Said(start, end, chain.number, story.sentence_of(start), story.paragraph_of(start)))
    return chain


def link_phrase(story: Story, reading: Reading, kind: str, phrase: str, form: str = "nominal") -> Chain:
    """The chain of a phrase that is no one's name: the one of the same words, or a new one."""
    key = " ".join(phrase.lower().split())
    for chain in story.chains:
        if chain.kind == kind and chain.title == key and reading.determiner not in ("a", "an", "another"):
            return link(story, chain, reading.start, reading.end, form, "same words")
    chain = Chain(len(story.chains), kind, phrase.split(), [key_of(w) for w in phrase.split()])
    chain.title = key
    chain.noun = reading.noun
    chain.plural = kind == "group" or is_plural(reading.noun)
    chain.female = True if reading.noun in vocabulary().female_roles else False if reading.noun in vocabulary().male_roles else None
    story.chains.append(chain)
    return link(story, chain, reading.start, reading.end, form, "first named")


def link_nominal(story: Story, reading: Reading) -> Chain:
    """The chain of a nominal: a named one, an unnamed one that goes on, or a new one."""
    named = resolve_nominal(story, reading, reading.start)
    if named is not None:
        if named[0].kind == "document":
            rename(named[0], reading)
        return link(story, named[0], reading.start, reading.end, "nominal", named[1])
    if reading.determiner in ("the", "this", "that") and reading.noun:
        for said in reversed(story.said):
            chain = story.chains[said.chain]
            if chain.kind == "unnamed" and chain.noun == reading.noun:
                return link(story, chain, reading.start, reading.end, "nominal", "same noun")
    kind = "document" if reading.noun in DOCUMENT_NOUNS or reading.noun.removesuffix("s") in DOCUMENT_NOUNS else "unnamed"
    phrase = (document_name(reading.phrase) if kind == "document" else reading.whole) or story.text[reading.start : reading.end]
    return link_phrase(story, reading, kind, phrase)


def link_pronoun(story: Story, attribution: Attribution, reading: Reading, later: list[int], i: int) -> Chain | None:
    kind = PRONOUNS[reading.word]
    if kind in ("first", "we"):
        later.append(i)
        return None
    if kind == "relative":
        return link_relative(story, reading)
    if kind in ("male", "female", "thing", "plural"):
        contents = [(c.start, c.end) for c in attribution.content]
        resolved = resolve_pronoun(story, kind, reading.start, contents)
        if resolved is not None:
            return link(story, resolved[0], reading.start, reading.end, "pronoun", "pronoun: " + resolved[1])
    return link_phrase(story, reading, "unnamed", reading.word, "pronoun")


# A verb after "who" that is no single person's.
PLURAL_VERB_RE = re.compile(r"\s+(?:\w+ly\s+)?(?:are|were|have|do)\b")
PLAIN_NOUN_RE = re.compile(r"[\w’'-]+(?:\s+[\w’'-]+){0,6}\Z")


def link_relative(story: Story, reading: Reading) -> Chain:
    """The antecedent of "who" or "which": the name, or the noun, just before."""
    first = max(0, reading.start - 160)
    before = story.text[first : reading.start].rstrip(" ,—–-(\n")
    stop = first + len(before)
    near = [n for n in story.names_in(first, stop + 1) if n.end <= stop]
    plural = PLURAL_VERB_RE.match(story.text, reading.end) is not None
    if near and not (plural and story.chains[near[-1].chain].kind == "person"):
        name = near[-1]
        chain = story.chains[name.chain]
        gap = story.text[name.end : stop]
        apposed = gap.startswith(",") and len(gap) < 90 and " who" not in gap and chain.kind == "person"
        if name.end == stop and not name.possessive and (reading.word == "which" or chain.kind != "place"):
            return link(story, chain, reading.start, reading.end, "pronoun", "relative")
        if apposed and story.sentence_of(name.start) == story.sentence_of(reading.start):
            return link(story, chain, reading.start, reading.end, "pronoun", "relative")
    match = PLAIN_NOUN_RE.search(before[-60:])
    words = match.group().split() if match else [reading.word]
    at = max((i for i, word in enumerate(words) if word.lower() in STOPS), default=-1)
    words = words[at + 1 :] or [reading.word]
    sub = Reading("nominal", reading.start, reading.end, noun=key_of(words[-1]))
    return link_phrase(story, sub, "unnamed", " ".join(words), "pronoun")


def resolve_first_person(
    story: Story, attributions: Sequence[Attribution], i: int, found: dict[int, Chain]
) -> Chain | None:
    """"I" inside a quotation is its speaker; outside it is the author, who is no speaker here."""
    source = attributions[i].source
    assert source is not None
    for j, other in enumerate(attributions):
        if j != i and j in found and any(c.start <= source.start < c.end for c in other.content):
            return link(story, found[j], source.start, source.end, "pronoun", "first person in quotation")
    if story.is_quoted(source.start):
        for said in sorted(story.said, key=lambda s: abs(s.start - source.start)):
            if said.paragraph == story.paragraph_of(source.start):
                return link(story, story.chains[said.chain], source.start, source.end, "pronoun", "first person in quotation")
    elif source.text.lower() in ("i", "me", "my", "mine", "myself"):
        author = find_author(story, source.start)
        if author is not None:
            return link(story, author, source.start, source.end, "pronoun", "author")
    sub = Reading("pronoun", source.start, source.end, noun=source.text.lower())
    return link_phrase(story, sub, "unnamed", source.text, "pronoun")


def speaker_of(story: Story, chain: Chain) -> Speaker:
    """The chain as a node of the model."""
    text = story.text
    mentions: dict[tuple[int, int], Mention] = {}
    for name in chain.names:
        mentions[name.start, name.end] = Mention(text, name.start, name.end, form="name", reason=Reason(stage="speaker", evidence=name.reason))
    for start, end, form, reason in chain.links:
        mentions.setdefault((start, end), Mention(text, start, end, form=form, reason=Reason(stage="speaker", evidence=reason)))  # type: ignore[arg-type]
    ordered = tuple(mentions[key] for key in sorted(mentions))
    kind = chain.kind
    if chain.names:
        fullest = chain.fullest or chain.names[0]
        start, end = fullest.start, fullest.end
        if kind in ("unknown", "adjective"):
            kind = "person" if len(chain.keys) in (2, 3, 4) else "organization"
    else:
        start, end = ordered[0].start, ordered[0].end
    person = kind == "person"
    if person:
        read_roles(text, chain)
    words = chain.words
    return Speaker(
        text, start, end,
        name=" ".join(words),
        kind=kind,  # type: ignore[arg-type]
        given_name=words[0] if person and len(words) > 1 else None,
        family_name=family_of(words) if person else None,
        titles=tuple(chain.titles) if person else (),
        affiliation=chain.affiliation,
        mentions=ordered,
    )  # fmt: skip
