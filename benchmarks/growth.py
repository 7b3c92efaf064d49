"""Growth with the size of the text, on prose and on input that no desk would send.

Each input as large as its seconds allow, 10 MB at most, and half of it: twice the text may take a
little more than twice as long, never four times. Processor seconds, so that other work on the
machine does not look like growth.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from functools import partial

import diplotext
from benchmarks.corpus import repeated

__all__ = ["PATHOLOGICAL", "measure"]

TRIAL = 50_000  # characters by which the largest size is chosen
SECONDS = 12.0  # for one input, about

# Each is repeated to size: what makes a careless pattern or a loop in a loop quadratic.
PATHOLOGICAL = {
    "one line": "It rained, the mayor said. ",
    "no spaces": "word",
    "spaces": " ",
    "wide gaps": "The mayor" + " " * 9_000 + "said. ",
    "line ends": "\n",
    "CRLF and tabs": "\r\n\t",
    "straight marks": '"',
    "opening marks": "“",
    "marks and words": '"a ',
    "apostrophes": "'a ",
    "said": "said ",
    "he said": '"No," he said. ',
    "quoted behind": 'Marsh said it grew. It rained. It is late. "We will be many." ',
    "relayed": "An aide said Roe told the board that he would go, ",
    "quoted as saying": "TASS quoted Ann Roe as saying it rained ",
    "says who": "A gull flew over the ship, says Berg who was on board ",
    "verbs and days": "on Monday Ann Roe said in a statement that it fell, ",
    "turns": "ANN ROE: It is late, but the port is open.\n\n",
    "headings": "KVIK AND LUND SEE GAIN THIS YEAR\n\nShe left the port.\n\n",
    "subheads": "It was late. NEW TALKS Both sides met, Lund said. ",
    "lead-ins": 'Here are excerpts of a speech by Eva Lund: "It is far too dear." ',
    "signed by agencies": "It sank, the mayor said, reports UNB. ",
    "round-ups": 'EVA LUND, ECONOMIST, KVIK BANK, OSLO: "It is far too dear." ',
    "menus": "Home\nNews\nSport\nShare\nA ferry sank on Monday in the bay of Kvik, the police said there.\n",
    "links and marks": 'http://a.b/c," ”U.S.\n\n. ',
    "capitals": "LIMA ",
    "datelines": "LIMA, March 14 (Reuters) - ",
    "dateline lines": "LIMA, March 14 (Reuters) -\n\n",
    "capitals said": "THE MAYOR LEFT, ANA RUIZ SAID. ",
    "references": "It &amp;\u200b rained. ",
    "credits": "(Reporting by A B; Editing by C D)\n",
    "commas": "a, b, ",
    "brackets": "(",
    "stops": ". ",
    "initials": "U.S. ",
    "names": "Tomas Reyes met Helen Brandt. ",
    "dashes": "- ",
    "digits": "7",
    "right to left": "שלום ",
    "surrogates": "\ud800 ",
    "NUL": "\0",
}


def measure(stories: list[str], largest: int, seconds: float | None = SECONDS) -> list[list[str]]:
    """A row an input: its size, its seconds, and how many times those of half of it.

    ``seconds`` bounds what one input may take, about; None takes all at ``largest``.
    """
    rows = [["growth", "characters", "seconds", "of half", "ratio", "seconds per MB"]]
    for name, make in _inputs(stories).items():
        size = largest
        if seconds is not None:
            trial = min(TRIAL, largest)
            rate = _seconds(make(trial)) / trial
            size = min(largest, max(2 * trial, int(seconds / 1.5 / rate)))
            size = max(size // 100_000 * 100_000, 2 * trial) if size < largest else size
        text = make(size)
        half, whole = _seconds(text[: len(text) // 2]), _seconds(text)
        figures = f"{whole:.2f}", f"{half:.2f}", f"{whole / half:.2f}", f"{whole / size * 1e6:.2f}"
        rows.append([name, f"{size:,}", *figures])
    return rows


def _inputs(stories: list[str]) -> dict[str, Callable[[int], str]]:
    """What makes a text of a size, by the input's name."""
    inputs: dict[str, Callable[[int], str]] = {
        "prose": lambda size: repeated(stories, size),
        "prose on one line": lambda size: " ".join(repeated(stories, size).split("\n")),
        "new names": _new_names,
        "led capitals": _led_capitals,
    }
    for name, unit in PATHOLOGICAL.items():
        inputs[name] = partial(_repeat, unit)
    return inputs


def _repeat(unit: str, size: int) -> str:
    """About ``size`` characters of whole units, so that the half has whole and even ones as well."""
    return unit * max(4, size // len(unit) // 4 * 4)


def _led_capitals(size: int) -> str:
    """One lead-in, and without end the capitals of whose words it says they are."""
    return "Here are excerpts of a speech by Eva Lund:\n\n" + _repeat(
        'LUND SAID "It is dear." ', size
    )


def _new_names(size: int) -> str:
    """Speakers without end, each another one."""
    vowels, count, pieces, length = "aeiou", 0, [], 0
    while length < size:
        name = "".join(vowels[count // 5**i % 5] + "bdklmnrst"[count // 9**i % 9] for i in range(4))
        pieces.append(f'"No," said Tom {name.title()}. ')
        length += len(pieces[-1])
        count += 1
    return "".join(pieces)[:size]


def _seconds(text: str) -> float:
    gc.collect()
    start = time.process_time()
    diplotext.parse(text)
    return time.process_time() - start
