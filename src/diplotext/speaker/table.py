"""Words by which mentions are read: titles by meaning, kinds of organisations, pronouns.

A private table until all of it stands in the lexicon.
"""

from __future__ import annotations

from diplotext.lexicon.data import read_table
from diplotext.lexicon.fold import fold

__all__: list[str] = []


def words(listed: str) -> frozenset[str]:
    """The words of a list written out over lines."""
    return frozenset(listed.split())


# Meaning classes: a nominal binds to a person whose titles share a class. One line a class; the
# words are the last of a title ("vice president" is listed before "president" is tried).
CLASSES: dict[str, str] = {}
for _line in """
president: president, head of state
vice president: vice president, veep
premier: prime minister, premier, chancellor, taoiseach, head of government
foreign minister: foreign minister, top diplomat, chief diplomat, secretary of state, foreign secretary, external affairs minister, minister of foreign affairs
defense minister: defense minister, defence minister, defense secretary, defence secretary, secretary of defense, pentagon chief, defense chief, defence chief
finance minister: finance minister, treasury secretary, chancellor of the exchequer, finance chief, treasury chief, economy minister
interior minister: interior minister, home secretary, homeland security secretary
justice minister: justice minister, attorney general
minister: minister, secretary
king: king, monarch, emir, sultan, sheikh
queen: queen, monarch
prince: prince, crown prince, princess
pope: pope, pontiff
cleric: archbishop, bishop, cardinal, imam, ayatollah, rabbi, priest, pastor, cleric, rev, reverend, minister, patriarch, mufti, father, sister
senator: senator, sen, lawmaker, legislator
representative: representative, rep, congressman, congresswoman, lawmaker, legislator
member of parliament: mp, lawmaker, legislator, parliamentarian, deputy, mep, assemblyman, assemblywoman, delegate, councilman, councilwoman, councillor, member of parliament
speaker: house speaker, speaker
majority leader: majority leader, minority leader, leader, whip
governor: governor, gov
central banker: central bank governor, central bank chief, fed chair, fed chairman, fed chairwoman, central banker
mayor: mayor
judge: judge, justice, chief justice, magistrate, jurist
lawyer: lawyer, attorney, counsel, solicitor, barrister, litigator
prosecutor: prosecutor, district attorney, u.s. attorney, state attorney
spokesman: spokesman, spokeswoman, spokesperson, press secretary, communications director, mouthpiece
doctor: doctor, dr, physician, surgeon, cardiologist, psychiatrist, pediatrician, medic
nurse: nurse
general: general, gen, lieutenant general, major general, brigadier general, commander, general secretary
officer: colonel, col, lt, lieutenant, capt, captain, major, maj, sgt, sergeant, officer, cpl, corporal, pvt, private, detective, inspector, deputy, sheriff, trooper, policeman, policewoman
admiral: admiral, adm, cmdr
police chief: police chief, police commissioner, commissioner, sheriff, chief
academic: professor, prof, academic, researcher, scholar, scientist, historian, economist, sociologist, physicist, expert, political scientist, lecturer, fellow, epidemiologist, virologist, seismologist, climatologist
analyst: analyst, economist, strategist, trader, broker, expert, consultant, pollster
chief executive: chief executive, ceo, chief executive officer, boss, head, executive, chief
finance officer: chief financial officer, cfo, executive
chairman: chairman, chairwoman, chair, chairperson, head, chief
director: director, head, chief, managing director, executive director, director general
manager: manager, campaign manager, aide
secretary general: secretary general, secretary-general, chief, head
founder: founder, co-founder, entrepreneur, billionaire, tycoon, mogul, magnate
owner: owner, businessman, businesswoman, mogul, magnate, tycoon
candidate: candidate, nominee, contender, hopeful, standard-bearer, challenger, presumptive nominee, frontrunner, front-runner
president-elect: president-elect
leader: leader, chief
strongman: strongman, dictator, ruler, leader
coach: coach, trainer, manager
player: player, striker, midfielder, defender, goalkeeper, quarterback, pitcher, forward, winger, batsman, bowler, golfer, champion
actor: actor, actress, star
singer: singer, rapper, musician, songwriter, star, pop star
writer: author, writer, novelist, poet, biographer, columnist, essayist
filmmaker: director, filmmaker, producer
journalist: journalist, reporter, correspondent, editor, host, anchor, moderator, columnist, commentator, blogger, pundit, newsman
ambassador: ambassador, envoy, diplomat, special envoy, negotiator, emissary
official: official, aide, adviser, advisor, undersecretary, assistant secretary, deputy secretary, staffer, bureaucrat
strategist: strategist, operative, consultant, adviser, advisor, pollster
activist: activist, campaigner, organizer, advocate, dissident
teacher: teacher, principal, superintendent, educator
student: student, pupil, senior, junior, freshman
farmer: farmer, rancher, grower
worker: worker, driver, waitress, waiter, mechanic, electrician, carpenter
veteran: veteran, soldier, marine
witness: witness, survivor, victim, neighbor, neighbour, resident
parent: mother, father, mom, dad, parent
wife: wife, first lady, ex-wife, widow
husband: husband, ex-husband, widower
first lady: first lady
""".strip().splitlines():
    CLASSES[_line.split(":")[0]] = _line.split(":", 1)[1]

