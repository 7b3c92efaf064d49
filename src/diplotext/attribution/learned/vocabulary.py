"""Words as the learned stages see them: one record for each token string, made once.

A word of the vocabulary has a number of its own; any other shares the number of its suffix and
shape. All keys of the weight tables are packed from such small integers.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping

from attrs import field, frozen

from diplotext.attribution.learned.stand_in import StandIns
from diplotext.attribution.learned.tagger import TagTable, suffix_key
from diplotext.body.token import type_table

__all__ = ["FIRST_WORD", "NOTHING", "CueHistory", "Vocabulary", "WordTable", "WordType"]

# Numbers below this are suffix classes.
FIRST_WORD = 1001
NO_WORD, PLAIN_CANDIDATE, MARK_CANDIDATE = 0, 1, 2

# Marks that can be a cue: "Merkel: ...", "..." ― Novak.
MARKS: Mapping[str, int] = {":": 0, "-": 1, "--": 2, "—": 3, "―": 4, "–": 5}

# One character a token, for the chunker; words not listed have the character of their tag.
_WORD_CODES: Mapping[str, str] = {
    **dict.fromkeys(("that", "whether"), "t"),
    **dict.fromkeys(("who", "which"), "w"),
    **dict.fromkeys(("and", "or"), "a"),
    "but": "b",
    **dict.fromkeys(
        ("because", "when", "while", "after", "if", "as", "before", "since", "although", "though"),
        "s",
    ),
    "to": "T",
    "of": "o",
    "by": "y",
    ",": ",",
    ";": ":",
    ":": ":",
    **dict.fromkeys(("--", "—", "–", "-", "―", "(", ")", "_"), "-"),
    **dict.fromkeys((".", "?", "!"), "."),
}
_CLITICS = frozenset(("'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'"))
_MEMO_LIMIT = 400_000


@frozen
class CueHistory:
    """How often training saw a word in a cue, and outside quotation marks at all."""

    cues: int
    seen: int

    @property
    def rate(self) -> float:
        """The share of its occurrences that were cues."""
        return self.cues / self.seen if self.seen else 0.0

    @property
    def bucket(self) -> int:
        """1 to 14: the rate in seven steps, in two classes of evidence."""
        return 1 + min(int(self.rate * 6), 6) * 2 + (self.seen > 10)


@frozen(eq=False)
class WordType:
    """What the learned stages know of a token string.

    ``number`` is the word's or its suffix's; ``tag_class`` its class for the tagger;
    ``candidate`` 1 if it can head a cue, 2 for a dash or colon; ``code`` its character for the
    chunker, "" where the tag decides; ``cluster`` and ``fine_cluster`` are 0 for unknown words;
    ``bucket`` is 0 for words never seen in a cue; ``packed`` is cluster and number in one;
    ``is_pronoun`` and the like are left to the stages that ask.
    """

    lower: str
    number: int
    tag_class: int
    candidate: int
    code: str
    cluster: int
    fine_cluster: int
    bucket: int
    cues: int
    cue_rate: float
    is_upper: bool
    packed: int


# What stands before the first word of a paragraph and after the last.
NOTHING = WordType(
    lower="",
    number=0,
    tag_class=0,
    candidate=NO_WORD,
    code="",
    cluster=255,
    fine_cluster=0,
    bucket=15,
    cues=0,
    cue_rate=0.0,
    is_upper=False,
    packed=0,
)


@frozen(eq=False)
class Vocabulary:
    """The words training knows, with their clusters and their history as cues."""

    numbers: Mapping[str, int] = field(repr=False)
    clusters: Mapping[str, tuple[int, int]] = field(repr=False)
    histories: Mapping[str, CueHistory] = field(repr=False)
    candidates: frozenset[str] = field(repr=False)
    tags: TagTable = field(repr=False)
    stand_ins: StandIns | None = field(default=None, repr=False)

    def number_of(self, word: str, lower: str) -> int:
        """A vocabulary word's number, or that of its suffix class."""
        number = self.numbers.get(lower)
        if number is None:
            return zlib.crc32(suffix_key(word).encode("utf-8", "replace")) % (FIRST_WORD - 1) + 1
        return number

    def describe(self, word: str) -> WordType:
        """The record of a token string."""
        token_type = type_table()[word]
        lower = known = token_type.lower
        if self.stand_ins is not None:
            known = self.stand_ins.known_as(lower, self.numbers, self.candidates)
        cluster, fine_cluster = self.clusters.get(known, (0, 0))
        history = self.histories.get(known)
        bucket = history.bucket if history else 0
        if word[0].isalnum():
            candidate = PLAIN_CANDIDATE if known in self.candidates else NO_WORD
        else:
            candidate = MARK_CANDIDATE if word in MARKS else NO_WORD
        number = self.number_of(word, known)
        return WordType(
            lower=lower,
            number=number,
            tag_class=self.tags.class_of(known if word == lower else word),
            candidate=candidate,
            code=_code_of(word, lower, token_type.role),
            cluster=cluster,
            fine_cluster=fine_cluster,
            bucket=bucket,
            cues=history.cues if history else 0,
            cue_rate=history.rate if history else 0.0,
            is_upper=token_type.is_upper,
            packed=cluster << 15 | number,
        )


def _code_of(word: str, lower: str, role: int) -> str:
    if 0 < role < 4:
        return "("
    code = _WORD_CODES.get(lower)
    if code is None and role == 0 and not word[0].isalnum() and lower not in _CLITICS:
        return "-" if word[0] == "-" else "x"
    return code or ""


class WordTable(dict[str, WordType]):
    """Token string to record; each new string is described once, the size is bounded."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """An empty table over a vocabulary."""
        super().__init__()
        self.vocabulary = vocabulary

    def __missing__(self, word: str) -> WordType:
        word_type = self.vocabulary.describe(word)
        if len(self) < _MEMO_LIMIT:
            self[word] = word_type
        return word_type
