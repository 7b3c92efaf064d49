"""The name of a place, in capitals or not: "ST. PETERSBURG", "Port-au-Prince", "New york"."""

from __future__ import annotations

import regex

from diplotext.combinators import Match
from diplotext.head.day import day
from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.day import day_openers
from diplotext.lexicon.fold import fold
from diplotext.lexicon.place import place_key, places

__all__ = ["APOSTROPHE", "GAP", "LINK", "begins_day", "is_city", "read_name"]

# Between the words of a name: a space or two. A line break is none: a headline stands above.
GAP = r"[ \t\xa0]{1,2}"
APOSTROPHE = "'’‘`´ʻ"
# A word in capitals: WASHINGTON, PORT-AU-PRINCE, XI'AN, McALLEN, DeKALB, al-QAIM, ST., U.S., D.C.
CAPITALS = (
    rf"(?:(?:Mc|Mac|De|Des|Du|La|Le|Van|[{APOSTROPHE}][sS]-|[DdLlO][{APOSTROPHE}]|al-|el-)?\p{{Lu}}[\p{{Lu}}\p{{M}}]++"
    rf"(?:[{APOSTROPHE}-](?:ST\.(?=[ ]\p{{Lu}})|(?:\p{{Lu}}|[sS](?!\p{{L}})|la-|au-|de-)"
    r"[\p{Lu}\p{M}]*+))*+"
    rf"|U\.[ ]S\.|(?:\p{{Lu}}\.){{2,4}}(?:-\p{{Lu}}{{3,}})?|\p{{Lu}}(?:[{APOSTROPHE}]\p{{Lu}}+)+)"
    r"(?!\p{Ll})"
)
ABBREVIATED = r"(?:ST|STE|FT|MT|PT|St|Ste|Ft|Mt|Pt|Sto|STO|Sta|STA)\."
# A word with one capital: Frankfurt, Saint-Denis, L'Aquila, O'Fallon, St.
ORDINARY = (
    rf"(?:[{APOSTROPHE}]s-|[dlDLNO][{APOSTROPHE}]|[Aa]l-|[Ee]l-|Mc|Mac|De|La|Le)?\p{{Lu}}[\p{{Ll}}\p{{M}}]++"
    rf"(?:[{APOSTROPHE}-](?:St\.(?=[ ]\p{{Lu}})|\p{{L}}[\p{{Ll}}\p{{M}}]*+))*+(?![\p{{L}}])"
)
LINK = (
    r"(?:de|del|della|di|da|do|dos|das|du|des|es|la|las|los|le|les|el|al|am|an|der|den|im|in|ob|bei|vor"
    r"|on|of|the|upon|under|sur|sous)"
)
SAINT_RE = gated_regex(rf"{ABBREVIATED}{GAP}")
CAPITALS_RE = lazy_regex(rf"{ABBREVIATED}(?={GAP})|{CAPITALS}")
ORDINARY_RE = lazy_regex(rf"{ABBREVIATED}(?={GAP})|{ORDINARY}")
INITIALS_RE = lazy_regex(r"(?:\p{Lu}\.){2,4}")  # Washington D.C.
SHIP_RE = lazy_regex(r"(?:USS|USNS|HMS|HMAS|HMCS|HMNZS|INS)(?=[ ]\p{Lu})")
# "ABOARD A MILITARY AIRCRAFT", "WITH THE U.S. 3RD INFANTRY DIVISION".
BETWEEN_RE = lazy_regex(rf"(?:A|\d{{1,3}}(?:ST|ND|RD|TH))(?={GAP}\p{{Lu}}{{2}})")
GAP_RE = lazy_regex(GAP)
LINK_RE = lazy_regex(rf"(?:{LINK}{GAP}){{1,2}}(?=\p{{Lu}})")
PAIR_RE = lazy_regex(r"The \p{Lu}\p{Ll}+")
SMALL_WORD_RE = lazy_regex(r"\p{Ll}[\p{Ll}-]+")
NUMBER_RE = gated_regex(rf"\.?{GAP}?\d{{1,2}}(?!\d)")
MOST_WORDS = 7  # "ABOARD THE USS HARRY S. TRUMAN": longer runs of capitals are shouting
LONGEST = 60
# What opens a sentence in a place's place, and no place.
NO_PLACES = frozenset(read_table("heads_en")["no_places"])
TAGS = frozenset(read_table("heads_en")["tags"])


def is_city(printed: str) -> bool:
    """Whether the gazetteer has a town of this name.

    >>> is_city("KRAKOW"), is_city("POLAND")
    (True, False)
    """
    return place_key(printed) in places().index


def read_name(text: str, pos: int) -> tuple[int, bool] | None:
    """The end of a place's name, and whether it stands in capitals."""
    saint = SAINT_RE.match(text, pos)
    in_capitals = CAPITALS_RE.match(text, saint.end() if saint else pos) is not None
    found = (CAPITALS_RE if in_capitals else ORDINARY_RE).match(text, pos)
    if found is None or begins_day(text, pos, found.end()):
        return None
    if not in_capitals and found.group().casefold() in NO_PLACES and not _is_article(text, pos):
        return None
    end = found.end()
    for _ in range(MOST_WORDS - 1):
        gap = GAP_RE.match(text, end)
        if gap is None:
            break
        start = gap.end()
        if not in_capitals and (link := LINK_RE.match(text, start)):
            start = link.end()
        word = (CAPITALS_RE if in_capitals else ORDINARY_RE).match(text, start)
        if word is None and not in_capitals:
            word = INITIALS_RE.match(text, start) or SHIP_RE.match(text, start)
            word = word or _small_word(text, pos, start)
        if word is None and in_capitals:
            word = BETWEEN_RE.match(text, start)
        if word is None:
            break
        # "RIO DE JANEIRO, 2 March", "SANTO DOMINGO, May 5": no January, no Sunday.
        if begins_day(text, start, word.end()) and not is_city(text[pos : word.end()]):
            break
        end = word.end()
    # "THE HAGUE" and FBIS's "NO CITY" are places, "THE" and "NO" are not.
    is_bare_word = end == found.end() and found.group().casefold() in NO_PLACES
    is_bare_word = is_bare_word or (in_capitals and text[pos:end] in TAGS)  # "PRESS DIGEST"
    return (end, in_capitals) if end - pos <= LONGEST and not is_bare_word else None


def _is_article(text: str, pos: int) -> bool:
    """Whether the article belongs to the name: "The Hague"."""
    pair = PAIR_RE.match(text, pos)
    return pair is not None and is_city(pair.group())


def _small_word(text: str, pos: int, start: int) -> regex.Match[str] | None:
    """The second half of a name whose capital was forgotten: "New york"."""
    word = SMALL_WORD_RE.match(text, start)
    return word if word is not None and is_city(text[pos : word.end()]) else None


def begins_day(text: str, start: int, end: int) -> bool:
    """Whether a word is no part of a name but a month, as a rule with its day, or a weekday."""
    if fold(text[start:end]) not in day_openers() and NUMBER_RE.match(text, end) is None:
        return False
    return isinstance(day(text, start), Match)
