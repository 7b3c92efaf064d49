"""Words by which mentions are read: kinds of organisations and documents, pronouns, stops.

Titles, names and countries come from the lexicon (``vocabulary.py``).
"""

from __future__ import annotations

from diplotext.lexicon.fold import fold

__all__ = ["fold_words", "words"]

# Parties that a nominal may name, by their words: "the Democratic front-runner", "R-Texas".
PARTY_OF = {
    "republican": "R", "gop": "R", "democratic": "D", "democrat": "D",
    "conservative": "conservative", "tory": "conservative", "labour": "labour",
    "liberal": "liberal", "socialist": "socialist",
}  # fmt: skip
PRONOUNS: dict[str, str] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "plural", "them": "plural", "their": "plural", "themselves": "plural",
    "both": "plural", "i": "first", "me": "first", "my": "first", "mine": "first",
    "myself": "first", "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
    "who": "relative", "whom": "relative", "whose": "relative", "which": "relative",
    "that": "relative",
    "you": "second", "your": "second", "one": "generic", "those": "generic", "some": "generic",
    "others": "generic", "many": "generic", "most": "generic", "all": "generic", "few": "generic",
    "this": "generic", "these": "generic", "everyone": "generic", "someone": "generic",
    "anyone": "generic", "nobody": "generic", "no one": "generic", "everybody": "generic",
    "neither": "generic", "none": "generic", "several": "generic", "another": "generic",
}  # fmt: skip


def fold_words(printed: str) -> str:
    """The words of a phrase as keys, hyphens kept.

    >>> fold_words("U.S."), fold_words("Côte d'Ivoire"), fold_words("Guinea-Bissau")
    ('us', 'cote divoire', 'guinea-bissau')
    """
    return " ".join(fold(word).replace(" ", "-") for word in printed.split())


def words(listed: str) -> frozenset[str]:
    """The words of a list written out over lines."""
    return frozenset(listed.split())


# Roles of private life and work that are no titles, by meaning; the lexicon has the titles.
ROLES: dict[str, frozenset[str]] = {
    "wife": words("wife ex-wife widow"),
    "husband": words("husband ex-husband widower"),
    "parent": words("mother father mom dad parent"),
    "child": words("son daughter child"),
    "student": words("student pupil senior junior freshman sophomore"),
    "farmer": words("farmer rancher grower"),
    "worker": words("worker driver waitress waiter mechanic electrician carpenter retiree clerk"),
    "resident": words("resident neighbor neighbour witness voter shopkeeper villager homeowner"),
    "volunteer": words("volunteer supporter delegate organizer"),
    "veteran": words("veteran"),
    "survivor": words("survivor"),
}

FEMALE_ROLES = words(
    """spokeswoman congresswoman chairwoman businesswoman actress queen princess waitress mother mom
    wife ex-wife widow sister daughter aunt grandmother niece policewoman councilwoman
    assemblywoman mrs ms miss lady madam dame woman girl heiress hostess anchorwoman nun mme
    sra baroness duchess countess girlfriend"""
)
MALE_ROLES = words(
    """spokesman congressman chairman businessman actor king prince waiter father dad husband
    ex-husband widower brother son uncle grandfather nephew policeman councilman assemblyman mr sir
    lord man boy priest rabbi imam ayatollah newsman emir sultan sheikh duke count baron mgr
    cardinal pope pontiff monk sr. boyfriend sportsman fisherman fireman"""
)

# Written with a capital before a name: the last of them ends the title.
TITLE_WORDS = words(
    """mr mrs ms miss dr sir dame lord lady prof professor rev reverend fr father sister brother
    president premier chancellor minister secretary senator sen sens rep reps representative
    congressman congresswoman gov governor govs mayor speaker ambassador envoy king queen prince
    princess pope cardinal archbishop bishop imam ayatollah rabbi emir sultan sheikh sheik
    judge justice chief commissioner sheriff officer detective inspector constable
    general gen colonel col lt lieutenant capt captain major maj sgt sergeant adm admiral cmdr
    commander cpl corporal pvt private marshal brigadier superintendent trooper
    spokesman spokeswoman spokesperson director chairman chairwoman chair ceo cfo coo
    attorney prosecutor lawyer counsel coach manager leader candidate nominee host anchor editor
    correspondent author analyst economist pastor comrade taoiseach tsar emperor empress
    councilman councilwoman assemblyman assemblywoman commissioner deputy undersecretary
    executive president-elect co-founder founder treasurer delegate mp vice-president
    secretary-general"""
)
NOBILIARY = words(
    "van von der den de del della di da dos das do du la le al el bin bint ibn ben ter ten zu y e "
    "af av dal ul ud st"
)

SUFFIXES = words("jr sr ii iii iv md phd esq")

