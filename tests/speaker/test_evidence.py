"""The tables of evidence in the docs are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diplotext.speaker.chain.choice import CHOICE
from diplotext.speaker.evidence import BODY, NOMINAL, PRONOUN

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "speakers.md"
ROW_RE = re.compile(r"^\| ([\w ]+) \| (-?[\d.]+) \|$", re.MULTILINE)


@pytest.mark.parametrize(
    ("title", "table"),
    [("one of a family", CHOICE), ("a pronoun", PRONOUN), ("a nominal", NOMINAL), ("a body", BODY)],
    ids=["choice", "pronoun", "nominal", "body"],
)
def test_table_in_docs(title, table):
    printed = (
        PAGE.read_text("utf-8").split(f"| evidence for {title} | weight |")[1].split("\n\n")[0]
    )
    assert {row[1]: float(row[2]) for row in ROW_RE.finditer(printed)} == table
