"""The command line, in process and as a command."""

import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from diplotext import DiplotextError, __version__, parse
from diplotext.cli import FORM_NAMES, main
from diplotext.cli.forms import FORMS
from diplotext.cli.progress import Progress
from diplotext.formats import from_dict, to_dict

STORY = "Port reopens\n\nLIMA, March 14 (Reuters) - Ships sailed on Thursday, the mayor said.\n"
COMMAND = [sys.executable, "-m", "diplotext"]
FULL_DISK = Path("/dev/full")


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.encode())
    return path


@pytest.fixture
def stdin(monkeypatch):
    def give(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


@pytest.fixture
def run(capsys):
    """Status, standard output and standard error of a call."""

    def call(*argv):
        status = main([str(argument) for argument in argv])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def jsonl(path, *rows):
    lines = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


# ------------------------------------------------------------------------------------ output


def test_a_tree_for_the_eye(run, story):
    status, out, err = run("parse", story)
    assert (status, err) == (0, "")
    assert out.startswith(f"{story}\n├─ headline     Port reopens\n")


def test_json_is_the_model(run, story):
    status, out, _ = run("parse", "--json", story, "--published", "2024-03-15")
    data = json.loads(out)
    assert status == 0
    assert data["id"] == str(story)
    assert data["published"] == "2024-03-15"
    assert from_dict(data).headline == parse(STORY).headline


def test_jsonl_is_a_line_a_story(run, story):
    _, out, _ = run("parse", "--jsonl", story, story)
    assert [json.loads(line)["text"] for line in out.splitlines()] == [STORY, STORY]


@pytest.mark.parametrize("form", FORM_NAMES)
def test_every_format_can_be_written(run, story, form):
    status, out, err = run("parse", "--format", form, "--published", "2024-03-15", story)
    assert (status, err) == (0, "")
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert "Port reopens" in out or form == "standoff"


def test_every_format_has_its_writer():
    assert tuple(FORMS) == FORM_NAMES


def test_formats_of_json_are_a_line_a_story_and_carry_the_id(run, tmp_path):
    path = jsonl(
        tmp_path / "in.jsonl", *({"text": STORY, "url": f"https://x.org/{n}"} for n in "ab")
    )
    options = ["--field=text", "--id-field=url", path]
    _, out, _ = run("parse", "--format=ninjs", *options)
    assert [json.loads(line)["uri"] for line in out.splitlines()] == [
        "https://x.org/a",
        "https://x.org/b",
    ]
    _, out, _ = run("parse", "--format=schema-org", *options)
    assert [json.loads(line)["url"] for line in out.splitlines()] == [
        "https://x.org/a",
        "https://x.org/b",
    ]
    _, out, _ = run("parse", "--format=schema-org", "--field=text", path)
    assert "url" not in json.loads(out.splitlines()[0])  # a file's name is none


def test_weights_of_ones_own(run, story, tmp_path, capsys):
    own = tmp_path / "weights.bin"
    own.write_bytes(files("diplotext.attribution.learned").joinpath("weights_en.bin").read_bytes())
    assert run("parse", "--weights", own, story) == run("parse", story)
    for bad, why in ((tmp_path / "none.bin", "No such file"), (story, "no weights file")):
        with pytest.raises(SystemExit, match="2"):
            main(["parse", "--weights", str(bad), str(story)])
        assert why in capsys.readouterr().err


def test_a_terminal_as_standard_input_is_told(run, monkeypatch):
    class Terminal(io.TextIOWrapper):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(io.BytesIO(STORY.encode())))
    status, out, err = run("parse")
    assert (status, err) == (0, "diplotext: reading standard input to its end\n")
    assert "Port reopens" in out


def test_standard_input(run, stdin):
    stdin(STORY.encode())
    _, out, _ = run("parse", "--json")
    assert json.loads(out)["id"] == "-"
    stdin(b"")
    status, out, _ = run("parse", "--json", "-")
    assert (status, json.loads(out)["text"]) == (0, "")


