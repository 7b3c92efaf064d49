"""Cues that end too early or too late.

A particle was left between the cue and what is said: "called | for calm", "laid | out". Only the
phrases of the cue lexicon count: where a verb and the one word behind it are listed together, both
are the cue. When it was said is none of it: "said | earlier this week", nor is what is called so
("called | the fire “a tragedy”"), how ("said | without giving details"), another clause ("went to
court, | saying"), or what opens the saying ("said | according to the law, the ferry sails").
"""

from __future__ import annotations

from attrs import evolve

from diplotext.attribution.build import with_parts
from diplotext.attribution.labels import is_saying_verb, label_words
from diplotext.attribution.lemma import base_of
from diplotext.attribution.source.apposition import TIME
from diplotext.attribution.stance import cue_lexicon
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue, Passage

__all__ = ["mend_cue"]

_MARKS = frozenset("\"“‘'«")
_LONGEST = 12  # characters between cue and content: " against "
_TIME_RE = lazy_re(
    rf"(?<!\s(?:of|in|to|on|at|by))(?<!\sfor)(?<!\s(?:than|from|over|with))"
    rf"(?:\s(?:only|just))?\s(?:(?:earlier|later|late|early)\s(?:on\s)?)?{TIME}\Z"
    r"|\s(?:earlier|later|late|early)\sin\sthe\s(?:day|week|month|year)\Z"
)
# "called | the fire | “a tragedy”": what is called so is of what is said
_NAMED_RE = lazy_re(
    r"(?P<cue>(?:(?:has|have|had|also|once|later|again)\s)*(?P<verb>[a-z]+))\s"
    r"(?P<what>(?:(?:the|an?|his|her|its|their|this|that)\s|[A-Z])[^,;:.\"“”()]{0,60}?)\s(?=[\"“‘'«])"
)
_PARTICIPLES = frozenset(("saying", "adding", "claiming", "arguing", "insisting", "warning"))
_BEYOND = (" beyond saying", " other than saying", " except to say", " other than to say")
_GERUND_RE = lazy_re(r"[a-z]+ing\b")
_ACCORDING = " according to"
# "said | here", "the mayor said | here this evening"
# "said | in reply to a question by", "added | in Filipino"
_HERE_RE = lazy_re(
    rf"\shere(?:,?\s{TIME})?,?\Z|,\Z"
    r"|\sin\s(?:(?:reply|response|answer)(?:\sto\s.+)?|[A-Z][a-z]+(?:ish|ic|ese|ian|ean|ino|di|lay|rench|erman|utch|ebrew))\Z"
)
_PLACE_RE = lazy_re(rf"here(?:,?\s{TIME})?")
_HAD_RE = lazy_re(
    r"ha[ds]\s(?:in|on|at|during|through|by|via)\s[^,.;:\n]{2,60}\s(?P<verb>[a-z]+ed)"
)
# "learned | from the local government | that the dam broke"
_FROM_RE = lazy_re(r"\sfrom\s[^,.;:\n\"“”]{2,80}?\s(?=that\s)")
_HEADED_RE = lazy_re(
    r"in\san?\s(?:[a-z-]+\s){0,3}?(?:statement|commentary|article|editorial|communique|letter|report)"
    r"\b[^.!?:\n]{0,40}:\s+(?=[A-Z“\"])"
)
# "wrote | in the Sunday Times", behind what was written
_WHERE_RE = lazy_re(r"(?P<verb>[a-z]+)\s(?:in|on|for)\sthe(?:\s[A-Z][\w’'-]*)+\Z")
_TIME_ENDS = tuple("day night week month year morning afternoon evening".split())  # a cheap look


def mend_cue(text: str, given: Attribution) -> Attribution:
    """The attribution with its cue put right; the same one if it is.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Moe called for calm."
    >>> said = build_attribution(text, [(15, 19)], cue=(4, 10), source=(0, 3),
    ...                          reason=Reason(stage="learned", evidence="called"))
    >>> mend_cue(text, said).cue.text
    'called for'
    """
    given = _without_place(text, _without_lead(text, _without_clause(given)))
    cue, first = given.cue, given.content[0]
    if cue is None:
        return given
    said = cue.text
    if said.endswith(_BEYOND):
        # "declined to comment beyond | saying": what was declined is another's
        return evolve(given, cue=evolve(cue, start=cue.end - len(said.split()[-1])))
    if said.endswith(" without"):
        return _without_manner(text, given, cue)
    if first.end <= cue.start and " the " in said:
        where = _WHERE_RE.match(text, cue.start, cue.end)
        if where is not None:
            return evolve(given, cue=evolve(cue, end=where.end("verb")))
    if text[first.start] in _MARKS and cue.end < first.start:
        return _without_named(text, given, cue)
    if said.endswith(_TIME_ENDS):
        time = _TIME_RE.search(text, cue.start + 1, cue.end)
        return given if time is None else evolve(given, cue=evolve(cue, end=time.start()))
    if not cue.end + 1 < first.start <= cue.end + _LONGEST:
        return given
    gap = text[cue.end : first.start]
    words, particle = said.lower().split(), gap.strip()
    if not words or not gap[:1].isspace() or not particle.isalpha():
        return given
    if f"{base_of(words[-1])} {particle.lower()}" not in cue_lexicon().stances:
        return given
    source = given.source
    end = text.index(particle, cue.end) + len(particle)
    if source is not None and cue.end <= source.start < end:
        return given
    return evolve(given, cue=evolve(cue, end=end))


