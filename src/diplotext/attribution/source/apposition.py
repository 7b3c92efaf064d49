"""Sources that are told in two parts: a name and its apposition, a document and its author.

    Ana Ruiz, | a lawyer for the union, said        the paper, written | by Karl Roe, said
    In Norport, the capital, | politicians said     Ana Ruiz, who works | on trade, said

Both parts are the source's. What a place is belongs to the place.
"""

from __future__ import annotations

import re

from diplotext.attribution.auxiliary import FINITE
from diplotext.attribution.build import past_blanks
from diplotext.attribution.field.day import WEEKDAY
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun

__all__ = ["TIME", "with_apposition", "with_name", "with_relative"]

_DAY = (
    rf"(?:(?:(?:on|late|early|last)\s+)*{WEEKDAY}"
    r"(?:\s+(?:morning|afternoon|evening|night))?)"
)
TIME = (
    rf"(?:[tT]oday|[yY]esterday|[tT]onight|{_DAY}"
    r"|(?:[lL]ast|[tT]his)\s+(?:week|month|year|night|morning|afternoon|evening))"
)
# "Ruth Okafor, | a candidate of the League": the name that an apposition has; not "On Friday,".
_NAMED_RE = lazy_re(
    r"(?:[\"“”\s]|(?i:but|and|meanwhile|however|moreover),?\s)*"
    r"(?P<name>(?!(?:On|In|At|By|For|After|Since|From|During|Under|Late|Early|Last)\s)(?:[A-Z][\w.’'-]*|de|la|van|von|bin|al|of)(?:\s(?:[A-Z][\w.’'-]*|de|la|del|van|von|bin|al|of)){1,10}),\s+\Z"
)
_APPOSED_RE = lazy_re(r"(?:an?|the|who)\s(?=[a-z]|[A-Z][\w.-]*[’']s\s[a-z])")
# "In Sidon, | the capital of the south, politicians": what a place is, is nobody.
_PLACE_RE = lazy_re(
    r"\b(?i:in|at|from|near|outside|around)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3},\s+\Z"
)
_PLACE_APPOSED_RE = lazy_re(
    r"(?:the|an?)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:capital|city|town|village|port|suburb|province|region|state|district|county|resort|island)\b"
    r"[^,;:]{0,60},\s+(?=[a-z])"
)
# "the paper, written | by Ruth Okafor, said"
_WRITTEN_RE = lazy_re(
    r"(?P<document>(?:(?:the|an?|his|her|its|their)\s+)?(?:[\w’'-]+\s+){0,4}[\w’'-]+),\s+"
    r"(?:(?:jointly\s+)?(?:written|authored|compiled|prepared|signed|issued|conducted|commissioned|published|led)\s+)\Z",
    re.IGNORECASE,
)
# "Experts from the Port Board (PB) and | the Interior Department"
_FROM_RE = lazy_re(
    r"(?:(?:But|And|Meanwhile|However),?\s)?(?P<who>(?:(?:[A-Z][a-z]+|[a-z]+)\s){0,3}"
    r"(?:[Ee]xperts|[Rr]esearchers|[Ss]cientists|[Oo]fficials|[Dd]ata|[Ff]igures|[Ss]urveys|[Rr]eports|[Ss]tudies|[Mm]embers"
    r"|[Rr]epresentatives|[Ll]eaders|[Ll]awyers|[Aa]nalysts)\s(?:from|of|at|by|for)\s[^,;:.\"“”]{2,80}\sand\s)\Z"
)
# "Some residents who spoke to | the Gazette said"
_SPOKE_RE = lazy_re(
    r"(?:[\"“]|(?:But|And|Meanwhile|However),?\s)?(?P<who>(?:[\w’'-]+\s){0,4}[\w’'-]+)\s(?:who|that)\s"
    r"(?:also\s|have\s|has\s|had\s)?(?:spoke|spoken|talked)\s(?:to|with)\s\Z"
)
# ", who specializes | in ports, said": the relative clause goes on to the cue.
_RELATIVE_RE = lazy_re(r",\s+(?:who|which|whose)\s[^,.;]{1,60}\Z")
_CLAUSE_REST_RE = lazy_re(rf"\s+(?:[^.;:\"“”\n]|\n(?!\s*\n)){{2,90}}?(?=,\s+(?:{TIME}\s+)?\Z)")
# "the memo, signed in Oslo by Ruth Lund and | Karl Roe, calls"
_HEAD = (
    r"(?P<head>(?:(?:the|an?|his|her|its|their|The|An?|His|Her|Its|Their)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+"
    r"|[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){1,3})),\s"
    r"(?:who|which|(?:jointly\s)?(?:signed|written|drafted|prepared|issued|published)\s[^,;.]{0,100}?\b(?:by|and))\s"
    r"(?:[^,;.\"“”]{1,160}\s)?\Z"
)
_TOLD_RE = lazy_re(_HEAD)
_BEHIND_RE = lazy_re(rf"(?:(?<=[.!?\"”]\s)|(?<=,\s)){_HEAD}")
# "said Ana Ruiz, | a mother of five"
_BEHIND_NAME_RE = lazy_re(
    r"(?P<rest>,\san?\s(?:[\w’'-]+\s){0,11}[\w’'-]+)(?=[,.]\s|[,.]\Z|,?\s[\"“]|\s(?:who|whose)\s)"
)
_BARE_RE = lazy_re(r",\s+(?:who|which|whose)\Z")
# "counsel to the funds | that lost most, said"; but "..., adding", "..., to explain"
_ASIDE_REST_RE = lazy_re(r"\s(?P<rest>(?:[^.,;:\"“”\n]|[.,](?=\d)|\n(?!\s*\n)){2,160}),\s\Z")
_COMMA_RE = lazy_re(r",\s")
_NOUN_RE = lazy_re(r"(?:an?|the|one|who|whose|which)\s")
# "Ana Ruiz, in | May, said", "Lund, Oslo"; "Ana Ruiz, who's" is as well "Ana Ruiz" alone.
_NO_ASIDE_RE = lazy_re(
    r"[A-Z]|(?:in|at|on|during|after|before|amid|with|while|when|as|despite|following)\s|who[’']\w+\Z"
)
_PARTICIPLE_RE = lazy_re(r"[a-z]+ing\b")
_VERB_RE = lazy_re(
    rf"\b(?:[a-z]+ly\s|also\s)?(?:{FINITE}|said|says|[a-z]{{3,}}s\s(?:an?|the|its|his|her|that))\b"
)
_FEW = 8  # words in which what somebody is stands
_REACH, _LONG = 80, 240


