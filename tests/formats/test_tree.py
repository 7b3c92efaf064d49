"""The tree for the eye: its lines, their width, and that no story can repaint the terminal."""

from hypothesis import given
from hypothesis import strategies as st
from tests.formats.sample import ARTICLE, EMPTY
from tests.strategies_model import articles

from diplotext.formats.tree import to_tree
from diplotext.model import Article, Residue

EXPECTED = """\
port.txt
├─ slugline     PORT-STRIKE/
├─ headline     UPDATE 1-Dockers end strike & go back: union
├─ byline       By Maria Solano
├─ dateline     LIMA, March 14 (Reuters) -
│  ├─ place Lima, PE
│  ├─ agency Reuters
│  └─ date 2024-03-14
├─ paragraphs   2 (1 sentence)
├─ quotations   2
├─ attributions 3
│  ├─ Tomas Reyes said  [direct]
│  │  └─ "We got <what> we came for," … "Nobody called it a 'win'."
│  ├─ Tomas Reyes (He) said  [indirect]
│  │  └─ that ships would sail
│  └─ union  [indirect, headline, 2024-03-14]
│     └─ Dockers end strike & go back
├─ speakers     1
│  └─ Tomas Reyes  [person, union leader, Port Union; 2 mentions]
├─ editing      Jonas Weiler, Lima
├─ correction   CORRECTION: nine days, not eight
└─ residue      Read more"""


def test_the_story():
    assert to_tree(ARTICLE, name="port.txt") == EXPECTED


def test_nothing_in_it_is_its_name():
    assert to_tree(EMPTY, name="empty.txt") == "empty.txt"


def test_no_story_repaints_the_terminal():
    text = "\x1b[2J\u202ego\x07\ud800"
    tree = to_tree(Article(text, 0, len(text), residue=(Residue(text, 0, len(text)),)))
    assert tree.endswith("\ufffd[2J\ufffdgo\ufffd\ufffd")


@given(articles(), st.integers(20, 100))
def test_no_line_is_too_wide_or_cut_by_the_story(article, width):
    tree = to_tree(article, width=width)
    assert all(len(line) <= width for line in tree.split("\n"))
    assert tree.split("\n") == tree.splitlines()
