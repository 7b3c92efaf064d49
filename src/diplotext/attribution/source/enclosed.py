"""Sources of a name and what it is, of which what is said took the first part.

    The damage was heavy, | the Harbour Union (HU) said
    The damage was heavy, | Ana Ruiz, director of planning at the port said
    The damage was heavy, | Ana Ruiz, 43, a farmer from Lima, said
    The damage was heavy, | Norland's envoy to Peru, Ana Ruiz, said

Letters and a role without an article can be nothing else. Before any other part the comma before
the cue has to close what a comma has opened: without it, as in "He met the farmer, Ana Ruiz, the
mayor said", the name is another's.
"""

from __future__ import annotations

import re

from diplotext.attribution.source.person_part import are_one
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Cue, Passage, Source

__all__ = ["with_name_before"]

# "..., the Harbour Union (HU) said", where only the letters were taken for who said it
_LETTERS_RE = lazy_re(r"\([A-Z]{2,8}\)")
_NAMED_RE = lazy_re(
    r",\s+(?P<name>(?:[A-Z][\w’'-]+(?:\s[A-Z][\w.’'-]*){1,3},\s+(?=[A-Z][a-z]+\sof\s))?(?:the\s)?[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|of|for|and|the|on)){1,8})\s*\Z"
)
_REACH = 80
# "..., Ana Ruiz, | director of planning at the port said": the name was taken for what is said.
_NAME_BEFORE_RE = lazy_re(
    r",\s+(?P<name>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|la|van|von|bin|al)){1,4}),\s*\Z"
)
_TAIL_RE = lazy_re(r"(?P<before>.*\w\W?),\s(?P<phrase>[^,;:“”\"]{2,90})\Z", re.DOTALL)
_FEWEST = 3  # words that are said


def with_name_before(
    text: str, content: tuple[Passage, ...], source: Source | None, cue: Cue | None
) -> tuple[tuple[Passage, ...], Source | None]:
    """What is said and its source, with the first part of the source where it belongs.

    >>> text = "The rain was loud, Ana Ruiz, 43, a farmer from Lima, said."
    >>> content, source = (Passage(text, 0, 27),), Source(text, 29, 51, form="nominal")
    >>> content, source = with_name_before(text, content, source, Cue(text, 53, 57, lemma="say"))
    >>> content[0].text, source.text
    ('The rain was loud', 'Ana Ruiz, 43, a farmer from Lima')
    """
    last = content[-1]
    if source is None or last.end > source.start:
        return content, source
    parted = _before_role(text, last, source)
    if parted is None and cue is not None and last.end < source.start < cue.start:
        parted = _between_commas(text, last, source)
    if parted is None:
        return content, source
    end, start = parted
    content = (*content[:-1], Passage(text, last.start, end))
    return content, Source(text, start, source.end, form=source.form)


def _before_role(text: str, last: Passage, source: Source) -> tuple[int, int] | None:
    """Where the content ends and the source begins: before a name that has letters or a role."""
    is_letters = text[source.start] == "(" and _LETTERS_RE.fullmatch(text, *source.span)
    if not is_letters and not _is_role(source.text):
        return None
    low = max(last.start, source.start - _REACH)
    pattern = _NAMED_RE if is_letters else _NAME_BEFORE_RE
    name = pattern.search(text, low, source.start)
    if name is None or name.start() <= last.start:
        return None
    return name.start(), name.start("name")


def _is_role(source: str) -> bool:
    """Whether a source begins with a role that has no article: "director of the port"."""
    words = source.split()
    first = next((at for at, word in enumerate(words) if word in ("of", "for", "at")), 0)
    return first > 0 and words[0][0].islower() and words[first - 1].lower() in role_nouns()


def _between_commas(text: str, last: Passage, source: Source) -> tuple[int, int] | None:
    """The same of a name and what it is in either order, closed by a comma or a bracket."""
    in_brackets = text[source.start] == "("
    if not in_brackets and source.start - last.end > _FEWEST:
        return _in_gap(text, last, source)
    if text[last.end : source.start] != (" " if in_brackets else ", "):
        return None
    if not in_brackets and text[source.end : source.end + 1] != ",":
        return None
    tail = _TAIL_RE.match(text, last.start, last.end)
    if tail is None or len(tail["before"].split()) < _FEWEST:
        return None
    if not (are_one(tail["phrase"], source.text) or are_one(source.text, tail["phrase"])):
        return None
    return tail.end("before"), tail.start("phrase")


def _in_gap(text: str, last: Passage, source: Source) -> tuple[int, int] | None:
    """The same of a name that was taken for neither: "heavy, K. V. Rao, | 43, said"."""
    gap = text[last.end : min(source.start, last.end + _REACH)]
    if gap[:2] != ", " or gap[-2:] != ", " or text[source.end : source.end + 1] != ",":
        return None
    return (last.end, last.end + 2) if are_one(gap[2:-2], source.text) else None
