"""Contents that begin too late or too early behind their cue.

What stands between "said" and its clause is a part of what is said if it is neither when nor where
nor to whom: "said | under the new plan, profits would rise". A name behind whoever it belongs to is
not: "according to the family's lawyer, Scott Reed, | she was ill". Behind a clause in commas the
sentence goes on: "Berg, who feared a strike | , could see it come".
"""

from __future__ import annotations

import re
from functools import cache

from attrs import evolve

from diplotext.attribution.auxiliary import AUXILIARY, PAST
from diplotext.attribution.build import is_paired, past_blanks, with_parts
from diplotext.attribution.content.writers_words import is_writers, writers_start
from diplotext.attribution.field.day import WEEKDAY
from diplotext.attribution.field.occasion import find_occasion, message_words
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.lazy_pattern import lazy_re
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.role_noun import is_person_noun
from diplotext.model import Attribution, Cue, Passage, Source

__all__ = ["mend_content"]

_SAYING = word_set("said says say added adds stated noted")
# "said under the plan, ", but not "said on Monday, ", "said in a statement, "
_BEFORE_CLAUSE_RE = lazy_re(
    r"\s+(?:that,?\s+)?(?:under|with|from|as|if|when|while|although|though|because|apart\s+from|despite"
    r"|given|unless|once|without|among|instead\s+of|like|unlike|based\s+on|due\s+to|for|by)\s"
    r"(?:[^.,;:!?\"“”„«»()\n]|\n(?!\s*\n)){2,100},\s+\Z"
)
# "told officers he was joking | , the complaint states"
_OUTER_RE = lazy_re(
    r"(?:,|(?<=,)(?P<mark>[\"”’']+))\s+(?:(?:the|an?|his|her|its|their)\s|[A-Z])[\w\s.’'-]{1,50}?\s"
    r"(?:said|says|states|stated|reported|added|(?:(?:has|have|had)\s)?heard|(?:was|were)\stold)\Z"
)
_OUTER_ENDS = (
    "said",
    "says",
    "states",
    "stated",
    "reported",
    "added",
    "heard",
    "told",
)  # a cheap look
_DANGLING_RE = lazy_re(r",\s+(?:which|who|whose|where|and|but|or)\Z")
_DANGLING_ENDS = tuple("which who whose where and but or".split())  # a cheap look
_BUT = ("but ", "and ")
_ADVERBIAL_RE = lazy_re(
    r"(?:for\s+(?:example|instance|the\s+\w+\s+time)|as\s+(?:quoted|saying|he|she|they|it))\b"
)
_NAME_RE = lazy_re(
    r"(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|[A-Z][\w’'-]+|de|la|van|von|bin|al|y)){1,4}),\s+"
    r"(?=\w|[\"“‘'`])"
)
# "the family's lawyer", "a port official"
_ROLE_RE = lazy_re(
    r"(?:\A(?:the|an?|his|her|its|their)\s|[’']s?\s)(?:[\w-]+\s){0,3}(?P<role>[\w-]+)\Z",
    re.IGNORECASE,
)
# "accused | the mayor of | 'leaking'"
_ACCUSED_RE = lazy_re(r"\s[^\s,;:.\"“”()][^,;:\"“”()\n]{1,60}\sof\s")
# "Talking to the Star, | Berg said, "We will go."": whole sentences are quoted behind the verb.
_SETTING_RE = lazy_re(
    r"[\"“”\s]*(?:(?:While|When|After|Before|On|In|By|Upon|Since)\s)?(?:[A-Za-z]+ly\s)?"
    r"(?!Nothing|Something|Anything|Everything|During|King|Spring|Beijing)[A-Za-z][a-z]+ing\s"
)
_TO_SENTENCES_RE = lazy_re(r"[^.?!:;\"“”]{2,100}(?:[,:]\s+(?=[\"“‘'«][A-Z])|:\s+(?=[A-Z]))")
_FINITE_RE = lazy_re(rf"\b(?:{AUXILIARY})\b")
# To a medium nothing else is done: "confirmed the arrest | to Reuters".
_CONFIRMING = ("confirmed", "confirms", "denied", "denies", "disclosed", "revealed", "explained")
_QUOTE_END_RE = lazy_re(r"[.?!][\"”](?P<gap>\s+)(?=[A-Z][\w’'-]*\s)")
# `shouted "It's a disgrace" | from the gallery`: a cry ends with its mark.
_CRYING = ("shouted", "yelled", "screamed", "chanted", "cried", "bellowed", "whispered", "muttered")
_CRIED_RE = lazy_re(
    r"(?P<cry>[\"“][^\"“”]+[\"”])\s(?:from|at|in|into|through|across|as|before|while|when|outside|during|after)\s[^\"“”]+"
)
_COMMENT_RE = lazy_re(rf"(?<!\S)(?P<asked>comments?)\s(?:on\s)?{WEEKDAY}\Z")
# "who feared a strike | , could see it", "| , declined to say"
_MAIN_RE = lazy_re(
    rf",\s(?:(?:{AUXILIARY}|said|says)\s"
    rf"|(?:[a-z]{{3,}}ed|{PAST})\s(?:that|to|an?|the|its|his|her|their|it|him|them|[A-Z][\w’'-]*|[\d.,]+)\s)"
)
_MEDIUM = 40  # characters
_REACH = 120


