"""Debris of transport is read as what it stands for; ranges are those of the story as given."""

import html
import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stories import TEXTS, stories

import diplotext
from diplotext.debris import without_debris
from diplotext.debris_table import LETTER, STANDS_FOR
from diplotext.formats import to_json
from diplotext.model import Residue

_LIGATURES = {"fi": "\ufb01", "ff": "\ufb00", "fl": "\ufb02"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("&quot;No,&quot; said AT&amp;T&#8217;s &#x41;&nbsp;B", '"No," said AT&T’s A B'),
        ("â€œNo,â€\x9d it â€˜wasâ€™ â€” so â€¦", "“No,” it ‘was’ — so …"),
        ("â€œNo,â€ she said.", "“No,” she said."),
        ("LIMAÂ\xa0(AP)", "LIMA (AP)"),
        ("\x93No,\x94 it\x92s \x91so\x92 \x96\x97", "“No,” it’s ‘so’ –—"),
        ('\\"No,\\" it\\\'s a C:\\ drive', '"No," it\'s a C:\\ drive'),
        ('""No,"" she said. ""It sank.""', '"No," she said. "It sank."'),
        ("?It?s late,? said Roe?s aide. ?Go ? now.?", "“It’s late,” said Roe’s aide. “Go — now.”"),
        (
            "Jon ?Ace? Roe said it?s a ?hunt?, he?s sure.",
            "Jon “Ace” Roe said it’s a “hunt”, he’s sure.",
        ),
        (
            "\ufffdIt\ufffds late,\ufffd said O\ufffdRoe \ufffd a \ufffdvet\ufffd \ufffd of Beyonc\ufffd in S\ufffdo.",
            "“It’s late,” said O’Roe — a “vet” — of Beyoncꟺ in Sꟺo.",
        ),
        ("ÒItÕs late,Ó said OÕRoe Ñ ÒGo.Ó", "“It’s late,” said O’Roe — “Go.”"),
        ("ï¿½No,ï¿½ itï¿½s, â??No,â?? itâ??s", "“No,” it’s, “No,” it’s"),
        ("Ã¢â‚¬Å“No,Ã¢â‚¬\x9d itÃ¢â‚¬â„¢s, Ã¢Â\x80Â\x99", "“No,” it’s, ’"),
        ("‚ÄúNo,‚Äù it‚Äôs ‚Äî A¬†B", "“No,” it’s — A B"),
        (
            "it\\u2019s \\u201cNo\\u201d caf\\u00e9\\u00a0so\\n\\nThe port",
            "it’s “No” café so\n\nThe port",
        ),
        ("it<U+2019>s<U+00A0>so<U+FEFF>", "it’s so"),
        ("&amp;quot;No&amp;quot; it&amp;#8217;s R&amp;amp;D", '"No" it’s R&D'),
        (
            "By . Ann B. Roe . and Bo Li . PUBLISHED: . 07:43 EST, 5 March 2013 . The ferry . It sank .",
            "By Ann B. Roe and Bo Li\nPUBLISHED:\n07:43 EST, 5 March 2013\nThe ferry . It sank .",
        ),
        ("By . the sea . It sank .", "By . the sea . It sank ."),
        ("&UR; By ANN ROE &QC;\nw1234 &Cx1f; wstm- &AB;", " By ANN ROE \nw1234  wstm- &AB;"),
        (
            "´´No,´´ it´s the ports´ ´fate´, itʼs it`s it′s so",
            "“No,” it’s the ports’ ‘fate’, it’s it’s it’s so",
        ),
        (
            ",,No,'' said Roe. <<Go,>> he said. ‘‘It’s late.’’",
            "„No,'' said Roe. «Go,» he said. “It’s late.”",
        ),
        ("a non‑stop co‐op, so − he said − it is", "a non-stop co-op, so – he said – it is"),
        ("JosÃ© PeÃ±a, Å\xa0 Ä‡ Ã‰ric", "José Peña, Š ć Éric"),
        ("Jose\u0301 Pen\u0303a, e\u0301t", "José Peña, ét"),
        ("it&#8217s so &#8211 no", "it’s so – no"),
        ("It isn?t ?dead?, she?s sure. ?Why??", "It isn’t “dead”, she’s sure. “Why?”"),
        ("It bid ?32,000 crore (?3m) for it?", "It bid $32,000 crore ($3m) for it?"),
        ("=93No,=94 it=92s the po=\nrt =97 so =3D.", "“No,” it’s the port — so =."),
        ("=E2=80=9CNo,=E2=80=9D it=E2=80=99s A=C2=A0B=20\nC", "“No,” it’s A B \nC"),
        ("\ufeffThe res\xadcue failed.\u200b It rained.", "The rescue failed. It rained."),
        (
            "<p>The <b>port</b> shut.</p><p class='x'>It rained.<br/>Roe</p>",
            "\nThe port shut.\n\nIt rained.\nRoe\n",
        ),
        (
            "<!DOCTYPE html>\n<html><body><main>The port shut.</main></body></html>",
            "\n\n\n\n\nThe port shut.\n\n\n",
        ),
        ('<a href="https://example.com/a?b=c">Roe</a> said <EM>no</em>.', "Roe said <EM>no."),
        (
            "**Ana Ruiz** told [the *Port* Gazette](https://example.com/a_b) so.",
            "Ana Ruiz told the *Port* Gazette so.",
        ),
        ("# Ferry sails\n\n## Why\nIt can.", "Ferry sails\n\nWhy\nIt can."),
        ("<P>\nThe port shut.\n</P>", "\n\nThe port shut.\n\n"),
        ("â\x80\x9cNo,â\x80\x9d itâ\x80\x99s â\x80\x94 Â\xa0", "“No,” it’s —  "),
        (
            "Roe wrote:\n> The port\n> shut.\n>\n> It rained.",
            "Roe wrote:\nThe port\nshut.\n\nIt rained.",
        ),
        ("\ufeff> It shut.\n>\n> It rained.\n> Roe", "It shut.\n\nIt rained.\nRoe"),
        (">> It shut.\r\n>>\r\n> > It rained.\r\n", "It shut.\n\nIt rained.\n"),
        ("By\xa0Ana\u2009Roe,\u202f3\u3000May", "By Ana Roe, 3 May"),
        (
            "OSLO (AP) _ The mayor _ a vet _\nsaid so _ no.",
            "OSLO (AP) — The mayor — a vet —\nsaid so — no.",
        ),
        ("The of\ufb01ce\ufb03\xa0of", "The officeffi of"),
        ("Roe  said\xa0 so \xa0 today.  It\xa0\xa0rained.", "Roe said so   today. It rained."),
        (
            "Roe said \t\nso. \r\nIt rained.\rIt\u2028shut.\f",
            "Roe said\nso.\nIt rained.\nIt\nshut.\n",
        ),
    ],
)
def test_debris(text, read):
    assert without_debris(text)[0] == read


