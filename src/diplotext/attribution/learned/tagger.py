"""Parts of speech by table: one look-up a token, no feature vectors.

Each word has an ambiguity class: the set of tags it can have, or a class of its own for the
commonest ambiguous words; a rare word has the class of its suffix. The tag follows from the tag
before, the class, and the class after, with shorter contexts where that triple is unknown (Cutting
et al. 1992 for the classes; the tables are counted on silver tags).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

__all__ = ["BOUNDARY", "TAGS", "TagTable", "suffix_key", "tag_key"]

# Penn Treebank tags, merged where no later stage tells them apart.
TAGS = (
    "VBD VBZ VBP MD VB VBN VBG NN NNS NNP PRP DT PRP$ JJ CD IN TO RB CC W POS RP , . : Q X".split()
)
# The class on either side of a paragraph, and the "tag" before its first token.
BOUNDARY = 1023
_FALLBACK_TAG = TAGS.index("NN")
_OPEN = -1  # stands for the tag of a class that has several


def tag_key(word: str) -> str:
    """The form under which a word's class is filed: capitals matter only at the first letter.

    >>> tag_key("May"), tag_key("may"), tag_key("10")
    ('May', 'may', '10')
    """
    straight = word.replace("’", "'")
    return straight.lower() if word[0].islower() or not word[0].isalpha() else straight


def suffix_key(word: str) -> str:
    """The shape and the last letters of a word, for words without a class of their own.

    >>> suffix_key("tariffs"), suffix_key("Belgrade"), suffix_key("1990s"), suffix_key("pro-war")
    ('xffs', 'Xade', 'd', 'x-')
    """
    first = word[0]
    if first.isupper():
        shape = "U" if len(word) > 1 and word.isupper() else "X"
    else:
        shape = "d" if first.isdigit() else "x" if first.isalpha() else first
    if "-" in word[1:]:
        return shape + "-"
    return shape + word[-3:].lower() if shape in "xX" else shape


@frozen(eq=False)
class TagTable:
    """Classes of words, and tags of classes in context.

    ``classes`` maps ``tag_key``s, ``suffixes`` maps ``suffix_key``s to classes; ``fixed`` gives
    the one tag of a class, ``_OPEN`` (-1) where it has several. Keys of the context tables are
    packed: previous tag << 20 | class << 10 | next class.
    """

    classes: Mapping[str, int] = field(repr=False)
    suffixes: Mapping[str, int] = field(repr=False)
    fixed: Sequence[int] = field(repr=False)
    likeliest: Mapping[int, int] = field(repr=False)
    after_tag: Mapping[int, int] = field(repr=False)
    between: Mapping[int, int] = field(repr=False)

    def class_of(self, word: str) -> int:
        """The ambiguity class of a token string."""
        found = self.classes.get(tag_key(word))
        if found is None:
            suffix = suffix_key(word)
            found = self.suffixes.get(suffix)
            if found is None:
                found = self.suffixes.get(suffix[0], self.suffixes["x"])
        return found

    def tag(self, classes: Sequence[int]) -> list[int]:
        """The tags, as indexes into ``TAGS``, of a paragraph's classes."""
        fixed, between, after_tag = self.fixed, self.between.get, self.after_tag.get
        tags = list(map(fixed.__getitem__, classes))
        # Most words have one tag; only the others are looked at one by one.
        find, last = tags.index, len(tags) - 1
        at = -1
        for _ in range(tags.count(_OPEN)):
            at = find(_OPEN, at + 1)
            previous = tags[at - 1] if at else BOUNDARY
            current = classes[at]
            after = classes[at + 1] if at < last else BOUNDARY
            found = between(previous << 20 | current << 10 | after)
            if found is None:
                found = after_tag(previous << 10 | current)
                if found is None:
                    found = self.likeliest.get(current, _FALLBACK_TAG)
            tags[at] = found
        return tags
