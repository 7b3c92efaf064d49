"""README and changelog are read on the registry's page too, where relative links lead nowhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINK_RE = re.compile(r"(?:\]\(|^\[[\w-]+\]: )([^)\s]+)", re.MULTILINE)
PAGES = "https://diplotext.readthedocs.io/en/latest/"


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md"])
def test_links_are_absolute_and_lead_to_pages(name):
    if not (ROOT / name).exists():
        pytest.skip("no sources beside the tests: an installed package has none")
    for link in LINK_RE.findall((ROOT / name).read_text(encoding="utf-8")):
        assert link.startswith("https://"), link
        if link.startswith(PAGES):
            page = link.removeprefix(PAGES).rstrip("/")
            assert (ROOT / "docs" / f"{page}.md").is_file(), link
