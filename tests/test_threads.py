"""One parser, many threads: all caches fill while others read them, and every result is the serial one."""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import diplotext
from diplotext import ArticleParser, parse
from diplotext.formats import to_json
from diplotext.lexicon.agency import AgencyEntry, agencies

# In an interpreter of its own, where nothing is loaded yet: eight threads ask for everything at
# once, and the interpreter changes from one to the next as often as it can.
COLD = """
import sys, threading
from concurrent.futures import ThreadPoolExecutor
import diplotext
from diplotext.attribution.learned import memo
from diplotext.formats import to_json

memo._LIMIT = 500  # so small that what one thread reads is forgotten by another all the time
sys.setswitchinterval(1e-6)
stories = sys.stdin.read().split("\\0")
together = threading.Barrier(8)

def work(first):
    together.wait()
    order = [(first + step) % len(stories) for step in range(len(stories))]
    return {n: to_json(diplotext.parse(stories[n])) for n in order}

with ThreadPoolExecutor(8) as pool:
    results = list(pool.map(work, range(0, 8 * 5, 5)))
serial = {n: to_json(diplotext.parse(story)) for n, story in enumerate(stories)}
print(all(result == serial for result in results), len(serial))
"""
NAMES = ("Tomas Reyes", "Helen Brandt", "Li Wen", "Jonas O'Neil")
CUES = ("said", "told reporters", "insisted", "has never denied", "warned on Thursday")


def story(number):
    """Stories that share words and names, so that threads meet in the same entries."""
    who, cue = NAMES[number % 4], CUES[number % 5]
    return (
        f"Port {number} reopens: mayor\n\nLIMA, March {number % 28 + 1} (Reuters) - Ships will sail"
        f' again, {who} {cue}. "It took {number} days," he said, "and nobody was hurt." The union\'s '
        f"spokeswoman {cue} that talks went on, according to a statement.\n\n"
        f'"We are ready," {who.split()[-1]} added.\n\n(Reporting by Ann Roe; Editing by Bo Li)\n'
    )


STORIES = [story(number) for number in range(40)]


def test_all_threads_at_once_from_cold():
    path = os.pathsep.join([str(Path(diplotext.__file__).parents[1]), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", COLD],
        input="\0".join(STORIES),
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    )
    assert done.stdout.split() == ["True", str(len(STORIES))]


def test_a_thread_with_agencies_of_its_own_keeps_them_to_itself():
    text = "LIMA (Harbour News) - It rained, Ana Ruiz told Harbour News."
    entry = AgencyEntry(id="harbour", name="Harbour News")
    house = ArticleParser(agencies=agencies().with_agency(entry))
    expected = to_json(parse(text)), to_json(house.parse(text))
    assert expected[0] != expected[1]
    together = threading.Barrier(4)

    def work(number):
        together.wait()
        read = house.parse if number % 2 else parse
        return all(to_json(read(text)) == expected[number % 2] for _ in range(30))

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            assert all(pool.map(work, range(4)))
    finally:
        sys.setswitchinterval(before)


def containers():
    """The lists, dicts and sets that modules of the package hold, and how much is in them."""
    modules = [module for name, module in sys.modules.items() if name.startswith("diplotext.")]
    return {
        (module.__name__, name): len(value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, list | dict | set) and not name.startswith("__")
    }


def test_no_module_holds_what_a_parse_changes():
    parse(STORIES[0])
    before = containers()
    for text in STORIES:
        to_json(parse(text))
    assert {name: size for name, size in containers().items() if before.get(name) != size} == {}
    assert len(before) > 20
