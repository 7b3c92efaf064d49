"""Headlines that put the verb before the source: "Ferry possible, say engineers".

The same comma stands before a second verb of the subject's own: "Minister to quit, says he will
farm", "Union rejects offer, says deal dead". The words behind the verb tell: a source is a short
phrase with somebody who speaks for its last word. A word alone need only agree with "say" or "says"
in number ("say Soviets").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from diplotext.attribution.build import Span
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.role_noun import role_nouns
from diplotext.model import Attribution

__all__ = ["MOST_WORDS", "WORD_RE", "find_denial", "find_inverted", "is_exhibit"]

MOST_WORDS = 6
_COMMA_RE = lazy_re(r"[,?!][\"”'’]*\s+|[\"”'’],?\s+")
_VERB_RE = lazy_re(
    r"(?P<cue>says?|said|claims?|insists?|argues?|admits?|confirms?|predicts?|declares?|believes?|hints?"
    r"|(?P<finding>suggests?|finds?|reports?|reveals?)|(?P<telling>warns?|warned|asks?|asked|tells?))\s+"
    r"(?P<who>[^,:;\"“”‘]+?)"
    r"(?P<tail>;.*|\s[-–—]\s.*|\s(?:as|after|amid|ahead|before|in|at|on)\s.*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
# "Economy still growing says Fed": no comma, where one or two words end the line.
_BARE_RE = lazy_re(r"(?P<cue>says?)\s(?P<who>[^\s,:;\"“”‘]+(?:\s[^\s,:;\"“”‘]+)?)\Z")
# "Norland denies role in blast", "Berg rejects calls to quit", "Kvik confirms talks"
_DENIAL_RE = lazy_re(
    r"(?P<who>[^,:;\"“‘]+?)\s(?P<cue>den(?:y|ies|ied)|confirms"
    r"|(?:rejects?|dismiss(?:es)?)(?=\s(?:(?:new|fresh|latest)\s)?"
    r"(?:claims?|allegations?|accusations?|charges?|reports?|calls?|suggestions?|criticism|demands?|rumou?rs?)\b))"
    r"\s(?P<what>[a-z][^;:]*?)(?:\s(?:as(?!\s[\"“'‘])|after|amid|while|ahead\sof)\s.*)?\Z",
    re.DOTALL,
)
# A judge denies a motion, and a goalkeeper a goal: nobody contradicts.
_REFUSED = word_set(
    """
    bail bid motion motions request requests appeal appeals parole access entry visa visas asylum
    permission petition leave trial injunction stay bond release
    """
)
_COURTS = word_set("court courts judge judges jury panel magistrate justices tribunal")
_FEWEST_BEFORE = 3
_SAYING = word_set("say says said")
_SHOWING = word_set("show shows showed showing")
_SAID_TO_BE = word_set("that how why what where when who whether if")
_CLOSING = frozenset("\"”'’")
WORD_RE = lazy_re(r"[^\W_](?:[\w.&’'-]*[^\W_])?\.?")


def find_inverted(
    text: str, start: int, end: int, speakers: Collection[str]
) -> tuple[Span, Span, Span, str] | None:
    """Content, cue, source and evidence of "Y, says X" in ``text[start:end]``; None if it is none.

    ``speakers`` are the last words, in small letters, of the sources named in the story.

    >>> find_inverted("Ferry possible, say engineers", 0, 29, ())
    ((0, 14), (16, 19), (20, 29), 'content, verb source')
    >>> find_inverted("Minister to quit, says he will farm", 0, 35, ("minister",)) is None
    True
    """
    for comma in _COMMA_RE.finditer(text, start, end):
        match = _VERB_RE.match(text, comma.end(), end)
        if match is None or comma.start() == start:
            continue
        mark = text[comma.start() : comma.end()].rstrip()
        quoted = not _CLOSING.isdisjoint(mark)
        if match["telling"] and not quoted:
            return None  # "Bank to close, warns staff": those who are warned
        if _is_speaker(text, match, speakers, is_tailed=match["tail"] is not None):
            stop = comma.start() + len(mark.rstrip(","))
            return (start, stop), match.span("cue"), match.span("who"), "content, verb source"
        return None
    return _find_bare(text, start, end, speakers)


def find_denial(
    text: str, start: int, end: int, _speakers: Collection[str]
) -> tuple[Span, Span, Span, str] | None:
    """Content, cue, source and evidence of "X denies Y"; None if nobody contradicts.

    >>> find_denial("Norland denies role in blast", 0, 28, ())
    ((15, 28), (8, 14), (0, 7), 'source verb content')
    >>> find_denial("Judge denies bail to Norland", 0, 28, ()) is None
    True
    """
    match = _DENIAL_RE.match(text, start, end)
    if match is None:
        return None
    who = [word.lower() for word in WORD_RE.findall(match["who"])]
    if not 0 < len(who) <= MOST_WORDS or not label_words("clause_words").isdisjoint(who):
        return None
    if not _COURTS.isdisjoint(who) or not _REFUSED.isdisjoint(match["what"].split()[:2]):
        return None
    return match.span("what"), match.span("cue"), match.span("who"), "source verb content"


def _find_bare(
    text: str, start: int, end: int, speakers: Collection[str]
) -> tuple[Span, Span, Span, str] | None:
    """Content, cue, source and evidence of "Economy still growing says Fed"."""
    at = max(text.rfind(" says ", start, end), text.rfind(" say ", start, end))
    match = _BARE_RE.match(text, at + 1, end) if at > start else None
    if match is None or len(WORD_RE.findall(text, start, at)) < _FEWEST_BEFORE:
        return None
    if not _is_bare_source(text, match, speakers):
        return None
    return (start, at), match.span("cue"), match.span("who"), "content verb source"


def _is_bare_source(text: str, match: re.Match[str], speakers: Collection[str]) -> bool:
    """Whether the words that end a line behind "says" are somebody; behind "say" they are many."""
    words = match["who"].split()
    last = words[-1].lower().removeprefix("ex-")
    noun = role_nouns().get(last)
    if match["cue"] == "say":
        many = noun is not None and noun.number != "singular" and noun.kind != "document"
        return many or (words[-1][:-1].isupper() and last.endswith("s"))  # "say MPs"
    if last in speakers or last in label_words("source_nouns"):
        return True
    if noun is not None:
        return noun.number != "plural" and noun.kind != "document"
    # "Music not dead says Fatboy", and Fatboy Berg in the story
    return len(words) == 1 and _is_named_below(text, words, match.end())


def _is_speaker(
    text: str, match: re.Match[str], speakers: Collection[str], *, is_tailed: bool
) -> bool:
    words = WORD_RE.findall(match["who"])
    lower = [word.lower().rstrip(".") for word in words]
    if not 0 < len(words) <= MOST_WORDS or not label_words("clause_words").isdisjoint(lower):
        return False
    last = re.sub(r"['’]s?\Z", "", lower[-1]).removeprefix("ex-")
    # "Actress marries, reveals husband": a document or a body finds, a person is found.
    if last in speakers or last in label_words("source_nouns") or match["who"] in agencies():
        return True
    noun = role_nouns().get(last)
    if noun is not None and (noun.kind != "person" or not match["finding"]):
        return True
    if match["cue"].lower() not in _SAYING or is_tailed:
        return False
    if lower[0] in label_words("said_alone"):
        return False  # "Mayor crashes car, says sorry": that is what one says oneself
    if len(words) == 1:
        plural = last.endswith("s") and not last.endswith("ss")
        return plural if match["cue"].lower() == "say" else words[0][0].isupper()
    return _is_named_below(text, words, match.end())


def _is_named_below(text: str, words: Sequence[str], end: int) -> bool:
    """Whether the words are a name that the story has again: "says Tom Reed"."""
    return all(word[0].isupper() for word in words) and text.find(" ".join(words), end) > 0


def is_exhibit(attribution: Attribution) -> bool:
    """Whether something is shown and nothing said: "Museum shows lost painting".

    A poll, a report or a video shows that something is so; others do with "that" or "how".
    """
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or cue.text.lower() not in _SHOWING:
        return False
    said = WORD_RE.findall(attribution.content[0].text)[:1]
    if said and said[0].lower() in _SAID_TO_BE:
        return False
    nouns = (role_nouns().get(word.lower()) for word in WORD_RE.findall(source.text))
    return not any(noun is not None and noun.kind == "document" for noun in nouns)