# The last word of an organisation's name.
ORG_WORDS = words(
    """department ministry university college institute institution court committee council
    commission agency bureau board bank party union association federation foundation fund
    organization organisation organizations corporation corp inc ltd llc plc co company group
    holdings partners times post journal news newspaper herald tribune gazette chronicle press
    magazine network television tv radio channel center centre office authority administration
    service services police army navy force forces guard corps coalition alliance league society
    church hospital clinic school academy senate house congress parliament assembly duma
    knesset campaign caucus conference team club airlines airways motors electric industries
    technologies systems energy oil petroleum pharmaceuticals bancorp securities capital
    trust insurance palace kremlin pentagon vatican treasury cabinet government brigade
    battalion command front movement brotherhood watch international nations initiative
    project program laboratory laboratories lab museum library tribunal directorate secretariat
    mission embassy consulate exchange reserve chamber forum task panel studio studios
    entertainment records media communications wireless telecom brothers sons associates
    advisors advisers strategies research polling survey register daily weekly review
    standard observer sentinel courier bee beacon star intelligencer republic statesman
    guardian telegraph globe sun mirror examiner
    inquirer dispatch enquirer ab nv gmbh oyj asa bhd
    monitor report europe america parenthood mines resources bancshares zeitung
    gazeta diario jornal dagblad gazzetta financial brands foods stores chemical chemicals products
    properties semiconductor software logistics enterprises ventures investments"""
)
# Dropped in a short form: "Pfizer Inc" is "Pfizer" after.
ORG_DROPPED = words(
    """corporation corp inc ltd llc plc co ab nv gmbh oyj asa bhd company group holdings partners
    news network television tv motors airlines airways industries technologies systems
    energy oil petroleum pharmaceuticals securities electric entertainment records
    communications campaign bancorp mines resources minerals foods stores limited incorporated
    bancshares spa ag sa se as kk pty pvt tbk sarl holding"""
)
# Take "of ..." or "for ...": "Department of Justice", "Centers for Disease Control".
ORG_HEADS = words(
    """department ministry university college institute court committee council commission agency
    bureau board bank union association federation foundation fund organization organisation
    center centers centre academy society office chamber house church league coalition alliance
    campaign school embassy hospital congress parliament assembly voice conference party
    international institutes"""
)
# The head noun of a nominal that is an organisation.
ORG_NOUNS = ORG_WORDS | words(
    """firm newspaper paper website site network agency regulator watchdog lender automaker
    carmaker airline bank company group militia militants pact bloc think-tank tank nonprofit
    charity outlet station broadcaster retailer manufacturer maker giant operator carrier
    campaign ministry chain conglomerate insurer utility brokerage drugmaker chipmaker cartel guild
    seller distributor supplier builder tabloid steelmaker brewer miner newsletter weekly
    tribunal major"""
)
DOCUMENT_NOUNS = words(
    """report study poll survey statement transcript book article letter letters email emails e-mail
    e-mails memo memorandum video videos ad ads advertisement commentary account document
    documents data record records lawsuit filing filings complaint indictment affidavit suit
    analysis editorial essay story column op-ed post tweet tweets text texts brief submission
    message messages bill law convention constitution treaty resolution ruling order decision
    opinion agreement plan budget figures numbers statistics results findings evidence research
    studies polls surveys reports statements release transcripts paper papers note notes
    minutes audit review census footage recording tape tapes picture pictures advertisement page
    communique declaration testimony headline headlines platform list chart graphic speech
    diary memoir file files dossier cable cables prospectus map photo photos image images"""
)
PLURAL_IRREGULAR = words(
    "authorities rebels sources people police men women children staff troops militants media"
)

# Words that open a sentence, or stand in a run of capitals, without being of a name.
STOPS = words(
    """the a an and but or nor for so yet in on at by to of from with without about as if when
    while after before since until because although though unless once where wherever whether
    he she it they we i you his her its their our my your him them me who whom whose which what
    that this these those there here how why not no yes now then thus hence also even still just
    only again both either neither each every all any some many most much more less few several
    hundreds thousands dozens scores millions one two three four five six seven eight nine ten
    other another such same own
    is are was were be been being has have had do does did will would can could should may might
    must let says said asked speaking according citing despite during under over between among
    against through following meanwhile however moreover instead indeed perhaps maybe earlier
    later today yesterday tomorrow tonight well oh look like unlike per via than too very
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept sep oct nov
    dec mon tue wed thu fri sat sun am pm est edt gmt bst
    i'm i've i'll i'd it's that's there's he's she's we're they're you're don't didn't can't
    won't isn't wasn't doesn't what's who's here's let's we've they've you've we'll
    asked told added warned replied noted explained wrote recalled quipped joked concluded insisted
    argued continued stated declared remarked observed separately
    additionally finally first second third last next never
    eastern gmt daylight
    aboard alongside amid amidst beneath below besides certain throughout toward towards underneath
    upon various within
    almost late early roughly nearly approximately recently currently eventually
    nobody nothing none everyone everybody everything anyone anything someone something
    please thank thanks hi hello sorry ok okay photo image caption advertisement read more
    related share follow story continued getty via click subscribe"""
)

PARTIES = words("republican democratic democrat conservative labour liberal socialist gop")
