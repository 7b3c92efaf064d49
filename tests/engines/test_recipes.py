"""The pages of docs/howto as they stand: their code is run, their output compared.

The ``python`` blocks of a page, one after the other, are a script; the ``text`` blocks are what it
prints. A page is run in a folder with ``stories.jsonl`` and ``stories.parquet``, crawl.md in one
with ``news.warc.gz``.
"""

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import diplotext

HOWTO = Path(__file__).parents[2] / "docs" / "howto"
BLOCK_RE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="2026-03-12T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>{title}</h1>{body}</article></main>
<footer>All rights reserved. <a href="/terms">Terms of use</a></footer></body></html>"""


def blocks(page: str, language: str) -> str:
    text = (HOWTO / f"{page}.md").read_text(encoding="utf-8")
    return "\n".join(code for name, code in BLOCK_RE.findall(text) if name == language)


def run(page: str, folder: Path) -> str:
    """What the page's script prints, in a fresh interpreter."""
    (folder / "recipe.py").write_text(blocks(page, "python"), encoding="utf-8")
    env = {
        **os.environ,
        # The package under test, also where PYTHONPATH names it by a relative path.
        "PYTHONPATH": str(Path(diplotext.__file__).parents[1]),
        # As in an activated environment: Spark asks the path, not the driver, for the workers' one.
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
    }
    done = subprocess.run(
        [sys.executable, "recipe.py"],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stdout


@pytest.fixture
def folder(tmp_path):
    shutil.copy(HOWTO / "stories.jsonl", tmp_path)
    return tmp_path


@pytest.fixture
def with_parquet(folder):
    json = pytest.importorskip("pyarrow.json", reason="pyarrow is not installed")
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    parquet.write_table(json.read_json(folder / "stories.jsonl"), folder / "stories.parquet")
    return folder


def test_stream(folder):
    assert run("stream", folder) == blocks("stream", "text")


def test_big_jobs(with_parquet):
    assert run("big-jobs", with_parquet) == blocks("big-jobs", "text")


def test_arrow(folder):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed")
    assert run("arrow", folder) == blocks("arrow", "text")


@pytest.mark.engine
def test_notebook(folder):
    pytest.importorskip("pandas", reason="pandas is not installed")
    assert run("notebook", folder) == blocks("notebook", "text")


@pytest.mark.engine
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("page", "package"),
    [
        ("spark", "pyspark"),
        ("ray", "ray"),
        ("dask", "dask"),
        ("duckdb", "duckdb"),
        ("polars", "polars"),
    ],
)
def test_engine(page, package, with_parquet):
    pytest.importorskip(package, reason=f"{package} is not installed")
    if page == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    assert run(page, with_parquet) == blocks(page, "text")


@pytest.mark.engine
def test_spacy(folder):
    pytest.importorskip("spacy", reason="spaCy is not installed")
    assert run("spacy", folder) == blocks("spacy", "text")


def html(*paragraphs: str) -> bytes:
    title, *rest = paragraphs
    return PAGE.format(title=title, body="".join(f"<p>{p}</p>" for p in rest)).encode()


def records():
    """URL, status line, type and body of each response of the crawl."""
    yield (
        "https://northwire.example/wage",
        "200 OK",
        "text/html; charset=utf-8",
        html(
            "Veldmark raises minimum wage after talks with unions",
            "VELDMARK, March 12 (Northwire) - Veldmark will raise its minimum wage by 4 percent "
            "from July, Labour Minister Piet Aalders said on Thursday.",
            "“This is fair to workers and to employers,” Aalders told reporters after the talks.",
            "(Reporting by Ilse Thorn; Editing by Karl Brandt)",
        ),
    )
    yield "https://northwire.example/logo", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"
    yield "https://northwire.example/old", "301 Moved", "text/html", b""
    yield (
        "https://northwire.example/ferry",
        "200 OK",
        "text/html",
        html(
            "Ferry service to Skarholm resumes",
            "SKARHOLM, March 12 (Northwire) - Ferries to the island of Skarholm sailed again on "
            "Thursday after a storm that had kept them in port for three days.",
            "“All boats are back in service,” spokeswoman Hanne Lund said.",
        ),
    )


@pytest.mark.engine
# warcio's records leave their temporary files to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_crawl(folder):
    writing = pytest.importorskip("warcio.warcwriter", reason="warcio is not installed")
    headers = pytest.importorskip("warcio.statusandheaders", reason="warcio is not installed")
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    with (folder / "news.warc.gz").open("wb") as stream:
        writer = writing.WARCWriter(stream, gzip=True)
        for url, status, kind, body in records():
            http = headers.StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=http
            )
            writer.write_record(record)
    assert run("crawl", folder) == blocks("crawl", "text")


def test_every_page_is_run():
    pages = {path.stem for path in HOWTO.glob("*.md") if "```text" in path.read_text()}
    source = Path(__file__).read_text(encoding="utf-8")
    assert [page for page in sorted(pages) if f'"{page}"' not in source] == []
