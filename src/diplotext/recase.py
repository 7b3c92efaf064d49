"""What is of one case with ordinary capitals put in, as the stages behind the layout read it.

    words of a place or body that the lexicon knows         "UNITED STATES", "WHITE HOUSE", "FMLN"
    a title, given name or initial before a name's word     "PRESIDENT RUTH OKAFOR"
    a word that news prose has in small letters             "SAID", "TALKS", "TRAFFICKING"
    any other                                               a name: "OKAFOR"

What prose has in small letters is told by the tagger's table, which was counted on news, and for
words it does not have by their endings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from diplotext.attribution.learned.weights import load_weights
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.capitals import SHARE_CODE, SMALL, ordinary_word
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["is_of_one_case", "read_capitals", "with_usual_capitals"]

# In a group, so that a text splits at words into gaps and words in turns.
WORD_RE = re.compile(rf"({SHARE_CODE}|(?:[^\W\d_]\.){{2,}}|[^\W_]+(?:['’][^\W_]+)*)")
# What may stand between the words of a name: "JOHN F. KENNEDY", over the end of a line.
BETWEEN = frozenset((" ", "\n", ". ", ".\n", "-"))
# Gaps before which no sentence ends: nearly all.
WITHIN = (" ", "\n")
# What stands before the first word of a sentence: no stop after an initial; "[TEXT] THE ...".
OPENING_RE = re.compile(r"(?:\A|[^\W_]{2}[.!?:][\"”’'\])]*|\]|\n\s*\n)\s*[\"“‘'`(\[]*\Z")
LETTER_RE = re.compile(r"[\"“‘'`(\[]{0,3}(?P<letter>[a-z])")  # the first of a range
BACK = 12  # characters before a word that are looked at for it
DERIVED_RE = re.compile(
    r"(?:ing|[st]ion|ness|ment|ism|ist|ic|ical|able|ible|ful|less|ous|ity|ly|ed|ize|ized|ship)s?\Z"
)
PREFIX_RE = re.compile(r"\A[dlo]['’]")  # "O'NEILL"
POSSESSIVE_RE = re.compile(r"['’]s?\Z")
VOWELS = frozenset("aeiouy")
STATIONS = frozenset(["radio", "television"])
BRACKETS = ("(", "[")
SHORTEST, LONGEST = 3, 7  # letters of initials in brackets
MOST_WORDS = 4  # of a place's or a body's name
REMEMBERED, LONGEST_WORD = 20_000, 40  # how many words are remembered, of how many characters
FEWEST_SPACES = 5  # "FULL TEXT.", "11:50 a.m.": so few words are read as they are
QUOTED_RE = re.compile(r"\s*[\"“]")
HEADLINE_WORDS = 60  # of a headline whose names the story is searched for
LOOK = 40  # characters that tell at a glance that a paragraph has letters of both cases


def is_of_one_case(text: str) -> bool:
    """Whether the text is all in capitals, as old wires and monitors printed it, or has none.

    >>> is_of_one_case("THE MINISTER SAID"), is_of_one_case("the minister said")
    (True, True)
    >>> is_of_one_case("The NATO chief said"), is_of_one_case("3-2")
    (False, False)
    """
    lower = sum(map(text.count, "etaoin"))
    upper = sum(map(text.count, "ETAOIN"))
    return lower * 20 < upper or (not upper and lower > 0 and text == text.lower())


def read_capitals(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text as it is to be read; every offset stays what it was.

    A story of one case gets ordinary capitals as a whole, in another those of ``ranges``, its
    headline and paragraphs, that are.

    >>> story = "MAYOR SAYS PORT OF LIMA IS SHUT. Nobody left the port of Lima, Mayor Ruiz said."
    >>> read_capitals(story, [(0, 32), (33, 79)])
    'Mayor says port of Lima is shut. Nobody left the port of Lima, Mayor Ruiz said.'
    >>> story = "UN talks fail again"
    >>> read_capitals(story, [(0, 19)]) is story
    True
    """
    if is_of_one_case(text):
        return _with_openings(with_usual_capitals(text), ranges)
    pieces: list[str] = []
    reached = 0
    for start, end in ranges:
        look = text[start : min(end, start + LOOK)]
        if not (look.isupper() or look.islower()):
            continue
        printed = text[start:end]
        if QUOTED_RE.match(text, end) and printed[-1:].isalnum():
            continue  # "MAYOR ANN COLE, IN A LETTER" over what she said
        if printed.count(" ") >= FEWEST_SPACES and is_of_one_case(printed):
            # The first is the headline: names of the story are looked up for no other.
            names = "" if pieces else text
            pieces += text[reached:start], with_usual_capitals(printed, names)
            reached = end
    return "".join([*pieces, text[reached:]]) if pieces else text


