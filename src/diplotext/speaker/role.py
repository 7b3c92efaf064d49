"""What a story says of a named person: titles, roles, affiliation, country.

    before  "Russian Foreign Minister" NAME, "campaign spokesman" NAME
    after   NAME ", 43, a nurse from Ohio,"   NAME ", director of the Institute,"   NAME "(R-Ohio)"
"""

from __future__ import annotations

import re


from diplotext.speaker.chain import Chain
from diplotext.speaker.mention import Name
from diplotext.speaker.name import key_of
from diplotext.speaker.source import meanings_of
from diplotext.speaker.table import STOPS
from diplotext.speaker.vocabulary import vocabulary

__all__ = ["read_roles"]

CLAUSE_RE = re.compile(r"[,;:()\[\]“”\"!?–—]|\.[’']?\s")
AFTER_RE = re.compile(
    r"""\s*(?:,|–|—|--)\s+(?:aged?\s+)?(?:\d{1,3},\s+)?(?:who\s+(?:is|was|heads|leads)\s+)?
    (?P<role>(?:[\w.’'&-]+\s+){0,6}?[\w.’'&-]+)
    (?:\s+(?:of|for|at|from|with|in|on)\s+(?:the\s+)?(?P<of>[A-Z][\w.’'&-]*(?:\s+(?:of\s+|for\s+|and\s+)?(?:the\s+)?[A-Z][\w.’'&-]*)*)
      |(?=\s*[,.;–—]|\s+(?:of|for|at|from|with|who|in|on|said|told)\b))""",
    re.VERBOSE,
)
PARTY_RE = re.compile(r"(?:,\s+|\s*[(\[])([RDI]-[A-Z][\w.]*(?: [A-Z]\w+)?)")
PREPOSITIONS = frozenset("for of at from with in to".split())
MODIFIERS = frozenset(
    "former ex acting deputy vice chief senior top prime foreign defense defence interior finance "
    "campaign press special presidential vice-presidential national state federal police prime "
    "assistant associate executive managing general district company".split()
)


def read_roles(text: str, chain: Chain) -> set[str]:
    """The meaning classes of a person's titles; titles, country and affiliation are noted."""
    if chain.meanings is not None:
        return chain.meanings
    chain.meanings = set()
    read = 0
    for name in chain.names:
        if name.lead:
            note_title(chain, name.lead)
        if read < 3 and (len(name.keys) > 1 or name.lead or len(chain.keys) == 1):
            read += 1
            read_before(text, chain, name)
            read_after(text, chain, name)
    return chain.meanings


def note_title(chain: Chain, words: list[str]) -> None:
    """Take in a title written before the name."""
    keys = [key_of(word) for word in words]
    note_meaning(chain, keys)
    for key in keys:
        code = vocabulary().nationalities.get(key) or vocabulary().places.get(key)
        if code:
            chain.countries.add(code)
    title = " ".join(word for word, key in zip(words, keys, strict=True) if key not in vocabulary().honorifics)
    if title and any(key in vocabulary().titles or key in vocabulary().meanings for key in keys) and title not in chain.titles:
        chain.titles.append(title)


def note_meaning(chain: Chain, keys: list[str]) -> bool:
    """Take in the classes of a role's words; whether there are any."""
    assert chain.meanings is not None
    found = False
    for at, key in enumerate(keys):
        classes = meanings_of(key, keys[:at])
        if key in vocabulary().titles or classes:
            found = True
            chain.meanings |= classes
        if chain.female is None:
            chain.female = True if key in vocabulary().female_roles else False if key in vocabulary().male_roles else None
    return found


def read_before(text: str, chain: Chain, name: Name) -> None:
    """The role in small letters before the name."""
    before = text[max(0, name.outer - 90) : name.outer].rstrip()
    apposed = before.endswith(",")
    before = before.rstrip(" \n\t,–—-")
    # Only the words after the last mark: "he said. The lawyer, Joel Brandt".
    words = CLAUSE_RE.split(before)[-1].split()[-6:]
    if not words:
        return
    keys = [key_of(word) for word in words]
    if apposed:
        # "An attorney for the unions, Joel Brandt, said": the role ends at the preposition.
        at = next((i for i, key in enumerate(keys) if key in PREPOSITIONS), len(keys))
        words, keys = words[:at], keys[:at]
        if not keys:
            return
    if keys[-1] not in vocabulary().meanings and keys[-1] not in vocabulary().titles or words[-1][0].isupper():
        if keys[-1] in vocabulary().nationalities:
            chain.countries.add(vocabulary().nationalities[keys[-1]])
        return
    at = len(words) - 1
    while at > 0 and (keys[at - 1] in MODIFIERS or keys[at - 1] in vocabulary().nationalities or (words[at - 1][0].isupper() and keys[at - 1] not in STOPS)):
        if words[at - 1].endswith(("'s", "’s", ".", ",")):
            break
        at -= 1
    note_title(chain, words[at:])


def read_after(text: str, chain: Chain, name: Name) -> None:
    """The apposition after the name, with its affiliation."""
    party = PARTY_RE.match(text, name.end)
    if party is not None:
        chain.affiliation = chain.affiliation or party[1].rstrip(".")
        return
    match = AFTER_RE.match(text, name.end)
    if match is None:
        return
    words = match["role"].split()
    keys = [key_of(word) for word in words]
    if keys[-1] not in vocabulary().meanings and keys[-1] not in vocabulary().titles:
        return
    assert chain.meanings is not None
    chain.meanings |= meanings_of(keys[-1], keys[:-1])
    note_meaning(chain, keys[-1:])
    for key in keys[:-1]:
        if key in vocabulary().nationalities:
            chain.countries.add(vocabulary().nationalities[key])
    while keys and keys[0] in STOPS:
        words, keys = words[1:], keys[1:]
    if words and words[0].endswith(("'s", "’s")):
        words = words[1:]
    title = " ".join(words)
    if title and title not in chain.titles:
        chain.titles.append(title)
    if match["of"]:
        chain.affiliation = chain.affiliation or match["of"].removesuffix("’s").removesuffix("'s")
