"""What stands before a verb of saying: the source's words, and those that belong to the cue."""

from __future__ import annotations

from diplotext.attribution.auxiliary import AUXILIARY, DO
from diplotext.attribution.build import Span
from diplotext.attribution.labels import label_words
from diplotext.body.sentence import word_set
from diplotext.body.token import TokenTable
from diplotext.lexicon.role_noun import is_person_noun, role_nouns

__all__ = [
    "ADJUNCTS",
    "AUXILIARIES",
    "LONGEST_SOURCE",
    "NO_ADJUNCT",
    "NO_SOURCE",
    "apposed_before",
    "back_over",
    "head_before",
    "is_adjunct",
    "is_adverb",
    "is_main",
    "is_source",
]

LONGEST_SOURCE = 12  # in words
_BARE = 2  # words of a source without an article
# No part of a source: verbs, conjunctions, relative words.
NO_SOURCE = word_set(
    """
    that who which whose where when while as because if since but or so is are was were be been has
    have had will would can could may might must should do does did not n't to there then than what
    how why also it's according
    """
)
_PRONOUNS = word_set("he she they it we i who")
_DETERMINERS = word_set(
    "the a an his her its their our one two three four five some several many both another"
)
_TELLS_WHICH = word_set(
    "close familiar briefed involved at from in with of for"
)  # "sources | close to"
# "data from the ministry", "documents obtained by AFP"
_OF_DOCUMENTS = word_set("from by of in obtained released published seen reviewed filed provided")
# What may stand between source and verb, and belongs to the cue: "has repeatedly said".
AUXILIARIES = word_set("has have had also later then once again often further still now")
# How the words behind the cue begin when they only tell when, where and to whom.
ADJUNCTS = word_set(
    """
    on in at during after following before late early earlier monday tuesday wednesday thursday
    friday saturday sunday yesterday today tonight this last recently again later afterward
    afterwards privately to from via through
    reporters . here there as without referring quoting citing
    """
)
NO_ADJUNCT = word_set(
    """
    that who which where when while because if but is are was were be been has have had will would
    can could may might must should , : ; ( — – --
    """
)
# What stands between commas behind who speaks: "Harbour Aid, | a charity,", "an aide, | who left,"
_APPOSED = word_set("a an the one who which whose its his her their")
_RELATIVES = word_set("who which whose that")
# "The mayor, Ana Marsh, said this | yesterday in Lund."
_SAID_WHEN = word_set("yesterday today on at in when while during through after")
_FEWEST_APPOSED, _NEAR = 2, 8  # words, and those among which is the noun
_STARTS = frozenset((",", "(", '"', "”"))
_FARTHEST, _MOST_COMMAS = 40, 4  # tokens before a verb, and commas among them
# Finite verbs that stand for nothing else.
_FINITE = frozenset(f"{AUXILIARY}|{DO}".split("|"))


