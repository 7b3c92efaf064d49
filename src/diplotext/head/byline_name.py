"""What a person's name looks like in a byline."""

from __future__ import annotations

from diplotext.lazy_pattern import lazy_regex
from diplotext.lexicon.person_name import PARTICLES

__all__ = ["GAP", "NAME_RE", "S"]

S = r"[ \t\xa0]"
GAP = rf"{S}{{1,3}}"
# Within a name: what stands behind three blanks is a paper or a job, "Ann Roe   Harbour Today".
NEAR = rf"{S}{{1,2}}"
# A word of a name: O'Brien, Shalal-Esa, d'Innocenzio, al-Zubaidi, McGurty, DiCicco.
WORD = (
    r"(?!(?:AND|And|WITH|IN|FOR|OF|THE|FROM|For|Agencies|AGENCIES)\b)"
    r"(?:(?:\p{Ll}{1,3}|bin|ibn|Al|El)[-'’‘])?\p{Lu}[\p{L}\p{M}]*+"
    r"(?:[-‐'’‘`]\p{L}[\p{L}\p{M}]*+)*+"
)
INITIAL = r"(?:\p{Lu}\.-?){1,3}(?!\p{Ll})"
PARTICLE = f"(?:{PARTICLES}|abu|e|st|und)"
NICK = r"[\"“'‘]\p{Lu}[\p{L}. -]{0,20}[\"”'’]"
SUFFIX = (
    r"(?:(?<=\s(?:Jr|Sr|JR|SR))\.)?(?:,?\s(?:Jr|Sr|JR|SR)\.?(?!\p{L})|\s(?:II|III|IV)(?!\p{L}))?"
)
NAME_RE = lazy_regex(
    rf"(?:(?:(?:Dr|DR|Mr|Ms|Mrs|Prof|Sir|St)\.?|\p{{Lu}}\p{{Ll}}{{1,3}}\.){NEAR}){{0,2}}(?:{PARTICLE}{NEAR})?(?P<word>{INITIAL}|{WORD})"
    rf"(?:{NEAR}(?:{PARTICLE}{NEAR}){{0,2}}(?P<word>{INITIAL}|{WORD}|{NICK})){{0,5}}{SUFFIX}"
)
