"""Where the writer's own words begin behind what somebody has said.

    said the plan was ready | , but gave no details        said they had won | , a claim he denied
    said nine had died | , without naming them             urged them to come | , raising fears

Nobody says what they have left out, nor what came of it.
"""

from __future__ import annotations

from diplotext.lazy_pattern import holds, lazy_re

__all__ = ["is_writers", "writers_start"]

# What the writer adds: "said the plan was ready | , but gave no details".
_WRITERS_RE = lazy_re(
    r",?\s+(?:but|and)\s+(?:(?:he|she|they|it)\s+)?(?:(?:gave|provided|offered)\s+no\s"
    r"(?:(?:other|further|more|immediate)\s+)?(?:details?|reasons?|explanation|evidence|figures?|date|specifics|names?|numbers|timeline|timetable)"
    r"|did\s+not\s+(?:elaborate|specify|say|identify|name|give|provide|disclose|explain)"
    r"|(?:declined|refused)\s+to\s+(?:\w+\s+)?(?:elaborate|specify|say|identify|name|give|provide|disclose"
    r"|comment|discuss|answer)"
    r"|would\s+not\s+(?:elaborate|say|specify|identify|name|give|disclose))\b"
    # "said the strike killed nine | , without giving details"
    r"|,\s+without\s(?:(?:giving|providing|offering|citing|presenting|producing)\s(?:(?:any|further|more|other|immediate|its|his|her|their)\s)*"
    r"(?:details?|reasons?|explanation|evidence|proof|figures?|dates?|specifics|names?|numbers|timeline|timetable|sources?|examples?|basis)"
    r"|(?:elaborating|specifying|identifying|naming|disclosing|explaining|saying\s(?:who|what|when|where|which|why|how|if|whether|more)))\b"
    # "urged supporters to gather | , raising fears of unrest"
    r"|,\s+(?:raising|prompting|sparking|stoking|fuell?ing|dashing|reviving|dampening|triggering)\s(?:(?:new|fresh|renewed|widespread|some|any|more|international)\s)?"
    r"(?:hopes?|fears?|speculation|concerns?|worries|questions|doubts|suspicions?|alarm|outrage|anger|criticism|protests?|cheers|jeers)\b"
)
# "declined to comment | and an aide of hers was not available", "; Ruiz did not return calls"
_AWAY_RE = lazy_re(
    r"(?:(?:;|,\s(?:and|but|while))\s[^;:\"“”]{2,160}?|\s(?:and|but|while)\s(?:(?!\s(?:and|that|not)\s)[^,;:\"“”]){0,90}?)\b"
    r"(?:(?:was|were|is|are)\s(?:not\s(?:immediately\s)?(?:available|reachable)|unavailable)"
    r"|could\snot\s(?:immediately\s)?be\s(?:immediately\s)?(?:reached|contacted)"
    r"|did\snot\s(?:immediately\s(?:respond|reply|comment|return)|(?:respond|reply|return)\s(?:immediately|calls?"
    r"|(?:to\s)?(?:(?:an?|several|repeated|phone)\s)*(?:requests?|calls?|e-?mails?|messages?))))\b"
)
_AWAY_WORDS = (" available", " unavailable", " reachable", " be ", " did not ")  # a cheap look
# "said they had taken the airport | , a claim the army denied"
_DISPUTED_RE = lazy_re(
    r",\s(?:an?|the)\s(?:claim|charge|allegation|accusation|assertion|account|version)\s(?:that\s|which\s)?"
    r"[^,;:\"“”]{2,60}?\s(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|refute[sd]?"
    r"|contest(?:s|ed)?|confirm(?:s|ed)?|made|repeated)\b"
)
# A cheap look: each of the writer's turns has one of these.
_HINT_RE = lazy_re(r"\s(?:no|not|declined|refused|without|[dfprst]\w{3,6}ing)\s")


def is_writers(text: str, start: int, end: int) -> bool:
    """Whether the writer's words begin at a place.

    >>> is_writers(" but gave no names", 0, 18), is_writers(" but gave no speech", 0, 19)
    (True, False)
    """
    return _WRITERS_RE.match(text, start, end) is not None


def writers_start(text: str, start: int, end: int) -> int:
    """Where the first of the writer's words begin, their comma with them; -1 without any.

    >>> writers_start("it had shot down two drones, without saying where", 0, 49)
    27
    >>> writers_start("to comment and Ana Ruiz was not available", 0, 41)
    10
    >>> writers_start("it could not go on without giving its men a rise", 0, 48)
    -1
    """
    has_comma = text.find(",", start, end) >= 0
    found = _DISPUTED_RE.search(text, start, end) if has_comma else None
    if found is None and _HINT_RE.search(text, start, end) is not None:
        found = _WRITERS_RE.search(text, start, end)
    away = None
    if holds(text, start, end, _AWAY_WORDS):
        away = _AWAY_RE.search(text, start + 1, end)
    return min((match.start() for match in (found, away) if match is not None), default=-1)