MEANINGS: dict[str, frozenset[str]] = {}
for _class, _listed in CLASSES.items():
    for _phrase in _listed.split(","):
        _key = _phrase.strip()
        MEANINGS[_key] = MEANINGS.get(_key, frozenset()) | {_class}

# Wider words: what a class may also be called.
WIDER: dict[str, frozenset[str]] = {
    "leader": frozenset(
        ["president", "premier", "king", "strongman", "majority leader", "chairman",
         "party leader", "leader", "speaker", "secretary general"]
    ),
    "politician": frozenset(
        ["senator", "representative", "member of parliament", "governor", "mayor", "candidate",
         "president", "premier", "minister"]
    ),
    "diplomat": frozenset(["foreign minister", "ambassador"]),
    "minister": frozenset(
        ["foreign minister", "defense minister", "finance minister", "interior minister",
         "justice minister", "minister"]
    ),
    "secretary": frozenset(
        ["foreign minister", "defense minister", "finance minister", "interior minister",
         "minister"]
    ),
    "republican": frozenset(
        ["senator", "representative", "governor", "candidate", "speaker", "majority leader"]
    ),
    "democrat": frozenset(
        ["senator", "representative", "governor", "candidate", "speaker", "majority leader"]
    ),
    "congressman": frozenset(["representative"]),
    "businessman": frozenset(["chief executive", "founder", "owner"]),
    "royal": frozenset(["king", "queen", "prince"]),
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
HONORIFICS = words("mr mrs ms miss dr sir dame lord lady prof rev fr hon mme st")

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
    trust insurance kremlin pentagon vatican treasury cabinet government brigade
    battalion command front movement brotherhood watch international nations initiative
    project program laboratory laboratories lab museum library tribunal directorate secretariat
    mission embassy consulate exchange reserve chamber forum task panel studio studios
    entertainment records media communications wireless telecom brothers sons associates
    advisors advisers strategies research polling survey register daily weekly review
    standard observer sentinel courier bee beacon globe star tribune leader-telegram intelligencer republic statesman oregonian guardian telegraph globe sun mirror examiner inquirer dispatch enquirer
    monitor report europe america parenthood"""
)
# Dropped in a short form: "Pfizer Inc" is "Pfizer" after.
ORG_DROPPED = words(
    """corporation corp inc ltd llc plc co company group holdings partners news network
    television tv motors airlines airways industries technologies systems energy oil petroleum
    pharmaceuticals securities electric entertainment records communications campaign"""
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
    campaign ministry"""
)
DOCUMENT_NOUNS = words(
    """report study poll survey statement transcript book article letter letters email emails e-mail
    e-mails memo memorandum video videos ad ads advertisement commentary account document
    documents data record records lawsuit filing filings complaint indictment affidavit suit
    analysis editorial essay story column op-ed post tweet tweets text texts brief submission
    message messages bill law convention constitution treaty resolution ruling order decision
    opinion agreement plan budget figures numbers statistics results findings evidence research
    studies polls surveys reports statements release transcripts paper papers note notes
    minutes audit review census footage recording tape tapes advertisement website page
    communique declaration testimony headline headlines platform list chart graphic speech
    diary memoir file files dossier cable cables prospectus map photo photos image images"""
)
PLURAL_IRREGULAR = words("people police men women children staff troops militants media")

