"""What a source took in of the clause or the phrase before it, without a comma between.

    According to Mr Roe | the prime minister       He said | many firms       Despite this | Kvik
    The country is large and | many observers      hurt in the defeat at Lund and | manager Jon Roe
    At the boat show in Oslo | Kvik boss Jon Roe   In a panel discussion in Lund | Mr Roe
    In a move | ministers (say)                    In Norland many | of those asked

British copy often leaves the comma out behind what opens a sentence.
"""

from __future__ import annotations

from diplotext.attribution.auxiliary import AUXILIARY, FINITE
from diplotext.attribution.build import past_blanks
from diplotext.attribution.field.adverbial import place_end
from diplotext.attribution.labels import label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = ["behind_clause"]

_DETERMINER = (
    r"(?:the|an?|his|her|its|their|our|some|many|most|several|all|both|this|these|those)\s"
)
_RELATIVE = r"(?:who|which|that|whose|whom|where|what|when|as|if|how|why)"
# "According to Mr Roe | the prime minister", "According to Kvik Research | 40% of homes"
_ACCORDING_RE = lazy_re(
    rf"[Aa]ccording\sto\s(?:[^,;:]{{2,80}},\s|(?:the\s)?(?:[A-Z][\w.’'-]*\s){{1,5}})(?=(?:{_DETERMINER}|\d|[a-z]+\Z))"
)
# "He said | many firms", "Ana Roe, a consultant, said | the survey"; not "a man said to be"
_SAID_RE = lazy_re(
    rf"(?:(?!\s{_RELATIVE}\s)[^;:\"“”]){{1,160}}\s(?:said|says)\s(?:that\s)?(?!to\b|by\b|in\b|on\b)"
)
# "The US is large and | analysts": a clause of its own, without a relative word before its verb
_FINITE_RE = lazy_re(
    rf"(?:(?!\s{_RELATIVE}\s)[^,;:\"“”]){{1,90}}?\s(?:{AUXILIARY})\s[^;:\"“”]{{2,160}}\s(?:and|but|while)\s"
)
# "offers pictures which | studios", "a plan amid | opposition (claims)"
_INNER_RE = lazy_re(
    rf"(?:(?!\s{_RELATIVE}\s)[^,;:\"“”]){{2,160}}?\s(?:which\s(?!(?:{FINITE})\b|[a-z]+s\s[a-z])|amid\s(?=\w+\Z))"
)
_VERB_RE = lazy_re(rf"\s(?:{FINITE})\b")
_ADJUNCT = r"(?:in|on|at|over|to|for|after|during|by|against|under)"  # "experts | from A and B"
# "sustained a knee injury | in the defeat at Lund and | manager Jon Roe": up to the joint
_PHRASE_RE = lazy_re(rf"{_ADJUNCT}\s[^,;:\"“”]{{2,120}}?\sand\s")
_OPENING = (
    r"(?i:in|at|on|during|after|despite|under|for|with|from|following|to|by|over|before|throughout)"
)
_NO_NOUN = (
    r"(?<!\sof)(?<!\sand)(?<!\sor)(?<!\sby)(?<!\sto)(?<!\swith)(?<!\sfrom)(?<!\sfor)(?<!\sin)(?<!\sat)"
    r"(?<!\son)(?<!\sthe)(?<!\sa)(?<!\san)(?<!\sbetween)(?<!\sthan)(?<!\sas)(?<!\slike)(?<!\sabout)"
)
# "In a panel discussion | Mr Roe", "In Norland | many of those asked"
_TITLED_RE = lazy_re(
    rf"{_OPENING}\s[^,;:\"“”]{{2,140}}?{_NO_NOUN}\s(?=(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof)\.?\s[A-Z][\w’'-]+"
    r"(?:\s[A-Z][\w’'-]+)?\Z|(?:many|most|some|several|half)\s(?:of\s(?:the|those|its|his|her|their)\s|[a-z]+s\Z)))"
)
# "on the council's work | the committee"
_GROUP_RE = lazy_re(
    rf"(?:(?:on|about|into|at|in|after|during)\s{_DETERMINER}|without\s)[^,;:\"“”]{{2,80}}?{_NO_NOUN}\s(?=the\s(?P<noun>[a-z]+)\Z)"
)
_PLACE_RE = lazy_re(rf"{_OPENING}\s{_DETERMINER}[^,;:\"“”]{{2,80}}?\s(?:in|at)\s(?=[A-Z])")
# "In a move | ministers say should help", "Despite this | Kvik"
_MOVE_RE = lazy_re(
    r"(?:In\san?\s(?:[a-z]+\s){0,2}(?:move|decision|step|blow|bid|twist|development|gesture)|(?:Despite|In\sspite\sof)\s(?:this|that))\s"
    r"(?=[a-z]+s\Z|[A-Z])"
)
_FEWEST, _LONGEST = 3, 200  # words, characters of a source that is looked at
_MOST = 6  # words of who speaks behind a joint
_PREPOSITIONS = tuple(
    f"{word} "
    for small in (
        "in at on about into during after despite under for with from following to by over before"
        " throughout without"
    ).split()
    for word in (small, small.capitalize())
)


