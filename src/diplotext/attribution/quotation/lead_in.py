"""Words of one person under a sentence that says whose they are: texts, highlights, excerpts.

    Following are highlights of Lund's remarks:     Here is the text of a statement by the union:
    ON INFLATION                                    "We go on. The port stays shut."
    "It is too high."

The sentence names one who speaks, before the noun or behind "by", "from" and the like, or has a
pronoun of one. What is quoted behind it is that one's, a quotation after the other, with nothing
between but a heading or a question in capitals, a topic ("On rates:") or a bracket, up to what
somebody else says. The source is the one of the sentence; there is no cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from attrs import Factory, frozen

from diplotext.attribution.build import Span, form_of
from diplotext.attribution.quotation.inherit import inherit_from
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Quotation, Source

__all__ = ["find_led_quotations"]

_NOUN = (
    r"(?:comments|remarks|excerpts|extracts|highlights|quotes|points|answers|responses|text|transcript"
    r"|statement|testimony|speech|letter|interview)"
)
_CAPITAL = r"[A-Z][\w.’'-]*[\w’']"
_NAME = rf"(?:{_CAPITAL}\s(?:of\s(?:the\s)?)?){{0,6}}{_CAPITAL}"
_BODY = (
    r"(?:the|[A-Z][\w-]*[’']s)\s(?:[\w-]+\s){0,3}?(?:bank|government|ministry|union|party|company|firm"
    r"|board|council|court|committee|agency|parliament|office|club|army|military|police)"
)
_DOCUMENT = (
    r"(?:the|that|this|an?|its|their)\s(?:[a-z-]+\s){0,2}(?:statement|letter|communique|document|memo"
    r"|report|resolution|speech|plan)"
)
_PREPOSITION = r"(?:by|from|of|with|and|in|at|on|to|after)"
_LEAD_RE = lazy_re(
    r"\b(?:[Ff]ollowing|[Hh]ere|[Bb]elow)\s(?:are|is)\s(?:[^.:\"“”\n]{0,80}?\s)??(?:"
    rf"(?P<own>{_NAME})(?<![sS])[’']s?\s(?:[\w-]+\s)?{_NOUN}"
    rf"|(?P<one>his|her)\s(?:[\w-]+\s){{0,2}}?{_NOUN}"
    rf"|{_NOUN}\sof\s(?P<issuer>the\s{_NAME})\s(?:[a-z-]+\s)?statement"
    rf"|{_NOUN}\b[^.:\"“”\n]{{0,60}}?\b(?:by|from|of|with)\s"
    rf"(?P<by>(?:(?!{_PREPOSITION}\s)[\w.’'-]+\s){{0,6}}?{_NAME}|{_BODY}|{_DOCUMENT})"
    r"(?=[,:.]|\s(?:at|on|in|to|during|after|about|before)\b))"
    r"[^:\"“”\n]{0,160}?[:.](?=\s)"
)
# A cheap look: most stories have no such sentence.
_HINT_RE = lazy_re(r"[FfHhBb](?<!\w.)(?:ollowing|ere|elow)\s(?:are|is)\s")
_FIRST_GAP = 160
_REST_RE = lazy_re(r"[^.!?\"“”\n]{0,120}[.!?](?=\s|\Z)")
_ENDS = frozenset(".!?…,")
_WORD_RE = lazy_re(r"[a-z-]+")
_FEWEST = 3  # blanks in a quotation
# A heading or a question in capitals, "On rates:", "Asked if it would rise:", "(From the speech)".
_PART = (
    r"(?:[^a-z\"“”\n]{3,400}|\([^()\"“”\n]{2,80}\)"
    r"|(?:On|Asked|In)\s[^.:\n]{2,200}:|[*•–—-]+)"
)
_GAP_RE = lazy_re(rf"\s*(?:{_PART}\s*){{0,3}}\Z")
_end_of = itemgetter(1)


def find_led_quotations(
    text: str, quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    r"""All the attributions, with those of the quotations under such sentences.

    ``quotations`` are the outermost ones in order. What was taken from a heading between them goes.

    >>> from diplotext.body.quotation import find_quotations
    >>> line = 'Here are excerpts of a speech by Eva Lund: ON FISH "It is dear." ON TEA "No."'
    >>> led = find_led_quotations(line, find_quotations(line, [(0, len(line))]), ())
    >>> [(a.source.text, a.content[0].text) for a in led]
    [('Eva Lund', '"It is dear."'), ('Eva Lund', '"No."')]
    >>> line = 'Here are comments from finance ministers: "It is dear."'
    >>> find_led_quotations(line, find_quotations(line, [(0, len(line))]), ())
    []
    """
    if _HINT_RE.search(text) is None:
        return list(found)
    led: list[Attribution] = []
    all_gaps: list[Span] = []
    told: _Told | None = None
    for lead in _LEAD_RE.finditer(text):
        source = _source_of(text, lead)
        if source is None:
            continue
        told = told or _Told.of(quotations, found)
        gaps: list[Span] = []
        runs = list(_runs(text, lead.end(), told, source, gaps))
        for run in runs:
            led.append(inherit_from(text, run, quotations, source, "lead-in"))
            told.add(led[-1])
        all_gaps += gaps if runs else []
    if not led:
        return list(found)
    all_gaps.sort(key=_end_of)
    return [a for a in found if not _is_of_heading(a, all_gaps)] + led


@frozen(eq=False)
class _Told:
    """The quotations in order, and which attributions have words of each, by its number."""

    quotations: Sequence[Quotation]
    starts: list[int]
    holders: dict[int, list[Attribution]] = Factory(dict)

    @classmethod
    def of(cls, quotations: Sequence[Quotation], found: Sequence[Attribution]) -> _Told:
        """With the attributions found so far."""
        told = cls(quotations, [quotation.start for quotation in quotations])
        for attribution in found:
            told.add(attribution)
        return told

    def add(self, attribution: Attribution) -> None:
        """Take in one more."""
        for part in attribution.content:
            at = max(bisect_right(self.starts, part.start) - 1, 0)
            for number in range(at, bisect_left(self.starts, part.end)):
                if part.start < self.quotations[number].end:
                    self.holders.setdefault(number, []).append(attribution)


def _source_of(text: str, lead: re.Match[str]) -> Source | None:
    """Who the sentence says is quoted, None where that are several or nobody."""
    for group in ("own", "one", "issuer", "by"):
        who = lead[group]
        if who is None:
            continue
        # "comments by ministers and officials from the Norland Fund"
        told = text[lead.start() : lead.end(group)].lower()
        if any(is_person_noun(word, "plural") for word in _WORD_RE.findall(told)):
            return None
        return Source(text, *lead.span(group), form="pronoun" if group == "one" else form_of(who))
    return None


def _runs(
    text: str, reached: int, told: _Told, source: Source, gaps: list[Span]
) -> Iterator[list[Quotation]]:
    """The quotations behind the sentence, those with nothing between together.

    What the same one says with a verb of saying stays as it is: "The crown is strong," she said.
    """
    run: list[Quotation] = []
    for number in range(bisect_left(told.starts, reached), len(told.starts)):
        quotation = told.quotations[number]
        gap = (reached, quotation.start)
        between = text[slice(*gap)]
        is_first = not gaps and len(between) < _FIRST_GAP
        if is_first and not (quotation.continues or quotation.text[-2:-1] in _ENDS):
            break  # "poison pill", "The Crisis and the Response"
        if not is_first and _GAP_RE.match(between) is None:
            if quotation.text.count(" ") < _FEWEST:
                continue  # 'Asked if "yellow" was red:'
            break
        if run and between.strip():
            yield run
            run = []
        gaps.append(gap)
        claims = [a for a in told.holders.get(number, ()) if _claims(a, quotation, gaps)]
        if claims:
            if not all(_is_same(a, source) for a in claims):
                break
            reached = _past_stop(text, max([quotation.end, *(a.end for a in claims)]))
        else:
            run.append(quotation)
            reached = quotation.end
    if run:
        yield run


def _past_stop(text: str, end: int) -> int:
    """Where a sentence ends behind what is said: "she said | on Monday."."""
    rest = _REST_RE.match(text, end)
    return end if rest is None else rest.end()


def _is_same(given: Attribution, source: Source) -> bool:
    """Whether whoever says something is the one of the sentence: a pronoun, or the last name."""
    said = given.source
    if said is None:
        return False
    return said.form == "pronoun" or said.text.split()[-1] == source.text.split()[-1]


def _claims(given: Attribution, quotation: Quotation, gaps: Sequence[Span]) -> bool:
    """Whether a quotation is somebody else's: not what was read inside of it, or off a heading."""
    if _is_of_heading(given, gaps):
        return False
    cue = given.cue or given.source
    return cue is None or not quotation.start <= cue.start < quotation.end


def _is_of_heading(given: Attribution, gaps: Sequence[Span]) -> bool:
    """Whether a source is words in capitals of one of the gaps, which come in order: "ON FISH".

    Not one that a heading was read for: "EVA LUND, ECONOMIST, KVIK BANK:".
    """
    source, reason = given.source, given.reason
    if source is None or not source.text.isupper() or reason is None or reason.stage == "heading":
        return False
    at = bisect_right(gaps, source.start, key=_end_of)
    return at < len(gaps) and gaps[at][0] < source.end
