"""Attributions in headlines, which leave the verb out: "X: Y", "Y - X", "Y, X says", "Y, say X".

Which side speaks is told by its length, its words and by who speaks in the story below: a side
whose last word ends the name of a speaker of the body is the source. Topic labels ("Analysis:",
"Poll:" before a question, "The Latest:") are no sources. Headlines with a verb between source
and content ("X says Y") are left to the learned stages, save for the plain "says".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from diplotext.attribution.build import Span, build_attribution
from diplotext.attribution.headline.headline_edge import is_portrait
from diplotext.attribution.headline.headline_source import (
    OPENING,
    is_named_in_story,
    is_source,
    last_clause,
    leading_source,
    speaker_end,
    trim_stop,
    without_occasion,
)
from diplotext.attribution.headline.headline_tail import find_tail
from diplotext.attribution.headline.headline_verb import (
    MOST_WORDS,
    WORD_RE,
    find_denial,
    find_inverted,
)
from diplotext.attribution.labels import is_saying_verb, label_words
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_headline_attributions", "is_label"]

_COLON_RE = lazy_re(r"(?<=\S):\s+(?=\S)")
# "Talks to go on -minister", "Talks to go on - minister", "Talks to go on – Kremlin"
_DASH_RE = lazy_re(r"\s+(?:--?|–|—|―)\s*(?=\S)")
# "Talks to resume in May-minister", as Reuters put it before 2010
_HYPHEN_RE = lazy_re(r"(?<=[\w%])-(?=[A-Za-z]\w*(?:\s\w+){0,2}\Z)")
_PREFIXES = frozenset(
    """
    anti co counter cross de ex half inter joint large mid multi non pre post pro quasi re self semi
    sub super top ultra under vice state prime
    """.split()
)
_SAYS_HEAD_RE = lazy_re(
    r"(?P<who>[^,:;\"“‘]+?)\s+(?P<cue>says|say)\s+(?:that\s+)?(?!yes\b|no\b)(?=\S)", re.IGNORECASE
)
# "UPDATE 3-Solano says", "ANALYSIS - Port talks": the tag is no part of what is said.
_TAG_RE = lazy_re(r"(?=(?P<words>[A-Z]{4,}))[A-Z][A-Z ]{3,}(?:\s?\d{1,2})?\s?[-–—]\s?(?=\S)")
_LABEL_RE = lazy_re(r"(?:The\s)?(?P<whole>(?P<label>[\w-]+)(?:\s[\w-]+)?):\s+(?=\S)")
# The last words of papers and bodies: "NY Daily News: ...", "Judicial Watch: ..."
_ENDS_NAME = frozenset(("media", "morning", "news", "today", "us", "watch", "week", "world"))
_TELLS_OF = frozenset(("interview", "obituary", "profile"))
_LONGEST = 400  # characters; what is longer is no headline
_MARK_RE = lazy_re(r"(?<!\w)[\"“‘'`«„]\w")


def find_headline_attributions(
    text: str,
    headline: Span,
    speakers: Collection[str] = (),
    quotations: Sequence[Quotation] = (),
) -> list[Attribution]:
    """At most one attribution of the headline ``text[start:end]``.

    ``speakers`` are the last words, in small letters, of the sources named in the story.

    >>> found = find_headline_attributions("Talks go on: Marsh", (0, 18), {"marsh"})
    >>> [(a.content[0].text, a.source.text) for a in found]
    [('Talks go on', 'Marsh')]
    >>> find_headline_attributions("Analysis: the talks go on", (0, 25), {"marsh"})
    []
    >>> find_headline_attributions("Olympics: Reyes 'ready'", (0, 23), {"olympics"})
    []
    """
    start, end = headline
    if end - start > _LONGEST:
        return []
    end = start + len(text[start:end].rstrip(" \t\r\n;"))
    start = _skip_labels(text, start, end)
    for find in (
        _find_colon,
        _find_dash,
        _find_hyphen,
        find_tail,
        find_inverted,
        _find_verb,
        find_denial,
    ):
        found = find(text, start, end, speakers)
        if found is None:
            continue
        content, cue, source, evidence = found
        made = build_attribution(
            text,
            [content],
            cue=cue,
            source=source,
            reason=Reason(stage="headline", evidence=evidence),
            quotations=quotations,
            zone="headline",
        )
        if not is_label(made):
            return [made]
    return []


_Found = tuple[Span, Span, Span, str]


def _skip_labels(text: str, start: int, end: int) -> int:
    """The start behind a desk's tag or label: "UPDATE 3-", "Exclusive: "."""
    labels = label_words("headline_labels")
    tag = _TAG_RE.match(text, start, end)
    if tag is not None and tag["words"].lower() in labels:
        start = tag.end()
    label = _LABEL_RE.match(text, start, end)
    # "NORLAND-INTERVIEW: 'We were lucky'"
    if label is not None and (
        label["label"].lower().rsplit("-", 1)[-1] in labels
        or label["whole"].lower().replace(" ", "-") in labels  # "FACT CHECK: "
    ):
        start = label.end()
    return start


