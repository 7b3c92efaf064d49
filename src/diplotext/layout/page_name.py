"""What a page says of itself above the headline: its ways, its parts, its site, market quotes.

    News Home » World » Ferry sails again      Latest      Watch HBTV Live      harbour-news.com

Such a line is no headline, though it is the first: under it a headline stands, or a dateline.
"""

from __future__ import annotations

from diplotext.combinators import Match
from diplotext.layout.zone import Parsers, Zones, line_end
from diplotext.lazy_pattern import holds, lazy_regex
from diplotext.lexicon.data import read_table
from diplotext.lexicon.stamp import is_stamp
from diplotext.model import Residue
from diplotext.trailer.block import skip_space
from diplotext.trailer.residue import is_residue

__all__ = ["read_page_name", "read_quote"]

LONGEST = 200
MOST_WORDS = 6  # of a label
FEWEST_WORDS = 4  # of a headline under a label
MOST_LABELS = 4  # under one another
FEWEST_JOINS = 3  # where links of a page ran together
MANY_JOINS = 6  # more than names like "YouTube" have
LONGEST_QUOTE = 100
TABLE = read_table("heads_en")
SECTIONS = frozenset(name.casefold() for name in TABLE["sections"])
LABELS = frozenset(TABLE["labels"])
WORDS = LABELS | SECTIONS | frozenset(TABLE["no_names"])
# "You are here: Home > News", "News Home » World", "- News>", "{{title}}",
# "Norsk / English / Deutsch", "Home | About | Contact".
TRAIL_MARKS = (">", "»", "|", "/", "{{", "here", "Here")
TRAIL_RE = lazy_regex(
    r">\s[^>]{2,40}\s>\s|[Yy]ou\s[Aa]re\s[Hh]ere\b|\{\{.*\}\}|(?:\p{Lu}\p{L}{2,12}\s/\s){2}"
    r"|[^<»>|]{0,60}(?:»|>>|\s>(?=\s|$)|(?<=\p{L})>$)"
    r"|[^|.]{2,40}(?:\s\|\s[^|.]{2,40}){2,}\|?$"
)
SITE_RE = lazy_regex(
    r"(?:www\.)?[\w-]{2,40}(?:\.[a-z]{2,4})?\.(?:com|org|net|info|news|tv|eu|[a-z]{2})"
)
# "Serving Harlow since 1884", "A trusted source of news since 1942"
MOTTO_RE = lazy_regex(
    r"(?i:.{0,80}\b(?:source|news|voice|serving|newspaper|independent)\b.{0,60}"
    r"\bsince\s(?:1[789]|20)\d\d)"
)
# "ID :", "Author :" with its value on the next line, or with none.
# "Case Study August 12, 2010, 5:00PM EST", "text size: T T  Your Company September 20, ..."
DATED_RE = lazy_regex(
    r"(?:text size:(?: T)+\s+)?(?:\p{Lu}\p{L}{2,14}\s){1,3}(?=\p{L}{3,9}\.?\s\d{1,2},\s\d{4},\s\d)"
)
FIELD_RE = lazy_regex(r"\p{Lu}\p{L}{1,12}\s:")
FOREIGN_RE = lazy_regex(
    r"[\p{Arabic}\p{Han}\p{Cyrillic}\p{Thai}\p{Devanagari}\p{Bengali}\p{Hebrew}]{3}"
)
EXHIBIT_RE = lazy_regex(r"(?i:exhibit|ex\.)\s?\d{1,3}(?:\.\d{1,3})?")  # of a filing with the SEC
JOIN_RE = lazy_regex(r"(?<=\p{Ll})(?=\p{Lu})")
BULLET_RE = lazy_regex(r"[•▪■●]\s+")
SITE_BEHIND_RE = lazy_regex(r"\s+[-–—|:•·»]\s+\S")
WORD_RE = lazy_regex(r"[\p{L}\d&][\p{L}\d.&'’-]*")
# "FTSE 100" over "7,895.85" over "+18.80 (+0.24%)"
QUOTE_RE = lazy_regex(
    r"[^\n\d][^\n]{1,30}\n\s*[\d,]+\.\d{1,4}[ \t]*\n\s*[+-][\d,.]+\s?\([+-][\d.]+%\)"
    r"(?=[ \t]*(?:\n|$))"
)


def read_page_name(text: str, pos: int, parsers: Parsers, zones: Zones) -> int | None:
    """Reads a line of a page's own above the headline; its end."""
    end = line_end(text, pos)
    if end - pos > LONGEST or not text[end:].strip():
        return None
    is_own = _is_way(text, pos, end) or (
        _is_label(text[pos:end]) and _is_over_story(text, end, parsers, MOST_LABELS)
    )
    if not is_own or isinstance(parsers.byline(text, pos), Match):
        return None  # "By The Associated Press" over a dateline is no label
    zones.residue.append(Residue(text, pos, end))
    return end


