r"""Notices of several lines that end a story or a release: a heading and what stands under it.

    Media contact:          Notes to editors        About Harbour Lines
    Ann Roe, 555-0100       1. It was founded ...   Harbour Lines is a leading ...

and the paragraphs of a release on what it says of the future; contacts of a person also without a
heading.
"""

from __future__ import annotations

import regex

from diplotext.lazy_pattern import holds, lazy_regex
from diplotext.lexicon.person_name import given_names
from diplotext.model import Notice
from diplotext.trailer.block import (
    ListLimits,
    line_end,
    line_start,
    list_start,
    opens_block,
    skip_space,
    strip_end,
)

__all__ = ["about_before", "block_before"]


def block_before(text: str, start: int, end: int) -> Notice | None:
    r"""The notice of several lines that ends at ``end``, None if there is none.

    >>> text = "It sails.\n\nMedia contact:\nAnn Roe\n555-0100"
    >>> block_before(text, 0, len(text)).start
    11
    """
    return (
        _contact_block(text, start, end)
        or _address_block(text, start, end)
        or _notebook(text, start, end)
        or _signed_block(text, start, end)
        or _profile(text, start, end)
        or _more_information(text, start, end)
        or _outlook(text, start, end)
    )


# "Contacts" over names, numbers and addresses that end a press release.
CONTACT_HEAD_RE = lazy_regex(
    r"(?:(?:media|press|investors?|company|news|relations|and|&|for)\s){0,4}contacts?"
    r"(?:\s(?:information|details|us))?\s?:?"
    r"|(?:for\s)?(?:(?:media|press|investors?|further|and|&)\s){0,3}[ei]nquiries(?:\splease\scontact)?\s?:?"
    r"|for\s(?:more|further|additional)\sinformation,?\s(?:please\s)?contact\s?:?",
    regex.I,
)
CONTACT_RE = lazy_regex(r"@|\d{3}|\d\d(?:[ .-]\d\d){2}|www\.")
# Business Wire of the nineties: "SOURCE: Kvik Inc." over names and numbers, "or" between them.
NUMBERED_RE = lazy_regex(r"@|\d{3}[-./ )]{1,2}\d{3}")
SOURCE_RE = lazy_regex(r"SOURCE\s?:?\s{1,3}\p{Lu}[^\n]{2,80}")
CONTACTS = ListLimits(lines=12, length=100, stops='.!?”"')


def _contact_block(text: str, start: int, end: int) -> Notice | None:
    """The contacts that end a press release: a heading and short lines under it, no sentence."""
    if CONTACT_RE.search(text, max(start, end - CONTACTS.length), end) is None:
        return None
    begin = list_start(text, start, end, CONTACT_HEAD_RE, CONTACTS)
    if begin is None and NUMBERED_RE.search(text, max(start, end - CONTACTS.length), end):
        source = list_start(text, start, end, SOURCE_RE, CONTACTS)
        if source is not None:
            below = skip_space(text, line_end(text, source, end), end)
            begin = below if text[below].isalpha() else None  # "-0-": a wire's own codes
    return None if begin is None else Notice(text, begin, end, kind="contact")


# A line that is a number or an address: "+47 22 20 10 00", "E-mail: press@lines.example".
ADDRESS_RE = lazy_regex(
    r"(?:\p{L}[\p{L} -]{0,12}[.:]{1,2}\s?)?"
    r"(?:(?P<mail>[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,32}){1,4})"
    r"|\+?\(?\d[\d ().–/-]{7,24}\d|(?:https?://|www\.)\S{4,80})"
)
ADDRESS = ListLimits(lines=8, length=80, stops=".!?:;")


def _address_block(text: str, start: int, end: int) -> Notice | None:
    """The name, the body and the numbers of whom to ask, below a release without a heading."""
    begin, stop = end, end
    mails = numbers = names = 0
    for _ in range(ADDRESS.lines):
        first = line_start(text, max(start, stop - ADDRESS.length - 1), stop)
        line = text[first:stop]
        if (address := ADDRESS_RE.fullmatch(line)) is not None:
            mails += address["mail"] is not None
            numbers += 1
        elif numbers and line[-1:] not in ADDRESS.stops and _is_name(line):
            names += 1
        else:
            break
        begin, stop = first, strip_end(text, start, first)
        if text[stop:first].count("\n") > 1:
            break
    is_person = text[begin : begin + 40].partition(" ")[0] in given_names()
    if not names or not is_person or (not mails and numbers + names < FEWEST_LINES):
        return None
    is_apart = begin > start and opens_block(text, start, begin)
    return Notice(text, begin, end, kind="contact") if is_apart else None


