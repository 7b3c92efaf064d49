"""Sources that took in what belongs to the cue, or the clause before it.

    Marsh had | told staff                                     had told
    Marsh also | said, the pair repeatedly | denied            also said, repeatedly denied
    Norla has for years | said                                 has for years said
    according | to research firm Norscore                      according to
    Norla had sold nine planes by May and | reported           Norla
    Ana Marsh left early for Oslo | saying                  Ana Marsh
    Ana Marsh told the Gazette | , referring to             Ana Marsh
    Norla suffered a new loss in May | , confirming         Norla
    Norla left early | but said                                Norla
    Marsh sobbed | :                                          sobbed:
    Marsh | posted on Instagram | :                           posted
    DO YOU | BELIEVE                                           YOU
    In a filing with the commission, Norla | said              Norla
    According to | Norla there were two fires                  Norla
    According to | Norla, a strike | is | the only way         Norla

What stands right before the cue is its own; what stands before the subject is nobody's.
"""

from __future__ import annotations

import re

from attrs import evolve

from diplotext.attribution.auxiliary import AUXILIARY, DO, FINITE, PAST
from diplotext.attribution.build import cue_at, form_of, source_at, with_parts
from diplotext.attribution.labels import is_saying_verb, label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import holds, lazy_re
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["mend_verb"]

_AUXILIARY = f"(?:{AUXILIARY}|{DO})"
# "has | for years", "had | in fact", "will | next year"
_WHILE = (
    r"(?:long|for\s(?:years|decades|months|weeks|now)|in\s(?:fact|turn|effect)|on\saverage"
    r"|(?:next|last|this)\s(?:year|month|week))"
)
# "Marsh | had", "Marsh | could be heard", "Marsh | also", "Marsh | repeatedly": up to the cue.
_CLOSING_RE = lazy_re(
    rf"\s+(?P<verb>{_AUXILIARY}(?:\s+(?:not|also|be|been|never|each|both|all))*(?:\s+(?:over)?heard|\s+{_WHILE})?"
    r"|also|then|later|now|once|still|already|never|always|often|again|(?P<in_ly>[a-z]{2,}ly))\Z"
)
_CLOSING_ENDS = (
    *f"{AUXILIARY}|{DO}|be|been|not|also|never|heard".split("|"),
    "each",
    "both",
    *"then later now once still already always often again ly".split(),
    *"long years decades months weeks fact turn effect average year month week".split(),
)
_CLAUSE_WORDS = word_set("who which that whose to not")
# "DO | YOU", "Will | they": a question.
_OPENING_RE = lazy_re(rf"(?i:{_AUXILIARY})\s+(?=(?i:you|we|they|he|she|i)\Z)")
# "Norla | had sold nine planes and": the subject of a verb before the cue's own.
_JOINED_ENDS = (" and", " but")
_FINITE_RE = lazy_re(rf"(?P<verb>\s)(?=(?:said|says|{FINITE})\s)")
# "He | funds two clubs and": behind a pronoun stands its verb.
_PRONOUN_RE = lazy_re(r"(?i:he|she|they|we)(?P<verb>\s)(?!(?:and|or|who|both|all|too)\s)[a-z]+\s")
# "The paper | backs the plan and"
_DOES_RE = lazy_re(
    r"[A-Z][\w.’'-]*(?:\s[\w.’'-]+){0,5}?(?P<verb>\s)[a-z]{3,}s\s(?:an?|the|its|his|her|their|to|for|on|with)\s"
)
# "according | to research", "according | to official data": a bare noun up to a mark
_TO_RE = lazy_re(
    r"\sto\s(?P<who>(?!(?:a|the)\s\w+ing\b)[\w’'-]+(?:\s[\w’'-]+){0,5})(?=[.,;]|\n|\Z)"
)
# "Ana Roe | cancelled a visit, saying", "The board | had met in May saying": not "a note sent to"
_CLAUSE_RE = lazy_re(
    rf"(?:(?P<name>[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){{1,3}})\s(?:[a-z]+ed|{PAST})"
    rf"|(?P<doer>[A-Z][\w.’'-]+(?:\s(?!who\s|which\s|that\s)[\w.&’'-]+){{0,6}}?)\s(?!(?:called|named|dubbed)\s)(?:[a-z]{{2,}}ed|{PAST})(?=\s(?:an?|another|the|its|his|her|their)\s)"
    rf"|(?P<who>(?!who\s|which\s)(?:(?!\s(?:who|which|that|whose)\s)[^,;:\"“”]){{2,60}}?)\s(?:has|have|had|will|would|(?P<be>{AUXILIARY})))\s[^,;:\"“”]+\Z"
)
# "Ana Marsh | told the Gazette, referring to", "the Gazette | said citing"
_TOLD_RE = lazy_re(
    r"(?P<who>(?:(?!\s(?:who|which|that|whose|as)\s)[^;:\"“”]){2,90}?),?\s(?:told|tells|said|says|added|wrote)(?:\s[^;:\"“”]+)?\Z"
)
_LATER_RE = lazy_re(r"\s(?:later|also|then|earlier|again|[a-z]{3,}ly)\Z")
_TOLD = (" told", " tells", " said", " says", " added", " wrote")
# "said Berg | from his cell", "said Berg from | Lima"
_SETTING_RE = lazy_re(
    r"(?:from|at|in|on|with|through|between|after|before|during|outside|inside)\s"
)
_FROM = (" from ", " in ", " at ")
# "Ana Marsh | captioned the photo:"
_PUT_RE = lazy_re(
    r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}\s(?P<verb>captioned|posted|tweeted|wrote|commented|texted|messaged)"
    r"\s(?:on|in|to|from|under|the|an?|his|her|their|its|it)\b[^,;:.\"“”]{0,60}\Z"
)
# "According to Norla | there were two fires", "which according to Norla | is a crime"
_CLAIMS_RE = lazy_re(
    rf"(?P<who>(?:(?!\s(?:who|which|that|whose|where|as|we|I|you|he|she|it|they)\s)[^,;:\"“”]){{2,60}}?)\s"
    rf"(?P<rest>(?:there\s)?(?:{AUXILIARY})\s.*|(?:there\s)?(?:is|are|was|were)\Z)",
    re.DOTALL,
)
_OPENED_RE = lazy_re(r"(?P<who>[^,;:\"“”]{2,60}),\s(?P<rest>[^,;:\"“”]+)\Z")
_LINK_RE = lazy_re(rf"\s(?:{AUXILIARY})(?:\snot)?\s")
# "In a filing with the commission, | Norla"
_PHRASE_RE = lazy_re(
    r"(?:In|At|On|During|After|Under|Before|Following|With)\s(?:(?!\b(?:who|which|whose)\b)[^,;:\"“”]){2,120},\s+"
    r"(?=(?:(?:the|an?|his|her|its|their|some|many)\s|[A-Z]))"
)


