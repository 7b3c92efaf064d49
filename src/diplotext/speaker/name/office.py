"""What is a role, what countries it tells, and offices behind a name: "Ana Ruiz, Mayor of Lund"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from diplotext.speaker.name.kind import kind_of
from diplotext.speaker.name.lead import is_given, is_title
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_NOUNS, PARTY_OF, STOPS, fold_words, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = [
    "ARTICLES",
    "DEPARTMENTS",
    "MODIFIERS",
    "belongs",
    "body_before",
    "body_behind",
    "countries_of",
    "countries_told",
    "country_behind",
    "from_office",
    "initials",
    "is_central",
    "is_office_behind",
    "is_office_name",
    "is_role",
    "led_by",
    "opens_with_role",
]

ARTICLES = words("the a an")
CONJUNCTIONS = words("but and while yet though although however meanwhile")
LETTERS = words("ceo cfo coo cto mp")
# Offices of a body that stand behind its name: "Kvik Chairman | and CEO Ana Ruiz".
BODY_OFFICES = words(
    "chairman chairwoman chief president director minister secretary governor commissioner"
    " treasurer spokesman spokeswoman officer"
)
SMALL = words("of for the and")  # of which initials have none
DEPARTMENTS = listed("departments")
MODIFIERS = listed("role_modifiers")
# Words of an office and its field, at most, and of what is read without one.
FIELD, FEW = 14, 6
# "Ana Ruiz | of Kvik Research."
BODY_RE = re.compile(
    r",?\s(?:of|at|from|with)\s(?:the\s)?"
    r"([A-Z][\w’&-]*(?:\s(?:of\s|for\s|and\s|&\s)?(?:the\s)?[A-Z][\w’&-]*){0,7})"
    r"(?=[,.]|\s\([A-Z]{2,8}\)|\s(?:said|says|told|in|near)\b)"
)
# "the VFF's | Ana Ruiz"
OWNER_RE = re.compile(
    r"(?:\bThe\s)?([A-Z][\w&-]*?(?:\s(?:of\s|for\s|and\s)?[A-Z][\w&-]*?){0,6})[’']s\Z"
)
BODY_OPENERS = tuple(f"{comma} {of} " for comma in ("", ",") for of in ("of", "at", "from", "with"))
# ", said", behind a body's letters in brackets or without them
CLOSED_RE = re.compile(
    r"(?:\s\([A-Z]{2,8}\)|\s(?:in|near)\s[^,.;:“”\"]{1,40}?)?,?\s(?:said|says|told)\b"
)
# What somebody is who does so: "Ana Ruiz | leads the seafarers' union."
LEADS = {
    "heads": ("leader",),
    "headed": ("leader",),
    "leads": ("leader",),
    "led": ("leader",),
    "runs": ("leader", "executive"),
    "chairs": ("leader", "chairman"),
    "chaired": ("leader", "chairman"),
    "coaches": ("coach",),
    "manages": ("manager",),
    "owns": ("owner",),
    "founded": ("founder",),
    "edits": ("editor",),
}
# "Ana Ruiz | , who heads the seafarers' union,"
LEADS_RE = re.compile(
    rf"(?P<who>,\swho)?\s(?:now\s)?(?P<verb>{'|'.join(LEADS)})\s(?!for\b|to\b|in\b|by\b|out\b|with\b)"
    r"(?:(?:the|a|an|its|his|her|[A-Z][a-z]+[’']s)\s)?"
    r"(?P<led>(?:[\w’'-]+\s){0,4}?[\w’'-]+)(?=[,.]|\s(?:of|for|in|at|and|since)\b)"
)
LEADING = tuple(f" {verb[:4]}" for verb in LEADS)  # a cheap look
COUNTRY_RE = re.compile(r" of (?:the )?([A-Z][\w-]+(?: [A-Z][\w-]+)*)(?!['’\w])")
SAYS_RE = re.compile(r"\s+(?:said|says|told)\b")


def is_role(key: str) -> bool:
    """Whether a key is a title or a role.

    >>> is_role("mayor"), is_role("vice-chancellor"), is_role("turbine")
    (True, True, False)
    """
    known = vocabulary()
    return key in known.titles or key in known.meanings or ("-" in key and is_title(key))


def belongs(word: str, key: str) -> bool:
    """Whether a word before a role is a part of the title: "former", "Kremlin"."""
    if word.endswith(("'s", "’s", ",")) or (word[-1] == "." and word[-3:-2] != "."):
        return False  # but "U.N. ambassador"
    if key in MODIFIERS or key in PARTY_OF or key in vocabulary().nationalities:
        return True
    return word[0].isupper() and key not in STOPS


def countries_of(keys: Sequence[str]) -> set[str]:
    """The countries whose adjectives are among the keys, of one word or two.

    >>> sorted(countries_of(["south", "african", "keeper"])), countries_of(["african"])
    (['ZA'], set())
    """
    known = vocabulary().nationalities
    pairs = (" ".join(pair) for pair in pairwise(keys))
    return {known[key] for key in (*keys, *pairs) if key in known}


def countries_told(keys: Sequence[str]) -> set[str]:
    """The countries that keys tell, by their adjectives, their places or their capitals.

    >>> sorted(countries_told(["south", "african"])), sorted(countries_told(["paris"]))
    (['ZA'], ['FR'])
    """
    known = vocabulary().places
    return countries_of(keys) | {known[key] for key in keys if key in known}


def is_office_behind(title: Sequence[str], of: str, behind: str) -> bool:
    """Whether a role with a capital is told of the name before it; ``behind`` is what follows.

    >>> is_office_behind(["Mayor"], "Lund", ", sai"), is_office_behind(["King"], "", ", and")
    (True, False)
    >>> is_office_behind(["Secretary"], "State Jan Vos", ", and")
    False
    """
    if not all(word.lower() in ARTICLES or belongs(word, key_of(word)) for word in title[:-1]):
        return False
    keys = [key_of(word) for word in of.split()]
    if keys:
        own = [key for key in keys if key not in DEPARTMENTS]
        is_named = keys[0] in DEPARTMENTS and "for" not in keys and len(own) > 1
        return not is_named and not any(map(is_given, keys[1:]))
    if behind.startswith((" of ", " for ", " at ")):
        return True
    return len(title) > 1 and not is_given(key_of(title[0]))


def is_office_name(keys: Sequence[str]) -> bool:
    """Whether the words of a name are an office's: "Minister of Roads", "Kvik CEO"."""
    if keys[-1] in LETTERS or (keys[-1] in BODY_OFFICES and not is_given(keys[0])):
        return True
    return len(keys) > 2 and keys[1] in ("of", "for") and is_title(keys[0])


