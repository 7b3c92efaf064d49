"""Labels of lines that are taken for speakers: a charge sheet's names, a town over its story.

    Ann Roe: Theft of a boat, held in jail in lieu of bond.
    LINDI: It is late, but the market is open.

    10.05am: 'We will open,' the minister tells reporters.
    CLAIM: The port was sold to a bank.         Dear Ann: We are sorry.
    March: The bank left its rate alone.

Speech behind a label without marks is a clause; a label in capitals is told by ``transcript``.
"""

from __future__ import annotations

import re
from itertools import islice

from diplotext.attribution.auxiliary import AUXILIARY, DO
from diplotext.attribution.field.day import MONTH
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Cue

__all__ = ["is_label_line", "is_stamp"]

_OPENS_QUOTE = frozenset("\"“”'‘`«")
_CLAUSE_RE = lazy_re(
    rf"(?:\b(?:{AUXILIARY}|{DO}|am"
    r"|i|we|you|he|she|it|they|there|let|no|yes)\b|[’'](?:s|re|ve|ll|d|m|t)\b|[!?])"
)
_CAPITALS_RE = lazy_re(r"^[A-Z][A-Z .’'-]{1,40}:", re.MULTILINE)
_TURNS = 2
_BEFORE = 4  # characters of a bullet, "* STOCKS: Shares were flat."
# The hour of a live page, or what a fact check calls its parts.
_STAMP_RE = lazy_re(
    r"(?:\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|\d{4}(?=\s?[A-Zh]))(?:\s?(?:hrs|h))?"
    r"(?:\s(?:GMT|UTC|[BCEIPM]S?T|[BCEMP]DT))?",
    re.IGNORECASE,
)
# Whom a letter is to, the month or the day of an entry; "June: We left." is somebody's.
_ENTRY_RE = lazy_re(
    rf"Dear\s.{{1,60}}|(?:{MONTH}\s\d{{1,2}}(?:,?\s\d{{4}})?|(?:{MONTH}\s)?\d{{4}}"
    r"|(?:Jan|Febr)uary|March|July|(?:Sept|Nov|Dec)ember|October)"
)
_CHECK_RE = lazy_re(
    r"(?i:(?:the\s|our\s|[\w.]+[’']s\s)?(?:claims?|verdict|assessment|ratings?|facts?|conclusion|false|true|misleading|fact\scheck))"
)


def is_stamp(given: Attribution) -> bool:
    """Whether an hour or a fact check's label was taken for who speaks.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> line = "10.05am: We will open, the minister tells them."
    >>> said = build_attribution(line, [(9, 21)], cue=(7, 8), source=(0, 7),
    ...                          reason=Reason(stage="learned", evidence=":"))
    >>> is_stamp(said)
    True
    """
    source = given.source
    if source is None:
        return False
    if given.document[source.start].isdigit():
        return _STAMP_RE.fullmatch(source.text) is not None
    if given.cue is None or given.cue.text != ":" or not source.text[0].isupper():
        return False
    return any(label.fullmatch(source.text) for label in (_CHECK_RE, _ENTRY_RE))


def is_label_line(given: Attribution, cue: Cue) -> bool:
    """Whether a colon parts a label of a line from what it lists.

    >>> from diplotext.attribution.build import build_attribution
    >>> from diplotext.model import Reason
    >>> line = "Ann Roe: Theft of a boat, held in jail."
    >>> said = build_attribution(line, [(9, 38)], cue=(7, 8), source=(0, 7),
    ...                          reason=Reason(stage="learned", evidence=":"))
    >>> is_label_line(said, said.cue)
    True
    """
    source, first = given.source, given.content[0]
    if source is None or given.zone != "body":
        return False
    text = given.document
    before = text[max(0, source.start - _BEFORE) : source.start].rstrip(" *•-")
    opens = not before or before[-1] == "\n"
    if not opens or cue.start > source.end + 1 or first.start < cue.end:
        return False
    if text[first.start] in _OPENS_QUOTE:
        return False
    if _CLAUSE_RE.search(text[first.start : first.end + 1].lower()) is None:
        return True
    # Two of them may take turns; a story of many is not read to its end for each.
    return source.text.isupper() and len([*islice(_CAPITALS_RE.finditer(text), _TURNS)]) < _TURNS
