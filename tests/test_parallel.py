"""parse_many: in order, as a stream, on processes that never outlive their work."""

import datetime
import gc
import itertools
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies_model import articles

from diplotext import Article, ArticleParser, DiplotextError, parse, parse_many
from diplotext.attribution import load_weights
from diplotext.combinators import Match
from diplotext.model import Attribution, Passage, Slugline, Speaker
from diplotext.parallel import pool
from diplotext.parallel.columns import NotColumns, pack, unpack

STORIES = [
    f"Story {number}\n\n" + '"It rained," the mayor said. ' * (number % 7) for number in range(60)
]
DAY = datetime.date(2024, 3, 14)


def wait_until(condition):
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.05)


@pytest.mark.parametrize("workers", [1, 2])
def test_in_order_and_equal_to_parse(workers):
    articles = list(parse_many(STORIES, workers=workers, chunksize=4, published=DAY))
    assert articles == [parse(story, published=DAY) for story in STORIES]


@pytest.mark.parametrize("workers", [1, 2])
def test_pairs_have_days_of_their_own(workers):
    pairs = [("A.", DAY), "B.", ("C.", None)]
    other = datetime.date(2020, 1, 1)
    articles = parse_many(pairs, workers=workers, published=other)
    assert [article.published for article in articles] == [DAY, other, None]


@pytest.mark.parametrize("workers", [1, 2])
def test_nodes_refer_to_one_string(workers):
    (article,) = parse_many([STORIES[5]], workers=workers)
    assert all(node.document is article.document for node in article.walk())


def test_workers_take_weights_along():
    parser = ArticleParser(weights=load_weights())
    (article,) = parse_many([STORIES[5]], workers=2, parser=parser)
    assert article == parse(STORIES[5])


def test_one_worker_reads_one_story_at_a_time():
    taken = []
    endless = (taken.append(number) or STORIES[number % 60] for number in itertools.count())
    articles = parse_many(endless)
    next(articles)
    next(articles)
    assert taken == [0, 1]
    articles.close()


def test_workers_read_ahead_but_not_far():
    taken = itertools.count()
    endless = (STORIES[next(taken) % 60] for _ in itertools.count())
    articles = parse_many(endless, workers=2, chunksize=3)
    for _ in range(20):
        next(articles)
    articles.close()
    # Twenty given out and (2 * workers + 1) * chunksize ahead, at the most.
    assert next(taken) <= 20 + 15
    assert not multiprocessing.active_children()


def test_a_slow_stream_gives_what_is_done():
    taken = itertools.count()

    def slow():
        while True:
            next(taken)
            time.sleep(1)  # many times what the story takes to parse, if not the start of a worker
            yield "It rained."

    articles = parse_many(slow(), workers=2, chunksize=16)
    next(articles)
    articles.close()
    assert next(taken) < 60  # not when all workers had their fill, four chunks of sixteen


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_counts_in_the_callers_thread(workers):
    counts = []
    list(parse_many(STORIES[:9], workers=workers, chunksize=2, progress=counts.append))
    assert counts == list(range(1, 10))


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_in_nothing_out(workers):
    assert list(parse_many([], workers=workers)) == []
    assert not multiprocessing.active_children()


def test_a_parser_of_ones_own_goes_along():
    parser = ArticleParser()
    assert list(parse_many(["A."], workers=2, parser=parser)) == [parser.parse("A.")]


# ------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize("story", ["A story.", b"A story."])
def test_one_string_is_not_many(story):
    with pytest.raises(TypeError, match="use parse"):
        parse_many(story)


@pytest.mark.parametrize("texts", [None, 7, datetime.date(2024, 3, 14)])
def test_what_is_no_stream_is_named_before_the_first_story(texts):
    with pytest.raises(TypeError, match=f"texts: .* not {type(texts).__name__}"):
        parse_many(texts)


def test_a_data_set_that_is_asked_by_number_is_a_stream():
    class Rows:
        def __getitem__(self, number):
            return ["A.", "B."][number]

    assert [article.text for article in parse_many(Rows())] == ["A.", "B."]


