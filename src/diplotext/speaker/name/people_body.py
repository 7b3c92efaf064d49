"""Bodies named after the people in them: "Doctors Without Borders", "Citizens for Clean Rivers".

    PEOPLE ("Without" | "Against") RUN | PEOPLE "for" RUN | "Friends of" ["the"] RUN

"Lawyers for Ruth Okafor" and "Friends of Okafor" are people, as are "Nurses for Norland".
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.name.lead import FIRM_ENDS, is_given, is_title
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.table import ORG_WORDS, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["goes_on_to_cause", "is_without"]

CAMPAIGNERS = listed("campaigners")
PROFESSIONS = words("architects clowns engineers lawyers pharmacists reporters")
PEOPLE = CAMPAIGNERS | PROFESSIONS
WITHOUT = frozenset(["without", "against"])


def is_without(held: Sequence[str], word: str) -> bool:
    """Whether a word within a run goes on with a body's name: "Doctors" + "Without".

    >>> is_without(["Doctors"], "Without"), is_without(["Okafor"], "Against")
    (True, False)
    """
    if len(held) != 1 or word.lower() not in WITHOUT or not word[0].isupper():
        return False
    return held[0].lower() in PEOPLE


def goes_on_to_cause(first: str, gap: str, run: Sequence[str], *, opens: bool) -> bool:
    """Whether a run is the cause of the people before it: "Citizens" + "for Clean Rivers".

    ``first`` is the key of the word for the people, which ``opens`` a sentence or does not.

    >>> goes_on_to_cause("citizens", " for ", ["Clean", "Rivers"], opens=True)
    True
    >>> goes_on_to_cause("citizens", " for ", ["Ruth", "Okafor"], opens=True)
    False
    """
    if first == "friends":
        return gap == " of the " or (gap == " of " and not opens)
    if gap != " for " or first not in CAMPAIGNERS or len(run) < 2:
        return False
    keys = [key_of(word) for word in run]
    known = vocabulary()
    if is_given(keys[0]) or is_title(keys[0]) or " ".join(keys) in known.places:
        return False
    return keys[-1] not in ORG_WORDS | FIRM_ENDS