def with_name(text: str, start: int, end: int, low: int) -> int:
    """The source's start with the name or document it is told of, behind what a place is.

    >>> with_name("Ana Ruiz, a lawyer for the union", 10, 32, 0)
    0
    >>> with_name("In Norport, the capital of the south, politicians", 12, 49, 0)
    38
    """
    far = max(low, start - _LONG)
    is_apposed = text[far:start].rstrip().endswith(",")  # a cheap look
    if is_apposed and _PLACE_RE.search(text, far, start) is not None:
        place = _PLACE_APPOSED_RE.match(text, start, end)
        return start if place is None else place.end()
    if _APPOSED_RE.match(text, start, end) and (named := _NAMED_RE.match(text, low, start)):
        return named.start("name")
    if text.endswith(" and ", low, start) and (joined := _FROM_RE.match(text, low, start)):
        return joined.start("who")
    if text.endswith((" to ", " with "), low, start):
        spoke = _SPOKE_RE.match(text, past_blanks(text, low, start), start)
        return start if spoke is None else spoke.start("who")
    if text.startswith("by ", start):
        written = _WRITTEN_RE.search(text, max(low, start - _REACH), start)
        return start if written is None else written.start("document")
    if text.startswith(",", end):
        first = past_blanks(text, low, start)
        told = _TOLD_RE.match(text, first, start)
        told = told or _BEHIND_RE.search(text, far, start)
        return start if told is None else told.start("head")
    return start


def with_apposition(text: str, start: int, end: int) -> int:
    """The end of a source behind its cue, with what it is: "said Ana Ruiz, | a mother of five,".

    >>> with_apposition("said Ana Ruiz, a mother of five.", 5, 13)
    31
    """
    last = max(start, text.rfind(" ", start, end) + 1)
    if not text[last : last + 1].isupper() or not text.startswith((", a ", ", an "), end):
        return end
    apposed = _BEHIND_NAME_RE.match(text, end)
    if apposed is None or not any(map(is_person_noun, apposed["rest"].split()[2:_FEW])):
        return end  # "said Ana Ruiz, a smile on her face"
    return apposed.end("rest")


def with_relative(text: str, start: int, end: int, cue: int) -> int:
    """The source's end with the whole of its relative clause: "Okafor, who speaks | for all,".

    Where only its first word was read, without it: "Okafor | , who".
    """
    if text.find(", wh", start, end) < 0:
        return _with_aside(text, start, end, cue)
    if (bare := _BARE_RE.search(text, start + 1, end)) is not None:
        return bare.start() if text[end:cue].strip() else end  # "Okafor, who | said so"
    if _RELATIVE_RE.search(text, start, end) is None:
        return _with_aside(text, start, end, cue)
    rest = _CLAUSE_REST_RE.match(text, end, cue)
    return end if rest is None else rest.end()


def _with_aside(text: str, start: int, end: int, cue: int) -> int:
    """The source's end with the whole of an aside that it ends within, up to the cue's comma.

    "Ana Ruiz, counsel to the funds | that had lost most", "Kvik, a ferry | line in the north"
    """
    commas = [found.end() for found in _COMMA_RE.finditer(text, start, end)]
    is_open = len(commas) % 2 == 1  # "Ana Ruiz, a judge, resigned": it is closed
    if not is_open or text[cue - 2] != "," or _NO_ASIDE_RE.match(text, commas[-1], end):
        return end
    aside = _ASIDE_REST_RE.match(text, end, cue)
    if aside is None:
        return end
    if _PARTICIPLE_RE.match(text, cue) is not None:
        verb = _VERB_RE.search(aside["rest"])  # "Kvik, a ferry firm | cut its fares, claiming"
    else:
        is_noun = _NOUN_RE.match(text, commas[-1]) is not None
        verb = None if is_noun else _VERB_RE.match(aside["rest"])  # "small and old | wrote, in May"
    if verb is not None:
        return end
    return aside.end("rest")
