"""The lemma of a cue: "went on to say" is "say", "pointed out" is "point out".

Auxiliaries, adverbs and the light verbs that only stage the saying ("went on to", "sought to")
are passed over; the first listed cue of what is left is the lemma, one of several words before
one of its words. Inflection is undone by rule, irregular forms by the lexicon's table.
"""

from __future__ import annotations

from functools import lru_cache

from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re

__all__ = ["base_of", "lemma_of"]

_WORD_RE = lazy_re(r"[^\W_]+(?:[-'][^\W_]+)*")
# Passed over wherever they stand: auxiliaries, determiners, adverbs of no weight.
_EMPTY = word_set(
    """
    be have do will would can could may might must shall should is are was were am been being has
    had having does did done 'll 'd 've 's not n't never no to a an the his her its their my our
    your this that these those also then later first once again now still just only even already
    s m ll re ve d t in for of on about under by from with against among more less most very too
    further ever both all it he she they we i you there who which and or but so as well
    """
)
# Verbs that stage another one: "went on to say", "sought to deny". Alone they may be cues.
_LIGHT = frozenset(("go", "continue", "proceed", "seek", "try", "attempt", "begin", "start", "use"))
_VOWELS = frozenset("aeiou")
# Stems that take back their "e": "promis(ing)", "argu(ed)", "acknowledg(ed)", "stat(ed)".
_SILENT_E_RE = lazy_re(
    r"(?:[^aeiou][aeiou](?:[bcdgkmptvz])|[aeiouy]s|[^s]s|[cguvz]|[aeo]r|[bcdfgkptz]l|ir|ur|at|it[^l]|ut|dg|rs|ns|ls|[aiu]n|th)$"
)
_KEEPS_STEM_RE = lazy_re(
    r"(?:er|or|en|on|el|al|it|et|\w[^a]us|ean|een|oan|ew|ow|oin|ain|eal|oat|ss|ish|ight)$"
)


@lru_cache(maxsize=8192)
def base_of(word: str) -> str:
    """The base form of a lower-case verb or noun.

    >>> [base_of(w) for w in ("said", "denies", "urged", "quipped", "claims", "acknowledging")]
    ['say', 'deny', 'urge', 'quip', 'claim', 'acknowledge']
    >>> base_of("press")
    'press'
    """
    lexicon = cue_lexicon()
    known = lexicon.stances
    if word in lexicon.irregular:
        return lexicon.irregular[word]
    if word in known or word in lexicon.longest:
        return word
    guesses = _guess_bases(word)
    for guess in guesses:
        if guess in known or guess in lexicon.longest:
            return guess
    return guesses[0] if guesses else word


def _guess_bases(word: str) -> list[str]:
    """What the word may be an inflection of, the likeliest first."""
    if len(word) > 4 and word.endswith(("ies", "ied")):
        return [word[:-3] + "y", word[:-1], word[:-2]]
    if len(word) > 4 and word.endswith("ing"):
        return _restore(word[:-3])
    if len(word) > 3 and word.endswith("ed"):
        return _restore(word[:-2])
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zes", "oes")):
        return [word[:-2], word[:-1]]
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su'":
        return [word[:-1], word[:-2]]
    return []


def _restore(stem: str) -> list[str]:
    """The bases that a stem without -ed or -ing may come from."""
    if not _VOWELS & set(stem) and "y" not in stem:
        return [stem + "e"]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "flsz":
        return [stem[:-1], stem, stem + "e"]
    if (
        len(stem) == 3
        and stem[0] not in "aeiou"
        and stem[1] in _VOWELS
        and stem[2] not in "aeiouwxy"
    ):
        return [stem + "e", stem]  # a short stem would have doubled its consonant: fil(ed)
    if _SILENT_E_RE.search(stem) and not _KEEPS_STEM_RE.search(stem):
        return [stem + "e", stem, stem[:-1]]
    return [stem, stem + "e", stem[:-1]]


@lru_cache(maxsize=8192)
def lemma_of(cue: str) -> str:
    """The lemma of a cue as printed; of a cue without words, its mark; "" of nothing.

    >>> lemma_of("went on to say"), lemma_of("pointed out"), lemma_of("according to")
    ('say', 'point out', 'according to')
    >>> lemma_of(":"), lemma_of("has never made it clear"), lemma_of("said in a statement")
    (':', 'make it clear', 'say')
    """
    lower = cue.lower().replace("’", "'").replace("n't", " not")
    words = _WORD_RE.findall(lower)
    if not words:
        return cue.strip()
    bases = [base_of(word) for word in words]
    listed = cue_lexicon().stances
    light = None
    for at, base in enumerate(bases):
        phrase = _phrase_at(words, bases, at)
        if phrase is not None and (base not in _LIGHT or not _leads_on(words, at)):
            return phrase
        if base in _EMPTY or words[at] in _EMPTY:
            continue
        if base in _LIGHT and _leads_on(words, at):
            light = light or base
            continue
        if base in listed:
            return base
    return light or _fall_back(words, bases)


def _leads_on(words: list[str], at: int) -> bool:
    """Whether "to" and another word follow within two: "went on to say"."""
    return "to" in words[at + 1 : at + 3] and words[-1] != "to"


def _phrase_at(words: list[str], bases: list[str], at: int) -> str | None:
    """The longest listed lemma of several words that begins at ``at``."""
    lexicon = cue_lexicon()
    for first in dict.fromkeys((bases[at], words[at])):
        for length in range(lexicon.longest.get(first, 0), 1, -1):
            phrase = " ".join([first, *words[at + 1 : at + length]])
            if phrase in lexicon.stances:
                return phrase
            phrase = " ".join([first, *bases[at + 1 : at + length]])
            if phrase in lexicon.stances:
                return phrase
    return None


def _fall_back(words: list[str], bases: list[str]) -> str:
    """The base of the first word of weight, adverbs in -ly last."""
    full = [b for w, b in zip(words, bases, strict=True) if b not in _EMPTY and w not in _EMPTY]
    plain = [base for base in full if not base.endswith("ly")]
    return (plain or full or bases)[0]
