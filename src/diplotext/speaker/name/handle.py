"""By what a name is found in its story: its words as a whole, the first, the last, its tails.

They hang on the words alone, so they are read once for all names of the same words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from diplotext.speaker.name.name import split_suffix
from diplotext.speaker.name.named_as_body import bare_name
from diplotext.speaker.name.run import LONGEST, REMEMBERED
from diplotext.speaker.name.table import NOBILIARY
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["Handle", "handle_of"]

MOST = 6  # words that a tail may leave out


class Handle:
    """The forms of a name's words; shared, never changed.

    ``own`` are its words without "Jr." and the like, ``spoken`` is the whole with blanks for
    hyphens, ``lasts`` are the last word and a firm's last that is not dropped, ``inner`` the words
    between first and last and, with their particles, family names before another; ``tails`` are
    of several words each. ``body`` is the full name of a known body, or firm.
    """

    __slots__ = ("body", "inner", "lasts", "own", "spoken", "tails", "whole")

    def __init__(self, keys: Sequence[str]) -> None:
        """The forms of some keys."""
        own, _ = split_suffix(list(keys))
        last = len(own) - 1
        self.own = own
        self.whole = " ".join(keys)
        self.spoken = self.whole.replace("-", " ")
        self.body = body_of(keys)
        self.lasts = [own[last]]
        if self.body is not None:
            self.lasts.insert(0, bare_name(keys).split()[-1])
        # "de la Torre", of Ana de la Torre Pinto
        named = [at for at in range(1, last - 1) if own[at] in NOBILIARY]
        self.inner = [*own[1:last], *(" ".join(own[at:last]) for at in named)]
        self.tails = [" ".join(own[at:]) for at in range(1, min(last, MOST))]


def body_of(keys: Sequence[str]) -> str | None:
    """The full name of a known body, or firm, by one of its names: "FBI", "Kvik Inc"."""
    known = vocabulary()
    body = known.bodies.get(" ".join(keys))
    if body is None and len(keys) > 1 and (bare := bare_name(keys)) in known.companies:
        return known.bodies[bare]
    return body


_handle_of_keys = lru_cache(REMEMBERED)(Handle)


def handle_of(keys: Sequence[str], length: int) -> Handle:
    """The forms of a name of so many characters, by the keys of its words.

    >>> handle_of(["jean", "mbeki-diop"], 15).spoken
    'jean mbeki diop'
    >>> handle = handle_of(["ana", "de", "la", "torre", "pinto"], 21)
    >>> handle.inner[-1], handle.tails[-1]
    ('la torre', 'torre pinto')
    """
    return Handle(keys) if length > LONGEST else _handle_of_keys(tuple(keys))