def mend_content(text: str, given: Attribution) -> Attribution:
    """The attribution with the edges of its content put right; the same one if they are."""
    within = _within_sentences(text, given)
    within = _within_relative(text, within)
    return _without_tail(text, _with_head(text, _without_setting(text, within)))


def _within_sentences(text: str, given: Attribution) -> Attribution:
    """Without the sentence on the other side of a quotation's end.

    `said it was "not bad." | For Lund May is a good month`, `"It is over." | Berg owns a tenth,
    records show`
    """
    cue = given.cue
    if cue is None or given.zone == "headline":
        return given
    content = given.content
    for at, part in enumerate(content):
        if text.find('" ', *part.span) < 0 and text.find("” ", *part.span) < 0:
            continue
        ends = list(_QUOTE_END_RE.finditer(text, *part.span))
        if ends and part.start >= cue.end:
            cut = (*content[:at], Passage(text, part.start, ends[0].start("gap")))
            return with_parts(given, cut, given.source)
        if ends and part.end <= cue.start:
            cut = (Passage(text, ends[-1].end(), part.end), *content[at + 1 :])
            return with_parts(given, cut, given.source)
    return given


def _within_relative(text: str, given: Attribution) -> Attribution:
    """Without the main verb behind the clause of "who": "who feared a strike | , could see it"."""
    cue, source, last = given.cue, given.source, given.content[-1]
    if cue is None or source is None or source.text not in ("who", "which"):
        return given
    comma = text.find(", ", *last.span)
    if comma < cue.end or not text.endswith(", ", 0, source.start):
        return given
    is_open = not is_paired(text[last.start : comma])
    if is_open or _MAIN_RE.match(text, comma, last.end) is None:
        return given
    return _with_end(text, given, comma)


def _without_setting(text: str, given: Attribution) -> Attribution:
    """Without what somebody did while saying sentences: "Talking to the Star, | Berg said"."""
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or source is None or len(given.content) == 1 or source.end > cue.start:
        return given
    is_before = first.end < source.start and text[first.end : source.start].strip() == ","
    if not is_before or first.text.find("ing ") < 0:
        return given
    quoted = _TO_SENTENCES_RE.match(text, cue.start)
    if quoted is None or quoted.end() != given.content[1].start:
        return given
    if _SETTING_RE.match(text, *first.span) is None or _FINITE_RE.search(text, *first.span):
        return given
    return with_parts(given, given.content[1:], source)


def _without_tail(text: str, given: Attribution) -> Attribution:
    """Without what the writer says at the end of who has spoken."""
    cue, last = given.cue, given.content[-1]
    is_joined = len(given.content) > 1 and text[last.start - 1].isspace()
    is_joined = is_joined and text.startswith(_BUT, last.start)
    if is_joined and is_writers(text, last.start - 1, last.end):
        # "she said, | but gave no names"
        return with_parts(given, given.content[:-1], given.source)
    dangling = None
    if text.endswith(_DANGLING_ENDS, last.start, last.end):
        dangling = _DANGLING_RE.search(text, max(last.start, last.end - _REACH), last.end)
    if dangling is not None and dangling.start() > last.start:
        return _with_end(text, given, dangling.start())
    if cue is None or last.start < cue.end:
        return given
    if given.source is not None and not label_words("judging_verbs").isdisjoint(
        cue.text.lower().split()[-1:]
    ):
        return _without_occasion(text, given, last)
    if text.endswith("day", last.start, last.end):
        comment = _COMMENT_RE.search(text, last.start, last.end)
        if comment is not None:  # "did not return a message seeking | comment | Friday"
            return _with_end(text, given, comment.end("asked"))
    if cue.text.endswith(_CRYING) and (cried := _CRIED_RE.fullmatch(text, *last.span)):
        return _with_end(text, given, cried.end("cry"))
    if cue.text.endswith(_CONFIRMING) and (told := _medium_start(text, last)) > 0:
        return _with_end(text, given, told)
    if text.endswith(_OUTER_ENDS, last.start, last.end):
        outer = _OUTER_RE.search(text, max(last.start, last.end - _REACH), last.end)
        if outer is not None and outer.start() > last.start:
            return _with_end(text, given, outer.end("mark") if outer["mark"] else outer.start())
    start = writers_start(text, *last.span)
    # Quoted words stay whole.
    if start < 0 or any(mark in text[start : last.end] for mark in '"“”'):
        return given
    return _with_end(text, given, start)


