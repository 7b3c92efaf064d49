"""The name of a run, without the words that only open the sentence: "Retailer Kvik said"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diplotext.lexicon.role_noun import is_person_noun
from diplotext.speaker.name.extend import take_suffix
from diplotext.speaker.name.lead import FIRM_ENDS, is_given, is_title
from diplotext.speaker.name.mention import Name, read_name
from diplotext.speaker.name.name import key_of
from diplotext.speaker.name.office import is_role
from diplotext.speaker.name.table import ORG_WORDS, PARTIES, listed, words
from diplotext.speaker.name.vocabulary import vocabulary

__all__ = ["CODE_RE", "RANK_LETTERS", "read_run"]

OFFICE_RE = re.compile(r"\b(?:secretary|minister) (?:of|for) (?:the )?\Z")
OFFICE_ENDS = (" of ", " for ", " the ")
OPENERS = frozenset(".!?”\"'“`:\n\t")
# "ambassador in Norland Ruth Okafor": the place is no part of the name.
POST_RE = re.compile(
    r"\b(ambassador|envoy|consul|correspondent|representative)\s(?:in|to|at)\s\Z", re.IGNORECASE
)
POST_ENDS = (" in ", " to ", " at ")
CODE_RE = re.compile(
    r"\s(?:\(\s?[A-Z0-9]{1,8}[a-z]{0,2}\.[A-Z]{1,2}\s?\)|<[A-Z]{1,5}\.[A-Z]{1,2}>)"
)
# Nouns that have a capital before a name from the sentence they open: "Retailer Kvik said".
OPENING_NOUNS = listed("opening_nouns")
# Participles that open a sentence before a name: "Echoing Okafor, the minister said".
OPENING_PARTICIPLES = listed("opening_participles")
# "Beyond the river, he said"; but "Beyond Foods said".
OPENING_PREPOSITIONS = words("above beside beyond inside outside")
# What a body is said to be where a sentence opens: "Troubled Kvik said", "Former SEC head".
PLIGHTS = words("former troubled embattled ailing struggling bankrupt beleaguered")
# What somebody is by trade, told by the word's ending.
CALLING_RE = re.compile(
    r"(?<!qu)(?<!qv)(?<!chr)(?<=[a-z]{3})ist\Z|(?:\A|[a-z-]{2})(?:grower|farmer|breeder|keeper|dealer|exporter|importer|owner)\Z"
)
OPENING_WORDS = OPENING_NOUNS | OPENING_PARTICIPLES
# Their Excellencies and Highnesses, by letters.
STYLES = words("H.E. H.H. H.M. H.R.H. HE HH HRH")
# Ranks of British and Indian police officers, and Kenya's heads of ministries.
RANK_LETTERS = words(
    "ACP AIG ASI ASP CPI CSP DC DCC DCI DCP DCS DGP DI DIG DPO DS DSP IG IGP PC PSI SHO SI SP SSP"
    " WPC"
    " CS PS"
)
FEWEST = 2  # words of a name behind that
# What only a body says of itself as "it"; of the rest ("it would open") "it" may be a bridge.
OF_ITSELF_RE = re.compile(
    r"\s(?:also\s)?said\s(?:in\sa\sstatement\s)?(?:(?:on\s)?[A-Z][a-z]+day\s)?(?:that\s)?it\s"
    r"(?:(?:had|has|would|will|was|is)\s(?:also\s|now\s)?)?"
    r"(?:plans|expects|aims|intends|agreed|won|bought|sold|signed|recalled|posted|acquired|hired"
    r"|sell|buy|acquire|recall|hire|considering|selling|buying"
    r"|(?:cut|shed|lay\soff)\s(?:about\s|some\s|up\sto\s)?[\d,]+\s(?:jobs|staff|workers|people))\b"
)
# "Holm Gray | analyst Ana Ruiz", "Holm Gray | shares fell"
STAFF = (" analyst", " economist", " shares ", " stock ")
STAFF_RE = re.compile(
    r"\s(?:(?:analyst|economist)s?\s(?:[A-Z]|sa[iy]|told|expect|were|had|have|believe)"
    r"|(?:shares|stock)\s(?:have\s|has\s|were\s|was\s)?(?:also\s)?(?:rose|fell|up|down|closed|gained|lost|jumped|tumbled"
    r"|slid|climbed|dropped|traded|opened|ended|finished|risen|fallen|dipped|surged|plunged|added)\b)"
)
# "retailer | Clear Brook", "Clear Brook | , which"
FIRM_BEFORE = tuple(
    f" {noun} "
    for noun in (
        "airline automaker bank body brokerage carmaker chipmaker company conglomerate drugmaker"
        " exchange firm fund giant group insurer lender manufacturer maker operator planemaker"
        " processor refiner regulator reinsurer retailer shipbuilder steelmaker truckmaker"
    ).split()
)
# First words of what is "which" and no body: "Comet Holm, which".
THINGS = words("comet el la lake mount operation storm")
WHICH = (", which ", " which ")
# "spokesman | Marcus Lake", "Ann Hills | said"
ROLE_RE = re.compile(r"\b(?P<role>[a-z][a-z-]+)\s\Z")
SAYS_RE = re.compile(r"\s(?:said|says|told)\b")
ROLE = 30  # how far before a name that is looked for, in characters
# "the Okafor campaign" is a person's; "the Herald" is none.
OWNED_RE = re.compile(
    r"\s(?:campaign|administration|team|camp|family|presidency|era|rally|supporters|voters|candidacy"
    r"|government|brand|case|estate|speech|tour|doctrine|deal|plan|trial|book|story)\b"
)


def read_run(text: str, start: int, at: int, run: Sequence[str], stop: int) -> Name | None:
    """The name of a run, and how it stands in its paragraph, which begins at ``start``."""
    rank = ""
    if len(run) > FEWEST and (run[0] in STYLES or is_rank(run)):
        # "H.E. Reem Al Hashi", "DSP Arun Rao"
        rank = run[0] if run[0] in RANK_LETTERS else ""
        at = text.index(run[1], at + len(run[0]))
        run = run[1:]
    opens = at - start < 2 or text[at - 2] in OPENERS
    post = post_before(text, start, at, run) if len(run) > 2 else ""
    if len(run) == 1:
        if opens and run[0].lower() in OPENING_PREPOSITIONS:
            return None
    elif post or is_none_of_it(text, start, at, run, opens=opens):
        at = text.index(run[1], at + len(run[0]))
        run = run[1:]
    name = read_name(text, at, run, stop)
    if name is None:
        return None
    if post or rank:
        name.lead, name.kind = [post or rank, *name.lead], "person"
    name.opens = opens
    if name.kind == "place" and is_bearer(text, name):
        name.kind = "person"
    elif name.kind in ("unknown", "person") and is_firm(text, name):
        name.kind, name.female = "organization", None
    name.articled = is_articled(text, name)
    if text.startswith(" p", name.end):
        take_suffix(text, name)
    return name


def is_none_of_it(text: str, start: int, at: int, run: Sequence[str], *, opens: bool) -> bool:
    """Whether a run's first word is none of the name: it opens the sentence, or is of an office."""
    if opens:
        # "Retailer Kvik said", "Echoing Okafor, the minister said"
        first = run[0].lower()
        if first in OPENING_WORDS or opens_with_job(run) or (first in PLIGHTS and is_bare(run)):
            return True
    # "former secretary of State Edith Crane"
    is_behind = text.endswith(OFFICE_ENDS, start, at)
    return is_behind and OFFICE_RE.search(text, max(start, at - 16), at) is not None


