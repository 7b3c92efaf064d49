"""What a source's last words may be: no time, no turn of speech, no medium, no comparison.

the minister | today          The carrier | , for its part,      Holm | , holding up a map
analyst Karl Reed | in a note Reuters Estimates | , up from 28   Kvik Lines (KVK | )
"""

from __future__ import annotations

import re
from functools import cache

from diplotext.attribution.build import Span
from diplotext.attribution.field.day import MONTH, WEEKDAY
from diplotext.attribution.field.occasion import message_words
from diplotext.attribution.labels import label_words
from diplotext.attribution.source.apposition import TIME, with_apposition
from diplotext.attribution.source.closing_adverbial import before_adverbials
from diplotext.attribution.source.firm_source import firm_end, names_somebody
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns

__all__ = ["mend_end"]

# "the minister today"; of "a report published Friday", "Super Tuesday" the day is a part.
_CLOSING_TIME_RE = lazy_re(
    rf"(?P<last>(?<!\w)\w+\.?|[)\]]),?\s+(?!Today)(?:(?:[eE]arlier|[lL]ater)\s+)?{TIME}\Z"
)
# "Amnesty | on Tuesday, November 19"
_DATED_RE = lazy_re(
    rf",?\s+on\s{WEEKDAY},?\s(?:{MONTH}\s\d{{1,2}}|\d{{1,2}}\s{MONTH})(?:,?\s\d{{4}})?\Z"
)
_TIME_ENDS = tuple("day night week month year morning afternoon evening".split())
_CLAUSE_RE = lazy_re(
    r"\b(?:[a-z]{2,}(?:ed|ing)|made|held|sent|written|taken|given|who|which|that)\b"
)
# "The carrier, for its part, said", "Lund, meanwhile, said"
_TURNING_RE = lazy_re(
    r",?\s+(?:for\s(?:its|his|her|their|our|my)\sparts?|in\s(?:turn|contrast)|by\scontrast|meanwhile|however"
    r"|on\sthe\sother\shand|neither)\Z|,\s+(?:too|though|also|likewise|nonetheless|nevertheless|instead)\Z"
)
_TURNING_ENDS = tuple(  # a cheap look
    "part parts turn contrast meanwhile however hand neither too though also likewise nonetheless"
    " nevertheless instead".split()
)
# "Holm, | while addressing newsmen in Lund, said", "Holm, | of course,", "Holm, | in Lima,"; South
# Asian papers leave out the commas: "Holm | while addressing newsmen | said"
_BETWEEN_RE = lazy_re(
    r",?\s+while\s[a-z]{2,}ing\s[^,;:]{2,90}\Z|,\s+(?:(?:while|when|also)\s)?(?:speaking|addressing|reacting|responding|talking|replying|briefing"
    r"|commenting|appearing|testifying|answering|fielding|referring|alluding|pointing|quoting)\s[^,;:]{2,90}\Z"
    r"|,\s+represented\sby\s[^;:]{2,90}\Z|,\s+of\scourse\Z|,\s+(?:still\s)?in\s(?:[A-Z][\w.’'-]*\s?){1,3}\Z"
)
# "according to Reuters Estimates, | up from 28 cents"
_COMPARISON_RE = lazy_re(r",\s+(?:up|down|compared|versus|well\s+(?:above|below))\s.*\Z", 0)
# "said Holm, | holding up a map", ", | wailing", ", | visibly moved": that is not who it is.
_DOING_RE = lazy_re(
    r",\s+(?!(?:acting|being|becoming|including|representing|according|writing|reporting|managing|covering"
    r"|trading|mining|marketing|banking|planning|founding|leading|outgoing|ruling|following)\b)[a-z]{2,12}ing(?:\s[^;:\"“”]{0,160})?\Z"
    r"|,\s+(?:visibly|clearly|obviously|apparently)\s[a-z]+\Z"
    r"|,\s+(?:wrapped|dressed|clad|draped|seated|perched|slumped|hunched|huddled|propped|flanked|surrounded)\b[^;:\"“”]*\Z"
)
# `said Berg | , but | "not before June"`: what opens the next words.
_JOINT_RE = lazy_re(r",?\s+(?:but|and|while|though|although|because|as|who|which)\Z")
_JOINTS = (" but", " and", " while", " though", " although", " because", " as", " who", " which")
# "said the driver | from his hospital bed", "said Ana Ruiz | with a shrug"
_SETTING_RE = lazy_re(
    r",?\s(?:from\s(?:his|her|their|a|the)\s(?:[\w-]+\s){0,2}(?:bed|bedside|cell|home|house|window|balcony|doorstep"
    r"|steps|podium|stage|stand|dock|sofa|wheelchair|hideout)(?:\sof\s[^,;:]{2,40})?"
    r"|with\san?\s(?:[a-z]+\s)?(?:shrug|grin|smile|laugh|sigh|nod|wink|chuckle|frown|smirk|sob|groan)"
    r"|(?:through|between)\s(?:his\s|her\s|their\s)?(?:tears|sobs|sips|mouthfuls|gritted\steeth)|in\stears)\Z"
)
# "said the man, who gave his name only | as Karl"
_AS_NAME_RE = lazy_re(r"\sas\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2}")
_NEAR = 5  # words before a time in which a participle may have it: "a report published Friday"
_PAIRS = {"(": ")", "[": "]"}


