"""The labels of a record's fields: which line has one, and what it announces.

A table, ``lexicon/fields.json``, has the words; codes are those of Factiva.
"""

from __future__ import annotations

from functools import cache

import regex

from diplotext.lazy_pattern import gated_regex, lazy_regex
from diplotext.lexicon.data import read_table

__all__ = ["FARTHEST_LABEL", "label_at", "words_end"]

FARTHEST_LABEL = 1200
LABEL_RE = gated_regex(
    r"(?P<label>\p{L}[\p{L}-]{1,20}(?:\([se]s?\))?(?:[ /]\p{L}[\p{L}-]{1,14}){0,2})"
    r"[ ]?(?::(?=\s|$)|=(?!=))[ \t]*"
    r"|(?P<code>\p{Lu}{2,3})(?:\t[ \t]*|[ ]*(?=\r?\n))"
    r"|(?P<label>Body|BODY|Full[ ][Tt]ext|FULL[ ]TEXT|Abstract(?:[ ]\(summary\))?|ABSTRACT"
    r"|Headnote|ProQuest[ ]document[ ]link)[ \t]*(?=\r?\n)"
)
# Factiva's codes before a single blank: "BY ANN ROE" alone is a byline, "WC 312 words" tells.
SPACED_RE = lazy_regex(r"(?P<code>\p{Lu}{2,3})[ ]+(?=\S)")
COUNT_RE = lazy_regex(r"(?:^|\n)WC[ ]+\d[\d,]{0,6}[ ]words[ \t]*\r?\n")
LINE_RE = lazy_regex(r"[^\n\r]*")
ZONE_KINDS = frozenset(("headline", "byline", "dateline"))  # whose labels may have no capital


@cache
def kinds() -> dict[str, str]:
    """What each label announces, labels folded and codes as they are."""
    table = read_table("fields")
    labels = {word: kind for kind, words in table["labels"].items() for word in words}
    codes = {word: kind for kind, words in table["codes"].items() for word in words}
    return labels | codes | dict.fromkeys(table["continued"], "continued")


def label_at(text: str, pos: int) -> tuple[str, str, int] | None:
    """The label at ``pos``, what it announces, and where that begins."""
    found = LABEL_RE.match(text, pos)
    if found is None and (spaced := SPACED_RE.match(text, pos)) is not None:
        found = spaced if COUNT_RE.search(text, 0, FARTHEST_LABEL) is not None else None
        return _coded(found) if found is not None else None
    if found is None:
        return None
    label = found["code"] or found["label"]
    kind = kinds().get(label if found["code"] else label.casefold())
    # "The Contact:" is no label; nor is "contact: ..." in running prose.
    is_label = label[0].isupper() or kind in ZONE_KINDS
    return (found.group().rstrip(), kind, found.end()) if kind and is_label else None


def _coded(found: regex.Match[str]) -> tuple[str, str, int] | None:
    """What a code before a blank announces; no word of a headline in capitals is one."""
    kind = kinds().get(found["code"])
    return (found["code"], kind, found.end()) if kind else None


def words_end(text: str, pos: int) -> int:
    """Where the words of the line at ``pos`` end."""
    found = LINE_RE.match(text, pos)
    return pos + len(found.group().rstrip()) if found else pos
