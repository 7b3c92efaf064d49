"""Sources of participles, which a preposition brings in: "with | Berg noting that it was late"."""

from __future__ import annotations

from diplotext.attribution.build import Span
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["behind_participle"]

# "agent Ana Berg"
_ROLE_AND_NAME_RE = lazy_re(
    r"(?:(?!(?:in|at|of|on|for|from|to|by|and|or)\s)[a-z-]+\s){1,3}[A-Z][\w’'-]+\s[A-Z][\w’'-]+\Z"
)
_FEELINGS = frozenset(
    """
    eager keen concerned optimistic pessimistic confident hopeful sure unsure convinced worried
    adamant certain determined reluctant divided happy unhappy angry anxious
    """.split()
)


def behind_participle(text: str, start: int, end: int, cue: Span) -> int:
    """Where a source begins behind the preposition of its participle: "with | Berg noting"."""
    is_participle = text.endswith("ing", *cue)
    if text.startswith(("with ", "With "), start) and (
        "ing" in text[end : cue[1]] or text[slice(*cue)] in _FEELINGS
    ):
        start += len("with ")  # "..., with | Berg noting that", "with | fans keen to"
    elif is_participle and text.startswith(("despite ", "Despite "), start):
        start += len("despite ")  # "despite | a book saying that"
    elif is_participle and (with_one := text.find(" with ", start, end)) >= 0:
        start = _behind_with(text, start, with_one + len(" with "), end)
    if is_participle and text.startswith(("in ", "In "), start):
        start += len("in ")  # "In | a statement announcing the sale, Norland"
    return start


def _behind_with(text: str, start: int, behind: int, end: int) -> int:
    """Where one of whom a participle tells begins: "its launch with | agent Ana Berg saying"."""
    before, who = text[start:behind].split(), text[behind:end].split()
    is_named = _ROLE_AND_NAME_RE.match(text, behind, end) is not None
    is_who = is_named or is_person_noun(who[-1], "plural")
    return behind if is_who and not any(map(is_person_noun, before)) else start
