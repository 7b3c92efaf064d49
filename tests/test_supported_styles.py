"""What the page on supported styles says of datelines is what the library does."""

import re
from pathlib import Path

import pytest

import diplotext

PAGE = Path(__file__).parents[1] / "docs" / "explanation" / "supported-wire-styles.md"
STORY_RE = re.compile(r"\s*(?:\[TEXT\]|Text|British shares)\Z")  # behind the dateline of a specimen
LEDE = "The ferry sailed again on Monday, the mayor said.\n\nIt was cold, she said.\n"


def specimens(verdict):
    if not PAGE.exists():
        return []
    table = PAGE.read_text(encoding="utf-8").split("## Datelines")[1].split("## ")[0]
    found = []
    for line in table.splitlines():
        if line.startswith("| "):
            style, printed, says = (cell.strip() for cell in line.split("|")[1:4])
            if says.startswith(verdict):
                heads = [STORY_RE.sub("", head) for head in re.findall("`([^`]+)`", printed)]
                found += [(head.strip(), "\n\n" if style == "own line" else " ") for head in heads]
    return found


@pytest.mark.parametrize(("head", "joint"), specimens("full"))
def test_what_is_called_full_is_read(head, joint):
    found = diplotext.parse(f"Ferry sails again after storm\n\n{head}{joint}{LEDE}").dateline
    assert found is not None
    assert found.text == head


@pytest.mark.parametrize(("head", "joint"), specimens("absent"))
def test_what_is_called_absent_is_not_read(head, joint):
    assert diplotext.parse(f"Ferry sails again after storm\n\n{head}{joint}{LEDE}").dateline is None


def test_the_table_is_read():
    if PAGE.exists():
        assert len(specimens("full")) > 40
        assert len(specimens("absent")) > 1