@pytest.mark.parametrize(
    "text",
    [
        "AT&T; Q&A; R&D",
        "Õunapuu and Ó Briain met ÓSCAR in São Paulo, DON'T PANIC, Ò Ó",
        "C:\\new\\users\\ulf, \\ud83d\\ude00",
        "6′ 4″ and 6`4, x ´ y, a ,, b, 1<<2, 4 >> 2, ``No'' ‘Dogs’ home’",
        "Why? He knew. Did it ? Is it?s name? ?",
        "Ana (born ? - died 1980) asked: Who?",
        'The field "" is empty.',
        '"He said ""no,"" she said." "So?"',
        "By ANN ROE=\n^AP Writer=\nx=92, y=95",
        "https://example.com/?id=20\n1+1=2, so be it=\n",
        "&c; &notit; &unknown; &quot",
        "château, Âge, été",
        "a line\x85and another, \x80 \x99",
        "& ; &#; &#x;",
        ">> ROE: The port shut.\n>> LI: When?\n>> ROE: On Monday.",
        "It shut.\n\n> It rained.\n>\n> It snowed.\n\nIt thawed.\n\nIt shut.\n\nIt opened.",
        "> It rained.\n>\nIt snowed.",
        "&fjlig;",
        "    OSLO, May 3 - It rained.\n    It shut.\n \n\t\n",
        "He signed ____ and _ _ on\n_ the first\n _ the second, in snake_case _fast_.",
        "Corn    4,500   +20\nRice\t1,200\t-5",
        "*** Ice shuts port ***",
        "[The mayor](said) he [left] (https://example.com).",
        "Barnes Group <B>, Phillips <P> and BR <BR> rose.",
        "<!DOCTYPE and so on, <!doctypes>, <bodyguard>, <titles>",
        "It rained.\n# # #\n# 30 #\n###\n#harbour, the #1 ship, C# and so on # 5",
        "a < b and c > d, <0#.INDEX>, <harbour>, <pre-tax>, < p >",
    ],
)
def test_what_is_none_stays(text):
    read, offsets = without_debris(text)
    assert read is text
    places = list(range(len(text) + 1))
    assert list(map(offsets.start, places)) == list(map(offsets.end, places)) == places


TYPED = "´ʼ＇`′?,<>_‘’\ufffd"  # for marks, by where they stand


