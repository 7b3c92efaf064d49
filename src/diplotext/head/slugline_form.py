"""The lines of sluglines and of raw feeds' headers, a pattern each.

Which words a line must have is in its pattern; lines that are such only over a headline look at it.
"""

from __future__ import annotations

import regex

from diplotext.lazy_pattern import gated_regex

__all__ = [
    "BRACKETED_RE",
    "FORMS",
    "JOINED_RE",
    "SELECTED_RE",
    "SELECTOR_RE",
    "SPACED_RE",
    "STROKES_RE",
    "VERSION_RE",
]

# A header's line may open with "^" and close with "<" or "=": field marks of ANPA 1312 and dpa.
OPEN = r"\^?"
END = r"(?:[ \t\xa0=<]|&[A-Z]{2};)*+(?=[\r\n\x0b\x0c\x85]|$)"
# File number and service of AP's world wire and The New York Times: "w1234  wstm-", "A1234  taf-z".
SERVICE = r"\p{L}\d{4}[ ]{1,2}(?:[&]Cx1f;[ ])?\p{Ll}{2,4}-\p{Ll}?"
TAKE = (
    r"(?P<take>(?:\d{1,2}\s?(?:st|nd|rd|th|ST|ND|RD|TH)|\d)?\s?(?:Ld|LD|ld|Lead|Add|Take|Sub)"
    r"(?:-Writethru|-WRITETHRU|-writethru)?(?:-\w+)*|Bjt|Adv\d*|HFR|Writethru|UPDATE\s\d|WRAPUP\s\d"
    r"|TAKE\s\d|=\s?\d)"
)
# The file line of AP and Kyodo: "z6715-----", "a0105XNSxyz-", "AP-NR-03-01-89 0556EST".
FILE_RE = gated_regex(
    rf"{OPEN}(?P<keywords>)(?:[a-z]\d{{4}}"
    rf"|\p{{Lu}}{{2}}\d{{10}}"  # the serial number of FBIS
    rf"|ZCZC(?:[ ]\p{{Lu}}{{2,4}}\d{{1,4}})?"  # what opens a message of the telex
    rf"|[a-eA-E]\d{{3}}(?=[ \t]*\r?\n\s*(?:[furbdFURBD]\s[a-zA-Z]\s|\^?(?i:BC|AM|PM|AP)-))"
    rf"|[a-zA-Z]\d{{3,4}}(?:-{{2,}}|\p{{Lu}}\p{{L}}{{2,20}}-++)"
    rf"|\p{{Lu}}\d{{3}}\p{{Lu}}{{2}}(?=[ \t]*\r?\n)"  # AP's teletypes of the sixties: "A047WX"
    rf"|\p{{Lu}}{{3}}\s\d\d:\d\d:\d\d\s\d\d-\d\d-\d{{4}}"  # BTA, in two lines
    rf"|\p{{Lu}}{{2}}\d{{4}}\p{{Lu}}{{2}}\.\d{{3}}"
    rf"|(?:AP|UPI)\s\d\d-\d\d-\d\d\s\d\d:?\d\d\s\p{{Ll}}{{3}}"  # UPI: "UPI 03-04-92 10:30 aes"
    rf"|{SERVICE}"
    rf"|(?:AP|UPI)-\d{{2,3}}|\p{{Lu}}{{2,3}}-\p{{Lu}}{{2,4}}-\d\d-\d\d-\d\d\s\d{{4}}\p{{Lu}}{{2,4}}){END}"
    # an archive's line with the selector behind: "A1234 taf-z u f BC-FERRY-NYT 03-04 0212"
    rf"|(?P<keywords>){SERVICE}(?=[ ]{{1,3}}[furbdahs][ ][a-z]{{1,2}}[ ]{{1,6}}\p{{Lu}})"
)
# AP and ANPA 1312: file number, priority and category; cycle designator, keywords, version, date
# and words: "r z BC-BKN--Bay-Hill 1stLd-Writethru 02-20 0500", "BC-BKN--Bay-Hill, 1st Ld,416<".
# Keywords have spaces only before a comma.
ANPA_RE = gated_regex(
    rf"""(?:\^\*\d{{4}}<\s*)?{OPEN}(?:(?P<file>[a-z]{{1,2}}\d{{3,4}})\s*)?
    (?:(?P<priority>[furbdahs])\s+(?P<category>[a-z]{{1,3}})\s*(?:[a-z]{{6,8}}\s+)?)?
    {OPEN}(?:(?P<cycle>BC|AM|PM|AP)-{{1,2}}(?:(?P<keywords>[\p{{Lu}}\d][^\s,<=]{{1,60}})
        |(?P<keywords>[\p{{Lu}}\d][^,\n\r<=]{{1,60}}?)(?=,))
      |(?P<cycle>bc|am|pm|ap)-(?P<keywords>\p{{L}}[\p{{L}}\d-]{{2,40}}))
    (?:(?:,\s?|\s+){TAKE}|,\s?[^,\n\r<=]{{1,30}})*(?:\s+[a-z]\d{{4}})?(?:\s+\d\d?-\d\d?)?
    (?:,?\s*(?P<words>\d{{2,5}}))?{END}""",
    regex.VERBOSE,
)
# Reuters, dpa: words joined by hyphens or strokes, a version in brackets.
REUTERS_RE = gated_regex(
    r"(?:(?P<take>(?:UPDATE|WRAPUP)\s\d{1,2}|CORRECTED|REFILE|REPEAT)-)?"
    r"(?P<keywords>(?:[\p{Lu}\d&.'’]+-){0,5}[\p{Lu}\d&.'’]{2,}/(?:[\p{Lu}\d&.'’]++-?){0,5})"
    rf"(?:\s\((?P<take>(?=[^()\n]*\p{{Lu}}{{2}})[^()\n]{{2,60}})\))?(?:\s?(?P<take>=\s?\d))?{END}"
    rf"|(?P<keywords>\p{{Lu}}{{3,}}(?:[ ]\p{{Lu}}{{3,}}){{1,2}}/){END}"  # "NORWAY FERRY/"
    r"|(?P<keywords>(?:[\p{Lu}\d&.'’]+-){1,5}[\p{Lu}\d&.'’]{2,})"
    rf"\s\((?P<take>(?:URGENT|LEAD|UPDATE|CORRECTED|REFILE|PIX|TV|GRAPHIC)\b[^()\n]{{0,50}})\){END}"
)
# AFP: words joined by hyphens, and behind a comma what the take is: "Norway-ferry,2ndlead".
AFP_RE = gated_regex(
    r"(?P<keywords>(?:[\p{L}\d&.'’]+-){1,6}[\p{L}\d&.'’]+),\s?(?P<take>(?i:(?:\d(?:st|nd|rd|th)?\s?)?(?:lead|ld|writethru|add)"
    r"|bgt|bjt|newseries|sched|advisory|wrap|urgent|alert|focus|advancer|roundup|writethru)(?:-(?i:wrap|urgent|update|\d?lead|focus))?)"
    rf"{END}"
)
STROKES_RE = gated_regex(
    rf"(?P<keywords>\p{{L}}[\p{{L}} -]{{1,30}}(?:/\p{{L}}[\p{{L}} -]{{1,30}}){{1,5}}/){END}"
)
# AFP of the eighties and nineties: "rig-norway", "Norway-rig", "fbl-NOR" over the headline.
LOWER_RE = gated_regex(
    rf"(?P<keywords>(?:\p{{Ll}}{{3,}}|\p{{Lu}}\p{{L}}+)(?:-[\p{{Ll}}\d]{{2,}}){{1,3}}|\p{{Ll}}{{3,5}}(?:-\p{{Lu}}{{3}}){{1,2}}(?:-[\p{{Ll}}\d]{{2,}}){{0,2}}){END}(?=\s*\p{{Lu}}(?:[^\n]{{10,120}}[^.\n]\n|[^\n()]{{2,50}}\(AFP\)))"
)
# PTI: "DEL31 BIZ-MINE-STRIKE", in one line or two. PA: page, category, keyword ("1 COURTS Trawler")
# over a headline in capitals.
PTI_RE = gated_regex(
    rf"(?P<file>\p{{Lu}}{{3}}\d{{1,3}})\s{{1,3}}"
    rf"(?P<keywords>\p{{Lu}}{{2,}}(?:-[\p{{Lu}}\d]{{2,}}){{1,5}}(?:[ ]\p{{Lu}}{{2,}}){{0,2}}){END}"
)
PA_RE = gated_regex(
    rf"\d{{1,2}}\s(?P<category>\p{{Lu}}{{4,12}})\s(?P<keywords>\p{{Lu}}\p{{Ll}}+(?:\s\p{{L}}+)?){END}"
    r"(?=\s+[\p{Lu}\d][^\p{Ll}\n]{10,80}\n)"
)
# The head of PTI's telex: priority and desks, town and file, keywords, a line each.
TELEX_RE = gated_regex(
    r"(?:\p{Lu}{3}(?:[ ]\p{Lu}{3}){1,3}[ \t]*\r?\n[ \t]*)?"
    rf"\.\p{{Lu}}[\p{{Lu}} ]{{2,24}}[ ](?P<file>\p{{Lu}}{{2,4}}\d{{1,3}}){END}"
    rf"(?:\r?\n[ \t]*(?P<keywords>\p{{Lu}}{{2,}}(?:-[\p{{Lu}}\d]{{2,}}){{0,5}}){END})?+"
)
# SAPA: words of capitals and three or more of them, over a headline: "S AFRICA-HARBOUR-STRIKE".
CHAIN_RE = gated_regex(
    rf"(?P<keywords>\p{{Lu}}[\p{{Lu}}.]*(?:\s\p{{Lu}}{{2,}})?(?:-[\p{{Lu}}\d]{{3,}}){{2,4}}){END}(?=\s+[^\n]{{10,120}}[^.\n]\n)"
)
# One word in capitals over a headline that has it: "TRAM" over "Runaway tram kills driver".
WORD_RE = gated_regex(
    rf"(?P<keywords>\p{{Lu}}{{3,16}}){END}(?=\s*\n\s*(?=[^\n]{{0,120}}\p{{Ll}})(?:[^\n.]{{0,100}}[^\w\n])?(?i:(?P=keywords))\b(?:[^\n]{{0,120}}[^.\n])?\n)"
)
# Words of capitals over a headline that has the first or the last: "NORWAY-FERRY".
PAIR_RE = gated_regex(
    rf"(?P<keywords>(?P<first>\p{{Lu}}{{3,}})(?:-\p{{Lu}}{{2,}}){{0,2}}-(?P<last>\p{{Lu}}{{5,}})){END}"
    r"(?=[ \t\r]*\n\s*(?=[^\n]{0,120}\p{Ll})[^\n]{0,100}\b(?i:(?P=first)|(?P=last)))"
)
# Takes of old teletypes and desks: "FERRY 1ST ADD OSLO", "FERRY-2NDLD", "1stadd-ferry",
# "Ferry, take 2 of 3".
TAKE_RE = gated_regex(
    r"(?P<keywords>\p{Lu}{2,}(?:-\p{Lu}{2,}){0,4})(?:,[ ]?|[ -]|[ ]\()"
    r"(?P<take>(?:\d(?:ST|ND|RD|TH)|FIRST|SECOND|THIRD)\s?(?:LD|LEAD|ADD|TAKE|SUB|INSERT)(?:-WRITETHRU)?)"
    rf"\)?(?:[ ,]{{1,2}}\p{{Lu}}{{2,}}){{0,2}}(?:[ ]\d\d?-\d\d?)?(?:[ ]\d{{3,5}})?{END}"
    rf"|(?P<take>\d(?:st|nd|rd|th)(?:add|ld|lead))-(?P<keywords>\p{{Ll}}{{3,}}){END}"
    rf"|(?P<keywords>\p{{L}}+(?:-\p{{L}}+){{0,3}}),[ ](?P<take>(?i:take\s\d(?:\sof\s\d)?)){END}"
)
# Knight Ridder: "BIZ-HARBOUR:BZ"; "MINE-FLOOD" over a headline of capitals; Catholic News Service:
# "TRAM-CRASH Mar-18-1998 (340 words) xxxn".
WORDS_RE = gated_regex(
    rf"(?P<keywords>\p{{Lu}}{{2,}}(?:-\p{{Lu}}{{2,}}){{1,3}})(?::\p{{Lu}}{{2,3}}{END}|{END}(?=\s*\n\s*(?:\p{{Lu}}\S*\s){{3,}}\S[^\n]{{0,100}}[^.\n]\n))"
    rf"|(?P<keywords>\p{{Lu}}+(?:-\p{{Lu}}+){{0,4}})(?:\s\((?P<take>\p{{Lu}}+)\))?\s\p{{Lu}}\p{{Ll}}{{2}}-\d{{1,2}}-\d{{4}}\s\([\d,]{{2,6}}\swords\)[^\n\r=<]{{0,60}}{END}"
)
# The selector of AP's teletypes before 1980: "R A BYLUIVCZC".
SELECTOR_RE = gated_regex(
    rf"(?P<priority>[furbdFURBD])\s(?P<category>[a-zA-Z])\s(?P<keywords>)(?:[a-z]{{6,16}}|\p{{Lu}}{{6,16}})(?:\s[aA]\d{{3,4}})?{END}"
)
# AP of the nineties and since, over a headline that has the first word or the last (at least their
# first letters), or one with AP's dateline below: "Norway-Ferry-Ice" over "Ferry Sinks Off Norway".
HEADLINE_BELOW = r"(?=[ \t\r]*\n\s*(?![Bb][Yy][ ])\p{Lu}[^\n]{6,120}[^.\s][ \t\r]*\n)"
JOINED_RE = gated_regex(
    r"(?P<keywords>(?=\S*\p{Ll})(?:\p{Lu}{2}|(?P<first>\p{Lu}[\p{L}'’]{2,3})[\p{L}'’]*)"
    r"(?:-{1,2}[\p{Lu}\d][\p{L}\d.'’&]*){0,4}"
    r"-{1,2}(?:\p{Lu}{2}|(?P<last>\p{Lu}\p{L}{2,3})[\p{L}\d'’]*))"
    rf"{END}{HEADLINE_BELOW}(?=\s*(?=[^\n]*\p{{Ll}})"
    r"(?:[^\n]*\b(?i:(?P=first)|(?P=last))"
    r"|[^\n]*\n\s*\p{Lu}[^\n()]{2,60}\(AP\)\s?[-–—_]))"
)
# Behind a header's file line: the selector, what the line is cut to, day and words ("u i   URGENT
# 08-07 0122"), and AP's slug whose words are not joined: "BC-Norway-Harbour Ice".
SELECTED_RE = gated_regex(
    rf"(?P<priority>[furbdahs])\s(?P<category>[a-z]{{1,2}})\s{{1,6}}(?P<keywords>\p{{Lu}}[^\n\r<=]{{2,40}}?)\s{{2,}}\d\d-\d\d\s(?P<words>\d{{2,5}}){END}"
)
SPACED = rf"(?:BC|AM|PM|AP)-{{1,2}}(?P<keywords>[\p{{Lu}}\d][^\n\r<=]{{1,70}}?){END}"
SPACED_RE = gated_regex(SPACED)
# The same over the file line, where an archive keeps the slug apart.
SPACED_FIRST_RE = gated_regex(rf"{SPACED}(?=\s+{SERVICE})")
# UPI's keyword under its file line: "(FERRY)".
BRACKETED_RE = gated_regex(rf"\((?P<keywords>\p{{Lu}}{{3,16}})\){END}")
# IPTC 7901: [SOH] source and number, priority, category, words, free text; keywords; [STX]
IPTC_RE = gated_regex(
    r"""\x01?[ ]?(?P<file>\p{L}{3}\d{3,4})\s(?P<priority>[1-9])\s(?P<category>\p{L}{1,3})
    \s(?P<words>\d{1,5})(?:\s[^\n\r\x02]{0,60})?(?:\r?\n){1,2}
    (?:(?P<keywords>[^\n\r\x02]{2,80}?)[ ]?=?[ ]?\r?\n(?=[\s\x02]))?(?:\s*\x02)?""",
    regex.VERBOSE,
)
LABEL_RE = gated_regex(
    rf"(?:Slug(?:line)?|SLUG(?:LINE)?|Keywords?|KEYWORDS?)\s?:\s?(?P<keywords>[^\n\r]{{2,120}}?){END}"
)
# The version on a line for itself, under the keywords or alone: "REFILE", "1ST LEAD".
VERSION_RE = gated_regex(
    r"(?:\$?(?i:adv)\s?\d{1,2}|TAKE\s\d(?:\sOF\s\d)?|REFILE|REPEAT|CORRECTION|CORRECTED|URGENT|BULLETIN(?:\sMATTER)?|FLASH|ADVISORY|NEWSALERT"
    r"|\d(?:ST|ND|RD|TH)\s(?:LEAD|LD|ROUNDUP|UPDATE|TAKE)(?:\sADD)?"
    rf"|\d(?:st|nd|rd|th)\s(?:[Ll]ead|[Ll]d)|(?:FIRST|SECOND|THIRD|FOURTH)\s(?:LEAD|LD)){END}"
)

# In this order: the fuller header before the one that it contains.
FORMS: tuple[regex.Pattern[str], ...] = (
    IPTC_RE,
    FILE_RE,
    ANPA_RE,
    REUTERS_RE,
    AFP_RE,
    TELEX_RE,
    PTI_RE,
    PA_RE,
    CHAIN_RE,
    WORDS_RE,
    WORD_RE,
    PAIR_RE,
    TAKE_RE,
    LOWER_RE,
    LABEL_RE,
    SPACED_FIRST_RE,
)
