"""Personal names: their parts, and whether two can be one person's.

Not handled: names of which only an epithet is printed ("The Rock").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from diplotext.lexicon.fold import fold
from diplotext.speaker.name.table import NOBILIARY, SUFFIXES
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = [
    "KOREAN",
    "family_of",
    "is_another_al",
    "is_compatible",
    "is_family_first",
    "key_of",
    "split_suffix",
]

ARTICLE_RE = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at|az|ul)[- ](?=\w)")
# "Ban Ki-moon", "Tsai Ing-wen": a given name of two parts, the second small.
GIVEN_PAIR_RE = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")
ARTICLES = frozenset(["al", "el"])
ARTICLED = ("al-", "Al-", "el-", "El-")  # "Nouri al-Maliki"
# Spellings of given names out of other scripts, and the one they are compared by.
SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\Am[ou]h?am+[ae]d\Z", "mohamed"),
        (r"ee|iy|y", "i"),
        (r"([aou])e", r"\1"),
        (r"(.)\1", r"\1"),
        (r"ph", "f"),
        (r"ks", "x"),
        (r"ou", "u"),
        (r"ai", "ei"),
        (r"ck|c(?![eihy])", "k"),
        (r"th", "t"),
        (r"h\Z", ""),
        (r"andr\Z", "ander"),
        (r"hmad\Z", "hmed"),
    )
)
SHORTEST = 3  # letters of a name that has spellings
KOREAN = frozenset(
    "kim lee park choi chung kang cho yoon chang han ri pak choe jang hwang kwon yun ryu hong rim"
    " paek".split()
)


@lru_cache(100_000)
def key_of(word: str) -> str:
    """The word as a key: case, accents, stops, and an Arabic article aside.

    >>> key_of("al-Assad"), key_of("Nuñez"), key_of("J."), key_of("31-year-old")
    ('assad', 'nunez', 'j', '31-year-old')
    """
    return ARTICLE_RE.sub("", fold(word.removesuffix(".com"))).replace(" ", "-")


def split_suffix(keys: list[str]) -> tuple[list[str], str | None]:
    """The keys of a name without "Jr." and the like, and that.

    >>> split_suffix(["robert", "kennedy", "jr"]), split_suffix(["jr"])
    ((['robert', 'kennedy'], 'jr'), (['jr'], None))
    """
    if len(keys) > 1 and keys[-1] in SUFFIXES:
        return keys[:-1], keys[-1]
    return keys, None


@lru_cache(20_000)
def sound_of(given: str) -> str:
    """A given name in one spelling of those that copy has for it, out of other scripts as well.

    >>> [sound_of(key) for key in ("mohammed", "muhammad", "yuliya", "yulia", "viktor", "victor")]
    ['mohamed', 'mohamed', 'iulia', 'iulia', 'viktor', 'viktor']
    >>> sound_of("mahmoud") == sound_of("mohammed"), sound_of("hassan") == sound_of("hussein")
    (False, False)
    """
    if len(given) < SHORTEST:
        return given
    for spelled, plain in SPELLINGS:
        given = spelled.sub(plain, given)
    return given


def is_same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, a short form, a spelling.

    >>> is_same_given("joe", "joseph"), is_same_given("j", "joseph"), is_same_given("bill", "ann")
    (True, True, False)
    >>> is_same_given("mohamed", "mohammad"), is_same_given("mohamed", "mahmoud")
    (True, False)
    """
    if one == other:
        return True
    if one[:1] == other[:1] and (len(one) <= 2 or len(other) <= 2):
        # "J." or "JK": initials
        return True
    if sound_of(one) == sound_of(other):
        return True
    full_forms = vocabulary().full_forms
    forms = full_forms.get(one, frozenset()) | {one}
    return not forms.isdisjoint(full_forms.get(other, frozenset()) | {other})


def is_compatible(one: list[str], other: list[str]) -> bool:
    """Whether two full names can be one person's, given that the family names agree.

    Middle names may be missing, not differ in the given name or the suffix.

    >>> is_compatible(["mark", "z", "doe"], ["mark", "doe"])
    True
    >>> is_compatible(["bill", "doe"], ["hillary", "doe"])
    False
    """
    (one, suffix), (other, other_suffix) = split_suffix(one), split_suffix(other)
    if suffix != other_suffix and "jr" in (suffix, other_suffix):
        return False
    one, other = (keys[1:] if keys[0] in ARTICLES else keys for keys in (one, other))
    if len(one) < 2 or len(other) < 2:
        return True  # "El Sayed", of Ahmed El-Sayed
    if is_same_given(one[0], other[0]):
        return True
    # "Maria Fernanda Lopez" and "Fernanda Lopez"; "L. Brooks Doe" and "Brooks Doe".
    return one[0] in other[:-1] or other[0] in one[:-1]


def is_another_al(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two of a family is called Al, which is no article of the other's name.

    >>> is_another_al(["Al", "Holm"], ["Pete", "Holm"])
    True
    >>> is_another_al(["Nasser", "Al", "Sabah"], ["Al", "Sabah"])
    False
    >>> is_another_al(["Nouri", "al-Maliki"], ["Al", "Maliki"])
    False
    """
    short, full = (one, other) if one[0] == "Al" else (other, one)
    if len(short) != 2 or short[0] != "Al" or full[0] == "Al":
        return False
    return not any(word.lower() in ARTICLES or word.startswith(ARTICLED) for word in full[1:])


def is_family_first(words: list[str]) -> bool:
    """Whether a name is written with the family name first, by its form alone.

    >>> is_family_first(["Ban", "Ki-moon"]), is_family_first(["Kim", "Jong", "Un"])
    (True, True)
    >>> is_family_first(["Kim", "Jones"]), is_family_first(["Hassan", "Nur-eddin"])
    (False, False)
    """
    key = key_of(words[0])
    if len(words) == 2 and GIVEN_PAIR_RE.match(words[1]) is not None:
        return key in KOREAN or key not in vocabulary().given
    korean = len(words) == 3 and key in KOREAN
    return korean and all(len(word) < 6 and word.isalpha() for word in words[1:])


def family_of(words: list[str], *, first: bool = False) -> str | None:
    """The family name with its particles; the first word where the family name stands first.

    >>> family_of(["Alexander", "Van", "der", "Bellen"]), family_of(["Robert", "Doe", "Jr."])
    ('Van der Bellen', 'Doe')
    >>> family_of(["Xi", "Jinping"], first=True), family_of(["Madonna"])
    ('Xi', 'Madonna')
    >>> family_of(["Andrew", "Leung", "Kwok-wah"])
    'Leung'
    """
    keys, _ = split_suffix([key_of(word) for word in words])
    if first:
        return words[0]
    at = len(keys) - 1
    if len(words) > 2 and GIVEN_PAIR_RE.match(words[-1]):
        return words[-2]  # a given name before, and one behind
    while at > 1 and keys[at - 1] in NOBILIARY:
        at -= 1
    return " ".join(words[at : len(keys)]) if words else None
