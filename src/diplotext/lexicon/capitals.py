"""Names printed in capitals, put back into ordinary ones: rules for places nobody listed."""

from __future__ import annotations

import regex

from diplotext.lazy_pattern import lazy_regex

__all__ = ["SHARE_CODE", "is_in_capitals", "restore_capitals", "transfer_capitals"]

# A share's code as Reuters of the eighties has it: "<KVK.N>", "<KVK>".
SHARE_CODE = r"<[A-Z][A-Z\d]{0,5}(?:\.[A-Z]{1,2})?>"

# Small words inside a name ("Rio de Janeiro", "Stratford-upon-Avon"); never at its beginning.
SMALL_WORDS = (
    "a al am an and at au aux bei by ca da das de degli dei del della der des di do dos du e el en"
    " et für i im in la las le les los of on op ob or sous sur the to und upon v vor y zu"
)
SMALL = frozenset(SMALL_WORDS.split())
# Capitals that are no word ("USS Nimitz", "JFK Airport").
KEPT_WORDS = "DC EU HMS II III IV JFK NATO UAE UK UN US USA USAF USNS USS"
KEPT = frozenset(KEPT_WORDS.split())
WORD_RE = lazy_regex(r"[\p{L}\p{M}\p{N}]+(?:['’ʻ][\p{L}\p{M}]+)*\.?")
INITIALS_RE = lazy_regex(r"(?:\p{L}\.){2,}")
# "McALLEN", "O'FALLON", "L'AQUILA", "N'DJAMENA"; but "SANA'A", "NUKU'ALOFA" have more before.
PREFIX_RE = lazy_regex(r"(?:(mc)(?=\p{L}{3})|(\p{L})(['’]))(\p{L})(.*)", regex.IGNORECASE)


def is_in_capitals(printed: str) -> bool:
    """Whether most letters are capitals, so that their case says nothing.

    >>> is_in_capitals("McALLEN"), is_in_capitals("Washington DC")
    (True, False)
    """
    letters = [c for c in printed if c.isalpha()]
    return len(letters) > 1 and 5 * sum(c.isupper() for c in letters) > 3 * len(letters)


def ordinary_word(word: str) -> str:
    """One word with its first letter capital, and the second after "Mc", "O'" and their kin."""
    if (parts := PREFIX_RE.fullmatch(word)) is not None:
        scottish, letter, mark, first, rest = parts.groups()
        head = "Mc" if scottish else f"{letter.upper()}{mark}"
        return f"{head}{first.upper()}{rest.lower()}"
    return word[:1].upper() + word[1:].lower()


def restore_capitals(printed: str) -> str:
    """A name in capitals with ordinary ones, by rule.

    >>> restore_capitals("PORT-AU-PRINCE"), restore_capitals("O'FALLON")
    ('Port-au-Prince', "O'Fallon")
    >>> restore_capitals("LA PAZ"), restore_capitals("ABOARD USS NIMITZ")
    ('La Paz', 'Aboard USS Nimitz')
    """
    kept = {m.start() for m in INITIALS_RE.finditer(printed)}
    pieces: list[str] = []
    pos = 0
    while (match := WORD_RE.search(printed, pos)) is not None:
        pieces.append(printed[pos : match.start()])
        start, word = match.start(), match.group()
        if start in kept and (initials := INITIALS_RE.match(printed, start)) is not None:
            word = initials.group()
            pieces.append(word)
        elif word.rstrip(".") in KEPT:
            pieces.append(word)
        elif start and word.lower() in SMALL:
            pieces.append(word.lower())
        else:
            pieces.append(ordinary_word(word))
        pos = start + len(word)
    return "".join((*pieces, printed[pos:]))


def transfer_capitals(printed: str, known: str) -> str | None:
    """The printed letters with the capitals of a known spelling; None if the letters differ.

    Accents and stops stay as printed, so nothing is added that the copy does not have.

    >>> transfer_capitals("L'AQUILA", "L’Aquila"), transfer_capitals("BOGOTA", "Bogotá")
    ("L'Aquila", 'Bogota')
    >>> transfer_capitals("KIEV", "Kyiv City") is None
    True
    """
    cases = [c.isupper() for c in known if c.isalpha()]
    if len(cases) != sum(c.isalpha() for c in printed):
        return None
    upper = iter(cases)
    return "".join((c.upper() if next(upper) else c.lower()) if c.isalpha() else c for c in printed)
