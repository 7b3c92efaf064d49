"""For the docs: doctests in docstrings become fenced code, so that nothing in them is Markdown.

A Griffe extension, named in mkdocs.yml. Without it ``['a', 'b']`` in an output is taken for a
cross-reference and ``>>>`` for a quotation.
"""

import re
from typing import Any

import griffe

# From the first prompt to the next blank line, as doctest itself reads it.
DOCTEST_RE = re.compile(r"^(?:>>> .*\n?)(?:.+\n?)*", re.MULTILINE)


class FenceDoctests(griffe.Extension):
    def on_object(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring:
            obj.docstring.value = DOCTEST_RE.sub(
                lambda match: f"```pycon\n{match[0].rstrip()}\n```\n", obj.docstring.value
            )