def test_standard_input_that_is_closed_is_named(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    status, out, err = run("parse")
    assert (status, out) == (1, "")
    assert err.startswith("diplotext: -: cannot be read: ")


@pytest.mark.parametrize("command", ["parse", "schema"])
def test_standard_output_that_is_closed_is_named(run, story, monkeypatch, command):
    monkeypatch.setattr(sys, "stdout", None)
    status, _, err = run(command, *([story] if command == "parse" else []))
    assert (status, err) == (1, "diplotext: standard output is closed\n")


def test_schema(run):
    status, out, _ = run("schema")
    path = files("diplotext.formats").joinpath("diplotext.schema.json")
    assert (status, out) == (0, path.read_text(encoding="utf-8"))


def test_version(capsys):
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out == f"diplotext {__version__}\n"


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["parse", "--json", "--jsonl"],
        ["parse", "--json", "--format", "nitf"],
        ["parse", "--format", "pdf"],
        ["parse", "--published", "14 March"],
        ["parse", "-j", "0"],
        ["parse", "-j", "many"],
        ["parse", "--encoding", "runes"],
        ["parse", "--encoding", "hex"],
        ["parse", "--encoding", "undefined"],
        ["parse", "--id-field", "key"],
        ["parse", "--published-field", "day"],
    ],
)
def test_wrong_usage_is_status_2(argv, capsys):
    with pytest.raises(SystemExit, match="2"):
        main(argv)
    assert "usage: diplotext" in capsys.readouterr().err


# ------------------------------------------------------------------------------------- JSONL


def test_jsonl_fields(run, tmp_path):
    path = jsonl(
        tmp_path / "in.jsonl",
        {"body": "One.", "key": "a", "day": "2024-03-14T12:00:00Z"},
        b"",
        {"body": "Two.", "key": 2, "day": None},
        {"body": "Three."},
        {"body": "Four.", "key": True},
    )
    options = ["--field", "body", "--id-field", "key", "--published-field", "day"]
    _, out, err = run("parse", "--jsonl", *options, "--published", "2020-02-02", path)
    rows = [json.loads(line) for line in out.splitlines()]
    assert err == ""
    assert [(row["id"], row["text"], row["published"]) for row in rows] == [
        ("a", "One.", "2024-03-14"),
        (2, "Two.", "2020-02-02"),
        (f"{path}:4", "Three.", "2020-02-02"),
        (f"{path}:5", "Four.", "2020-02-02"),
    ]


def test_bad_lines_are_named_and_the_rest_goes_on(run, tmp_path):
    path = jsonl(
        tmp_path / "in.jsonl",
        {"text": "One."},
        b"{",
        b"[]",
        {"body": "no text"},
        {"text": 7},
        b'{"text": "\xff"}',
        {"text": "Six.", "day": "Friday"},
        {"text": "Seven."},
    )
    status, out, err = run("parse", "--jsonl", "--field=text", "--published-field=day", path)
    assert status == 1
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["One.", "Seven."]
    messages = err.splitlines()
    assert len(messages) == 6
    for number, (message, reason) in enumerate(
        zip(
            messages,
            [
                "no JSON: ",
                "no JSON object",
                "no text in field 'text'",
                "no text in field 'text'",
                "not utf-8: byte 0xff at offset 10",
                "no day of publication: 'Friday'",
            ],
            strict=True,
        ),
        2,
    ):
        assert message.startswith(f"diplotext: {path}:{number}: {reason}")


def test_deep_json_is_a_bad_line(run, tmp_path):
    path = jsonl(tmp_path / "in.jsonl", b"[" * 100_000, {"text": "On."})
    status, out, err = run("parse", "--jsonl", "--field=text", path)
    assert (status, len(out.splitlines()), len(err.splitlines())) == (1, 1, 1)


@pytest.mark.parametrize("name", ["in.jsonl", "in.ndjson", "in.json"])
def test_json_without_a_field_is_no_story(run, story, tmp_path, name):
    path = jsonl(tmp_path / name, {"text": "On."})
    status, out, err = run("parse", "--jsonl", path, story)
    assert status == 1
    assert err == f"diplotext: {path}: JSON: name the field with the text by --field\n"
    assert len(out.splitlines()) == 1