def back_over(table: TokenTable, cue: int, first: int) -> int:
    """Where the cue begins, auxiliaries and adverbs counted to it."""
    while cue > first and (
        table.types[cue - 1].lower in AUXILIARIES
        or (is_adverb(table.types[cue - 1].lower) and not table.types[cue - 1].is_capital)
    ):
        cue -= 1
    return cue


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb of manner by its ending: "repeatedly", not "family"."""
    return word.endswith("ly") and word not in label_words("nouns_in_ly")


def is_source(table: TokenTable, first: int, stop: int) -> bool:
    """Whether tokens begin like a source: a pronoun, a determiner, a name, a number."""
    lower = table.types[first].lower
    if lower in _PRONOUNS:
        return stop == first + 1 or table.types[first + 1].lower == "and"
    if stop - first > LONGEST_SOURCE or lower == "with":
        return False
    behind = table.types[first + 1].lower if first + 1 < len(table.types) else ""
    if lower == "this" and behind in _SAID_WHEN:
        return False
    named = table.types[first].is_capital or any(t.is_capital for t in table.types[first:stop])
    if (lower in _DETERMINERS and stop > first + 1) or named or lower.isdigit():
        return True
    if is_person_noun(lower, "plural") and behind in _TELLS_WHICH:
        return True
    if behind in _OF_DOCUMENTS and _are_documents(lower):
        return True
    if behind == "and" and _are_people(table, first):
        return True
    # "state media", "police", "official data"
    last = table.types[stop - 1].lower
    is_bare = stop - first <= _BARE
    if is_bare and (_are_documents(last) or last in label_words("source_nouns")):
        return True
    # "executives", "bank executives"
    return is_bare and is_person_noun(last, "plural") and first > 0


def apposed_before(table: TokenTable, verb: int, lowest: int) -> Span | None:
    """A source that ends in a comma before a verb, with what stands between it and the one before.

    "The port is shut, | the Harbour Board, a body of the state, | said on Monday."
    """
    words, close = table.words, verb - 1
    low = max(lowest, close - _FARTHEST)
    commas = [at for at in range(close - 1, low - 1, -1) if words[at] == ","][:_MOST_COMMAS]
    for at, opened in enumerate(commas):
        apposed = [token.lower for token in table.types[opened + 1 : close]]
        if len(apposed) < _FEWEST_APPOSED or apposed[0] not in _APPOSED:
            continue
        if _RELATIVES.isdisjoint(apposed) and is_main(table, opened + 1, close):
            return None
        first = commas[at + 1] + 1 if at + 1 < len(commas) else low
        is_who = _is_whom(table, first, opened) and _tells_who(table, opened, apposed)
        return (first, close) if is_who else None
    return None


def _tells_who(table: TokenTable, comma: int, apposed: list[str]) -> bool:
    """Whether words behind a comma say who it is: "a lawyer", no "the harbour" of a town."""
    if apposed[0] in _RELATIVES:
        return True
    near = apposed[1:_NEAR]
    if table.types[comma - 1].is_upper and table.words[comma - 2] in _STARTS:
        near = [word for word in near if not is_person_noun(word)]  # "FCOJ, a spokesman"
    return any(word in role_nouns() or word in label_words("source_nouns") for word in near)


def _is_whom(table: TokenTable, first: int, stop: int) -> bool:
    """Whether tokens are a noun phrase for somebody."""
    stop -= table.words[stop - 1][0] in "(["  # "Lund Lines ( LUND.N ), a carrier,"
    if not 0 < stop - first <= LONGEST_SOURCE or any(table.quotes[first:stop]):
        return False
    if not NO_SOURCE.isdisjoint([token.lower for token in table.types[first:stop]]):
        return False
    last = table.types[stop - 1]
    is_somebody = last.is_capital or last.lower in role_nouns()
    head = head_before(table, first, stop)
    is_somebody = is_somebody or table.types[head].lower in role_nouns()
    return is_somebody and is_source(table, first, stop)


def head_before(table: TokenTable, first: int, stop: int) -> int:
    """The last token before what tells which one it is: "a source | familiar with the talks"."""
    for at in range(first + 1, stop):
        if table.types[at].lower in _TELLS_WHICH:
            return at - 1
    return stop - 1


def _are_documents(word: str) -> bool:
    """Whether a word is a plural of documents: "data", "reports"."""
    noun = role_nouns().get(word)
    return noun is not None and noun.kind == "document" and noun.number == "plural"


def _are_people(table: TokenTable, first: int) -> bool:
    """Whether two sorts of people are joined: "police and witnesses", "doctors and nurses"."""
    both = [token.lower for token in table.types[first : first + 3 : 2]]
    return all(is_person_noun(noun, "plural") or noun == "police" for noun in both)


def is_adjunct(table: TokenTable, first: int, stop: int) -> bool:
    """Whether the rest of the sentence only tells when, where and to whom."""
    if first == stop:
        return True
    # Most sentences go on otherwise, and some have no end: the first word decides.
    if table.types[first].lower not in ADJUNCTS:
        return False
    return all(table.types[at].lower not in NO_ADJUNCT for at in range(first, stop))


def is_main(table: TokenTable, first: int, stop: int) -> bool:
    """Whether a range is a clause of its own by its words: no "Berg, a spokesman"."""
    return not _FINITE.isdisjoint([token.lower for token in table.types[first:stop]])
