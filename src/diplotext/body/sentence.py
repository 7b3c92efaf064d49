"""Sentences: where they begin, given tokens and quotation marks.

A full stop ends a sentence where a capital, a digit or a quotation follows; not after a title
("Sen. Okafor") or an initial ("James B. Cunningham"), after another abbreviation only before a
word that opens sentences ("in the U.S. The"), or where a firm's is followed by a name with its verb
("the stake in Kvik Corp. Lund Bank said"). A quotation that ends in "?" or "!" goes on to its cue
clause ('"Why?" he said.').

Not handled: sentences without a final mark that run into the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplotext.lexicon.role_noun import is_person_noun

if TYPE_CHECKING:
    from diplotext.body.token import TokenTable, TokenType

__all__ = ["find_sentence_starts", "split_sentences"]

_OPEN, _CLOSE, _STOPS = 2, 3, 4


def word_set(words: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(words.split())


# Words that open a sentence after an abbreviation, where a name would go on with it. No "since": in
# Reuters of the eighties "the U.S. Since May" has its capital by a machine.
_OPENERS = word_set(
    """
    the a an he she it they we i you in on at but and this that these those his her its
    their our there if when while as for after before however mr. mrs. ms. what who how why
    then now some many yet although though both another
    """
)
# After abbreviations not in capitals, "the Harbour Corp. More such deals": Reuters of the
# eighties prints "to the U.S. To build" and "the U.K. From the current level" by the same machine.
_OTHER_OPENERS = _OPENERS | word_set(
    """
    all also among because by despite during each even every few from here instead last later like
    meanwhile more most neither one only other others several so still such three two until with
    without
    """
)
# Verbs of a cue clause after a quotation that ends in "?" or "!".
_CUE_VERBS = word_set(
    """
    said says asked told tweeted wrote added shouted yelled replied responded exclaimed
    wondered demanded cried joked quipped continued declared asks writes
    """
)
_CLOSERS = frozenset((")", "]", "’"))
# Before a figure they are of what is counted: "the No. 2 maker", "Art. 5", "Rs. 500".
_NUMBERED = word_set(
    """
    No Nos Nr Art Arts Sec Secs Vol Vols Fig Figs Ch Chap Para Paras para paras p pp Op op lat
    Tel tel Ext ext Rte Hwy Rs Re Tk Nu Ksh Kshs Sh Shs Ush Tsh Nrs Kc Dh Dhs Rp Bs est b c d r
    """
)
# Before a name or a noun they go on: "cf. Table 2", "Col. (ret.) Lund", "Md. Rafiq", "Univ. Prof."
_UNENDED = word_set(
    """
    cf viz approx ca incl ret retd Ret Retd Rtd Md Mst Sta Sto Ste Sec Secy Adv Er Tn Ir Drs Dra
    Dato Dña Dipl Km Hj Av Jl Ul Univ Dept Hosp Assn Natl Intl
    """
)
# Legal forms, behind the word before their firm's: "Saranga Pvt. | Ltd.", "Lund Bros. | Inc."
_FIRM_FORMS = word_set("Ltd. Ltd Inc. Inc Corp. Corp Co. Pty Pte Bhd LLC LLP PLC Plc KG AG GmbH")
_FIRM_STOPS = word_set("Inc. Corp. Co. Ltd.")
# Behind a firm's name these are of it: "Kvik Corp. Vice President Ana Roe said".
_OF_FIRM = word_set(
    """
    chief executive vice senior deputy acting interim global head co-head ceo cfo coo cio unit
    division
    """
)
_FINITE = word_set(
    """
    said says is are was were has have had will would could can may might must did does also shares
    rose fell
    """
)
_LONGEST_NAME = 4  # words of a name behind a firm's
_FARTHEST = 60  # tokens back in which a verb is looked for
_LIST_NUMBER = 3  # digits of "1. The court sits on Friday", at most
_FINAL = frozenset(".?!")
_ELLIPSIS = 3  # dots; the first of four is the sentence's own
_BULLETS = frozenset("@#([—-•–*●■▪")
_STAR = "*"  # before each point of a list, as the wires print them


def _opens(words: Sequence[str], types: Sequence[TokenType], after: int) -> bool:
    """Whether a word is one that opens sentences; the "A." of "A. Naqvi" is none."""
    is_initial = len(words[after]) == 1 and words[after + 1 : after + 2] == ["."]
    return types[after].lower in _OPENERS and not is_initial


def _is_initial(words: Sequence[str], types: Sequence[TokenType], stop: int) -> bool:
    """Whether a full stop stands after an initial, or between parties: "B. Cunningham", "v."."""
    letter = words[stop - 1] if stop else ""
    if letter == "v":
        return True  # "Lund v. Norland"
    if len(letter) != 1 or not letter.isupper():
        return False
    # "So did I. The" ends; "Philip I. said" does not.
    return not _opens(words, types, stop + 1) or (letter != "I" and not types[stop + 1].is_capital)


def _is_abbreviated(
    words: Sequence[str], types: Sequence[TokenType], stop: int, after: int
) -> bool:
    """Whether the full stop at ``stop`` is that of an abbreviation which goes on, or of a list."""
    word, following = words[stop - 1], words[after]
    if word in _UNENDED:
        is_state = word == "Md" and words[max(0, stop - 2)] == ","  # "in Baltimore, Md. Police"
        return not is_state and not _opens(words, types, after)
    if following[0].isdigit():
        return word in _NUMBERED
    if stop == 1 and word.isdecimal():
        return len(word) <= _LIST_NUMBER
    return following in _FIRM_FORMS and word[0].isupper()


def _is_joined(words: Sequence[str], stop: int) -> bool:
    """Whether the hyphen behind a full stop joins a word to a name: "the Peoria, Ill.-based"."""
    name, behind = words[stop - 1 : stop], words[stop + 2 : stop + 3]
    return bool(name and behind) and name[0][0].isupper() and behind[0].islower()


def _ends_sentence(
    words: Sequence[str], types: Sequence[TokenType], quotes: Sequence[int], stop: int, after: int
) -> bool:
    """Whether the mark at ``stop`` ends a sentence, the next words beginning at ``after``."""
    mark, first = words[stop], words[after][0]
    if quotes[after] == _OPEN:
        opens = True
    elif mark[0] == "…" or mark.startswith(".."):
        # "It may end Tuesday. ... Dalby fell", as sports notes part their items.
        ended = len(mark) > _ELLIPSIS or (stop > 0 and words[stop - 1] in _FINAL)
        opens = ended and first.isupper()
    elif len(mark) > 1 and mark[-1] == ".":
        opener = types[after].lower
        openers = _OPENERS if mark.isupper() else _OTHER_OPENERS
        opens = opener in openers and (first.isupper() or first.isdigit())
        opens = opens or first == _STAR
        opens = opens or (mark in _FIRM_STOPS and _is_subject(words, types, stop, after))
        # Reuters of the eighties prints "the U.S. And Japan" for "and".
        opens = opens and not (opener == "and" and mark.isupper())
    else:
        opens = first.isupper() or first.isdigit() or first in _BULLETS
        opens = opens or (first.islower() and not words[after].islower())  # "eBay"
        if words[after] == "‘":  # “‘No,’ he said. | ‘Never.’ I left.”
            opens = words[after + 1 : after + 2] != [] and words[after + 1][0].isupper()
        opens = opens and not (stop and _is_abbreviated(words, types, stop, after))
        opens = opens and not (first == "-" and _is_joined(words, stop))
    if opens and mark in "?!" and after > stop + 1:
        return all(near.lower not in _CUE_VERBS for near in types[after : after + 5])
    return opens


def _is_subject(words: Sequence[str], types: Sequence[TokenType], stop: int, after: int) -> bool:
    """Whether a name with its verb stands behind a firm's, and a verb before it.

    "Moody's downgraded Kvik Corp. Lund Bank said it was fine.", but "Kvik Corp. Lund said"
    """
    end = after
    last = min(len(words), after + _LONGEST_NAME + 1)
    while end < last and types[end].is_capital and "." not in words[end]:
        end += 1
    name = [near.lower for near in types[after:end]]
    if not name or end == last or not _is_finite(words[end]):
        return False
    if not _OF_FIRM.isdisjoint(name) or any(is_person_noun(word) for word in name):
        return False
    before = next(
        (at for at in range(stop - 1, max(0, stop - _FARTHEST), -1) if types[at].role == _STOPS), 0
    )
    return any(_is_finite(word) for word in words[before:stop])


def _is_finite(word: str) -> bool:
    return word in _FINITE or (word.islower() and word.endswith("ed"))


def _is_shouted(words: Sequence[str], types: Sequence[TokenType], at: int) -> bool:
    """Whether words in capitals begin at a token: "NEW TALKS", "A NEW START", "$3 MILLION"."""
    if types[at].is_upper:
        return True
    first = words[at]
    is_short = len(first) == 1 or first[0].isdigit()
    return is_short and any(near.is_upper for near in types[at + 1 : at + 3])


def find_sentence_starts(
    words: Sequence[str], types: Sequence[TokenType], quotes: Sequence[int]
) -> tuple[list[int], list[int], list[int]]:
    """The indexes of the tokens that open sentences, and of the full stops after initials.

    A third list has the words in capitals behind a stop, which may begin a subhead.
    """
    count = len(words)
    starts = [0] if count else []
    initials: list[int] = []
    capitals = [0] if count and _is_shouted(words, types, 0) else []
    stops = [index for index, token_type in enumerate(types) if token_type.role == _STOPS]
    resume = 0
    for stop in stops:
        if stop < resume:
            continue
        after = stop + 1
        while after < count and (quotes[after] == _CLOSE or words[after] in _CLOSERS):
            after += 1
        resume = after
        if after >= count:
            break
        if _is_shouted(words, types, after):
            capitals.append(after)
        plain = words[stop] == "." and after == stop + 1 and quotes[after] < _OPEN
        if plain and _is_initial(words, types, stop):
            initials.append(stop)
        elif _ends_sentence(words, types, quotes, stop, after):
            starts.append(after)
    if _STAR in words:
        starts = sorted({*starts, *_points(words, quotes)})
    return starts, initials, capitals


def _points(words: Sequence[str], quotes: Sequence[int]) -> list[int]:
    """The stars before the points of a list: "* Output fell 2 pct * Shares rose"; no "E*Kvik"."""
    stars = [at for at, word in enumerate(words) if word == _STAR and not quotes[at]]
    points = [at for at in stars if _is_point(words, quotes, at)]
    return points if len(points) > 1 else []


def _is_point(words: Sequence[str], quotes: Sequence[int], star: int) -> bool:
    if star + 1 >= len(words) or (star and len(words[star - 1]) == 1 and words[star - 1].isalnum()):
        return False
    following = words[star + 1][0]
    return following.isupper() or following.isdigit() or quotes[star + 1] == _OPEN


def split_sentences(table: TokenTable) -> list[tuple[int, int]]:
    """The ranges ``(start, end)`` of the sentences of a token table, without the space between.

    >>> from diplotext.body.token import tokenize
    >>> text = 'Sen. Ruth Okafor arrived at 3 p.m. on Monday. "Why not?" she said.'
    >>> [text[a:b] for a, b in split_sentences(tokenize(text, [(0, len(text))])[0])]
    ['Sen. Ruth Okafor arrived at 3 p.m. on Monday.', '"Why not?" she said.']
    """
    if not table.words:
        return []
    starts, ends = table.starts, table.ends
    firsts = table.sentence_starts
    lasts = [*(first - 1 for first in firsts[1:]), len(table.words) - 1]
    return [(starts[first], ends[last]) for first, last in zip(firsts, lasts, strict=True)]
