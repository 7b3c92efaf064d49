"""Whether the words of a name are a body's by their form: "Fruit Growers", "Cricket Australia"."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.name.table import ORG_DROPPED, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["NAME_ENDS", "bare_name", "is_branch", "is_measure", "is_named_as_body"]

# Sports whose bodies are called after them, with the country: "Cricket Australia".
SPORTS = words(
    "athletics badminton baseball basketball boxing canoe canoeing cricket cycling diving fencing"
    " football golf gymnastics handball hockey judo netball rowing rugby sailing skating skiing"
    " snowsports softball squash surfing swimming tennis triathlon volleyball"
    " weightlifting wrestling"
)
# Last words of bodies' names that are no nouns for a body, behind what is no given name: "Kvik
# Analytics", "Fruit Growers".
NAME_ENDS = listed("body_name_ends")
MEASURES = words("calculations data estimates figures forecasts i/b/e/s")
# Countries that are family names too: "Kweku England".
COUNTRY_NAMES = words("england france germany holland ireland israel jordan wales chad")


def is_named_as_body(keys: Sequence[str]) -> bool:
    """Whether a name of several words ends like a body's, or with the country it is of.

    >>> is_named_as_body(["kvik", "analytics"]), is_named_as_body(["fruit", "growers", "norway"])
    (True, True)
    >>> is_named_as_body(["kweku", "england"]), is_named_as_body(["santiago", "chile"])
    (False, False)
    """
    known, last = vocabulary(), keys[-1]
    if last in NAME_ENDS or "reuters" in keys:
        return True
    is_country = last in known.countries and last not in COUNTRY_NAMES
    return is_country and keys[0] not in known.places and keys[0] not in known.nationalities


def is_measure(keys: Sequence[str]) -> bool:
    """Whether a name is of figures by which a story measures firms: "Kvik Estimates".

    >>> is_measure(["reuters", "estimates"]), is_measure(["thomson", "reuters"])
    (True, False)
    """
    return keys[-1] in MEASURES or ("reuters" in keys[:-1] and keys[-1] not in ORG_DROPPED)


def bare_name(keys: Sequence[str]) -> str:
    """A firm's name without the words that are dropped: "jc penney", of J.C. Penney Co Inc.

    >>> bare_name(["kvik", "holm", "&", "co"]), bare_name(["kvik", "inc"])
    ('kvik holm', 'kvik')
    """
    last = len(keys)
    while last > 1 and (keys[last - 1] in ORG_DROPPED or keys[last - 1] in ("&", "and")):
        last -= 1
    return " ".join(keys[:last])


def is_branch(keys: Sequence[str]) -> bool:
    """Whether a name is of a body's branch in a country, or of a sport's body there.

    >>> is_branch(["amnesty", "international", "kenya"]), is_branch(["cricket", "australia"])
    (True, True)
    >>> is_branch(["british", "cycling"]), is_branch(["santiago", "chile"])
    (True, False)
    >>> is_branch(["air", "norway"])
    True
    """
    known = vocabulary()
    first, last = " ".join(keys[:-1]), " ".join(keys[1:])
    if keys[-1] in known.countries and first in known.bodies:
        return True
    land = last if keys[0] in SPORTS or keys[0] == "air" else first if keys[-1] in SPORTS else ""
    return land in known.countries or land in known.nationalities