def behind_clause(text: str, low: int, start: int, end: int) -> int:
    """Where a source begins behind a clause or phrase; ``low`` is where its sentence does.

    >>> behind_clause("According to Mr Roe the premier", 0, 0, 31)
    20
    >>> text = "The country is large and many observers"
    >>> behind_clause(text, 0, 0, len(text)), behind_clause("The head of the board", 0, 0, 21)
    (25, 0)
    """
    if end - start > _LONGEST or text.count(" ", start, end) < _FEWEST - 1:
        return start
    if text.startswith(("According to ", "according to "), start):
        found = _ACCORDING_RE.match(text, start, end)
        return start if found is None else found.end()
    if text.startswith(_PREPOSITIONS, start):
        return _behind_phrase(text, low, start, end)
    if text.find(" which ", start, end) >= 0 or text.find(" amid ", start, end) >= 0:
        inner = _INNER_RE.match(text, start, end)
        if inner is None:
            return start
        is_amid = text.endswith("amid ", start, inner.end())
        return inner.end() if is_amid or _is_who(text[inner.end() : end]) else start
    if " said " in text[start:end] or " says " in text[start:end]:
        said = _SAID_RE.match(text, start, end)
        return start if said is None else said.end()
    if text.find(" and ", start, end) < 0 and text.find(" but ", start, end) < 0:
        return start
    clause = _FINITE_RE.match(text, start, end)
    return clause.end() if clause is not None and _is_who(text[clause.end() : end]) else start


def _behind_phrase(text: str, low: int, start: int, end: int) -> int:
    """The same of a source that begins with a preposition."""
    if text[start].islower() and _VERB_RE.search(text, low, start) is not None:
        phrase = _PHRASE_RE.match(text, start, end)
        if phrase is not None and _is_who(text[phrase.end() : end]):
            return phrase.end()
    for pattern in (_TITLED_RE, _MOVE_RE):
        if (found := pattern.match(text, start, end)) is not None:
            return found.end()
    group = _GROUP_RE.match(text, start, end)
    if group is not None and _speaks(group["noun"]):
        return group.end()
    place = _PLACE_RE.match(text, start, end)
    behind = -1 if place is None else place_end(text, place.end(), end)
    if not 0 <= behind < end - 1 or not text[behind + 1].isupper():
        return start
    is_somebody = any(map(is_person_noun, text[behind:end].split()))
    return past_blanks(text, behind, end) if is_somebody else start


def _is_who(words: str) -> bool:
    """Whether words behind "and" are of who speaks: "many observers", "manager Jon Roe"."""
    found = words.split()
    if not 0 < len(found) <= _MOST or _VERB_RE.search(f" {words}") is not None:
        return False
    first, last = found[0], found[-1]
    if first.lower() in ("he", "she", "they", "it", "we"):
        return len(found) == 1
    if first[0].isupper() or first[0].isdigit() or f"{first} " in _DETERMINERS:
        return True
    is_titled = last[0].isupper() and any(map(is_person_noun, found))
    return is_titled or is_person_noun(last, "plural")


_DETERMINERS = tuple(
    f"{word} "
    for word in "the a an his her its their our some many most several all both those".split()
)


def _speaks(noun: str) -> bool:
    return noun in role_nouns() or noun in label_words("source_nouns")