@pytest.mark.parametrize("bad", [{"workers": 0}, {"workers": -1}, {"chunksize": 0}])
def test_numbers_from_one_on(bad):
    with pytest.raises(ValueError, match="at least 1"):
        parse_many([], **bad)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"workers": None}, "workers: a whole number is needed, not NoneType"),
        ({"workers": 1.5}, "workers: a whole number is needed, not float"),
        ({"chunksize": "16"}, "chunksize: a whole number is needed, not str"),
        ({"progress": True}, "progress: a function of the number of articles is needed, not bool"),
        ({"parser": ArticleParser().parse}, "parser: an ArticleParser is needed, not <bound"),
        ({"parser": ArticleParser}, "parser: an ArticleParser is needed, not <class"),
    ],
)
def test_what_cannot_be_used_is_named_before_the_first_story(bad, message):
    with pytest.raises(TypeError, match=message):
        parse_many([], **bad)


def test_a_parser_that_cannot_travel_is_named_before_the_first_story():
    parser = ArticleParser(completion=lambda *_, **__: ())
    assert list(parse_many(["A."], parser=parser)) == [parser.parse("A.")]
    with pytest.raises(TypeError, match=r"parser: it cannot travel .* top of a module"):
        parse_many([], workers=2, parser=parser)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    "item", [None, 7, b"bytes", ("a",), (None, DAY), ("a", DAY, 1), ["a", DAY]]
)
def test_an_item_that_is_no_story_is_named(workers, item):
    with pytest.raises(TypeError, match="story 1: a str or a pair"):
        list(parse_many(["A.", item], workers=workers))


@pytest.mark.parametrize(
    ("texts", "hint"),
    [
        ("A.", "str; use parse"),
        (b"A.", "bytes; use parse"),
        ({"a1": "A."}, r"dict; its values\(\)"),
        (7, "int$"),
    ],
)
def test_what_is_no_stream_of_stories_is_named(texts, hint):
    with pytest.raises(TypeError, match=f"texts: an iterable of stories is needed, not {hint}"):
        parse_many(texts)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_day_that_is_none_is_named(workers):
    with pytest.raises(TypeError, match=r"story 1: .* not \(str, str\)"):
        list(parse_many(["A.", ("B.", "2024-03-14")], workers=workers))
    with pytest.raises(TypeError, match="published"):
        parse_many([], published="2024-03-14", workers=workers)


def failing():
    yield "A."
    raise OSError("the disk is gone")


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_of_the_callers_iterable_are_the_callers(workers):
    with pytest.raises(OSError, match="the disk is gone"):
        list(parse_many(failing(), workers=workers))
    assert not multiprocessing.active_children()


# ----------------------------------------------------------------------------- ends of workers


def test_a_workers_death_is_a_clear_error():
    articles = parse_many(itertools.cycle(STORIES), workers=2, chunksize=1)
    next(articles)
    os.kill(multiprocessing.active_children()[0].pid, signal.SIGTERM)
    with pytest.raises(DiplotextError, match="a worker process died"):
        list(articles)
    assert not multiprocessing.active_children()


def test_a_caller_who_drops_the_iterator_ends_the_workers():
    articles = parse_many(itertools.cycle(STORIES), workers=2)
    next(articles)
    assert multiprocessing.active_children()
    del articles
    assert not multiprocessing.active_children()


SCRIPT = """
import itertools, multiprocessing
from diplotext import parse_many

if __name__ == "__main__":
    articles = parse_many(itertools.repeat("It rained."), workers=2)
    next(articles)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    {then}
"""