def _medium_start(text: str, said: Passage) -> int:
    """Where the medium that it was confirmed to begins: "his death | to the BBC"; -1 without."""
    at = text.rfind(" to ", max(said.start, said.end - _MEDIUM), said.end)
    name = text[at + len(" to ") : said.end]
    return at if at > 0 and agencies().is_no_word(name) else -1


def _without_occasion(text: str, given: Attribution, last: Passage) -> Attribution:
    """Without how it was said, at the end of what somebody or something was called."""
    found = _how_re().search(text, max(last.start + 1, last.end - _REACH), last.end)
    return given if found is None else _with_end(text, given, found.start())


@cache
def _how_re() -> re.Pattern[str]:
    """How it was said, behind what is no clause: `called it "a day of shame" | in a statement`."""
    return re.compile(
        rf"\s(?:(?:in|via|during)\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s){{0,3}}?(?:{message_words()}|articles?)"
        r"|(?:at|during|in)\san?\s(?:[\w-]+\s){0,2}?(?:news|press)\s(?:conference|briefing)s?"
        r"|on\s(?:Twitter|Facebook|Instagram|Telegram|X|Truth\sSocial|Weibo|social\smedia))"
        r"(?:\s(?:to|with|on|in|at|from)\s[^,;:.\"“”]{2,60})?\Z"
    )


def _with_end(text: str, given: Attribution, end: int) -> Attribution:
    *first, last = given.content
    content = (*first, Passage(text, last.start, end))
    return with_parts(given, content, given.source)


def _with_head(text: str, given: Attribution) -> Attribution:
    cue, source, first = given.cue, given.source, given.content[0]
    if cue is None or first.start < cue.end:
        return given
    if cue.text.lower() == "according to" and source is not None:
        return _with_name(text, given, source)
    words = cue.text.lower().split()
    if words[-1:] and words[-1].startswith("accus"):
        # "was accused by the union of | lying": who accuses stands between
        is_by = source is not None and cue.end <= source.start < first.start
        is_whom = not is_by and _ACCUSED_RE.fullmatch(text, cue.end, first.start) is not None
        return _with_start(text, given, cue.end + 1) if is_whom else given
    if _SAYING.isdisjoint(words[-2:]) or text[first.start] in '"“„«`':
        return given
    if not _is_of_clause(text, given, cue, first.start):
        return given
    return _with_start(text, given, past_blanks(text, cue.end, first.start))


def _is_of_clause(text: str, given: Attribution, cue: Cue, start: int) -> bool:
    """Whether the words between cue and content are of the clause that follows."""
    if start - cue.end > _REACH or _BEFORE_CLAUSE_RE.match(text, cue.end, start) is None:
        return False
    between = text[cue.end : start].strip()
    if _ADVERBIAL_RE.match(between) or find_occasion(text, cue.end, start) is not None:
        return False
    source = given.source
    return source is None or not cue.end <= source.start < start


def _with_name(text: str, given: Attribution, source: Source) -> Attribution:
    """With the name that stands behind a source's office as a part of the source."""
    first = given.content[0]
    role = _ROLE_RE.search(source.text)
    if role is None or text[source.end : first.start].strip() != ",":
        return given
    name = _NAME_RE.match(text, first.start, first.end)
    if name is None or not is_person_noun(role["role"], "singular"):
        return given
    whole = Source(text, source.start, name.end("name"), form=source.form)
    return _with_start(text, evolve(given, source=whole), name.end())


def _with_start(text: str, given: Attribution, start: int) -> Attribution:
    first, *rest = given.content
    content = (Passage(text, start, first.end), *rest)
    return with_parts(given, content, given.source)
