"""Posts that a page embeds: `We go on. — Ana Marsh (@anamarsh) March 3, 2019`.

The name, the handle and the day end the paragraph or stand in the next; what stands before is the
post, without marks. The dash is the cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplotext.attribution.build import Span, build_attribution
from diplotext.lazy_pattern import lazy_re
from diplotext.model import Attribution, Quotation, Reason

__all__ = ["find_embedded_posts"]

_HANDLE = "(@"
_LONGEST_SIGNATURE = 160
_MARKS = frozenset("\"”’'»")
_SIGNATURE_RE = lazy_re(
    r"(?P<dash>[—–]|--?)\s(?P<who>[^\s()@—–][^\n()@—–]{0,60}?\w\.?)[^\w\n()@]{1,8}\(@\w{1,20}\),?\s(?:on\s)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s[A-Z][a-z]{2,8}\s\d{4})\.?\s*\Z"
)


def find_embedded_posts(
    text: str, paragraphs: Sequence[Span], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """One attribution for each paragraph that is a post with its signature.

    >>> line = "We go on. — Ana Marsh (@anamarsh) March 3, 2019"
    >>> [(a.source.text, a.content[0].text) for a in find_embedded_posts(line, [(0, 47)], ())]
    [('Ana Marsh', 'We go on.')]
    >>> line = "He posted more than Ana Marsh (@anamarsh) on March 3, 2019."
    >>> find_embedded_posts(line, [(0, 59)], ())
    []
    """
    if _HANDLE not in text:
        return []
    found = []
    for number, (start, end) in enumerate(paragraphs):
        low = max(start, end - _LONGEST_SIGNATURE)
        handle = text.rfind(_HANDLE, low, end)
        signature = None if handle < 0 else _SIGNATURE_RE.search(text, low, end)
        if signature is None:
            continue
        post = (start, signature.start())
        if not text[slice(*post)].strip() and number:
            post = paragraphs[number - 1]
        stop = post[0] + len(text[slice(*post)].rstrip())
        if stop == post[0] or text[stop - 1] in _MARKS:
            continue  # a quotation is a sign-off's
        found.append(
            build_attribution(
                text,
                [(post[0], stop)],
                cue=signature.span("dash"),
                source=signature.span("who"),
                reason=Reason(stage="sign-off", evidence="post and handle"),
                quotations=quotations,
            )
        )
    return found