# Words that open a sentence, or stand in a run of capitals, without being of a name.
STOPS = words(
    """the a an and but or nor for so yet in on at by to of from with without about as if when
    while after before since until because although though unless once where wherever whether
    he she it they we i you his her its their our my your him them me who whom whose which what
    that this these those there here how why not no yes now then thus hence also even still just
    only again both either neither each every all any some many most much more less few several
    one two three four five six seven eight nine ten other another such same own
    is are was were be been being has have had do does did will would can could should may might
    must let says said asked speaking according citing despite during under over between among
    against through following meanwhile however moreover instead indeed perhaps maybe earlier
    later today yesterday tomorrow tonight well oh look like unlike per via than too very
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan feb mar apr jun jul aug sept sep oct nov
    dec mon tue wed thu fri sat sun am pm est edt gmt bst
    i'm i've i'll i'd it's that's there's he's she's we're they're you're don't didn't can't
    won't isn't wasn't doesn't what's who's here's let's we've they've you've we'll
    asked told added separately additionally finally first second third last next never
    nobody nothing none everyone everybody everything anyone anything someone something
    please thank thanks hi hello sorry ok okay photo image caption advertisement read more
    related share follow story continued getty via click subscribe"""
)

PLACES: dict[str, str] = {"kremlin": "RU", "white-house": "US"}
NATIONALITIES: dict[str, str] = {"european": "EU", "palestinian": "PS"}
COUNTRIES: dict[str, str] = {}


def key_of_name(name: str) -> str:
    """A name of several words as the keys of its words."""
    return " ".join(fold(word).replace(" ", "-") for word in name.split())


for _row in read_table("countries"):
    for _name in (_row["name"], *_row.get("names", ())):
        PLACES.setdefault(key_of_name(_name), _row["code"])
        COUNTRIES.setdefault(key_of_name(_name), _row["code"])
    for _name in _row.get("capitals", ()):
        PLACES.setdefault(key_of_name(_name), _row["code"])
    for _name in (*_row.get("adjectives", ()), *_row.get("people", ())):
        NATIONALITIES.setdefault(key_of_name(_name), _row["code"])
REGIONS: set[str] = set()
for _row in read_table("regions"):
    REGIONS.add(key_of_name(_row["name"]))
    PLACES.setdefault(key_of_name(_row["name"]), _row["country"])

PARTIES = words("republican democratic democrat conservative labour liberal socialist gop")