def mend_verb(text: str, given: Attribution) -> Attribution:
    """The attribution with its source cut, and its cue with what is cut off right before it.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> text = "Marsh had told staff that it was late."
    >>> said = build_attribution(text, [(21, 37)], cue=(10, 14), source=(0, 9),
    ...                          reason=Reason(stage="learned", evidence="told"))
    >>> mended = mend_verb(text, said)
    >>> mended.source.text, mended.cue.text
    ('Marsh', 'had told')
    """
    cue, source = given.cue, given.source
    if cue is None or source is None:
        return given if cue is None else _of_according(text, given, cue)
    if source.start >= cue.end:
        if cue.text.lower() == "according to":
            return _before_clause(text, given, source)
        return _with_to(text, _with_name(text, given, cue, source), cue, source)
    if source.end > cue.start:
        return given  # learned parts on both sides of the cue
    if cue.text.partition(" ")[0].endswith("ing"):
        parted = _of_participle(text, given, cue, source)
        if parted is not given:
            return parted
    start, end = source.span
    if text.endswith(_CLOSING_ENDS, start, end) and not text[end : cue.start].strip():
        closing = _CLOSING_RE.search(text, start, end)
        if closing is not None and not _is_of_source(closing, text[start:end]):
            end, cue = closing.start(), cue_at(text, closing.start("verb"), cue.end)
    elif (own := _of_cue(text, source, cue)) is not None:
        end, cue = own
    elif text.endswith(_JOINED_ENDS, start, end) or text[end : cue.start].strip() in ("but", "and"):
        finite = _PRONOUN_RE.match(text, start, end) or _FINITE_RE.search(text, start, end)
        finite = finite or _DOES_RE.match(text, start, end)
        end = end if finite is None else finite.start("verb")
    opening = _OPENING_RE.match(text, start, end) or _PHRASE_RE.match(text, start, end)
    if opening is not None:
        start = opening.end()
    if ((start, end) == source.span and cue is given.cue) or start >= end:
        return given
    return with_parts(evolve(given, cue=cue), given.content, source_at(text, start, end))