def is_label(attribution: Attribution) -> bool:
    """Whether a headline's attribution has a desk's label for its source: "REACTION: Leaders"."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or not cue.text.endswith(":"):
        return False
    if source.start > cue.end:  # "Candidate Profile: Ann Roe" is whom it is of
        return attribution.content[-1].text.lower().split()[-1] in _TELLS_OF
    section = source.text.lower().removeprefix("the ").rstrip(" 0123456789")
    if section in label_words("headline_sections"):
        return True
    words, labels = source.text.lower().split(), label_words("headline_labels")
    if cue.text != ":":  # "INSTANT | VIEW:", but "Berg adds:"
        noun = cue.text[:-1].lower()
        return cue.text.isupper() and noun in labels and not is_saying_verb(noun)
    if len(words) > 1:  # "FACT CHECK", "Morning Email"
        return "-".join(words) in labels or words[-1] in labels - _ENDS_NAME
    # "US: Talks go on" is the country's.
    return words[0].rsplit("-", 1)[-1] in labels and source.text != "US"


def _find_colon(text: str, start: int, end: int, speakers: Collection[str]) -> _Found | None:
    """X: Y or Y: X, by the first colon that parts a source from a content."""
    for match in _COLON_RE.finditer(text, start, end):
        at = match.start()
        right = match.end()
        left = last_clause(text, start, at)
        stop = _stop_behind(text, (start, at), left, (right, end), speakers)
        if stop > 0:
            return (
                (start, at),
                (at, at + 1),
                (right, stop if stop != end else trim_stop(text, right, end)),
                "content: source",
            )
        if text[end - 1] == "?" and text[right] not in OPENING:
            continue  # a topic: "Reyes: a minister to stay?"
        if is_portrait(text, right, end):
            continue  # "Reyes: A minister who stayed"
        source = leading_source(
            text, left, at, speakers, quoted=_MARK_RE.search(text, right, end) is not None
        )
        if source is not None:
            return (right, end), (at, at + 1), source, "source: content"
    return None


def _stop_behind(text: str, before: Span, left: int, right: Span, speakers: Collection[str]) -> int:
    """Where the source behind a colon ends; -1 if what stands there is none."""
    end = right[1]
    stop = without_occasion(text, (left, before[1]), right, speakers)
    if stop != end or text[right[0]] in OPENING:
        return stop if stop != end else -1
    if (spoken := speaker_end(text, before, right)) > 0:
        return spoken
    is_known = is_source(text, *right, speakers, trailing=True)
    return end if is_known or is_named_in_story(text, before, right) else -1


def _find_dash(text: str, start: int, end: int, speakers: Collection[str]) -> _Found | None:
    """Y - X, by the last dash; the other way round a dash is a topic's."""
    dashes = list(_DASH_RE.finditer(text, start, end))
    match = dashes[-1] if dashes else None
    if match is None or not is_source(text, match.end(), end, speakers, trailing=True):
        return None
    if len(WORD_RE.findall(text, start, match.start())) < 3:
        return None
    mark = text[match.start() : match.end()]
    at = match.start() + len(mark) - len(mark.lstrip())
    cue = (at, at + len(mark.strip()))
    return (
        (start, match.start()),
        cue,
        (match.end(), trim_stop(text, match.end(), end)),
        "content - source",
    )


def _find_hyphen(text: str, start: int, end: int, speakers: Collection[str]) -> _Found | None:
    """Y-X, where no word is written so: the story below has no such compound."""
    found = list(_HYPHEN_RE.finditer(text, start, end))
    if not found or not is_source(text, found[-1].end(), end, speakers, trailing=True):
        return None
    at = found[-1].start()
    words = WORD_RE.findall(text, start, at)
    left, (right, *rest) = text[start:at].rsplit(maxsplit=1)[-1], text[at + 1 : end].split()
    # "launches larger-screen Kindle": a name and a noun are no source.
    is_mixed = any(word[0].isupper() != right[0].isupper() for word in rest)
    if len(words) < 3 or is_mixed or "-" in left or left.lower() in _PREFIXES:
        return None
    if text.lower().find(f"{left}-{right}".lower(), end) >= 0:
        return None
    stop = trim_stop(text, at + 1, end)
    return (start, at), (at, at + 1), (at + 1, stop), "content-source"


def _find_verb(text: str, start: int, end: int, _speakers: Collection[str]) -> _Found | None:
    """X says Y, with nothing before the verb but the name of X."""
    if "say" not in text[start:end].lower():
        return None
    match = _SAYS_HEAD_RE.match(text, start, end)
    if match is None:
        return None
    words = [word.lower() for word in WORD_RE.findall(match["who"])]
    if not 0 < len(words) <= MOST_WORDS or label_words("clause_words") & set(words):
        return None
    if len(WORD_RE.findall(text, match.end(), end)) < 2:
        return None
    return (match.end(), end), match.span("cue"), match.span("who"), "source verb content"