def mend_end(text: str, start: int, end: int, cue: Span) -> int:
    """The end without time, occasion or the cue's own word, with the bracket that was opened."""
    if text[end - 1].isdigit() and (dated := _DATED_RE.search(text, start + 1, end)) is not None:
        return dated.start()
    end_of = _end_before if cue[0] >= end else _end_behind
    end = end_of(text, start, end, cue)
    if cue[0] < start and text[end - 1] == ",":
        end -= 1  # "said Berg of Kvik, | in a note"
    end += text.startswith(".,", end)  # "Dan Corrigan, D-Ill | .,"
    for opens, closes in _PAIRS.items():
        if text.count(opens, start, end) == text.count(closes, start, end) + 1:
            end += text.startswith(closes, end)
    return end


def _end_before(text: str, start: int, end: int, cue: Span) -> int:
    """The end of a source before its cue: without the cue's word, adverbials, and most times."""
    said = text[cue[0] : cue[1]]
    bare = text[start:end].removesuffix(said)  # "the radio said said"
    if len(bare) + len(said) == end - start and bare[-1:].isspace():
        end = start + len(bare.rstrip())
    if text.endswith(_TURNING_ENDS, start, end):
        turning = _TURNING_RE.search(text, start + 1, end)
        end = end if turning is None else turning.start()
    has_joint = text.find(",", start, end) > 0 or text.find(" while ", start, end) > 0
    if has_joint and (between := _BETWEEN_RE.search(text, start, end)):
        end = between.start()
    end = before_adverbials(text, start, end)
    is_timed = text.endswith(_TIME_ENDS, start, end)
    time = _CLOSING_TIME_RE.search(text, start, end) if is_timed else None
    if time is not None and _is_beside(text[start : time.end("last")], time["last"]):
        end = time.end("last")
    return end


def _end_behind(text: str, start: int, end: int, cue: Span) -> int:
    """The end of a source behind its cue: with its apposition, without where and how it said it."""
    end = firm_end(text, start, end)
    bare = text[start:end].removesuffix(" " + text[cue[0] : cue[1]])
    if len(bare) < end - start and " " in bare:
        end = start + len(bare)  # "said port chairman Ana Berg | said"
    end = with_apposition(text, start, end)
    doing = _DOING_RE.search(text, start, end)
    if doing is not None and not names_somebody(doing[0]):
        end = doing.start()  # but "Holm, mining analyst at Kvik"
    # "a voice from the stage" is told from others by it
    is_known = not text.startswith(("a ", "an ", "one "), start)
    setting = _SETTING_RE.search(text, start + 1, end) if is_known else None
    end = end if setting is None else setting.start()
    if text.endswith((" only", " name"), start, end):
        named = _AS_NAME_RE.match(text, end)
        end = end if named is None else named.end()
    if text.endswith(_JOINTS, start, end):
        joint = _JOINT_RE.search(text, start + 1, end)
        end = end if joint is None else joint.start()
    for beside in (_COMPARISON_RE, _how_re()):
        found = beside.search(text, start, end)
        end = end if found is None or found.start() == start else found.start()
    return end


@cache
def _how_re() -> re.Pattern[str]:
    """How it was said, behind who said it: "wrote analyst Karl Reed | in a note"."""
    return re.compile(
        r"\s+(?:in|via|by)\s+(?:(?:an?|the|his|her|its|their)\s+)?(?:[\w-]+\s+){0,3}?"
        rf"(?:{message_words()}|emailed|briefing|(?:tele)?phone)\b[^;:\"“”]{{0,200}}\Z"
    )


def _is_beside(source: str, last: str) -> bool:
    """Whether a time behind a source tells when it was said."""
    if source == "who":
        return True
    is_noun = (
        last in (")", "]")
        or last[0].isupper()
        or last.lower() in role_nouns()
        or last.endswith("s")
    )
    near = " ".join(source.split()[-_NEAR:])
    return is_noun and last not in label_words("named_days") and _CLAUSE_RE.search(near) is None
