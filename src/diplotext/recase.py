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
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from attrs import field, frozen

from diplotext.attribution.learned.weights import load_weights
from diplotext.lexicon.agency import agencies
from diplotext.lexicon.capitals import SHARE_CODE, SMALL, ordinary_word
from diplotext.speaker.name.vocabulary import Vocabulary, vocabulary

__all__ = ["is_of_one_case", "read_capitals", "with_usual_capitals"]

WORD_RE = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
# What may stand between the words of a name: "JOHN F. KENNEDY", over the end of a line.
BETWEEN = frozenset((" ", "\n", ". ", ".\n", "-"))
# What stands before the first word of a sentence: no stop after an initial; "[TEXT] THE ...".
OPENING_RE = re.compile(r"(?:\A|[^\W_]{2}[.!?:][\"”’'\])]*|\]|\n\s*\n)\s*[\"“‘'`(\[]*\Z")
BACK = 12  # characters before a word that are looked at for it
DERIVED_RE = re.compile(
    r"(?:ing|[st]ion|ness|ment|ism|ist|ic|ical|able|ible|ful|less|ous|ity|ly|ed|ize|ized|ship)s?\Z"
)
PREFIX_RE = re.compile(r"\A[dlo]['’]")  # "O'NEILL"
POSSESSIVE_RE = re.compile(r"['’]s?\Z")
VOWELS = frozenset("aeiouy")
STATIONS = frozenset(["radio", "television"])
BRACKETS = ("(", "[")
CODE_RE = re.compile(SHARE_CODE)
SHORTEST, LONGEST = 3, 7  # letters of initials in brackets
MOST_WORDS = 4  # of a place's or a body's name
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
        return with_usual_capitals(text)
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
    matches = list(WORD_RE.finditer(text))
    words = [match.group() for match in matches]
    reader = _Reader(load_weights().vocabulary.tags.classes, vocabulary())
    known = reader.known_names(words) | words_of_initials(text, matches)
    known |= words_printed_as_names(words, story) if story else set()
    coded = {at for match in CODE_RE.finditer(text) for at in range(*match.span())}
    pieces: list[str] = []
    reached, behind, start = len(text), "", len(text)
    for at in range(len(matches) - 1, -1, -1):
        word, end = words[at], matches[at].end()
        joined = behind[:1].isupper() and text[end:start] in BETWEEN
        leads = joined and (reader.leads(word) or reader.goes_with(word, behind))
        behind = reader.name(word) if leads or at in known or reader.is_name(word) else word.lower()
        start = matches[at].start()
        behind = word if start in coded else behind
        opens = OPENING_RE.search(text, max(0, start - BACK), start) is not None
        shown = behind[:1].upper() + behind[1:] if opens else behind
        pieces += text[end:reached], shown if len(shown) == len(word) else word
        reached = start
    pieces.append(text[:reached])
    return "".join(reversed(pieces))


def words_of_initials(text: str, matches: Sequence[re.Match[str]]) -> set[int]:
    """The indexes of the words whose initials follow in brackets: "HARBOUR LABOUR LEAGUE (HLL)"."""
    found: set[int] = set()
    for at, match in enumerate(matches):
        if text[match.start() - 1 : match.start()] not in BRACKETS or len(match[0]) < SHORTEST:
            continue
        own: set[int] = set()
        left, before = match[0].lower(), at
        while left and before and len(own) < LONGEST:
            before -= 1
            word = matches[before][0].lower()
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
    shown = list(map(ordinary_word, words))
    found: set[int] = set()
    for at, (first, second) in enumerate(islice(pairwise(shown), HEADLINE_WORDS)):
        if first[0].isalpha() and second[0].isalpha() and f"{first} {second}" in story:
            found |= {at, at + 1}
    return found


@frozen
class _Reader:
    """What is asked of a word: the tagger's classes of words, and the lexicon."""

    classes: Mapping[str, int] = field(repr=False)
    lexicon: Vocabulary = field(repr=False)

    def known_names(self, words: Sequence[str]) -> set[int]:
        """The indexes of the words of places and bodies of several words, and of places of one."""
        places, bodies, wires = self.lexicon.places, self.lexicon.bodies, agencies().index
        small = [POSSESSIVE_RE.sub("", word.lower()) for word in words]
        found: set[int] = set()
        for at, first in enumerate(small):
            if first in places or first in self.lexicon.nationalities:
                found.add(at)
            for end in range(at + 2, min(at + MOST_WORDS, len(small)) + 1):
                phrase = " ".join(small[at:end])
                if phrase in places or phrase in bodies or phrase in wires:
                    found.update(i for i in range(at, end) if i == at or small[i] not in SMALL)
        return found

    def leads(self, word: str) -> bool:
        """Whether a word before a name is of it: a title, a given name, an initial."""
        small = word.lower()
        known = self.lexicon
        title = small in known.titles and not small.endswith("ed")  # "ACCUSED" is a verb
        return small in known.given or title or (len(small) == 1 and small != "a")

    def goes_with(self, word: str, behind: str) -> bool:
        """Whether a word is of the title or the station behind it: "DEFENSE MINISTER"."""
        small, last = word.lower(), behind.lower()
        if small in STATIONS:
            return last not in self.lexicon.nationalities
        return f"{small} {last}" in self.lexicon.meanings

    def is_name(self, word: str) -> bool:
        """Whether a word has a capital wherever it stands."""
        small = POSSESSIVE_RE.sub("", word.lower())
        if "." in word or small == "i":
            return True
        if len(small) < 2 or not PREFIX_RE.sub("", small).isalpha() or small in self.classes:
            return False
        return small in self.lexicon.given or DERIVED_RE.search(small) is None

    def name(self, word: str) -> str:
        """A name's word as it is printed; initials in capitals: "U.S.", "FMLN", "NATO"."""
        small, known = word.lower(), self.lexicon
        if "." in word or (len(word) <= LONGEST and small in known.bodies):
            return word.upper()
        if small in known.titles or small in known.honorifics:
            return ordinary_word(word)  # "MR. OKAFOR"
        return word.upper() if VOWELS.isdisjoint(small) else ordinary_word(word)