def _with_openings(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text with a capital where a range opens: "LIMA (AP) - | THE PORT" is behind a dash."""
    pieces: list[str] = []
    reached = 0
    for start, _ in ranges:
        opening = LETTER_RE.match(text, start)
        if opening is not None:
            pieces += text[reached : opening.end() - 1], opening["letter"].upper()
            reached = opening.end()
    return "".join([*pieces, text[reached:]])


def with_usual_capitals(text: str, story: str = "") -> str:
    """The text with capitals where a desk would set them; every offset stays what it was.

    Words that ``story`` has beside each other with capitals keep them.

    >>> with_usual_capitals("PRESIDENT RUTH OKAFOR SAID THE U.S. TALKS FAILED. SHE LEFT.")
    'President Ruth Okafor said the U.S. talks failed. She left.'
    >>> with_usual_capitals("THE UNITED STATES ARMY IS TRAFFICKING IN HOPE, THE FMLN SAID.")
    'The United States army is trafficking in hope, the FMLN said.'
    >>> with_usual_capitals("KVIK GULF <KVIK> CUTS JOBS", "Kvik Gulf Inc said on Monday it cut ...")
    'Kvik Gulf <KVIK> cuts jobs'
    """
    pieces = WORD_RE.split(text)
    gaps, printed = pieces[::2], pieces[1::2]
    words = [_word_of(one) if len(one) <= LONGEST_WORD else _read_word(one) for one in printed]
    known = known_names(words) | words_of_initials(words, gaps)
    known |= words_printed_as_names(printed, story) if story else set()
    behind = ""
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        joined = behind[:1].isupper() and gaps[at + 1] in BETWEEN
        is_name = word.is_name or at in known
        is_name = is_name or (joined and (word.leads or goes_with(word.small, behind.lower())))
        behind = word.named if is_name else word.small
        opens = opens_sentence(printed[at - 1] if at else "", gaps[at])
        shown = behind[:1].upper() + behind[1:] if opens else behind
        if len(shown) == len(printed[at]):
            pieces[2 * at + 1] = shown
    return "".join(pieces)


def opens_sentence(before: str, gap: str) -> bool:
    """Whether a sentence begins behind a word, or behind none, and what stands after it."""
    if before and gap in WITHIN:
        return False
    return OPENING_RE.search(before + gap, max(0, len(before) + len(gap) - BACK)) is not None


def known_names(words: Sequence[_Word]) -> set[int]:
    """The indexes of the words of places and bodies of several words."""
    known, wires = vocabulary(), agencies()
    small = [word.bare for word in words]
    found: set[int] = set()
    for at, pair in enumerate(map(" ".join, pairwise(small))):
        if pair not in known.openings and pair not in wires.openings:
            continue  # nearly all
        for end in range(at + 2, min(at + MOST_WORDS, len(small)) + 1):
            phrase = " ".join(small[at:end])
            if phrase in known.places or phrase in known.bodies or phrase in wires.index:
                found.update(i for i in range(at, end) if i == at or small[i] not in SMALL)
    return found


def words_of_initials(words: Sequence[_Word], gaps: Sequence[str]) -> set[int]:
    """The indexes of the words whose initials follow in brackets: "HARBOUR LABOUR LEAGUE (HLL)"."""
    found: set[int] = set()
    for at, gap in enumerate(gaps[:-1]):
        if gap[-1:] not in BRACKETS or len(words[at].small) < SHORTEST:
            continue
        own: set[int] = set()
        left, before = words[at].small, at
        while left and before and len(own) < LONGEST:
            before -= 1
            word = words[before].small
            if word in SMALL and len(own) > 0:
                continue
            if word[0] != left[-1]:
                break
            own.add(before)
            left = left[:-1]
        if not left:
            found |= own
    return found


def words_printed_as_names(words: Sequence[str], story: str) -> set[int]:
    """The indexes of words that stand side by side, with capitals, in a story as well."""
    shown = list(map(ordinary_word, words[: HEADLINE_WORDS + 1]))
    found: set[int] = set()
    for at, (first, second) in enumerate(pairwise(shown)):
        if first[0].isalpha() and second[0].isalpha() and f"{first} {second}" in story:
            found |= {at, at + 1}
    return found


def goes_with(small: str, behind: str) -> bool:
    """Whether a word is of the title or the station behind it: "DEFENSE MINISTER"."""
    if small in STATIONS:
        return behind not in vocabulary().nationalities
    return f"{small} {behind}" in vocabulary().meanings


@frozen
class _Word:
    """What a word is wherever it stands: ``bare`` of its possessive, ``named`` as a name's.

    ``is_name`` tells that it has a capital, ``leads`` that before a name it is of it.
    """

    small: str
    bare: str
    named: str
    is_name: bool
    leads: bool


def _read_word(printed: str) -> _Word:
    """What the tagger's classes of words and the lexicon tell of a word."""
    if printed[0] == "<":  # a share's code
        return _Word(printed, printed, printed, is_name=True, leads=False)
    small = printed.lower()
    bare = POSSESSIVE_RE.sub("", small)
    return _Word(small, bare, name_of(printed, small), has_capital(printed, bare), leads(small))


_word_of = lru_cache(REMEMBERED)(_read_word)


def has_capital(word: str, bare: str) -> bool:
    """Whether a word has a capital wherever it stands: also a place or a people."""
    known = vocabulary()
    if "." in word or bare == "i" or bare in known.places or bare in known.nationalities:
        return True
    if len(bare) < 2 or not PREFIX_RE.sub("", bare).isalpha():
        return False
    if bare in load_weights().vocabulary.tags.classes:
        return False
    return bare in known.given or DERIVED_RE.search(bare) is None


def leads(small: str) -> bool:
    """Whether a word before a name is of it: a title, a given name, an initial."""
    known = vocabulary()
    title = small in known.titles and not small.endswith("ed")  # "ACCUSED" is a verb
    return small in known.given or title or (len(small) == 1 and small != "a")


def name_of(word: str, small: str) -> str:
    """A name's word as it is printed; initials in capitals: "U.S.", "FMLN", "NATO"."""
    known = vocabulary()
    if "." in word or (len(word) <= LONGEST and small in known.bodies):
        return word.upper()
    if small in known.titles or small in known.honorifics:
        return ordinary_word(word)  # "MR. OKAFOR"
    return word.upper() if VOWELS.isdisjoint(small) else ordinary_word(word)
