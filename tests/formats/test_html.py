"""The page: escaped, whole, readable by a parser."""

from html.parser import HTMLParser

from hypothesis import given
from tests.formats.sample import ARTICLE, EMPTY
from tests.strategies_model import articles

from diplotext.formats.html import to_html


class Tags(HTMLParser):
    """Which tags open, and the text of the whole."""

    def __init__(self):
        super().__init__()
        self.opened, self.texts = [], []

    def handle_starttag(self, tag, attrs):
        self.opened.append(tag)

    def handle_data(self, data):
        self.texts.append(data)


def read(page):
    tags = Tags()
    tags.feed(page)
    return tags


def test_the_story():
    page = to_html(ARTICLE, language="en-GB")
    assert page.startswith('<!doctype html>\n<html lang="en-GB">')
    assert "<title>Dockers end strike &amp; go back: union</title>" in page
    assert "<li><b>Tomas Reyes</b> (direct): &quot;We got &lt;what&gt; we came for" in page
    assert "<li><b>union</b> (indirect): Dockers" in page
    assert "what" not in read(page).opened


def test_nothing_said_has_no_list():
    assert "<ol>" not in to_html(EMPTY)
    assert "<title>Story</title>" in to_html(EMPTY)


@given(articles())
def test_only_our_own_tags_open(article):
    known = {"html", "head", "meta", "title", "style", "body", "article", "div", "mark", "h2"}
    page = to_html(article)
    assert set(read(page).opened) <= known | {"ol", "li", "b"}
    page.encode()
