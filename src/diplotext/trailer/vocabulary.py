"""The words of closing credits as compiled patterns, from the table ``lexicon/credits.json``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, cast

import regex
from attrs import frozen

from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.model import CreditRole

__all__ = ["GAP", "ROLE", "Vocabulary", "vocabulary", "with_role"]

# A word of a name in Latin letters: O'Brien, Shalal-Esa, d'Innocenzio, N'Diaye, al-Zubaidi.
WORD = (
    r"(?:(?:\p{Ll}{1,3}|bint|ibn|Al|El)[-'’‘])?\p{Lu}[\p{L}\p{M}]*(?:[-‐‑'’‘`]\p{L}[\p{L}\p{M}]*)*"
    r"(?:['’](?![\p{L}s]))?"
)
INITIAL = r"(?:\p{Lu}\.-?){1,4}"
# A line break inside a name is the feed's wrapping; whether it can be one, the reader checks.
GAP = r"[ \t\xa0]+|[ \t\xa0]*\r?\n[ \t]*"


@frozen
class Vocabulary:
    """Compiled patterns.

    ``role`` matches a role with its preposition or colon ("Additional reporting by"), ``bare``
    one without ("editing Jane Roe", understood only inside brackets), ``name`` a name,
    ``defined`` is what a pattern needs in front of it to say ``ROLE``,
    ``title`` a job before a name, ``desk`` an office in common nouns ("Helsinki newsroom").
    ``activities`` maps each word to what it does, ``weak`` are the words that alone open no block
    behind a sentence, ``heads`` the last words of roles, by which they are searched for,
    ``particle`` is an alternation of the small words in names.
    """

    role: regex.Pattern[str]
    bare: regex.Pattern[str]
    defined: str
    name: regex.Pattern[str]
    title: regex.Pattern[str]
    desk: regex.Pattern[str]
    activity: regex.Pattern[str]
    activities: dict[str, str]
    weak: frozenset[str]
    heads: frozenset[str]
    particle: str

    def role_of(self, phrase: str) -> CreditRole:
        """The role that a phrase names.

        >>> vocabulary().role_of("With additional reporting by")
        'additional reporting'
        >>> vocabulary().role_of("Writing and editing by")
        'writing and editing'
        """
        phrase = " ".join(phrase.split())  # "Web | editor", over the end of a line
        found = [self.activities[w.casefold()] for w in self.activity.findall(phrase)]
        is_report = not found and "report" in phrase  # "With reports from Ann Roe"
        first = found[0] if found else "reporting" if is_report else "contributing"
        # "To contact the reporter on this story:" is no story.
        kinds = set(found) if "contact" not in phrase else {first}
        for one, other in (
            ("reporting", "writing"),
            ("writing", "editing"),
            ("reporting", "editing"),
        ):
            if kinds >= {one, other}:
                return cast("CreditRole", f"{one} and {other}")
        if first in {"reporting", "writing", "editing"} and MODIFIED_RE.match(phrase):
            return cast("CreditRole", f"additional {first}")
        return cast("CreditRole", first)


MODIFIED_RE = lazy_regex(
    r"\W*(?:with\s+|and\s+)?(?:add|further|extra|other|more|some|suppl)", regex.I
)


def either(words: Iterable[str]) -> str:
    """An alternation, longest first; a space stands for any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(
        regex.escape(word, literal_spaces=True).replace(" ", r"\s+") for word in ordered
    )


def beginning(words: Iterable[str]) -> str:
    """The first three letters of words: a cheap look before all of them are tried in turn."""
    rests: dict[str, set[str]] = {}
    for word in words:
        rests.setdefault(word[0], set()).add(word[1:3])
    return "|".join(f"{first}(?:{'|'.join(sorted(rests[first]))})" for first in sorted(rests))


# A role inside other patterns, and an activity inside a role ("additional reporting"), each defined
# once in a pattern: copies take long to compile.
ROLE = "(?&role)"
UNIT = "(?&unit)"


def with_role(pattern: str, defined: str) -> regex.Pattern[str]:
    """The pattern compiled, with ``ROLE`` in it standing for a role, ``UNIT`` for an activity."""
    return gated_regex(f"(?(DEFINE){defined}){pattern}")


