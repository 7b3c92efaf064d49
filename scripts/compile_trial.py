"""What compiling the hot modules would give: both forms built, compared and timed.

    python -m pip install '.[compile]'
    python scripts/compile_trial.py FOLDER_OF_TEXTS

The package is copied to a folder and the modules below are compiled there with mypyc, as they are but
for their attrs classes. Then both forms parse the same stories: their JSON must be the same to the
byte, and their times are taken turn by turn. Nothing of the project's own build uses this; why is in
docs/explanation/compiled.md.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src"
# The one list of what is compiled. A package stands for its modules.
MODULES = ("attribution", "body.token", "body.sentence", "body.quote_state")
# These stay as they are: attrs classes a user meets, or a fault of a compiler's met in them.
LEFT_OUT = ("attribution.learned.container", "attribution.stance", "attribution.learned.weights")

_DECORATOR_RE = re.compile(r"^@(?:frozen|define)(?:\((?P<options>[^)]*)\))?$", re.MULTILINE)
_UNKNOWN = ("slots", "weakref_slot", "frozen")


def as_native(source: str) -> str:
    """The module's text with attrs classes in the older spelling, the only one mypyc compiles.

    Such a class becomes one of C's, whose fields are read without a look-up. It is no longer
    frozen nor slotted, and other code must not count on that.
    """
    if "from attrs import" not in source:
        return source

    def decorator(found: re.Match[str]) -> str:
        given = re.split(r",\s*", found["options"] or "")
        kept = [option for option in given if option and not option.startswith(_UNKNOWN)]
        return f"@attr.s({', '.join(['auto_attribs=True', *kept])})"

    source = _DECORATOR_RE.sub(decorator, source)
    source = source.replace("= field(", "= attr.ib(").replace("= Factory(", "= attr.Factory(")
    return source.replace("\nfrom attrs import", "\nimport attr\nfrom attrs import", 1)


def module_files(folder: Path, modules: tuple[str, ...]) -> list[Path]:
    """The files of modules and packages, without what is left out."""
    found: list[Path] = []
    for name in modules:
        path = folder / "diplotext" / name.replace(".", "/")
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    skipped = {folder / "diplotext" / f"{name.replace('.', '/')}.py" for name in LEFT_OUT}
    return [path for path in found if path.name != "__init__.py" and path not in skipped]


def build(folder: Path, modules: tuple[str, ...] = MODULES) -> None:
    """A copy of the package in ``folder``, with the modules compiled beside their sources."""
    shutil.rmtree(folder, ignore_errors=True)
    ignore = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(SOURCE / "diplotext", folder / "diplotext", ignore=ignore)
    files = module_files(folder, modules)
    for path in files:
        path.write_text(as_native(path.read_text("utf-8")), encoding="utf-8")
    names = [str(path.relative_to(folder)) for path in files]
    options = ["--config-file=", "--follow-imports=silent", "--ignore-missing-imports", *names]
    program = (
        "from mypyc.build import mypycify; from setuptools import setup;"
        f"setup(name='trial', ext_modules=mypycify({options!r}, opt_level='2', debug_level='0'),"
        " script_args=['--quiet', 'build_ext', '--inplace'])"
    )
    # Contracted into fused steps, as compilers do on some machines, floats would differ from
    # Python's in their last bit.
    flags = {"CFLAGS": f"{os.environ.get('CFLAGS', '')} -ffp-contract=off"}
    subprocess.run([sys.executable, "-c", program], cwd=folder, check=True, env=os.environ | flags)


def compiled_modules(folder: Path) -> list[str]:
    """The names of the modules compiled there."""
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    paths = sorted((folder / "diplotext").rglob(f"*{suffix}"))
    return [".".join(path.relative_to(folder).parts).removesuffix(suffix) for path in paths]


# Answers one line on standard input with one on standard output: "json" with a checksum of all
# articles' JSON, "parse" and "words" with processor seconds.
_CHILD = r"""
import hashlib, json, re, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
import diplotext
from diplotext.formats import to_json
def check():
    parts = [to_json(diplotext.parse(text)).encode("utf-8", "surrogatepass") for text in texts]
    return hashlib.sha256(b"\n".join(parts)).hexdigest()
def seconds(work):
    start = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - start
word = re.compile(r"\w+")
def words(text):
    for _ in word.finditer(text):
        pass
jobs = {"json": check, "parse": lambda: seconds(diplotext.parse), "words": lambda: seconds(words)}
for line in sys.stdin:
    print(jobs[line.strip()](), flush=True)
"""


class Form:
    """One form of the package in a process of its own, which does a job when told."""

    def __init__(self, folder: Path, stories: Path) -> None:
        paths = os.pathsep.join([str(folder), *filter(None, sys.path)])
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CHILD, str(stories)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": paths},
        )

    def ask(self, job: str) -> str:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(job + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def close(self) -> None:
        self.process.communicate()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("texts", type=Path, help="a folder of .txt")
    parser.add_argument("--out", type=Path, default=Path("build/compiled"), help="where to build")
    parser.add_argument("--modules", nargs="+", default=MODULES, help="modules or packages")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    out = options.out.resolve()
    build(out, tuple(options.modules))
    stories = out / "stories.json"
    paths = sorted(options.texts.glob("*.txt"))
    stories.write_text(json.dumps([path.read_text("utf-8") for path in paths]), encoding="utf-8")
    pure, compiled = Form(SOURCE, stories), Form(out, stories)
    same = pure.ask("json") == compiled.ask("json")
    times: dict[str, list[float]] = {"words": [], "pure": [], "compiled": []}
    for _ in range(options.rounds):
        times["words"].append(float(pure.ask("words")))
        times["pure"].append(float(pure.ask("parse")))
        times["compiled"].append(float(compiled.ask("parse")))
    least = {name: min(values) for name, values in times.items()}
    pure.close()
    compiled.close()
    print(f"{len(compiled_modules(out))} modules compiled; {len(paths)} stories")
    print(f"JSON the same: {same}")
    print(f"pure: {least['pure'] / least['words']:.0f} times the \\w+ scan")
    print(f"compiled: {least['compiled'] / least['words']:.0f} times the \\w+ scan")
    print(f"compiled is {least['pure'] / least['compiled']:.2f} times as fast")
    if not same:
        raise SystemExit("the two forms do not say the same")


if __name__ == "__main__":
    main()