@pytest.mark.skipif(not os.path.isdir("/proc"), reason="asks /proc which processes live")  # noqa: PTH112 - a plain name
def test_workers_end_with_a_caller_that_was_killed(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(then="input()"), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        pids = process.stdout.readline().split()
        assert len(pids) == 2
        process.kill()
    wait_until(lambda: not any(os.path.exists(f"/proc/{int(pid)}") for pid in pids))  # noqa: PTH110 - plain names


def test_a_script_without_a_guard_is_told_so(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "from diplotext import parse_many\nlist(parse_many(['A.'], workers=2))\n", encoding="utf-8"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "if __name__ ==" in done.stderr.splitlines()[-1]


# ---------------------------------------------------------------------------------- columns


@given(st.lists(articles(), max_size=3))
def test_what_is_packed_comes_back_equal(several):
    if not several:
        return
    data = pickle.loads(pickle.dumps(pack(several)))
    texts = ["".join(list(article.document)) for article in several]
    again = unpack(data, texts)
    assert again == several
    assert list(map(hash, again)) == list(map(hash, several))
    for article, text in zip(again, texts, strict=True):
        assert all(node.document is text for node in article.walk())


def test_a_speaker_stays_one_object():
    texts = [STORIES[5], "Ana Ruiz came. " * 2 + '"It rained," Ruiz said. "It did," she said.']
    articles = list(parse_many(texts * 3, workers=2, chunksize=4))
    for article in articles:
        spoken = [said.speaker for said in article.attributions if said.speaker]
        assert spoken
        assert all(any(who is known for known in article.speakers) for who in spoken)


class OwnSlugline(Slugline):
    """A class that the model does not know."""


@pytest.mark.parametrize(
    "fields",
    [
        {"slugline": OwnSlugline("AB", 0, 1)},
        {"slugline": Slugline("another text", 0, 1)},
        {"slugline": Slugline("AB", 0, 1, keywords=(OwnSlugline("AB", 0, 1),))},
        {
            "attributions": (
                Attribution(
                    "AB",
                    0,
                    1,
                    content=(Passage("AB", 0, 1),),
                    speaker=Speaker("AB", 0, 1, name="A"),
                ),
            )
        },
    ],
)
def test_what_columns_cannot_hold_is_said(fields):
    with pytest.raises(NotColumns):
        pack([Article("AB", 0, 2, **fields)])


def own_slugline(text, pos):
    return Match(OwnSlugline(text, pos, pos + 1), pos + 1)


def test_nodes_of_ones_own_come_back_all_the_same():
    parser = ArticleParser(slugline=own_slugline)
    texts = ["A story.", "Another one."]
    expected = [parser.parse(text) for text in texts]
    assert type(expected[0].slugline) is OwnSlugline
    assert list(parse_many(texts, workers=2, parser=parser)) == expected


# --------------------------------------------------------------------------------- the pool


def test_the_workers_side():
    before, thresholds = signal.getsignal(signal.SIGINT), gc.get_threshold()
    stop = threading.Event()
    try:
        pool._start_worker(len, sum, stop)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
        assert gc.get_threshold()[0] > thresholds[0]
    finally:
        signal.signal(signal.SIGINT, before)
        gc.set_threshold(*thresholds)
    assert pool._work_on(["a", "bcd"]) == 4
    stop.set()
    assert pool._work_on(["a"]) is None


@given(st.integers(0, 200), st.integers(1, 20), st.integers(1, 9))
def test_chunks_give_every_worker_something(count, chunksize, workers):
    chunks = list(pool._chunks(iter(range(count)), chunksize, workers))
    assert [item for chunk in chunks for item in chunk] == list(range(count))
    sizes = list(map(len, chunks))
    assert max(sizes, default=1) <= chunksize
    assert sizes[:workers] == [1] * min(workers, len(sizes))
    # However unlike the stories, no chunk is more than its share of what was there before it.
    assert all(size <= 1 + sum(sizes[:n]) // (2 * workers) for n, size in enumerate(sizes))


def test_a_chunk_is_read_when_it_is_sent():
    taken = []
    chunks = pool._chunks((taken.append(n) or n for n in itertools.count()), 16, 2)
    for _ in range(3):
        next(chunks)
    assert taken == [0, 1, 2]


def test_interrupts_need_not_be_held_where_they_cannot(monkeypatch):
    monkeypatch.delattr(signal, "pthread_sigmask")
    assert len(list(parse_many(["A."], workers=2))) == 1


def test_threads_do_not_mind_each_other():
    expected = [parse(story) for story in STORIES]

    def work(workers):
        return list(parse_many(STORIES, workers=workers)) == expected

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, [1, 2, 1, 1]))
