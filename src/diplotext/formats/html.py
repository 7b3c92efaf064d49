"""The article as a page of HTML: the whole story, with who said what marked and a list under it."""

from __future__ import annotations

from html import escape

from diplotext.formats.body import check_article, content_of, headline_of, one_line
from diplotext.highlight import printable, to_fragment
from diplotext.model import Article, Attribution

__all__ = ["to_html"]

PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ max-width: 45em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 serif }}</style>
</head>
<body>
<article>
{story}
</article>
{list}</body>
</html>
"""


def to_html(article: Article, *, language: str = "en") -> str:
    """A whole page; everything of the story is escaped.

    >>> page = to_html(Article("<b>", 0, 3))
    >>> "&lt;b&gt;" in page, "<b>" in page
    (True, False)
    """
    check_article(article)
    page = PAGE.format(
        language=escape(language),
        title=escape(headline_of(article) or "Story"),
        story=to_fragment(article.document, article.attributions),
        list=_list(article),
    )
    return printable(page)


def _list(article: Article) -> str:
    items = "\n".join(_item(attribution) for attribution in article.attributions)
    return f"<h2>Who said what</h2>\n<ol>\n{items}\n</ol>\n" if items else ""


def _item(attribution: Attribution) -> str:
    speaker, source = attribution.speaker, attribution.source
    named = speaker.name if speaker else source.text if source else "unknown"
    content = escape(content_of(attribution))
    return f"<li><b>{escape(one_line(named))}</b> ({attribution.kind}): {content}</li>"