def read_quote(text: str, pos: int, zones: Zones) -> int | None:
    """Reads a market quote of three lines, as pages of markets have a dozen above the story."""
    is_near = text.find("%)", pos, pos + LONGEST_QUOTE) >= 0
    quote = QUOTE_RE.match(text, pos) if is_near else None
    if quote is None:
        return None
    zones.residue.append(Residue(text, pos, quote.end()))
    return quote.end()


def _is_way(text: str, pos: int, end: int) -> bool:
    """Whether a line is a way through a site, a site, a motto, or links run together."""
    line = text[pos:end]
    # Most lines have none of the marks that the patterns need.
    if holds(text, pos, end, TRAIL_MARKS) and TRAIL_RE.match(line) is not None:
        return True
    if "." in line and SITE_RE.fullmatch(line) is not None:
        return True
    if "since " in line.lower() and MOTTO_RE.fullmatch(line) is not None:
        return True
    if line.endswith(" :") and FIELD_RE.fullmatch(line) is not None:
        return True
    if not line.isascii() and FOREIGN_RE.search(line) is not None:
        return True
    return _has_title_below(text, end, line) or _is_glued(line)


def _has_title_below(text: str, end: int, line: str) -> bool:
    """Whether a line has the title under it as well: "HomeNationalFerry sails again".

    That is the next line that is no page's own: "Advertisement", "Supported by" come before it.
    """
    above: list[str] = []
    for left in reversed(range(MOST_LABELS)):
        below = skip_space(text, end)
        end = line_end(text, below)
        title = text[below:end]
        is_fitting = _is_title_of(line, title) and (left == 0 or not is_residue(title))
        if is_fitting and all(map(is_residue, above)):
            return True
        above.append(title)
    return False


def _is_title_of(line: str, title: str) -> bool:
    """Whether a line ends with a headline, or has the site behind it: "Ferry sails - Harbour"."""
    if len(line) <= len(title) + 3 or title.count(" ") < FEWEST_WORDS - 1:
        return False
    is_behind = line.startswith(title) and SITE_BEHIND_RE.match(line, len(title)) is not None
    return is_behind or line.endswith(title)


def _is_glued(line: str) -> bool:
    """Whether links of a page ran together: "NewsSportBusiness", no "YouTube and TikTok to ..."."""
    joins = JOIN_RE.split(line)
    if len(joins) < 2:
        return False
    parts = [word.casefold() for part in joins for word in WORD_RE.findall(part)]
    known = sum(part in LABELS or part in SECTIONS for part in parts)
    is_list = len(joins) > FEWEST_JOINS or len(parts) - known < 2
    return (known > 1 and is_list) or (known > 0 and len(joins) > MANY_JOINS)


def _is_label(line: str) -> bool:
    """Whether words that name parts of pages fill the line, with one name or a stamp at most."""
    if line[-1] in ".!?,;" or '"' in line:
        return False
    bare = line.removeprefix("- ")
    words = WORD_RE.findall(bare)
    if not words:
        return False
    if EXHIBIT_RE.fullmatch(line) is not None or (bare != line and bare.casefold() in SECTIONS):
        return True
    dated = DATED_RE.match(line)
    if dated is not None:
        return is_stamp(line[dated.end() :], alone=False)
    folded = [word.casefold() for word in words]
    first = next((n for n, word in enumerate(folded) if word not in WORDS), len(words))
    if first > 0 and any(c.isdigit() for c in line):
        start = line.find(words[first]) if first < len(words) else len(line)
        return folded[0] in LABELS and is_stamp(line[start:])
    others = [word for word, known in zip(words, folded, strict=True) if known not in WORDS]
    if len(words) > MOST_WORDS or len(others) > 1 or not LABELS.intersection(folded):
        return False
    return all(word[0].isupper() for word in others)


def _is_over_story(text: str, end: int, parsers: Parsers, depth: int) -> bool:
    """Whether a headline stands under the line that ends at ``end``, or a dateline."""
    below = skip_space(text, end)
    stop = line_end(text, below)
    line = text[below:stop]
    if not line:
        return False
    bullet = BULLET_RE.match(text, below)
    below = bullet.end() if bullet is not None else below
    is_short = line.count(" ") < FEWEST_WORDS - 1 and line[-1].isalpha()
    if depth > 1 and (is_short or is_residue(line) or _is_label(line)):
        return _is_over_story(text, stop, parsers, depth - 1)
    found = parsers.dateline(text, below)
    if isinstance(found, Match):
        return bool(found.value.places)
    title = parsers.headline(text, below)
    return (
        isinstance(title, Match)
        and title.value.text[-1] not in ".:"
        and title.value.text.count(" ") >= FEWEST_WORDS - 1
    )
