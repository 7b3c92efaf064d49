"""Speakers who ask not to be named: `An engineer, who asked not to be named, told AP he had left`.

That they ask so is no saying. Where it was read as one, the clause around it was not: it is read
here, its source with the relative clause and its content to the end of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.circumstance import SentenceIndex, before_stop
from diplotext.attribution.clause import STAGE, Claims
from diplotext.attribution.day import WEEKDAY
from diplotext.attribution.occasion import find_addressee
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["mend_anonymous"]

# "who asked not to be identified because", "asking not to be named"
_ASKING_RE = lazy_re(
    r"(?:(?:has|have|had)\s+)?(?:asked|declined|refused|requested|wished|wanted|preferred|insisted|demanded"
    r"|asking|requesting|insisting|declining)\b[^,;:.\"“”]{0,60}?"
    r"\b(?:not\s+(?:to\s+)?(?:be|use|have)|without\s+being)\s[^,;:.\"“”]{0,30}?"
    r"(?:named|identified|quoted|cited|disclosed|revealed|names?)\b"
    r"|(?:asked|requested|asking)\sthat\s(?:his|her|their)\snames?\snot\sbe\s(?:used|published|disclosed|given|revealed)\b"
    r"|(?:(?:has|have|had)\s+)?(?:declined|refused|did\snot\swant|did\snot\swish)\s+to\s"
    r"(?:be\s(?:named|identified|quoted)|give\s(?:his|her|their|a)\s(?:full\s)?names?)\b",
)
_CLAUSE_RE = lazy_re(
    r",\s+(?P<cue>(?:(?:also|later|\w{2,12}ly)\s+)?(?P<verb>said|says|told|tells|added|adds|estimated|warned|noted|called))\s+"
)
_PRONOUNS = frozenset(("who", "he", "she", "they"))
_THAT_RE = lazy_re(rf"\s*(?:(?:on\s+)?{WEEKDAY}\s+)?(?=\w)")
_BEFORE_RE = lazy_re(
    r"(?:(?:But|And|Meanwhile),?\s+)?(?P<source>(?:[Aa]n?|[Tt]he|One|Another|Two|Three|Some|Several)\s[^,;:.\"“”()]{2,120}),\s+\Z"
)


def mend_anonymous(
    text: str,
    found: Sequence[Attribution],
    sentences: SentenceIndex,
    quotations: Sequence[Quotation],
) -> list[Attribution]:
    """The attributions, with the clauses around such requests in the place of these."""
    asking = [a for a in found if _is_asking(text, a)]
    if not asking:
        return list(found)
    kept = [a for a in found if a not in asking]
    taken = Claims(kept).parts
    for given in asking:
        clause = _clause_around(text, given, sentences)
        if clause is None or taken.touches((clause[0][0], clause[2][1])):
            continue
        source, cue, content = clause
        reason = Reason(stage=STAGE, evidence="behind a request not to be named")
        kept.append(
            build_attribution(
                text, [content], cue=cue, source=source, reason=reason, quotations=quotations
            )
        )
    return sorted(kept, key=lambda a: (a.start, a.end))


def _is_asking(text: str, given: Attribution) -> bool:
    """Whether somebody only asks not to be named."""
    cue, source = given.cue, given.source
    if cue is None or source is None:
        return False
    if source.text.lower() not in _PRONOUNS and not cue.text.endswith("ing"):
        return False
    asking = _ASKING_RE.match(text, cue.start)
    return asking is not None and asking.end() > given.content[0].start


def _clause_around(
    text: str, given: Attribution, sentences: SentenceIndex
) -> tuple[Span, Span, Span] | None:
    """Source, cue and content of the clause that the relative clause stands in."""
    source = given.source
    if source is None or source.text != "who":
        return None
    low, high = sentences.around(source.start)
    before = _BEFORE_RE.match(text, low, source.start)
    clause = _CLAUSE_RE.search(text, given.content[0].start, high)
    if before is None or clause is None:
        return None
    start = clause.end()
    if clause["verb"] in ("told", "tells"):
        addressee = find_addressee(text, clause.start("verb"), high)
        if addressee is None:
            return None
        start = addressee[1]
    lead = _THAT_RE.match(text, start, high)
    end = before_stop(text, start, high)
    if lead is None or end <= lead.end() or not _is_paired(text[lead.end() : end]):
        return None
    return (before.start("source"), clause.start()), clause.span("cue"), (lead.end(), end)


def _is_paired(words: str) -> bool:
    """Whether quotation marks within are closed, or the last one ends the sentence."""
    return words.count('"') % 2 == 0 and words.count("“") == words.count("”")