FEWEST_LINES = 3  # of contacts without a mail
# "dpa-Notebook", "Notes to editors" over the links, notes and numbers that are for editors only.
NOTEBOOK_RE = lazy_regex(
    r"[#*\s]{0,4}(?:dpa[ -])?[Nn]otebook\s?:?|\*?\s?The following information is not .{10,80}"
    r"|(?i:notes?\s(?:to|for)\s(?:the\s)?editors?)\s?:?"
)
NOTEBOOK = ListLimits(lines=40, length=800, stops="")
FARTHEST_NOTEBOOK = 2500
NOTEBOOK_WORDS = ("otebook", "ditor", "DITOR", "not intended")


def _notebook(text: str, start: int, end: int) -> Notice | None:
    """The notes to editors that end a story or a release: a heading and points under it."""
    low = max(start, end - FARTHEST_NOTEBOOK)
    if not holds(text, low, end, NOTEBOOK_WORDS):
        return None
    begin = list_start(text, start, end, NOTEBOOK_RE, NOTEBOOK)
    return None if begin is None else Notice(text, begin, end, kind="editor's note")


# "ON BEHALF OF THE BOARD" over a name and an office.
SIGNED_RE = lazy_regex(
    r"(?i:on\sbehalf\sof\s(?:the\s)?(?:board|company|management)\b)[^.!?\n]{0,80}"
)
SIGNED = ListLimits(lines=6, length=80, stops=".!?")


def _signed_block(text: str, start: int, end: int) -> Notice | None:
    """Who signs a release for its board."""
    low = max(start, end - 400)
    if text.find("ehalf of", low, end) < 0 and text.find("EHALF OF", low, end) < 0:
        return None
    begin = list_start(text, start, end, SIGNED_RE, SIGNED)
    return None if begin is None else Notice(text, begin, end, kind="note")


# HealthDay's last words: "More information" over "The Norland Heart Institute has more on hearts."
MORE_RE = lazy_regex(r"[Mm]ore [Ii]nformation:?")
LONGEST_MORE = 400


def _more_information(text: str, start: int, end: int) -> Notice | None:
    """Where to read more: a heading, and the sentence under it."""
    low = max(start, end - LONGEST_MORE)
    if text.find("ore ", low, end) < 0:
        return None
    begin = line_start(text, low, end)
    stop = strip_end(text, low, begin)
    head = line_start(text, low, stop)
    is_headed = low < head < begin and MORE_RE.fullmatch(text, head, stop) is not None
    return Notice(text, head, end, kind="note") if is_headed else None


LONGEST_PROFILE = 1000


def _profile(text: str, start: int, end: int) -> Notice | None:
    """To whom AP's world wire sent a story: "(PROFILE", and under it a slug, regions, languages."""
    if text[end - 1] != ")":
        return None
    at = text.rfind("(PROFILE", max(start, end - LONGEST_PROFILE), end)
    if at <= start or text.find("\n(WS SL:", at, end) < 0:
        return None
    is_shut = text.count("(", at, end) == text.count(")", at, end)
    return Notice(text, at, end, kind="transmission") if is_shut else None


# What a release says about what it says of the future: no reporter writes two of these.
OUTLOOK_RE = lazy_regex(
    r"(?i:forward[- ]looking|results\s(?:\p{L}+\s){0,3}?differ"
    r"|(?:obligation|duty|intention)\sto\s(?:\p{L}+\s){0,3}?(?:update|revise)"
    r"|private\ssecurities\slitigation|securities\s(?:exchange\s)?act\sof|known\sand\sunknown\srisks"
    r"|risks\sand\suncertainties|undue\sreliance|registration\sstatement"
    r"|an\soffer\sto\s(?:buy|sell)|solicitation\sof)"
)
FEWEST_SIGNS = 2
LONGEST_OUTLOOK = 8000
SPEECH_RE = lazy_regex(r"\b(?:said|says|told)\b")


