"""Captions: lines that end with whose picture they stand under.

    A ferry at the quay. (Ann Roe/Harlow News)    A ferry at the quay. Photo by Ann Roe
    A ferry at the quay. (File photo)             A ferry at the quay © Harlow News

Right under a headline less says enough: "(AFP)", "— Reuters/File", "Supplied", "ANN ROE"; behind
the story's last sentence these sign it. What is said by somebody is none.
"""

from __future__ import annotations

import regex

from diplotext.lazy_pattern import gated_regex, holds, lazy_regex
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.person_name import given_names

__all__ = ["is_caption"]

SHORTEST, LONGEST = 20, 420
FARTHEST = 110  # code points of what signs a caption
NAME = r"\p{Lu}[\p{L}.'’&-]*(?:\s(?:\p{Lu}[\p{L}.'’&-]*|of|the|de|van|al|bin|and)){0,4}"
PICTURE = r"(?i:photo(?:graph)?|image|picture|pic|pix|illustration)s?"
BY = r"(?:\s?(?i:by|credit|courtesy(?:\sof)?|from|via|source|supplied|/|:|-|–)){1,3}\s?"
# "Express photo by Ann Roe", "Photo: AFP", "File photo", "Ann Roe/Harlow News", "Courtesy of ..."
SIGN = (
    rf"(?:{NAME}\s)?(?:(?i:file|courtesy|handout|representational|representative)\s)?{PICTURE}"
    rf"(?:{BY}[\p{{Lu}}@][^()\[\]]{{1,60}})?"
    rf"|(?P<by>{NAME})\s?/\s?(?P<of>{NAME})(?:\s(?:via|/)\s{NAME})?"
    rf"|(?i:file|supplied|handout|contributed|screen\s?grab)(?:\s?[:/]\s?{NAME})?"
    rf"|(?i:courtesy(?:\sof|:))\s(?:the\s)?{NAME}|{NAME}:\s{NAME}"
)
SIGNED_RE = gated_regex(
    rf"[.!?]?\s?[(\[](?:{SIGN})[)\]]$"
    rf"|(?:[.!?]\s|\s?[|–—]\s)(?:(?i:file\s)?{PICTURE}(?:\s(?i:by|credit|courtesy)(?:\sof)?)?:?\s|Credit:\s){NAME}(?:\s?/\s?{NAME})?$"
    rf"|(?<=\p{{Ll}}{{2}})[.!?]\s{NAME}\s?/\s?{NAME}(?:\s?/\s?{NAME})?$"
    rf"|[.!?]?\s(?:\|\s)?©\s?{NAME}(?:\s?/\s?{NAME})?$"
    rf"|[.!?]\s(?i:file|courtesy|supplied)\s{PICTURE}$"
    rf"|(?<=\p{{L}}|\d)\s{{1,4}}(?i:{PICTURE}\s)?Credit:\s{NAME}(?:\s?/\s?{NAME})?$"
    rf"|(?<=\p{{L}})\s{{2,4}}(?P<by>{NAME})\s?/\s?(?:via\s)?(?P<of>{NAME})$"
)
# "... at the quay. Photo courtesy of HARLOW NEWS.": the sign has a stop of its own.
STOPPED_RE = gated_regex(rf"[.!?]\s{PICTURE}\s(?i:courtesy\sof|by|credit:?)\s{NAME}\.$")
# What as well signs a story, and stands under a headline only.
UNDER_RE = gated_regex(
    rf"(?P<stop>[.!?])?\s?[(\[](?P<name>{NAME})[)\]]$"
    rf"|[.!?]?\s?[-–—]\s?(?P<wire>{NAME}?)(?:\s?/\s?(?:File|{NAME}))?(?:\s(?i:pic|photo))?$"
    rf"|[\p{{L}}.]/File$|[.!?]\s(?:Supplied|File|Contributed|Handout)$"
    rf"|[.!?]\s(?P<alone>{NAME})$"
)
MARKS = ("/", "(", "[", "©", "hoto", "HOTO", "icture", "mage", "redit", "pic")
TOLD_RE = lazy_regex(r"\b(?:said|says|told|added|according)\b")
STOCK = frozenset({"Getty Images", "Getty", "Shutterstock", "Alamy", "Twitter", "Facebook"})


def is_caption(words: str, *, under: bool = False) -> bool:
    """Whether a line is a caption with its signature; ``under`` says that it is under a headline.

    >>> is_caption("A ferry at the quay. (Ann Roe/Harlow News)")
    True
    >>> is_caption("The ferry sank. (AFP)"), is_caption("A ferry at the quay. (AFP)", under=True)
    (False, True)
    """
    if STOPPED_RE.search(words, max(0, len(words) - FARTHEST)) is not None:
        words = words[:-1]
    if not SHORTEST <= len(words) <= LONGEST or words[-1] in '.!?:;"”' or words.isupper():
        return False
    pos = max(SHORTEST // 2, len(words) - FARTHEST)
    is_marked = holds(words, pos, len(words), MARKS)
    signed = SIGNED_RE.search(words, pos) if is_marked else None
    is_signed = signed is not None and (signed["by"] is None or _is_pair(signed))
    if not is_signed and not (under and _is_signed_under(words, pos)):
        return False
    return TOLD_RE.search(words) is None and not any(mark in words for mark in '"“”')


def _is_pair(signed: regex.Match[str]) -> bool:
    """Whether a stroke is between who took a picture and for whom: no "(Norway/Denmark)"."""
    by, of = signed["by"], signed["of"]
    is_person = " " in by and (signed.group()[0] in ".!?" or by.split()[0] in given_names())
    return is_person or _is_sender(by) or _is_sender(of)


def _is_signed_under(words: str, pos: int) -> bool:
    """Whether a line under a headline ends with an agency, or with who took or sent a picture."""
    found = UNDER_RE.search(words, pos)
    if found is None:
        return False
    alone, wire, name = found["alone"], found["wire"], found["name"]
    if alone is not None:
        is_person = alone.isupper() and alone.split()[0].title() in given_names()
        return _is_sender(alone) or is_person
    if wire is not None:
        return _is_sender(wire)
    if name is None:
        return True
    return _is_sender(name) or (found["stop"] is not None and " " in name)


def _is_sender(words: str) -> bool:
    """Whether words are an agency, or whom else pages have pictures from."""
    return words in STOCK or words in agencies()
