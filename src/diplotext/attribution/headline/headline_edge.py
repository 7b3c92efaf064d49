"""Edges of what is said in a headline, and sources there that are topics.

What another says is no part of it ("Rebels say they hold port | ; army denies it"), the noun of a
quoted word is ("Boss slams 'cowardly' | referee"). A topic speaks no more than "Talks" does in
"Rail Talks Break Off": "Strike: | Lecturers say they will stay". Nor does who was urged, warned or
praised: headlines tell in the present, a past participle before "to", "over" or "for" is a passive.
"""

from __future__ import annotations

from diplotext.attribution.build import Span, source_at, with_parts
from diplotext.attribution.headline.headline_verb import WORD_RE
from diplotext.attribution.labels import label_words
from diplotext.attribution.lemma import base_of
from diplotext.attribution.stance import cue_lexicon
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.role_noun import is_person_noun, role_nouns
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["is_portrait", "is_topic", "mend_headline"]

_MARKS = frozenset("\"“”‘'’")
_CLOSED_RE = lazy_re(r"\s(?P<noun>[a-z]+(?:\s[a-z]+){0,2})\Z")
_QUOTED_RE = lazy_re(r"(?<!\w)[\"“‘'`«„]\w")
# "Ruiz calls port 'a wound' | as unions warn of strike"
_MEANWHILE_RE = lazy_re(r"(?<=\w[\"”’'])\s(?:as|after|amid|while|ahead\sof)\s.*\Z")
_AFTER_NOUN = word_set(
    """
    after before over in on at as for with amid during to by from of and but again today ahead
    following against despite about since until while
    """
)
_SAYING = word_set("says said say tells told adds asks quips tweets")  # "Boss says 'sorry' | again"
_TOPIC_RE = lazy_re(r"[\w’'-]+(?:\s[\w’'-]+)?:\s+(?=\S)")
# "A mayor who loved boats", "The life of a mayor", "A guide to the games"
_PORTRAIT_RE = lazy_re(
    r"(?:An?|The)\s(?:[\w’'-]+\s){0,3}?(?:(?P<who>[a-z]+)\swho\s"
    r"|(?:guide|life|profile|history|timeline|portrait|obituary)\s(?:to|of|in|at)\s)"
)
_CRITICISED = r"\s(?:over|for|after|by|on)\s"
# "Drivers urged | to stay", "Network slammed | over pay", but "Moss asked for help"
_PASSIVES = {
    **dict.fromkeys(("urged", "ordered"), lazy_re(r"\s(?:to|for|over|by)\s")),
    **dict.fromkeys(("asked", "advised", "instructed"), lazy_re(r"\s(?:to|about|over|by)\s")),
    **dict.fromkeys(("warned", "accused"), lazy_re(r"\s(?:over|to|by|after)\s")),
    **dict.fromkeys(
        ("criticised", "criticized", "slammed", "blasted", "condemned"), lazy_re(_CRITICISED)
    ),
    **dict.fromkeys(
        ("attacked", "ridiculed", "mocked", "rebuked", "denounced"), lazy_re(_CRITICISED)
    ),
    **dict.fromkeys(("grilled", "quizzed", "questioned", "blamed"), lazy_re(_CRITICISED)),
    **dict.fromkeys(
        ("praised", "lauded", "hailed", "congratulated"), lazy_re(r"\s(?:as|for|over|on|by)\s")
    ),
    **dict.fromkeys(("named", "dubbed", "voted", "branded"), lazy_re(r"\s(?:an?\s)?[\"“‘']")),
    "expected": lazy_re(r"\sto\s"),
    "called on": lazy_re(r"\sto\s"),
}
_SHORT = 400  # characters of a story in which a name may not come again
_YEARS = tuple(f"20{year:02}" for year in range(100))  # "Boat Games 2024: ..."
_MOST_WORDS = 4  # of who speaks behind a semicolon


