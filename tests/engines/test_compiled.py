"""The trial of a compiled form (docs/explanation/compiled.md): it builds, and says the same."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "scripts" / "compile_trial.py"
# Few, so that the test is done in half a minute; the trial itself takes all that are hot.
MODULES = (
    "attribution.learned.lattice",
    "attribution.learned.forest",
    "body.sentence",
    "body.token",
)

pytestmark = [pytest.mark.engine, pytest.mark.timeout(900)]


def texts() -> list[str]:
    """The stories of the docs, and the text of each case in tests/cases."""
    found = [path.read_text("utf-8") for path in sorted((ROOT / "docs/examples").glob("*.txt"))]
    for path in sorted((ROOT / "tests/cases").glob("*.json")):
        data = json.loads(path.read_text("utf-8"))
        cases = data["cases"] if isinstance(data, dict) else data
        found += [case["text"] for case in cases if isinstance(case.get("text"), str)]
    return found


def test_the_compiled_form_says_the_same(tmp_path):
    pytest.importorskip("mypyc", reason="the extra 'compile' brings it")
    pytest.importorskip("setuptools", reason="the extra 'compile' brings it")
    if not SCRIPT.exists():
        pytest.skip("no scripts beside the tests: an installed package has none")
    if not (shutil.which("cc") or shutil.which("gcc")):
        pytest.skip("no C compiler")
    stories = tmp_path / "stories"
    stories.mkdir()
    for number, text in enumerate(texts()):
        (stories / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(stories), "--out", str(tmp_path / "out")]
    done = subprocess.run(
        [*command, "--rounds", "1", "--modules", *MODULES],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"{len(MODULES)} modules compiled; {len(texts())} stories" in done.stdout
    assert "JSON the same: True" in done.stdout