def opens_with_role(before: str) -> bool:
    """Whether the words before a name are its role alone: "Weston striker Jamal Okoro".

    In "He met lawyer Joel Brandt" they are not.
    """
    words = before.split()
    if words and words[0].lower() in CONJUNCTIONS:
        words = words[1:]
    if words and words[0].endswith(("'s", "’s")) and len(words) > 1:
        words = words[1:]  # "But Okafor's | Lund counterpart"
    keys = [key_of(word) for word in words]
    if words and keys[-1] == "counterpart":
        return all(word[0].isupper() for word in words[:-1])
    if not words or keys[0] in STOPS - {"the"} or not is_role(keys[-1]):
        return False
    # "Norland board member | Ana Ruiz"
    between = zip(words[1:-1], keys[1:-1], strict=True)
    return all(belongs(word, key) or key in ORG_NOUNS for word, key in between)


def from_office(title: list[str]) -> list[str]:
    """The last words before a name, or all from an office with a long field: "The Minister for"."""
    for at in range(max(1, len(title) - FIELD), len(title) - FEW + 1):
        if title[at].lower() in ("of", "for") and is_role(key_of(title[at - 1])):
            articled = max((i for i in range(at) if title[i].lower() in ARTICLES), default=-1)
            return title[articled:] if articled >= 0 else title[-FEW:]
    return title[-FEW:]


def body_behind(text: str, start: int, end: int) -> str | None:
    """The body right behind the name of one who speaks: "said Ana Ruiz of Kvik Research."."""
    body = BODY_RE.match(text, end) if text.startswith(BODY_OPENERS, end) else None
    if body is None:
        return None
    says = text[max(0, start - 6) : start].rstrip().endswith(("said", "says"))
    return body[1] if says or CLOSED_RE.match(text, body.end()) else None


def body_before(before: str) -> str | None:
    """The body whose a person is said to be: "the | VFF's | Ana Ruiz said".

    >>> body_before("The Kvik Farmers Union's"), body_before("VFF’s"), body_before("Okafor's")
    ('Kvik Farmers Union', 'VFF', None)
    """
    owner = OWNER_RE.search(before)
    if owner is None:
        return None
    words = owner[1].split()
    words = words[1:] if words[0].lower() in STOPS else words  # "But Kvik Mining's"
    keys = [key_of(word) for word in words]
    is_body = bool(words) and kind_of(keys, 0, words[-1]) == "organization"
    return " ".join(words) if is_body else None


def country_behind(text: str, end: int) -> set[str]:
    """The country right behind a name: "Ahmed Nasser of Egypt".

    >>> country_behind("Ahmed Nasser of Egypt and", 12), country_behind("Ana of Egypt's team", 3)
    ({'EG'}, set())
    """
    behind = COUNTRY_RE.match(text, end) if text.startswith(" of ", end) else None
    code = None if behind is None else vocabulary().countries.get(fold_words(behind[1]))
    return set() if code is None else {code}


def is_central(printed: str) -> bool:
    """Whether a body is a central bank: "Federal Reserve Board", "Bank of Canada"."""
    if printed.startswith("Bank of "):
        return fold_words(printed[8:]) in vocabulary().countries
    return printed.startswith(("Federal Reserve", "Reserve Bank", "European Central"))


def led_by(text: str, end: int) -> tuple[list[str], tuple[str, ...]]:
    """The keys of what somebody leads, and what that makes them; nothing where none is led.

    >>> led_by("Ana Ruiz, who heads the seafarers' union, spoke", 8)
    (['seafarers', 'union'], ('leader',))
    >>> led_by("Ana Ruiz coaches Lund.", 8), led_by("Ana Ruiz led the rescue.", 8)
    ((['lund'], ('coach',)), ([], ()))
    """
    if not text.startswith((", who ", " now ", *LEADING), end):
        return [], ()
    led = LEADS_RE.match(text, end)
    if led is None:
        return [], ()
    words = led["led"].split()
    keys = [key_of(word) for word in words]
    if led["who"] is None and keys[-1] not in ORG_NOUNS and words[-1].islower():
        return [], ()
    roles = LEADS[led["verb"]]
    return keys, (*roles, "minister") if keys[-1] == "ministry" else roles


def initials(title: str, of: str | None) -> set[str]:
    """The initials of a title, without and with what it is of.

    >>> sorted(initials("Inspector-General", "Police"))
    ['ig', 'igp']
    >>> sorted(initials("Inspector General of Police", None))
    ['ig', 'igp']
    """
    parts = [
        "".join(key[0] for key in words.replace("-", " ").lower().split() if key not in SMALL)
        for words in (title, of or "", title.partition(" of ")[0])
    ]
    return {parts[0], parts[0] + parts[1], parts[2]}