@given(TEXTS)
def test_offsets_rise_and_every_character_is_found_again(text):
    escaped = html.escape(text)
    read, offsets = without_debris(escaped)
    starts = [offsets.start(at) for at in range(len(read))]
    ends = [offsets.end(at + 1) for at in range(len(read))]
    assert starts == sorted(set(starts))
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    for start, end, character in zip(starts, ends, read, strict=True):
        printed = escaped[start:end]
        blank = " " if printed.isspace() else None
        once = html.unescape(printed)
        composed = unicodedata.normalize("NFC", printed)
        marks = (printed, once, html.unescape(once), STANDS_FOR.get(printed), blank, composed)
        if re.fullmatch(LETTER, printed):
            continue
        assert character in marks or (printed[0] in TYPED and character in "‘’“”—$„«»")


@settings(max_examples=50)
@given(stories())
def test_an_escaped_story_has_the_same_nodes(story):
    usual, escaped = diplotext.parse(story.text), diplotext.parse(html.escape(story.text))
    nodes = [(type(node), html.unescape(node.text)) for node in escaped.walk()]
    assert nodes == [(type(node), node.text) for node in usual.walk()]
    assert all(node.document is escaped.document for node in escaped.walk())
    assert [s.name for s in escaped.speakers] == [s.name for s in usual.speakers]


@settings(max_examples=50)
@given(
    stories(),
    st.sampled_from(["\xa0", "\u2009", "\u202f", "  ", "\xa0 "]),
    st.sampled_from(["\r\n", "\r", "\u2028", " \n", "\t\r\n"]),
)
def test_blanks_and_line_ends_of_any_sort_change_no_node(story, blank, line_end):
    usual = diplotext.parse(story.text)
    # Two blanks are for one between words, not before a line.
    printed = re.sub(r"(?<=\S) (?=\S)", blank, story.text).replace("\n", line_end)
    other = diplotext.parse(printed)
    seen = [(type(node), node.text.split()) for node in other.walk()]
    assert seen == [(type(node), node.text.split()) for node in usual.walk()]
    assert [s.name for s in other.speakers] == [s.name for s in usual.speakers]


@settings(max_examples=50)
@given(stories())
def test_ligatures_change_no_node(story):
    usual = diplotext.parse(story.text)
    typeset = diplotext.parse(re.sub("fi|ff|fl", lambda m: _LIGATURES[m.group()], story.text))
    seen = [(type(node), unicodedata.normalize("NFKD", node.text)) for node in typeset.walk()]
    nodes = [(type(node), unicodedata.normalize("NFKD", node.text)) for node in usual.walk()]
    assert seen == nodes
    assert [s.name for s in typeset.speakers] == [s.name for s in usual.speakers]


@settings(max_examples=50)
@given(stories())
def test_what_has_no_width_changes_no_node(story):
    usual = diplotext.parse(story.text)
    unseen = diplotext.parse("\ufeff" + story.text.replace(" ", "\u200b ").replace("p", "\xadp"))
    first, rest, *nodes = unseen.walk()
    assert (first.text, rest.text) == (unseen.document, "\ufeff")
    seen = [(type(n), n.text.replace("\u200b", "").replace("\xad", "")) for n in nodes]
    assert seen == [(type(node), node.text) for node in usual.walk()][1:]
    assert [s.name for s in unseen.speakers] == [s.name for s in usual.speakers]


@settings(max_examples=50)
@given(stories())
def test_tags_change_no_node(story):
    usual = diplotext.parse(story.text)
    lines = (f"<p><span id=x>{line}</span></p>" for line in story.text.split("\n\n"))
    tagged = diplotext.parse("".join(lines))
    seen = [(type(n), re.sub("<.*?>", "", n.text)) for n in tagged.walk() if type(n) is not Residue]
    assert seen[1:] == [(type(node), node.text) for node in usual.walk()][1:]
    assert [s.name for s in tagged.speakers] == [s.name for s in usual.speakers]
    tags = {rest.text for rest in tagged.residue}
    assert all(re.fullmatch("(<.*?>)+", tag) for tag in tags), tags


def test_a_letter_that_was_lost_is_not_made_up():
    text = "“It is late,” said Ana Gonz\ufffdlez. Gonz\ufffdlez left. “No,” she added."
    text = "S\ufffdO TOM\ufffd (Reuters) - " + text
    article = diplotext.parse(text.replace("“", "\ufffd").replace("”", "\ufffd"))
    assert "ꟺ" not in to_json(article)
    assert [a.speaker.name for a in article.attributions] == ["Ana Gonz\ufffdlez"] * 2
    assert article.attributions[0].source.text == "Ana Gonz\ufffdlez"


def test_letters_with_their_accent_apart_are_composed_in_names():
    article = diplotext.parse("“It is late,” said Jose\u0301 Pen\u0303a.")
    assert article.speakers[0].name == "José Peña"
    assert article.attributions[0].source.text == "Jose\u0301 Pen\u0303a"
