"""The benchmarks run from end to end; what they measure is no business of a test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_every_question_has_a_table(tmp_path):
    if not (ROOT / "benchmarks").is_dir():
        pytest.skip("no benchmarks beside the tests: an installed package has none")
    story = 'Port reopens\n\nLIMA (Reuters) - "Ships will sail," Ana Ruiz said.\n'
    (tmp_path / "story.txt").write_text(story, encoding="utf-8")
    (tmp_path / "more.jsonl").write_text('{"text": "It rained."}\n', encoding="utf-8")
    path = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    questions = ["throughput", "stages", "growth", "memory", "workers"]
    command = ["benchmarks", tmp_path, "--largest=400", "--markdown", "--only", *questions]
    done = subprocess.run(
        [sys.executable, "-m", *command],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
    )
    head, *tables = done.stdout.split("\n\n")
    assert "2 stories" in head
    assert len(tables) == len(questions)
    assert all(table.splitlines()[1].startswith("| --- | ---: |") for table in tables)
