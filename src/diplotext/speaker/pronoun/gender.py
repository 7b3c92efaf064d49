"""Whether a person is a man or a woman, by "his" and "her" behind the name."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from diplotext.speaker.chain.chain import Chain

if TYPE_CHECKING:
    from diplotext.speaker.story import Story

__all__ = ["weigh_gender"]

# "raised her hand", "pleaded guilty when she appeared"
GENDER_RE = re.compile(
    r"[^.!?“”\"]{0,90}?\b"
    r"(his|her|himself|herself|(?<=(?:when|fter|fore|ause|hile|ntil)\s)(?:she|he))\b"
)
FEMALE = ("her", "herself", "she")
# "said Inge Holt. Her husband nodded": whose spouse it is.
SPOUSE_RE = re.compile(
    r"[^.!?“”\"\n]{0,40}[.!?]\s(His|Her)\s(?:late\s|former\s)?(?:wife|husband)\b"
)
# At how many of a person's names pronouns are counted.
GENDERED = 8
FEW = 4


def weigh_gender(story: Story, chain: Chain) -> bool | None:
    """The gender by the "his" and "her" after the names: "Okafor raised her hand"."""
    balance = 0
    for name in chain.names[:GENDERED]:
        spouse = SPOUSE_RE.match(story.text, name.end)
        if spouse is not None and not story.names_in(name.end, spouse.end()):
            return spouse[1] == "Her"
        found = GENDER_RE.match(story.text, name.end)
        if found is None or name.possessive:
            continue
        at = bisect_right(story.starts, name.start)
        between = story.names[at : at + 4]
        if any(n.start < found.end() and story.chain_of(n).kind == "person" for n in between):
            continue
        balance += 1 if found[1] in FEMALE else -1
    # One "her" tells little of somebody often named.
    needed = 1 if len(chain.names) <= FEW else 2
    return balance > 0 if abs(balance) >= needed else None
