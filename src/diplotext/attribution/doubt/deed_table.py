"""What stands behind a verb of saying where it tells a deed: a table by the base form of the verb.

    replied with a backhand        blasted 93 off 40 balls        signed a two-year deal
    found a way out                looks set to win               offers loans to firms
    attacked an army convoy        unveiled a new phone

A pattern is matched where the cue ends. "Found | the way barred" and "claimed | the prize was
rigged" are no deeds, so what ends a feat is asked for where a clause could begin.
"""

from __future__ import annotations

import re

from diplotext.lazy_pattern import lazy_re

__all__ = ["DEEDS"]

_COUNT = r"(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|\d+|his|her|their|its)"
_PLAY = (
    r"(?:goals?|tr(?:y|ies)|backhand|forehand|volley|birdie|eagle|bogey|(?:half-)?centur(?:y|ies)"
    r"|fift(?:y|ies)|penalt(?:y|ies)|header|strike|shots?|runs?|touchdowns?|homer|home\srun"
    r"|three-pointer|basket|equali[sz]er|winner|wins?|victor(?:y|ies)|points?|break"
    r"|fire|airstrikes?|missiles?|rockets?|shells?|bullets|tear\sgas|water\scannons?|artillery)"
)
_REPLY_RE = lazy_re(
    rf"\s(?:with\s)?(?:{_COUNT}\s)?(?:[\w-]+\s){{0,3}}?{_PLAY}\b|\s(?:the\s)?(?:phone|door(?:bell)?)\b"
)
_HOW_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
# What ends a feat, so that it is no clause's subject: "claimed the prize | was rigged".
_AFTER_FEAT = (
    r"(?=[.,;]|\Z|\s(?:in|at|on|with|for|from|after|as|by|to|over|against|of|and|but|when|while|since"
    r"|this|last|off|during|before|apiece|each|again)\b)"
)
# "a 37-ball 50", "three fours and a six", "the ball home"
_HITS_RE = lazy_re(
    rf"\s(?:in)?to\s|\s(?:the|his|her)\s(?:door|phone|brakes|ball)\b"
    rf"|\s(?!the\s)(?:(?:an?|his|her|another|{_HOW_MANY})\s)?(?:[\w-]+\s){{0,2}}?"
    rf"(?:\d{{1,3}}-ball\b|{_HOW_MANY}\s(?:off|not\sout)\b|(?:fours|sixes|maximums|boundar(?:y|ies)|runs|homers?"
    rf"|double|(?:half-)?centur(?:y|ies)|fifty|penalty|free-kick|header|shot|volley|winner|equali[sz]er"
    rf"|knock)(?!\sof\b){_AFTER_FEAT})"
)
_FOR_RE = lazy_re(r"\s(?:for|on)\s(?:the\s)?[A-Z]")  # "summarising | for Radio Lund"
_SUM_RE = lazy_re(r"\s(?:about\s|some\s|nearly\s|more\sthan\s)?[$£€]?\d")
_WORDS = r"\s(?:(?!to\b|that\b|for\b)[\w.,$£€%()’'&+-]+\s){0,6}?"
_GOODS = (
    r"(?:services?|products?|storage|yields?|loans?|mortgages?|discounts?|refunds?|rebates?|software|apps?|classes|courses"
    r"|programs?|programmes?|platforms?|opportunit(?:y|ies)|ways?|access|coverage|protection|options?|fuel|phones?"
    r"|handsets?|smartphones?|vehicles?|cars?|models?|insurance|facilities|treatments?|perks?|prizes?|incentives?|bonus(?:es)?"
    r"|flights?|rooms?|tours?|glimpse|improvements?|technology|devices?|tickets?|membership|subscriptions?|delivery|shipping)"
)
_PRODUCT_RE = lazy_re(
    r"\s(?:(?!about\b|on\b|of\b|for\b|to\b)[\w.,$£€%’'&+-]+\s){0,5}?(?i:phones?|smartphones?|handsets?|cars?|models?|engines?|(?:web\s?)?sites?|computers?"
    r"|robots?|players?|devices?|trucks?|tablets?|laptops?|consoles?|statues?|plaques?|portraits?|logos?|planes?|jets?"
    r"|chips?|apps?|games?|albums?|singles?|products?|vehicles?|collections?|flash\smemory|platforms?)\b"
)
DEEDS: dict[str, re.Pattern[str]] = {
    "reply": _REPLY_RE,
    "respond": _REPLY_RE,
    "answer": _REPLY_RE,
    "retaliate": _REPLY_RE,
    "point": lazy_re(r"\s?(?:to\s)?the\s(?:penalty\s)?spot\b"),
    "call": lazy_re(
        r"\s(?:for\s)?(?:the\sball|the\spuck|a\staxi|a\scab|an\sambulance|a\stime-?out)\b"
        r"|\s(?:his|her|their)\s(?:wife|husband|mother|father|parents|son|daughter|brother|sister|lawyer|doctor|boss)"
        r"(?=[.,]|\s(?:from|on|at|and|to|when|after|before|by|every|again)\b)"
        r"|(?<!\bfor)\san?\s(?:[\w-]+\s){0,2}?(?:strike|halt|truce|elections?|referendum)\b"
        r"|\s(?:[\w’'-]+\s){1,4}?(?:in)?to\s(?:an?|the|his|her|its|their)\s(?:[\w-]+\s)?(?:hotel|office|meeting|bench"
        r"|(?:witness\s)?stand|palace|ministry|headquarters|stage|session|phone|capital)\b(?!\s(?:an?\s|the\s|[\"“]))"
    ),
    # "probes | blast at plant"
    "blast": lazy_re(
        rf"\s(?:at|near|outside|inside|off|over|kills?|injures?|hits?|rips?)\s|{_HITS_RE.pattern}"
    ),
    "slam": _HITS_RE,
    "smash": _HITS_RE,
    # "claimed | five wickets", "claims | the top spot", but "claimed the prize was rigged"
    "claim": lazy_re(
        rf"\s(?:only\s)?(?:an?|the|his|her|their|its|another|{_HOW_MANY})\s(?:[\w’'-]+\s){{0,4}}?"
        rf"(?:wickets?|scalps?|medals?|gold|silver|bronze|titles?|crown|trophy|top\sspot|sets?|prize|\d+m"
        rf"|(?:first|second|third|\w+th|straight|consecutive|ever|away|home)\swins?"
        rf"|podium|pole|lives){_AFTER_FEAT}"
    ),
    # "added | a late penalty", "adding | three assists", but "added the penalty was harsh"
    "add": lazy_re(
        rf"\s(?:an?|another|the|{_HOW_MANY})\s(?:[\w-]+\s){{0,3}}?"
        rf"(?:goals?|conversions?|penalt(?:y|ies)|assists?|tr(?:y|ies)|rebounds|runs?|feather|touchdowns?|free\sthrows?"
        rf"|trophy|wickets?|boundar(?:y|ies)|birdies?){_AFTER_FEAT}"
    ),
    # "announced | his arrival"
    "announce": lazy_re(r"\s(?:his|her|their|its)\sarrival\b"),
    "summarise": _FOR_RE,
    "summarize": _FOR_RE,
    "commentate": _FOR_RE,
    "declare": lazy_re(
        r"\s(?:(?:their|its|his|the)\s(?:\w+\s)?innings\s(?:closed\s)?)?(?:at|on)\s\d"
    ),
    # "signed | a two-year deal", "a $240m (£130m) pact", but "signed a letter saying"
    "sign": lazy_re(
        r"\s(?:[^\s.:;\"“”]+\s){0,7}?(?i:deals?|contracts?|extension|agreements?|accords?|terms|protocol|pacts?"
        r"|treat(?:y|ies)|conventions?|memorandum)\b"
        r"|\s(?:their\s)?(?:[A-Za-z’'-]+\s){1,5}?(?:on\s(?:loan|an?\s)|until\s|from\s|for\san?\s)"
    ),
    # "has posted | a record profit", "was nominated | for a prize"
    "post": lazy_re(
        r"\s(?:[\w.,$£€%’'-]+\s){0,8}?(?:profits?|loss(?:es)?|gains?|rise|jump|increase|earnings|sales|results|growth"
        r"|fall|drop|declines?|income|revenues?|deficit|surplus|inflows?|outflows?|flows|rates?|returns)\b"
    ),
    # "has weighed | on prices", "which counts | Lund among its clients", "hit | a record low"
    "weigh": lazy_re(r"\s(?:on|down)\s"),
    "count": lazy_re(
        r"\s[^.;:\"“”]{2,160}?\s(?:among|as)\s(?:its|their|his|her|one\sof|clients|customers)\b"
    ),
    "hit": lazy_re(r"\s(?:[\w.,$£€%-]+\s){0,4}?(?:highs?|lows?|peaks?|records?|bottom)\b"),
    # "raised | its dividend", "backing | about 30 firms", "supporting | $9 billion of assets"
    "raise": lazy_re(
        r"\s(?:(?:its|their|his|her|the)\s(?:[\w-]+\s){0,3}?(?:dividend|stake|offer|bid|prices?|rates?|capital|money|funds|tax(?:es)?"
        r"|holdings?)\b|[$£€]?\d)"
    ),
    "back": _SUM_RE,
    "support": _SUM_RE,
    # "named | Ana Ruiz chief executive", "filed | for bankruptcy"
    "name": lazy_re(
        r"\s(?:[A-Z][\w.’'-]*,?\s){1,4}(?:[\w’',.-]+\s){0,12}?(?:as\s)?(?:its\s|their\s|the\s)?(?:new\s|next\s|interim\s|acting\s)?"
        r"(?:vice\s)?(?:chief|chairman|chairwoman|president|head|director|CEO|CFO|coach|captain|chair)\b"
    ),
    "file": lazy_re(
        r"\sfor\s(?:[\w-]+\s){0,3}?(?:bankruptcy|protection|divorce|Chapter|reorgani[sz]ation)\b"
    ),
    "nominate": lazy_re(r"\sfor\s"),
    # "will defend | her 800m title", "the defending | champion"
    "defend": lazy_re(
        r"\s(?:[\w’'-]+\s){0,5}?(?:titles?|crowns?|champions?|championship|trophy|break\spoint)\b"
        r"|\s(?:an?|another|the|their|his|her)\s(?:[\w-]+\s){0,2}?(?:total|lead|target)\b"
    ),
    # "saw | its shares surge", "saw | a 3% rise"
    "see": lazy_re(
        r"\s(?:its|their|his|her)\s(?:[\w’'-]+\s){0,4}?(?:shares?|sales|profits?|value|debts?|earnings|revenues?|stake)\b"
        r"|\s(?:an?|the)\s(?:[\w.%-]+\s){0,3}?(?:rise|increase|fall|drop|jump|decline|surge)\s(?:in|of)\b"
    ),
    # "were dismissed | for 128", "shared | a stand of 90"
    "dismiss": lazy_re(r"\s(?:[\w-]+\s){0,9}?for\s(?:an?\s)?(?:\d+\b(?!\s?%)|duck\b|nought\b)"),
    "share": lazy_re(
        rf"\s(?:an?|the|their|{_HOW_MANY})\s(?:[\w-]+\s){{0,2}}?(?:partnership|stand|lead|prize|record|points"
        rf"|wickets|goals|tries|spoils)\b|\stop\sspot\b"
    ),
    "show": lazy_re(
        r"\s(?:an?\s)?(?:straight\s|second\s)?(?:red|yellow)\scard\b"
        r"|\s(?:(?:no|few|some|little|great|real|early)\s)?(?:signs?\sof|courage|patience|restraint|mercy|promise|grit)\b"
    ),
    # "looks | set to win", but "is looking | to sell", "is looking | for a way"
    "look": lazy_re(
        r"(?:(?<=look)|(?<=looks)|(?<=looked)|(?<=looking))\s(?!(?:to|at|for|into|forward|towards?|on|ahead|back|over"
        r"|if|whether|that|how)\b)(?=[a-z])"
    ),
    # "found | a way out", "was found | dead", but "found the way barred"
    "find": lazy_re(
        r"\s(?:(?:an?|the|its|his|her|their|new|no|other|more|much|any|better|another)\s)*"
        r"(?:way(?=\s(?:to|of|around|out|through|into|back)\b)|places?(?=\sto\b)|room(?=\sfor\b)|time(?=\sto\b)"
        rf"|(?:[\w-]+\s)?(?:homes?|jobs?|buyers?|sanctuary|refuge|shelter|success|fame|love|space|comfort|solace){_AFTER_FEAT}"
        r"|dead|alive|nearby|along|near|floating|lying|buried|hanging|unconscious)\b"
    ),
    # "offers | loans to firms", "offering | a way out", but "offered to pay", "offered his thanks"
    "offer": lazy_re(rf"{_WORDS}{_GOODS}\b"),
    "unveil": _PRODUCT_RE,
    "introduce": _PRODUCT_RE,
    "launch": _PRODUCT_RE,
    "release": _PRODUCT_RE,
    # "attacked | an army convoy", "attacked | him with a knife"
    "attack": lazy_re(
        rf"{_WORDS}(?:(?:posts?|bases?|convoys?|patrols?|stations?|vehicles?|barracks|checkpoints?|villages?|towns?|ships?"
        r"|tankers?|trains?|bus(?:es)?|soldiers?|troops|policem[ae]n|guards?|outposts?|wells?|refinery|pipelines?"
        r"|positions\s(?:in|near|on|around))\b|\d+-year-old\b"
        r"|with\san?\s(?:[\w-]+\s)?(?:knife|machete|axe|hammer|gun|bottle)\b)"
    ),
    "tell": lazy_re(r"\s(?:(?:dirty|bad|good|old|his|her)\s)?(?:jokes|lies|fortunes|tales)\b"),
}
