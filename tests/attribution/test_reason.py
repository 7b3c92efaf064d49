"""What the reference says of ``reason.stage`` is what the stages write."""

import re
from pathlib import Path

import pytest

import diplotext

SOURCE = Path(diplotext.__file__).parent / "attribution"
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "attribution.md"
STAGE_RE = re.compile(r'(?:stage=|STAGE = )"([^"]+)"')


def test_every_stage_is_told():
    if not PAGE.exists():
        pytest.skip("the docs are not here")
    told = re.search(r"^`reason.stage` tells .*$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    written = {
        stage
        for path in SOURCE.rglob("*.py")
        for stage in STAGE_RE.findall(path.read_text(encoding="utf-8"))
    }
    assert (
        set(re.findall("`([^`]+)`", told.group())) - {"reason.stage", "reason.evidence"} == written
    )
