"""The role of a quotation: words spoken, words held at arm's length, or the title of a work.

The Associated Press sets titles of works in the same marks as speech, and papers mark a
"so-called" thing or a nickname with them too. Nobody utters those. Decided on the quotation's own
shape and the words just before it; where neither speaks, it is speech.
"""

from __future__ import annotations

import re

from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.model import QuotationRole

__all__ = ["find_role"]

_WORD_RE = lazy_re(r"[^\W_][\w.'’-]*")
_LETTERS_RE = lazy_re(r"\w+")
_SMALL_WORDS = word_set(
    "a an and as at but by de for from in is of on or over the to up vs with la le"
)

_WORKS = (
    r"album|anthem|article|autobiography|ballad|bestseller|biography|blockbuster|blog|book|broadcast|cartoon|column"
    r"|comedy|documentary|drama|editorial|episode|essay|exhibit|exhibition|film|game|hit|memoir|movie|musical"
    r"|newscast|novel|opera|painting|paper|play|podcast|poem|program|programme|sculpture|segment|sequel|series|show"
    r"|single|sitcom|soap|song|story|studio|study|talk|thriller|tome|track|trilogy|video"
)
_TITLE_BEFORE_RE = lazy_re(
    # "the film", "her 2011 memoir,", "titled", "host of", "on CBS's", "ABC’s Sunday program"
    rf"(?:\b(?:{_WORKS})s?(?:\s(?:called|titled|entitled|named|dubbed))?,?"
    r"|\b(?:titled|entitled|headlined|hosts?(?:\sof)?|co-host(?:\sof)?|anchor\sof|moderator\sof|star\sof|author\sof|episode\sof"
    r"|cover\sof|starred\sin|role\sin|edition\sof|appear(?:s|ed|ing|ance)\son|reruns\sof|copy\sof)"
    r"|\b[A-Z]\w*['’]s?(?:\s(?:new|latest|Sunday|morning|hit|late-night|evening))?)\s+$"
)
_NAMING_RE = lazy_re(
    r"(?:\bso-called|\bknown\sas|\bnicknamed|\bdubbed|\ba\.?k\.?a\.?|\bnickname|\bmoniker|\balias|\bcode-?named?"
    r"|\bthe\sterms?|\bthe\swords?|\bself-styled|\bself-described|\bstyled)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NAME_BEFORE_RE = lazy_re(r"(?:\A|[^.?!,:;]\s|[“\"(])[A-Z][\w.’'-]+\s+$")
_NAME_AFTER_RE = lazy_re(r"\s+[A-Z][\w’'-]+")
# A subhead that ran into its paragraph: 'It is late. "NO END IN SIGHT" The port is shut.'
_BEHIND_STOP_RE = lazy_re(r"[.!?\"”’)]\s+\Z")
# A sentence with a word that begins so has someone speak in it.
_UTTERANCES = tuple(
    """
    say said tell told call write wrote tweet describ accus critici denounc slam blast mock label
    complain argu claim insist prais refer warn declar announc add ask answer repl respond promis
    pledg vow urg suggest stated states stating statement according noted notes noting explain quot
    speak spoke believ think thought deem characteri decr dismiss attack accord acknowledg admit
    concede boast lament predict propos demand comment remark letter email interview speech
    """.split()
)


def find_role(
    text: str, paragraph: tuple[int, int], outer: tuple[int, int], inner: tuple[int, int]
) -> QuotationRole:
    """The role of the quotation at ``outer``, whose content stands at ``inner``.

    >>> film = 'She starred in the film "The Long Road" and left.'
    >>> find_role(film, (0, 49), (24, 39), (25, 38))
    'title'
    >>> find_role('"The Long Road," she said, "is mine."', (0, 37), (0, 16), (1, 15))
    'speech'
    """
    content = text[inner[0] : inner[1]]
    if len(content) > 80:
        return "speech"
    if content.isupper() and _is_subhead(text, paragraph, outer):
        return "scare"
    words = _WORD_RE.findall(content)
    before = text[max(paragraph[0], outer[0] - 40) : outer[0]]
    if _is_title(text, paragraph, outer, words, before):
        return "title"
    if _is_scare(text, paragraph, outer, content, before):
        return "scare"
    return "speech"


def _is_title(
    text: str, paragraph: tuple[int, int], outer: tuple[int, int], words: list[str], before: str
) -> bool:
    """Whether the content is set in title case, the line around it is not, and a work is near."""
    if not words or not _is_title_case(words) or not _TITLE_BEFORE_RE.search(before):
        return False
    return not _is_title_case(_around(text, paragraph, outer))


def _around(text: str, paragraph: tuple[int, int], outer: tuple[int, int]) -> list[str]:
    """The words on both sides of a quotation, without the half ones at the edges."""
    low, high = max(paragraph[0], outer[0] - 60), min(paragraph[1], outer[1] + 60)
    before, after = _WORD_RE.findall(text, low, outer[0]), _WORD_RE.findall(text, outer[1], high)
    return before[low > paragraph[0] :] + after[: len(after) - (high < paragraph[1])]


def _is_subhead(text: str, paragraph: tuple[int, int], outer: tuple[int, int]) -> bool:
    """Whether words in capitals stand between two sentences of their paragraph."""
    if _BEHIND_STOP_RE.search(text, max(paragraph[0], outer[0] - 3), outer[0]) is None:
        return False
    return text[outer[1] - 2] not in ",.?!" and text[outer[1] : outer[1] + 2].strip().isupper()


def _is_title_case(words: list[str]) -> bool:
    return (
        bool(words)
        and words[0][0].isupper()
        and all(w[0].isupper() or w[0].isdigit() or w.lower() in _SMALL_WORDS for w in words)
    )


def _is_scare(
    text: str, paragraph: tuple[int, int], outer: tuple[int, int], content: str, before: str
) -> bool:
    """Whether a few words are named rather than said."""
    if content.count(" ") > 3 or content[-1:] in ("?", "!"):
        return False
    if _NAMING_RE.search(before):
        return True
    if content[-1:] in (",", ".") or not content[:1].isalpha():
        return False
    if content[0].isupper():
        # A nickname stands inside a name: Tom "Bones" Hale.
        return (
            content.count(" ") < 3
            and _NAME_BEFORE_RE.search(before) is not None
            and _NAME_AFTER_RE.match(text, outer[1]) is not None
            and not _is_title_case(_around(text, paragraph, outer))
        )
    if text[outer[0]] in "'‘" and paragraph[1] - paragraph[0] < 130:
        return False  # the single marks of a headline
    sentence = text[max(paragraph[0], outer[0] - 160) : min(paragraph[1], outer[1] + 120)]
    words = _LETTERS_RE.findall(sentence.lower())
    return not any(word.startswith(_UTTERANCES) for word in words)
