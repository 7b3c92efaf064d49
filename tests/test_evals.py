"""The evals run from end to end, on a corpus of one story that was written for them."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.shared import need

ROOT = Path(__file__).parents[1]
HEAD = "Port reopens\n\nLIMA (Reuters) - "
TEXT = HEAD + '"Ships will sail," Ana Ruiz said.\n'


def at(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


@pytest.fixture
def corpora(tmp_path):
    if not (ROOT / "evals").is_dir():
        pytest.skip("no evals beside the tests: an installed package has none")
    dev = tmp_path / "polnear" / "dev"
    for folder in ("text", "attributions", "speakers"):
        (dev / folder).mkdir(parents=True)
    (dev / "text" / "port.txt").write_text(TEXT, encoding="utf-8", newline="")
    spans = {
        "T1": ("Content", '"Ships will sail,"'),
        "T2": ("Source", "Ana Ruiz"),
        "T3": ("Cue", "said"),
    }
    ann = [
        f"{key}\t{role} {at(words)[0]} {at(words)[1]}\t{words}"
        for key, (role, words) in spans.items()
    ]
    ann.append("E1\tAttribution:T3 Content:T1 Cue:T3 Source:T2")
    (dev / "attributions" / "port_0.ann").write_text("\n".join(ann) + "\n", encoding="utf-8")
    speakers = {
        "doc": "port",
        "speakers": [{"id": "S1", "name": "Ana Ruiz", "names": ["Ana Ruiz"], "kind": "person"}],
        "sources": [{"source": at("Ana Ruiz"), "speaker": "S1", "form": "name"}],
    }
    (dev / "speakers" / "port.json").write_text(json.dumps(speakers), encoding="utf-8")
    row = {
        "id": "port",
        "published": "2024-03-15",
        "text": TEXT,
        "gold": {
            "headline": at("Port reopens"),
            "dateline": {"kind": "regular", "span": at("LIMA (Reuters) -"), "place": at("LIMA")},
        },
    }
    (tmp_path / "wire").mkdir()
    with gzip.open(tmp_path / "wire" / "house.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    return tmp_path


def run(*command):
    path = os.pathsep.join([str(ROOT), str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": path},
    )
    return done.stdout


def test_one_table_for_all(corpora, tmp_path):
    out = run("evals", corpora, "--eval-dir", need("eval"), "--out", tmp_path / "out")
    tables = out.split("\n\n")
    assert [table.split()[0] for table in tables] == ["structure", "polnear/dev", "speakers"]
    house = tables[0].splitlines()[1].split()
    assert house[:3] == ["house", "1", "1.000"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "house.jsonl",
        "polnear-dev.jsonl",
    ]


@pytest.mark.parametrize("name, word", [("attribution", "direct"), ("speakers", "pronoun")])
def test_each_alone(corpora, name, word):
    assert word in run(f"evals.{name}", corpora, "--eval-dir", need("eval"))


def test_figures_as_json(corpora):
    figures = json.loads(run("evals", corpora, "--eval-dir", need("eval"), "--json"))
    assert figures["attribution"]["documents"] == {"gold": 1, "predicted": 1}


def test_no_scorers_is_said(corpora):
    with pytest.raises(subprocess.CalledProcessError) as caught:
        run("evals", corpora)
    assert "give their folder with --eval-dir" in caught.value.stderr


def test_missing_corpora_are_said(corpora, tmp_path):
    for name in ("evals", "evals.attribution"):
        with pytest.raises(subprocess.CalledProcessError) as caught:
            run(name, tmp_path / "none", "--eval-dir", tmp_path)
        assert caught.value.stderr.splitlines()[-1].endswith("none")
        assert "Traceback" not in caught.value.stderr