def mend_headline(text: str, given: Attribution, headline: Span) -> Attribution:
    """The headline's attribution with its edges put right; the same one if they are."""
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or not cue.text[0].isalpha():
        return given
    if source is not None and cue.text.lower() == "told" and _is_told(text, source, cue):
        return with_parts(given, given.content, None)
    if source is not None and _is_passive(text, source, cue, headline[1]):
        is_raised = cue.text.lower() == "expected" and given.content[0].start > cue.end
        before = (Passage(text, *source.span),) if is_raised else ()
        return with_parts(given, (*before, *given.content), None)
    if source is not None and (topic := _TOPIC_RE.match(text, *source.span)) is not None:
        start = topic.end()
        named = source_at(text, start, source.end)
        given = with_parts(given, given.content, named)
    if last.start < cue.end:
        return given
    is_saying = cue.text.lower() in _SAYING
    end = _end_of(text, last, headline[1], is_saying=is_saying)
    if cue.text.lower() in label_words("judging_verbs"):
        meanwhile = _MEANWHILE_RE.search(text, last.start, end)
        end = end if meanwhile is None else meanwhile.start()
    if end == last.end:
        return given
    content = (*given.content[:-1], Passage(text, last.start, end))
    return with_parts(given, content, given.source)


def _is_passive(text: str, source: Source, cue: Cue, end: int) -> bool:
    """Whether a headline's source is who was urged or praised: "Drivers | urged | to stay"."""
    passive = _PASSIVES.get(cue.text.lower())
    if passive is None or source.end + 1 != cue.start:
        return False
    return passive.match(text, cue.end, end) is not None


def _is_told(text: str, source: Source, cue: Cue) -> bool:
    """Whether a headline's source is who was told: "Jury told of lies", "Inquiry told: ..."."""
    is_venue = source.text.split()[-1].lower() in label_words("venues_of_hearing")
    return is_venue or text.startswith((" of ", " to "), cue.end)


def _end_of(text: str, last: Passage, end: int, *, is_saying: bool) -> int:
    """Where a content ends: before another's clause, or with the noun of its quoted word."""
    at = text.find("; ", *last.span)
    if at >= 0 and _QUOTED_RE.search(text, *last.span) is None:
        words = [word.lower() for word in WORD_RE.findall(text, at + 2, end)[1:_MOST_WORDS]]
        if any(base_of(word) != word and base_of(word) in cue_lexicon().stances for word in words):
            return at
    if not is_saying and text[last.end - 1] in _MARKS and text[last.start] in _MARKS:
        noun = _CLOSED_RE.fullmatch(text, last.end, end)
        if noun is not None and _AFTER_NOUN.isdisjoint(noun["noun"].split()):
            return noun.end()
    return last.end


def is_portrait(text: str, start: int, end: int) -> bool:
    """Whether words tell who or what somebody or something is.

    >>> is_portrait("A mayor who loved boats", 0, 23), is_portrait("A boat who sank", 0, 15)
    (True, False)
    """
    told = _PORTRAIT_RE.match(text, start, end)
    return told is not None and (told["who"] is None or is_person_noun(told["who"], "singular"))


def is_topic(text: str, given: Attribution) -> bool:
    """Whether a headline's source is its topic: "Strike: ...", "Rail Talks Break Off"."""
    cue, source = given.cue, given.source
    if cue is None or source is None:
        return False
    if cue.text in ("Talks", "TALKS"):
        return not text.startswith(("of ", "about "), given.content[0].start)
    if cue.text.endswith(":") and source.text.endswith(_YEARS):
        return True
    if cue.text.strip() != ":":
        return False
    start, end = given.content[0].span
    is_quoted = text[start] in _MARKS
    if not is_quoted and (text.startswith("?", end) or text[end - 1] == "?"):
        return True  # "Harbour Office: What is it?"
    if is_portrait(text, start, end):
        return True
    word = source.text.lower()
    *first, last = source.text.split()
    if last.lower() in role_nouns() or last.lower() in label_words("source_nouns"):
        return False
    if first and last.islower() and source.text[0].isupper():
        return True  # "Ferry fire: 'We lost it all'": no name
    if not word.isalpha() or is_quoted:
        return False
    if text.find(f" {word} ", given.end) >= 0 or text.find(f" {word},", given.end) >= 0:
        return True
    # A name comes again: "Tennis: Okoye ready".
    return len(text) > given.end + _SHORT and text.find(source.text, given.end) < 0