def _outlook(text: str, start: int, end: int) -> Notice | None:
    """The paragraph of a release that ends at ``end`` and warns of what may come otherwise."""
    low = max(start, end - LONGEST_OUTLOOK)
    if text.find("ooking", low, end) < 0 and text.find("ecurities", low, end) < 0:
        return None
    begin = line_start(text, low, end)
    while begin > low and not opens_block(text, start, begin):
        begin = line_start(text, low, strip_end(text, low, begin))
    if begin <= start or text[begin].islower() or SPEECH_RE.search(text, begin, end) is not None:
        return None
    signs = {found.group().casefold() for found in OUTLOOK_RE.finditer(text, begin, end)}
    return Notice(text, begin, end, kind="disclaimer") if len(signs) >= FEWEST_SIGNS else None


# "About Fjord Lines" over what the firm says of itself, in a line or a few paragraphs.
ABOUT_RE = lazy_regex(
    r"\n[ \t]*[*_#]{0,3}\s?(?:About|ABOUT)\s(?:[Tt]he\s|THE\s)?(?P<name>\p{Lu}[^\n:(]{1,90}?)"
    r"(?:\s?\([^()\n]{2,60}\)){0,2}"
    # "About Fjord Lines Fjord Lines is a ...": the heading ran into the text.
    r"[*_]{0,3}(?::|[ \t]*(?=\n)|,?\s?(?:(?:Inc|Ltd|Corp|Co)\.?\s)?(?=(?:The\s)?(?P=name)\b))"
)
LONGEST_ABOUT = 3000
MOST_ABOUT_LINES = 5
NEAR_ABOUT = 120
NAME_WORD_RE = lazy_regex(r"[\p{L}\d][\p{L}\d'’&-]*")
SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "de", "a", "an", "at", "by", "on", "to"))
# What firms say of themselves.
SELF_RE = lazy_regex(
    r"\b(?:is|are)\s(?:an?|the|one)\b|\b(?:founded|established|headquartered|based\sin|leading|leader|provides?|provider|mission"
    r"|delivers?|offers?|operates?|makes|serves|runs|owns|manages|employs|represents|visit|NYSE|Nasdaq|NASDAQ|TSX)\b|www\.|https?://"
)


def about_before(text: str, start: int, end: int) -> Notice | None:
    r"""What a firm says of itself at the end of its release: its name stands over it and opens it.

    >>> text = "It sails.\n\nAbout Fjord Lines\nFjord Lines is a leading owner of ferries."
    >>> about_before(text, 0, len(text)).start
    11
    >>> about_before("It sails.\n\nAbout Oslo\nNobody asked the mayor.", 0, 43) is None
    True
    """
    low = max(start, end - LONGEST_ABOUT)
    if text.find("About ", low, end) < 0 and text.find("ABOUT ", low, end) < 0:
        return None
    heads = list(ABOUT_RE.finditer(text, low, end))
    if not heads:
        return None
    head = heads[-1]
    begin = skip_space(text, head.end(), end)
    if not _is_name(head["name"]) or not _tells_of(text[begin : begin + NEAR_ABOUT], head["name"]):
        return None
    lines = 0
    pos = begin
    while pos < end and lines <= MOST_ABOUT_LINES:
        lines += opens_block(text, begin, pos)
        pos = skip_space(text, line_end(text, pos, end), end)
    is_told = SPEECH_RE.search(text, begin, end) is not None
    if lines > MOST_ABOUT_LINES or is_told or SELF_RE.search(text, begin, end) is None:
        return None
    first = skip_space(text, head.start(), end)
    return Notice(text, first, end, kind="note") if first > start else None


def _is_name(words: str) -> bool:
    """Whether words are a name: all of them, but small ones, have a capital."""
    found = NAME_WORD_RE.findall(words)
    return all(not word[0].islower() or word in SMALL_WORDS for word in found)


def _tells_of(opening: str, name: str) -> bool:
    """Whether a paragraph begins with the name, or with a part of it."""
    words = [word.casefold() for word in NAME_WORD_RE.findall(name)]
    said = {word.casefold() for word in NAME_WORD_RE.findall(opening)}
    return any(word in said for word in words if word not in SMALL_WORDS)