def _without_clause(given: Attribution) -> Attribution:
    """The attribution with its verb of saying alone as cue, without what a comma parts from it.

    "went to court in May, | saying", "said |, glad of a rest", "however, | insisted"
    """
    cue = given.cue
    before, comma, behind = cue.text.partition(", ") if cue is not None else ("", "", "")
    if cue is None or not comma or given.zone == "headline":
        return given
    if before == "however":
        return evolve(given, cue=evolve(cue, start=cue.end - len(behind)))
    if is_saying_verb(before):
        return evolve(given, cue=evolve(cue, end=cue.start + len(before)))
    if behind.rstrip(":") in _PARTICIPLES:
        return evolve(given, cue=evolve(cue, start=cue.end - len(behind)))
    return given


def _without_place(text: str, given: Attribution) -> Attribution:
    """The attribution without "here", where it was said, in its cue or in what is said."""
    cue, (*content, last) = given.cue, given.content
    if cue is None or given.zone == "headline":
        return given
    said = cue.text
    if said.startswith("here "):
        cue = evolve(cue, start=cue.start + len("here "))
        given, said = evolve(given, cue=cue), cue.text
    is_placed = " here" in said or " in " in said or said.endswith(",")
    here = _HERE_RE.search(text, *cue.span) if is_placed else None
    if here is not None and here.start() > cue.start:
        given = evolve(given, cue=evolve(cue, end=here.start()))
    if content and cue.end < last.start and _PLACE_RE.fullmatch(text, *last.span) is not None:
        return with_parts(given, tuple(content), given.source)
    return given


def _without_lead(text: str, given: Attribution) -> Attribution:
    """The attribution with what opens or heads its content on the right side of its edge.

    "said | according to the law, the ferry sails", "says in a commentary in this regard: | The ..."
    """
    cue, (first, *rest) = given.cue, given.content
    if cue is None or first.start < cue.end or given.zone == "headline":
        return given
    said = cue.text
    if said.endswith(_ACCORDING) and is_saying_verb(said.removesuffix(_ACCORDING)):
        end = cue.end - len(_ACCORDING)
        content = (Passage(text, end + 1, first.end), *rest)
        return with_parts(evolve(given, cue=evolve(cue, end=end)), content, given.source)
    verb = _HAD_RE.fullmatch(text, *cue.span) if said.startswith("ha") else None
    if verb is not None and base_of(verb["verb"]) in cue_lexicon().stances:
        # "had in a letter | accused"
        return evolve(given, cue=evolve(cue, start=verb.start("verb")))
    if said.endswith(("learned", "learnt")):
        whom = _FROM_RE.match(text, cue.end, first.end)
        if whom is not None and whom.end() < first.end and first.start < whom.end():
            return with_parts(given, (Passage(text, whom.end(), first.end), *rest), given.source)
    headed = _HEADED_RE.match(text, *first.span)
    if headed is None or headed.end() >= first.end:
        return given
    return with_parts(given, (Passage(text, headed.end(), first.end), *rest), given.source)


def _without_named(text: str, given: Attribution, cue: Cue) -> Attribution:
    """The attribution with what is called so in its content, and not in its cue."""
    first, *rest = given.content
    named = _NAMED_RE.match(text, cue.start)
    if named is None or named.end() != first.start:
        return given
    if named["verb"] not in label_words("object_naming_verbs"):
        return given
    content = (Passage(text, named.start("what"), first.end), *rest)
    return with_parts(evolve(given, cue=evolve(cue, end=named.end("cue"))), content, given.source)


def _without_manner(text: str, given: Attribution, cue: Cue) -> Attribution:
    """The attribution with its cue before "without", without what is not told: "giving details"."""
    manner = next((part for part in given.content if part.start > cue.end), None)
    if manner is None or _GERUND_RE.match(text, *manner.span) is None:
        return given
    content = tuple(part for part in given.content if part.end <= cue.start)
    that = text.find(" that ", *manner.span)
    if that >= 0 and not content:
        content = (Passage(text, that + 1, manner.end),)
    if not content:
        return given
    return with_parts(
        evolve(given, cue=evolve(cue, end=cue.end - len(" without"))), content, given.source
    )