def name_pattern(table: dict[str, Any]) -> str:
    """A name: capitals, initials and particles, stopping before the next role."""
    first, inner = (
        f"(?!{ROLE})(?!(?:{either(table[words])})\\b(?![-'’.]))"
        for words in ("not_first", "not_inner")
    )
    abbreviation = f"(?:{either(table['abbreviations'])})\\."
    particle = f"(?:{either(table['particles'])})(?![\\p{{L}}'’-])"
    letters = f"(?:dpa(?![\\p{{L}}])|{abbreviation}|{INITIAL}(?![\\p{{L}}])|{INITIAL}{WORD}|{WORD})"
    word = inner + letters
    nickname = "[\"“'‘]\\p{Lu}[\\p{L}\\p{M}.-]*[\"”'’]"
    more = (
        f"(?:{GAP})(?:(?:{particle}(?:{GAP})){{1,3}}{word}|{word}"
        f"|{nickname}(?=\\s+\\p{{Lu}})|[IV]{{2,3}}\\b)"
    )
    suffix = r"(?:,?\s+(?:Jr|Sr)\b\.?)?"
    lead = f"(?:{particle}(?:{GAP})){{0,3}}"
    return f"{lead}{first}{letters}(?:{more}){{0,6}}{suffix}"


@cache
def vocabulary() -> Vocabulary:
    """The patterns, compiled once."""
    table = read_table("credits")
    activities = {word: kind for kind, found in table["activities"].items() for word in found}
    agents = {word: kind for kind, found in table["agents"].items() for word in found}
    modifier = f"(?:{either(table['modifiers'])})"
    unit = f"(?:{modifier}\\s+)?(?:{either(activities)})"
    units = f"{UNIT}(?:\\s*(?:,\\s*and\\b|,|/|&|\\band\\b)\\s*{UNIT}){{0,3}}"
    extra = (  # "Translated from the Norwegian by Ann Roe"
        r"(?:\s+(?:provided|support|(?:for\s+the\s+[Ww]eb\s+)?in\s+English|from\s+the\s+\p{L}+))?"
    )
    by = f"(?:(?:with|and|based\\s+on)\\s+)?{units}{extra}\\s+(?:by|from)\\b\\s*:?"
    colon = f"(?:{units}|(?:{modifier}\\s+)?(?:{either(agents)}))\\s*:(?!/)"
    contact = r"to\s+contact\s+the\s+(?:(?:reporter|editor|author|writer)s?)\b[^:\n()]{0,70}:"
    was = r"contributing\s+(?:to\s+this\s+(?:story|report|article)\s+)?(?:was|were)\b"
    reports = r"with\s+(?:an?\s+)?reports?\s+(?:by|from)\b"
    leads = ("with", "and", "based", "to", "contributing")
    opening = beginning([*activities, *agents, *table["modifiers"], *leads])
    role = f"(?i:\\b(?={opening})(?:{by}|{colon}|{contact}|{was}|{reports}))"
    defined = f"(?P<unit>(?i:{unit}))(?P<role>{role})"
    nouns = either([*table["titles"]])
    title = (
        r"(?:The[ \t]+(?:\p{Lu}\p{L}+[ \t]+){1,3})?\p{Lu}\p{L}+['’]s[ \t]+(?=\p{Lu})"
        # "ABC News' Ann Roe"
        r"|(?:\p{Lu}\p{L}+[ \t]+){1,2}\p{Lu}\p{L}*(?:s['’]|['’]s)[ \t]+(?=\p{Lu})"
        r"|(?:(?!(?i:by|and|with|in|from)\b)"
        r"(?:\p{Lu}[\p{L}&'’-]*(?:\.\p{L}[\p{L}.]*)?|\p{Ll}[\p{L}-]+)[ \t]+){0,5}?"
        rf"(?i:{nouns})s?,?(?:{GAP})(?=\p{{Lu}}|\p{{Ll}}{{1,3}}[-'’ ])"
    )
    desk = (
        # No word with a sentence's stop: "Roe reported from Oslo. AP writers ..."
        rf"(?:(?!(?:and|with|for|from)\b|\p{{L}}{{4,}}\.\s)[\p{{L}}\d'’.-]+\s+){{0,6}}?(?:{either(table['desks'])})\b"
        r"(?:\s+(?:in|around|across)\s+(?!\p{Lu})[^;,.()\n]{1,60})?"
    )
    return Vocabulary(
        role=with_role(ROLE, defined),
        bare=with_role(rf"(?i:\b{units})\s+(?=\p{{Lu}})", defined),
        defined=defined,
        name=with_role(name_pattern(table), defined),
        title=gated_regex(title),
        desk=gated_regex(desk),
        activity=lazy_regex(rf"\b(?:{either([*activities, *agents])})\b", regex.I),
        activities={**agents, **activities},
        weak=frozenset(table["weak"]),
        heads=frozenset(word.split()[-1] for word in [*activities, *agents, "reports", "story"]),
        particle=either(table["particles"]),
    )