def is_bearer(text: str, name: Name) -> bool:
    """Whether a person has a family name of the map: "spokesman Marcus Lake", "Ann Hills said"."""
    known = vocabulary()
    if len(name.keys) != FEWEST or not is_given(name.keys[0]) or name.possessive:
        return False
    if name.keys[0] in known.places or " ".join(name.keys) in known.places:
        return False
    role = ROLE_RE.search(text, max(0, name.outer - ROLE), name.outer)
    return SAYS_RE.match(text, name.end) is not None or (
        role is not None and is_role(key_of(role["role"]))
    )


def is_bare(run: Sequence[str]) -> bool:
    """Whether no title stands behind the first word: "Troubled Kvik"; of "Former" only letters.

    Not "Former President Lund", nor a headline's "Former Lund Pollster".
    """
    if run[0].lower() == "former" and not (len(run) == FEWEST and run[1].isupper()):
        return False
    return not any(is_title(key_of(word)) for word in run[1:])


def is_firm(text: str, name: Name) -> bool:
    """Whether what stands around tells that a name, which may be a person's, is a firm's."""
    if name.kind == "unknown" and name.opens and is_firm_by_speech(text, name.end):
        return True
    if name.lead or (name.kind == "person" and len(name.keys) == 1):
        return False
    return is_share(text, name) or is_told_firm(text, name)