def _of_cue(text: str, source: Source, cue: Cue) -> tuple[int, Cue] | None:
    """Where the source ends before a verb of a colon's, and the cue: "Marsh | posted on X:"."""
    start, end = source.span
    if cue.text != ":":
        return None
    last = _last_word(text, start, end)
    if is_saying_verb(text[last:end]):
        return start + len(text[start:last].rstrip()), cue_at(text, last, cue.end)
    put = _PUT_RE.match(text, start, cue.start)
    return None if put is None else (put.start("verb") - 1, cue_at(text, *put.span("verb")))


def _of_participle(text: str, given: Attribution, cue: Cue, source: Source) -> Attribution:
    """The subject alone of what somebody did, saying: "Ana Roe | cancelled a visit, saying"."""
    is_one_word = " " not in cue.text and text[source.end : cue.start] in (" ", "\n", ", ")
    clause = _CLAUSE_RE.match(text, *source.span) if is_one_word else None
    # "Ana Roe was met by a crowd | urging": that is what the crowd did
    if clause is not None and (not clause["be"] or text[source.end] == ","):
        who = clause["name"] or clause["doer"] or clause["who"]
    elif holds(text, *source.span, _TOLD) and (told := _TOLD_RE.match(text, *source.span)):
        who = told["who"]
    else:
        return given
    who = _LATER_RE.sub("", who)  # "Norla | later | told the Gazette"
    own = Source(text, source.start, source.start + len(who), form=form_of(who))
    return with_parts(given, given.content, own)


def _of_according(text: str, given: Attribution, cue: Cue) -> Attribution:
    """With whom it is according to, which was left out: "according | to research."."""
    who = _TO_RE.match(text, cue.end) if cue.text.lower() == "according" else None
    if who is None or any(part.start < who.end() and part.end > cue.end for part in given.content):
        return given
    start, end = who.span("who")
    source = source_at(text, start, end)
    own = evolve(given, cue=cue_at(text, cue.start, start - 1))
    return with_parts(own, given.content, source)


def _before_clause(text: str, given: Attribution, source: Source) -> Attribution:
    """The source before a clause that was read as its own, and the clause as what is said."""
    claims = _CLAIMS_RE.fullmatch(text, *source.span)
    before = [part for part in given.content if part.start < source.start]
    behind = [part for part in given.content if part.start >= source.start]
    if claims is None and behind and not before:
        opened = _OPENED_RE.fullmatch(text, *source.span)
        link = _LINK_RE.match(text, source.end)
        claims = opened if link is not None and behind[0].start <= link.end() else None
    if claims is None:
        return given
    end = behind[0].end if behind else source.end
    content = (*before, Passage(text, claims.start("rest"), end), *behind[1:])
    own = source_at(text, *claims.span("who"))
    return with_parts(given, content, own)


def _last_word(text: str, start: int, end: int) -> int:
    """Where the last word of a range begins: "Berg | sobbed"."""
    return max(text.rfind(" ", start, end) + 1, start)


def _is_of_source(closing: re.Match[str], source: str) -> bool:
    """Whether a last word in "-ly" is the source's: a noun, or of its own verb.

    "a close ally | said", "aides who may not speak publicly | said"
    """
    adverb = closing["in_ly"]
    if adverb is None:
        return False
    return adverb in label_words("nouns_in_ly") or not _CLAUSE_WORDS.isdisjoint(source.split())


def _with_name(text: str, given: Attribution, cue: Cue, source: Source) -> Attribution:
    """The source with the name that was read as the cue's: "said | Berg | from his cell"."""
    verb, _, name = cue.text.partition(" ")
    is_place = source.text[0].isupper() and text.endswith(_FROM, cue.end, source.start)
    is_named = name[:1].isupper() and all(word[0].isupper() for word in name.split())
    if not is_named or not is_saying_verb(verb):
        return given
    if not is_place and _SETTING_RE.match(source.text) is None:
        return given
    at = cue.start + len(verb)
    whole = source_at(text, at + 1, cue.end)
    return with_parts(evolve(given, cue=cue_at(text, cue.start, at)), given.content, whole)


def _with_to(text: str, given: Attribution, cue: Cue, source: Source) -> Attribution:
    """The cue with its preposition: "According | to Marsh"."""
    if (
        given.source is not source
        or cue.text.lower() != "according"
        or not text.startswith("to ", source.start, source.end - 1)  # with somebody behind it
    ):
        return given
    first = source.start + len("to ")
    cue = cue_at(text, cue.start, first - 1)
    source = source_at(text, first, source.end)
    return with_parts(evolve(given, cue=cue), given.content, source)
