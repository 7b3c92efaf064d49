"""Names that are none: nouns with a capital, "the US President", "Protesters said", "Judge".

What was read as a name is a noun then, resolved like "the president". The noun may stand behind the
name of a seat: "the Lunda West MP".
"""

from __future__ import annotations

import re

from diplotext.lexicon import agencies
from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.link import is_plural
from diplotext.speaker.name.lead import is_given, is_title
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_WORDS, PARTISANS, PLURAL_IRREGULAR, listed, words
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.nominal.body_noun import KIND_OF
from diplotext.speaker.nominal.holder import STYLE_NOUNS
from diplotext.speaker.role.role import read_roles
from diplotext.speaker.source.document import is_document
from diplotext.speaker.source.source_office import OFFICES

__all__ = ["is_common", "seat_of"]

# No body's name ends so.
HOLDERS = words(
    "president minister premier chancellor governor mayor ambassador senator prosecutor"
)
LAWMAKERS = frozenset(["MP", "MEP", "MSP", "MLA", "MEC", "MMC", "TD", "MHA"])
# Plurals of people, as they open sentences with a capital: "Protesters said".
PEOPLE_RE = re.compile(r"(?:ers|ors|ents|ants|ists|ials|ians|ees|ates|ives|ens|ites)\Z")
NEAR = 20_000  # characters of a story on either side of a name
# Bodies that a single word names: "Parliament said".
PROPER_BODIES = listed("proper_bodies")


def seat_of(text: str, name: Name) -> str:
    """The noun of "the Lunda West MP", of which the name is the seat's; "" if it is none."""
    behind = text[name.end + 1 : name.end + 4].rstrip(" ,.")
    return behind.lower() if name.articled and behind in LAWMAKERS else ""


def is_common(name: Name, chain: Chain, text: str) -> bool:
    """Whether a "name" is a noun with a capital: "Judge", "Protesters", "Former Minister"."""
    if name.kind == "adjective" or is_plain_plural(name, chain, text):
        return True
    last = name.keys[-1]
    if last in STYLE_NOUNS or (name.articled and name.words[-1] in LAWMAKERS):
        return True  # "the Conservative MP"
    if name.articled and len(name.keys) == 1 and last in PARTISANS:
        return True  # "the Maoist"
    if name.lead and len(name.keys) == 1 and is_office(name.lead[-1], last):
        return True  # "Kvik Chief Executive said"
    if name.lead and name.articled and is_title(last) and " ".join(name.keys) in OFFICES:
        return True  # "The Deputy Prime Minister said"
    loose = name.reason == "headline" or len(name.keys) == 1
    if chain.kind == "person" or chain.keys[-1] != last:
        return False
    if len(name.keys) == 2 and not name.articled and is_given(name.keys[0]):
        return False  # "Chad Hawk"
    is_apposed = len(name.keys) == 2 and text.startswith(", ", name.end)
    if is_apposed and not name.articled and read_roles(text, chain):
        return False  # "Zephyr Champion, president of Kvik Lines"
    if name.articled and last in HOLDERS and "of" not in name.keys:
        return True  # "the US President"
    if chain.kind != "organization" or loose:
        # "Department of Justice" ends like a title, and is none.
        known = vocabulary()
        one = last[:-1] if is_plural(last) else last
        if is_title(last) or last in known.meanings or one in known.meanings:
            return True
    return chain.kind != "document" and loose and (last in KIND_OF or is_document(last))


def is_office(before: str, last: str) -> bool:
    """Whether two words are an office: "Chief Executive"."""
    return f"{key_of(before)} {last}" in vocabulary().meanings


def is_plain_plural(name: Name, chain: Chain, text: str) -> bool:
    """Whether a word has its capital from the sentence it opens only: "Protesters said".

    So has one that the story prints small elsewhere: "Companies said", "other companies".
    """
    if not chain.opening or len(chain.keys) > 1:
        return False
    key = name.keys[0]
    if key in vocabulary().female_roles or key in vocabulary().male_roles:
        return True
    if chain.kind != "unknown":
        return key in PLURAL_IRREGULAR or (key in ORG_WORDS and key not in PROPER_BODIES)
    plural = key in vocabulary().plurals or PEOPLE_RE.search(key) is not None
    if not plural and is_plural(key):
        at = name.start
        plural = text.find(f" {key} ", max(0, at - NEAR), at + NEAR) >= 0
    return plural and name.words[0] not in agencies()
