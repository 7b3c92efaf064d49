"""Lines under a headline or a byline that name a paper, or for which paper somebody writes.

    Ferry sails again            By Ann Roe
    The Harlow Post              Harlow Post Staff Writer

    Ferry sails again
    Staff Correspondent, harlow.com

On lines of their own between others they are no deck and no headline.
"""

from __future__ import annotations

from diplotext.head.byline_part import PAPERS
from diplotext.layout.zone import Zones
from diplotext.lazy_pattern import lazy_regex

__all__ = ["is_outlet_line"]

LONGEST = 60
WORDS = r"(?:\p{Lu}[\p{L}.'’&-]*\s(?:of\sthe\s|of\s|and\s)?){1,5}"
PAPER_RE = lazy_regex(
    rf"(?:The\s|THE\s)?(?=\p{{Lu}}){WORDS}(?i:{PAPERS}|news\sservice|news\sagency)"
)
JOB_RE = lazy_regex(
    rf"{WORDS}(?i:(?:staff\s)?(?:writer|reporter|correspondent|columnist|editor)s?|staff)"
)
# "Herald Reporter", "Staff Report", "F.P. Report", "Staff Correspondent, harlow.com"
NOBODY_RE = lazy_regex(
    r"(?:\p{Lu}[\p{L}.'’&]*\s)?"
    r"(?i:(?:(?:staff|special|senior|chief|own|sports?|business|court|crime|political)\s)?"
    r"(?:reporters?|correspondents?|report))(?:,\s\p{L}[\w.-]{2,30}\.(?:com|net|org|co\.\p{L}{2}))?"
)
VERB_RE = lazy_regex(r"\s(?:\p{Lu}\p{L}+s|Not?|In|On|For|To|From)\s")


def is_outlet_line(line: str, zones: Zones) -> bool:
    """Whether a line right under a headline is a paper's name, or a job as under a byline."""
    if not 5 <= len(line) <= LONGEST or line[-1] in ".:?!":
        return False
    if zones.byline and not zones.paragraphs:
        return JOB_RE.fullmatch(line) is not None
    if zones.headline and NOBODY_RE.fullmatch(line) is not None:
        return True
    is_paper = bool(zones.headline) and PAPER_RE.fullmatch(line) is not None
    return is_paper and VERB_RE.search(line) is None
