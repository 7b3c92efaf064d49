"""Sentences: where they end and where they do not."""

from __future__ import annotations

import pytest

from diplotext.body.sentence import split_sentences
from diplotext.body.token import tokenize


def sentences(text):
    return [text[a:b] for a, b in split_sentences(tokenize(text, [(0, len(text))])[0])]


@pytest.mark.parametrize(
    "parts",
    [
        ["Nobody was hurt.", "[Passage omitted] They left."],
        ["“Rain fell.", "[They] left.”"],
        ["Rain fell.", "Nobody came."],
        ["He met Sen. Ruth Okafor in Lima.", "She smiled."],
        ["He met Brig. Gen. Arne Holm and Tech. Sgt. Ida Roe.", "They smiled."],
        ["Kvik police Adj. Sr. Comr. Ana Sol spoke.", "Engr. Bo Sund did not."],
        ["He was at Lund Tech.", "Holm was not."],
        ["He bought it from Kvik Corp.", "More such deals will follow."],
        ["It ends at 10 p.m.", "Last year it ended at nine."],
        ["Exports to the U.S. To build ports costs more."],
        ["Kvik Corp. Chief Executive Ruiz left.", "Gov. Last stayed."],
        ["Moody's downgraded Kvik Corp.", "Lund Bank said it was late."],
        ["The stake was sold to Kvik Inc.", "Holm shares rose."],
        ["The stake was sold by Kvik Inc. Vice President Ana Roe."],
        ["It was said by Kvik Inc. spokeswoman Ana Roe.", "It failed."],
        ["Kvik Corp. Lund said it was late."],
        ["The stake was sold to Kvik Corp. KVK.N rose."],
        ["Kvik ( KVK.I ) and Lund LUN.MM rose.", "Holm ( HLM.A ) fell."],
        ["It was led by James B. Cunningham of Ohio.", "It failed."],
        ["In Lund v. Norland the court was split.", "It failed."],
        ["They flew to the U.S.", "The talks began."],
        ["Prices in the U.S. And Japan rose."],
        ["The Peoria, Ill.-based firm left.", "Nobody came."],
        ["He lives in Peoria, Ill.", "- Ann Roe does not."],
        ["They left at 3 p.m.", "And nobody saw them."],
        ['"Why?" he said.', '"Because."'],
        ["“Enough!” she shouted.", "The crowd left."],
        ["It rose 3.5 percent.", "In May it fell."],
        ["He was born on Jan. 3 in Oslo."],
        ["Is it so?", "It is."],
        ["He paused... and went on."],
        ["He paused ... Then he went on."],
        ["Marsh may return Tuesday. ...", "Dalby fell to 3-12.", "It rained..."],
        ["Marsh left. ... and nobody saw him.", "It rained....", "Nobody came."],
        ["The talks,\nheld in a hotel,\nfailed.", "Both sides left."],
        ["One line without a stop"],
        ["POINTS:", "* Output fell 2 pct", "* Shares rose in the U.S.", "* “We sell,” he said."],
        ["The grade is A * and not 2 * 3."],
        ["E*Kvik and E*Lund rose *** and fell."],
        ["Output fell.", "* Shares rose."],
        ["Smt. Meera Rao met Shri. A. K. Sen and Md. Rafiq.", "They spoke."],
        ["Brgy. Capt. Lim, Sec. Cruz and Sta. Ana met.", "Mme. Falk did not."],
        ["Tn. Hadi met Drs. Sudi.", "Lund Univ. Prof. Eva Moe did not."],
        ["She lives in Baltimore, Md.", "Police came."],
        ["Col. (ret.) Jan Wilk came.", "He is a colonel (ret.)", "The army is not."],
        [
            "Fares fell.",
            "eLund cut them.",
            "It is an iKvik.",
            "1st came Berg; cf. p. 4 vs. e.g. one.",
        ],
        ["The fee is Rs. 500 and the fine Tk. 900.", "It was Rs.", "They paid."],
        ["See para. 3 and pp. 4-6 (est. 1920).", "It is long.", "12 men came."],
        ["Saranga Pvt. Ltd. and Lund Bros. Inc. bid.", "Kvik N.V. did not."],
        ["1. The court sits on Friday.", "It rules in May."],
        ["It rained in 1990.", "The court sat."],
        ["It was Plan B.", "Then came Plan C."],
        ["It was late.", "DEALER REVIEW", "There are few dealers."],
        ["It was late.", "OUTLOOK", "The outlook is grim."],
        ["It was late.", "UNICEF Director Moe left."],
        ["It was late.", "NATO AWACS Commander Karl Berg left."],
        ["It was late.", "NO OTHER WAY OUT", '"We tried," Berg said.', "No way."],
        ["It bid for Kvik Corp.", "DELAYED PAYMENTS", "Lund pays late.", "It is delayed."],
        ["They met.", "CREDIBILITY GAP", "EU states left.", "EU states came."],
        ["Talks ran.", "A TURNING POINT", "A NATO ship came."],
        ["Talks ran.", "$300 MILLION PROJECT", "Shares rose."],
        ["Orders rose.", "* Prices fell.", "* Nobody bought."],
        ["G. K. Pillai and M. A. Naqvi spoke.", "So did I.", "A ship came."],
        ["It closed at NOK83.50, Rs1.2bn and N3.5 billion.", "KSh1.5m is owed."],
        ["She lives on Lund St.", "The mayor lives in St. Paul, Minn.", "It is cold."],
        ["“‘No,’ he said.", "‘Never.’", "I left.”"],
        ["Others (cf. Table 2) left the U.S.", "Many came."],
    ],
)
def test_split(parts):
    assert sentences(" ".join(parts)) == parts


def test_a_quotation_keeps_its_closing_mark():
    assert sentences('He said: "It works." Then he left.') == [
        'He said: "It works."',
        "Then he left.",
    ]


def test_nothing_in_nothing():
    assert sentences("") == []
    assert sentences(" \n ") == []
