"""What a story says of a named person: titles, roles, affiliation, country.

    before  "Russian Foreign Minister" NAME, "campaign spokesman" NAME, "a lawyer for X," NAME
    after   NAME ", 43, a nurse from Ohio,"   NAME ", director of the Institute,"   NAME "(R-Ohio)"

    verb    NAME "leads the Lunda Savings Bank"          two      "Ministers" NAME "and" NAME

Not handled: roles told by another verb ("Okafor was named to the bank").
"""

from __future__ import annotations

from diplotext.speaker.chain.chain import Chain
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import countries_of
from diplotext.speaker.name.vocabulary import vocabulary
from diplotext.speaker.role.note import note_title
from diplotext.speaker.role.role_after import AFTER, AFTER_RE, read_after
from diplotext.speaker.role.role_before import read_before
from diplotext.speaker.source.reading import meanings_of

__all__ = ["read_roles"]

READ = 3  # at how many of a person's names the words around are read
APPOSED = (", a ", ", an ", ", the ")


def read_roles(text: str, chain: Chain) -> set[str]:
    """The meaning classes of a person's titles; titles, country and affiliation are noted."""
    if chain.meanings is not None:
        return chain.meanings
    chain.meanings = set()
    read = 0
    for name in chain.names:
        if name.lead:
            note_title(chain, name.lead)
        if read < READ and (len(name.keys) > 1 or name.lead or len(chain.keys) == 1):
            read += 1
            read_before(text, chain, name)
            read_after(text, chain, name)
        elif text.startswith((*APPOSED, ", who "), name.end):
            told = AFTER_RE.match(text, name.end, name.end + AFTER)
            keys = [] if told is None else [key_of(word) for word in told["role"].split()]
            chain.countries |= countries_of(keys)  # "Novak, a former Polish premier,"
            careers = {vocabulary().careers.get(one) for one in meanings_of("".join(keys[-1:]), ())}
            if "civil" not in careers:
                read_after(text, chain, name)  # "Duclos, a municipal gardener,"
    return chain.meanings