GIVEN_FEMALE = words(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
    margaret sandra ashley kimberly emily donna michelle carol amanda dorothy melissa deborah
    stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
    nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather
    diane ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith
    megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn
    janice jean abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly
    isabella theresa diana natalie brittany charlotte marie kayla alexis lori hillary chelsea
    melania ivanka ivana loretta claire connie jill kellyanne yulia olga natalia svetlana irina
    elena tatiana ekaterina anastasia fatima aisha leila layla yasmin priya indira sonia mei
    ling yoko keiko ingrid greta astrid ursula gretchen heidi francesca giulia carmen lucia pilar
    rosa isabel ines beatriz ana gabriela valentina camila megyn ava tina debbie peggy annie
    sally ellen jane lucy molly maggie kate katie jenny cindy becky wendy tracy paula rosie
    hilary theresa angelina meryl oprah condoleezza sonia elena ruth madeleine nikki tammy kirsten
    dianne maxine loretta donna huma samantha"""
)
GIVEN_MALE = words(
    """james robert john michael david william richard joseph thomas christopher charles daniel
    matthew anthony mark donald steven andrew paul joshua kenneth kevin brian timothy ronald george
    jason edward jeffrey ryan jacob nicholas gary eric jonathan stephen larry justin scott
    brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron
    jose adam nathan henry zachary douglas peter kyle noah ethan jeremy christian walter keith
    austin roger terry sean gerald carl dylan harold jordan jesse bryan lawrence arthur gabriel
    bruce logan billy joe alan juan elijah willie albert wayne randy mason vincent liam roy bobby
    caleb bradley russell lucas mike tim jim tom bill bob dan dave steve rick rudy ted barack
    sergey sergei vladimir dmitry dmitri mikhail boris igor ivan alexei alexey nikolai yuri viktor
    oleg pavel andrei ahmed mohammed muhammad mohamed mahmoud ali hassan hussein omar ibrahim
    abdullah yusuf khalid tariq bashar hamid benjamin yair ehud shimon naftali emmanuel francois
    jacques pierre jean-claude nicolas hans klaus jurgen wolfgang helmut karl giuseppe matteo
    silvio mario luigi carlos luis jorge miguel pedro fernando diego rafael javier enrique felipe
    narendra rahul sanjay rajiv hiroshi kenji shinzo takeshi chris matt greg jeff ken ron don ben
    sam nick alex tony andy pete ralph howard marc phil craig neil ian graham nigel simon stuart
    derek trevor colin gordon clive barry leon hugh oliver harry lewis mehmet recep
    mitch newt marco jeb reince harold frank eugene todd doug brad chad derrick darrell trey
    bernie lou ray jamie josh max chuck jake wolf anderson lester brett sean glenn dwight
    cory julian xavier antonio ricardo roberto eduardo francisco manuel mariano"""
)
NICKNAMES: dict[str, str] = {}
for _line in """
joseph: joe joey
william: bill billy will willie
robert: bob bobby rob robbie
richard: rick dick rich ricky
james: jim jimmy jamie
thomas: tom tommy
michael: mike mickey mick
edward: ed eddie ted teddy
theodore: ted teddy
charles: charlie chuck
john: jack johnny jon
jonathan: jon
daniel: dan danny
david: dave
matthew: matt
anthony: tony
steven: steve
stephen: steve
andrew: andy drew
christopher: chris
timothy: tim
ronald: ron ronnie
donald: don donny
kenneth: ken kenny
gregory: greg
samuel: sam
benjamin: ben benny bibi
nicholas: nick
jeffrey: jeff
lawrence: larry
gerald: jerry
alexander: alex sasha
patrick: pat
bernard: bernie
elizabeth: liz beth betsy betty
margaret: maggie meg peggy
katherine: kate kathy katie kat
catherine: kate cathy
deborah: deb debbie
susan: sue susie
jennifer: jen jenny
patricia: pat patty
barbara: barb
rebecca: becky
pamela: pam
cynthia: cindy
christine: chris
victoria: vicky tori
sergei: sergey
dmitri: dmitry
alexei: alexey
mohammed: mohamed muhammad mohammad
rudolph: rudy
rudolf: rudy
mitchell: mitch
bradley: brad
douglas: doug
philip: phil
frederick: fred
eugene: gene
nathaniel: nate
nathan: nate
peter: pete
raymond: ray
zachary: zach
joshua: josh
""".strip().splitlines():
    _full, _shorts = _line.split(": ")
    for _short in _shorts.split():
        NICKNAMES.setdefault(_short, _full)

PRONOUNS: dict[str, str] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "plural", "them": "plural", "their": "plural", "themselves": "plural",
    "both": "plural", "i": "first", "me": "first", "my": "first", "mine": "first",
    "myself": "first", "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
    "who": "relative", "whom": "relative", "whose": "relative", "which": "relative", "that": "relative",
    "you": "second", "your": "second", "one": "generic", "those": "generic", "some": "generic",
    "others": "generic", "many": "generic", "most": "generic", "all": "generic", "few": "generic",
    "this": "generic", "these": "generic", "everyone": "generic", "someone": "generic",
    "anyone": "generic", "nobody": "generic", "no one": "generic", "everybody": "generic",
    "neither": "generic", "none": "generic", "several": "generic", "another": "generic",
}  # fmt: skip