def is_share(text: str, name: Name) -> bool:
    """Whether a name is a firm's by its shares: "Morgan Holm (MHL.N)", "shares of Morgan Holm"."""
    if text.startswith((" (", " <"), name.end) and CODE_RE.match(text, name.end) is not None:
        return True
    is_behind = text.endswith((" of ", " in "), 0, name.outer) and not name.possessive
    return is_behind and text.endswith(("hares of ", "hares in "), 0, name.outer)


def is_told_firm(text: str, name: Name) -> bool:
    """Whether what stands beside a name is a firm's: "retailer Clear Brook", "Holm Gray analysts".

    A person may follow a firm's noun ("brewer Ana Ruiz"), so that of a known given name only what
    stands behind tells.
    """
    if name.possessive or len(name.keys) < FEWEST:
        return False
    if text.startswith(STAFF, name.end) and STAFF_RE.match(text, name.end) is not None:
        return True
    if name.kind != "unknown":
        return False
    if text.endswith(FIRM_BEFORE, 0, name.outer):
        return True
    return text.startswith(WHICH, name.end) and name.keys[0] not in THINGS


def is_firm_by_speech(text: str, end: int) -> bool:
    """Whether a firm speaks: "Daewon Marine | said it won an order"."""
    says = text.startswith((" said ", " also said "), end)
    return says and OF_ITSELF_RE.match(text, end) is not None


def is_rank(run: Sequence[str]) -> bool:
    """Whether a run opens with the letters of a rank: "DSP Arun Rao"; not "DS Holm Plc"."""
    if run[0] not in RANK_LETTERS or key_of(run[-1]) in ORG_WORDS | FIRM_ENDS:
        return False
    return run[1][-1] == "." or is_given(key_of(run[1]))  # "DGP A. K. Rao"


def opens_with_job(run: Sequence[str]) -> bool:
    """Whether a run opens with what somebody is: "Hairdresser Ruth Okafor"."""
    key = key_of(run[0])
    known = vocabulary()
    if len(run) < 3 or key in known.titles or is_given(key):
        return False
    if key not in known.meanings:
        # "Researchers Ana Ruiz and Bo Berg", but "Miners Union Hall"; "Viticulturist Ana Ruiz"
        calls = is_person_noun(key, "plural") or CALLING_RE.search(key) is not None
        return calls and is_given(key_of(run[1]))
    if key in PARTIES:
        return False
    return key_of(run[-1]) not in ORG_WORDS and known.careers.get(key, "person") == "person"


def post_before(text: str, start: int, at: int, run: Sequence[str]) -> str:
    """The post of whoever is named behind its place; "" if a run begins with no such place."""
    if not text.endswith(POST_ENDS, start, at) or is_title(key_of(run[1])):
        return ""
    post = POST_RE.search(text, max(start, at - 24), at)
    is_place = key_of(run[0]) in vocabulary().places
    is_place = is_place or (is_given(key_of(run[1])) and not is_given(key_of(run[0])))
    return post[1] if post is not None and is_place else ""


def is_articled(text: str, name: Name) -> bool:
    """Whether "the" before a name is the name's own."""
    if text[name.outer - 4 : name.outer] not in ("the ", "The ", "the\n"):
        return False
    return OWNED_RE.match(text, name.end) is None
