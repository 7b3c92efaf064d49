"""The benchmarks run from end to end; what they measure is no business of a test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command):
    if not (ROOT / "benchmarks").is_dir():
        pytest.skip("no benchmarks beside the tests: an installed package has none")
    path = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    return subprocess.run(
        [sys.executable, "-m", "benchmarks", *map(str, command)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
    )


# Thirty inputs in one process and a dozen fresh ones: minutes on a machine that is busy otherwise.
@pytest.mark.timeout(600)
def test_every_question_has_a_table(tmp_path):
    story = 'Port reopens\n\nLIMA (Reuters) - "Ships will sail," Ana Ruiz said.\n'
    (tmp_path / "story.txt").write_text(story, encoding="utf-8")
    (tmp_path / "more.jsonl").write_text('{"text": "It rained."}\n', encoding="utf-8")
    questions = ["throughput", "stages", "growth", "memory", "workers"]
    done = run(tmp_path, "--largest=400", "--markdown", "--only", *questions)
    assert done.returncode == 0, done.stderr
    head, *tables = done.stdout.split("\n\n")
    assert "2 stories" in head
    assert len(tables) == len(questions)
    assert all(table.splitlines()[1].startswith("| --- | ---: |") for table in tables)


def test_a_missing_folder_is_said_in_a_line(tmp_path):
    done = run(tmp_path / "none")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(f"no such folder: {tmp_path / 'none'}")
    assert "Traceback" not in done.stderr
