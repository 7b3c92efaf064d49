"""Names in a source that are offices: "The Governor of Lagos State, Mr Femi Bello"."""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.speaker.name.lead import is_title
from diplotext.speaker.name.mention import Name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_role
from diplotext.speaker.name.opening import RANK_LETTERS
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["OFFICES", "is_office", "is_owned", "office_holder", "office_of_two", "without_office"]

# Offices of two words that a "deputy" may stand before, read as a title then.
OFFICES = ("prime minister", "attorney general", "chief minister", "vice president")


def without_office(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """The names but a first that is an office only, which another one follows.

    "President and chief executive Ada Obi", "Kvik Chairman and Chief Executive Ada Obi"
    """
    first, second, *_ = names
    gap = text[first.end : second.outer]
    keys = first.keys
    if not gap.startswith(" and "):
        return names
    office = len(keys) > 1 and is_title(keys[0]) and keys[1] in ("of", "for")
    if not first.lead and (office or all(map(is_title, keys))):
        return names[1:] if gap != " and " or second.lead else names
    # "and founder | Ada Obi", "and Deputy Prime Minister | Ada Obi"
    titled = second.lead or (gap != " and " and is_role(key_of(gap.split()[-1])))
    is_post = not first.lead and is_role(keys[-1])
    return names[1:] if is_post and titled and second.kind == "person" else names


def is_owned(text: str, start: int, name: Name) -> bool:
    """Whether a "name" is what somebody has: "The King's Swan Marker", no name that is known."""
    before = text[start : name.outer]
    return name.kind == "unknown" and not name.lead and before.endswith(("'s ", "’s "))


def is_office(text: str, name: Name) -> bool:
    """Whether a "name" is that of an office: "The Governor of Lagos State, Mr Femi Bello"."""
    if name.words[-1] in RANK_LETTERS and text.startswith(" (", name.end):
        return True  # "DSP (Traffic) Femi Bello"
    if len(name.keys) == 1 and is_role(name.keys[0]):
        # "The Municipal Chief Executive, Mr Femi Bello", "Minister in the Presidency Femi Bello",
        # "The Chairman, Senate Committee on Works, Femi Bello"
        return bool(name.lead) or text.startswith((" in ", " for ", " of ", " at ", ", "), name.end)
    if name.lead and " ".join(name.keys) in OFFICES and text.startswith(", ", name.end):
        return True  # "The Deputy Prime Minister, Femi Bello"
    if len(name.keys) == 1 and "of" in name.lead and text.startswith(", ", name.end):
        return True  # "Director of Public Prosecutions, Femi Bello"
    titles = vocabulary().titles
    at = next((i for i, key in enumerate(name.keys) if key in ("of", "for")), 0)
    if at > 0 and name.keys[at - 1] in titles and (at == 1 or name.kind != "person"):
        return True  # "The Deputy Minister of Health, Dr Femi Bello"
    # "National President of the union, Mr Femi Bello"
    # "Federal Ports Minister, Femi Bello"
    is_titled = name.kind != "person" and is_role(name.keys[-1])
    return is_titled and text.startswith((" of ", " for ", ", "), name.end)


def office_of_two(text: str, first: Name, names: Sequence[Name]) -> Name | None:
    """The last part of an office of two fields: "the Work and | Pensions Secretary"."""
    if not first.articled or first.lead or text[first.end : first.end + 5] != " and ":
        return None
    last = next((name for name in names if name.outer == first.end + 5), None)
    is_office = last is not None and not last.lead and last.kind == "unknown"
    return last if last and is_office and len(last.keys) > 1 and is_title(last.keys[-1]) else None


def office_holder(text: str, first: Name, names: Sequence[Name]) -> Name | None:
    """Who holds an office of two fields: "Work and | Pensions Secretary Ada Obi"."""
    behind = first.end + 5
    if text[first.end : behind] != " and ":
        return None
    return next((n for n in names if n.outer == behind and n.lead and n.kind == "person"), None)