def test_compressed_files(run, tmp_path):
    lines, story, broken, none = (tmp_path / f"{n}.gz" for n in ("a.jsonl", "b.txt", "c", "d"))
    lines.write_bytes(gzip.compress(b'{"text": "One."}\n{"text": "Two."}\n'))
    story.write_bytes(gzip.compress(STORY.encode()))
    broken.write_bytes(gzip.compress(STORY.encode())[:-12])
    none.write_bytes(b"It rained.")
    _, out, _ = run("parse", "--jsonl", "--field=text", lines)
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["One.", "Two."]
    status, out, err = run("parse", "--jsonl", broken, story, none)
    assert status == 1
    assert json.loads(out)["text"] == STORY
    first, second = err.splitlines()
    assert first.startswith(f"diplotext: {broken}: cannot be read: ")
    assert second.startswith(f"diplotext: {none}: cannot be read: ")


# --------------------------------------------------------------------------------- encodings


def test_a_byte_order_mark_is_not_text(run, tmp_path):
    path = tmp_path / "bom.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.")
    _, out, _ = run("parse", "--json", path)
    assert json.loads(out)["text"] == "One.\r\nTwo."


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le", "cp1252", "utf-8-sig"])
def test_other_encodings(run, tmp_path, encoding):
    path = tmp_path / "story.txt"
    path.write_bytes("Café.\n".encode(encoding))
    _, out, err = run("parse", "--json", "--encoding", encoding, path)
    assert err == ""
    assert json.loads(out)["text"] == "Café.\n"
    lines = "".join(json.dumps({"text": t}, ensure_ascii=False) + "\n" for t in ("Café", "é"))
    path.write_bytes(lines.encode(encoding))
    _, out, err = run("parse", "--jsonl", "--field=text", "--encoding", encoding, path)
    assert err == ""
    assert [json.loads(line)["text"] for line in out.splitlines()] == ["Café", "é"]


def test_undecodable_bytes_are_named_with_their_line(run, story, tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes(b"One.\nCaf\xe9.\n")
    status, out, err = run("parse", "--jsonl", path, story)
    assert status == 1
    assert (
        err
        == f"diplotext: {path}:2: not utf-8: byte 0xe9 at offset 8 (invalid continuation byte); "
        "--encoding names another\n"
    )
    assert len(out.splitlines()) == 1


def test_unreadable_files_are_named(run, story, tmp_path):
    status, out, err = run("parse", "--jsonl", tmp_path / "none.txt", tmp_path, story)
    assert status == 1
    first, second = err.splitlines()
    assert first == f"diplotext: {tmp_path / 'none.txt'}: cannot be read: No such file or directory"
    assert second.startswith(f"diplotext: {tmp_path}: cannot be read: ")
    assert len(out.splitlines()) == 1


def test_utf16_jsonl_that_breaks_off_is_a_bad_file(run, tmp_path):
    path = tmp_path / "half.jsonl"
    path.write_bytes(b'{\x00"')
    status, _, err = run("parse", "--jsonl", "--field=text", "--encoding=utf-16-le", path)
    assert status == 1
    assert "not utf-16-le" in err or "not utf-16le" in err


# ---------------------------------------------------------------------------------- progress


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self):
        return True


