"""By what a name of several words is found in its story: the whole, the last word, its tails."""

from __future__ import annotations

from diplotext.speaker.name.name import split_suffix
from diplotext.speaker.name.named_as_body import bare_name
from diplotext.speaker.name.table import NOBILIARY
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["Handle"]

MOST = 6  # words that a tail may leave out


class Handle:
    """The forms of a name's words.

    ``own`` are its words without "Jr." and the like, ``spoken`` is the whole with blanks for
    hyphens, ``lasts`` are the last word and a firm's last that is not dropped, ``inner`` the words
    between first and last and, with their particles, family names before another; ``tails`` are
    of several words each. ``body`` is the full name of a known body, or firm.

    >>> Handle(["jean", "mbeki-diop"]).spoken
    'jean mbeki diop'
    >>> handle = Handle(["ana", "de", "la", "torre", "pinto"])
    >>> handle.inner[-1], handle.tails[-1]
    ('la torre', 'torre pinto')
    """

    __slots__ = ("body", "inner", "lasts", "own", "spoken", "tails", "whole")

    def __init__(self, keys: list[str]) -> None:
        """The forms of some keys."""
        self.whole = " ".join(keys)
        self.spoken = self.whole.replace("-", " ")
        self.body = body_of(keys, self.whole)
        own, _ = split_suffix(keys)
        last = len(own) - 1
        self.own = own
        self.lasts = own[last:]
        if self.body is not None:
            self.lasts = [bare_name(keys).split()[-1], own[last]]
        # "de la Torre", of Ana de la Torre Pinto
        named = [at for at in range(1, last - 1) if own[at] in NOBILIARY]
        self.inner = [*own[1:last], *(" ".join(own[at:last]) for at in named)]
        self.tails = [" ".join(own[at:]) for at in range(1, min(last, MOST))]


def body_of(keys: list[str], whole: str) -> str | None:
    """The full name of a known body, or firm, by one of its names: "FBI", "Kvik Inc"."""
    known = vocabulary()
    body = known.bodies.get(whole)
    if body is None and (bare := bare_name(keys)) in known.companies:
        return known.bodies[bare]
    return body