def test_progress_is_for_terminals_and_long_work(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    progress = Progress(started=0.0)
    for second in range(5):
        now[0] = second
        progress.report(second * 1000)
    progress.clear()
    shown = terminal.getvalue()
    assert "3,000 stories, 1,000 a second" in shown
    assert "1,000 stories" not in shown
    assert shown.endswith("\r\x1b[K")


def test_no_progress_into_a_file(monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    progress = Progress(started=-100.0)
    progress.report(1000)
    progress.clear()
    assert stream.getvalue() == ""


# ---------------------------------------------------------------------------------- endings


@pytest.mark.parametrize("workers", [1, 2])
def test_a_story_that_json_cannot_hold_does_not_stop_the_rest(run, tmp_path, workers):
    good, odd = tmp_path / "good.txt", tmp_path / "odd.txt"
    good.write_text("It rained.", encoding="ascii")
    odd.write_text(r"\ud83d\ude00", encoding="ascii")  # the halves of a pair, each a code point
    files = [odd, good]
    status, out, err = run("parse", "--jsonl", "--encoding=unicode_escape", "-j", workers, *files)
    assert status == 1
    assert [json.loads(line)["id"] for line in out.splitlines()] == [str(good)]
    assert err.startswith(f"diplotext: {odd}: cannot be written: $.text: ")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "error, status, message",
    [
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 141, ""),
        (DiplotextError("a worker process died"), 1, "diplotext: a worker process died\n"),
        (OSError(28, "No space left on device"), 1, "diplotext: No space left on device\n"),
    ],
)
def test_endings(run, story, monkeypatch, error, status, message):
    def failing(stories, workers, show):
        next(stories)
        raise error
        yield

    monkeypatch.setattr("diplotext.cli._written", failing)
    assert run("parse", story) == (status, "", message)


# -------------------------------------------------------------------------------- as a command


def test_workers_give_the_same(tmp_path):
    path = jsonl(tmp_path / "in.jsonl", *({"text": f"Story {n}\n\nIt rained."} for n in range(50)))
    command = [*COMMAND, "parse", "--jsonl", "--field", "text", str(path)]
    alone = subprocess.run(command, check=True, capture_output=True)
    together = subprocess.run([*command, "-j", "2"], check=True, capture_output=True)
    assert alone.stdout == together.stdout
    assert alone.stderr == together.stderr == b""
    texts = [json.loads(line)["text"] for line in alone.stdout.splitlines()]
    assert texts == [f"Story {n}\n\nIt rained." for n in range(50)]


def test_utf8_whatever_the_locale(story):
    env = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*COMMAND, "parse", str(story)], check=True, capture_output=True, env=env)
    assert "└─" in done.stdout.decode("utf-8")


def test_a_reader_who_leaves_is_no_error(tmp_path):
    path = jsonl(tmp_path / "in.jsonl", *({"text": "It rained. " * 500} for _ in range(200)))
    with subprocess.Popen(
        [*COMMAND, "parse", "--jsonl", "--field", "text", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        first = process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert first
    assert process.returncode == 141


@pytest.mark.skipif(not FULL_DISK.exists(), reason="needs a disk that is full")
@pytest.mark.parametrize("command", [["parse"], ["schema"]])
def test_a_full_disk_is_named(command):
    with FULL_DISK.open("w") as full:
        done = subprocess.run(
            [*COMMAND, *command],
            check=False,
            input=b"It rained.",
            stdout=full,
            stderr=subprocess.PIPE,
        )
    assert (done.returncode, done.stderr) == (1, b"diplotext: No space left on device\n")


@pytest.fixture
def listens_to_interrupts():
    """A shell's background jobs ignore Ctrl-C, and what they start does too, unless told."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to send to a process on Windows")
@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.usefixtures("listens_to_interrupts")
def test_ctrl_c_is_quiet(workers):
    with subprocess.Popen(
        [*COMMAND, "parse", "--jsonl", "--field", "text", "-j", workers],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        line = json.dumps({"text": "It rained."}).encode() + b"\n"
        process.stdin.write(line * 200)
        process.stdin.flush()
        first = process.stdout.readline()
        # As the terminal does it: to the command and to its workers alike.
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.read()
        assert process.stderr.read() == b""
    assert first
    assert process.returncode == 130


def test_round_trip_through_the_command(story):
    done = subprocess.run(
        [*COMMAND, "parse", "--json", str(story)], check=True, capture_output=True
    )
    data = json.loads(done.stdout)
    del data["id"]
    assert data == to_dict(parse(STORY))
