"""Stories a second through each engine, and what the way there and back costs beyond the parse.

Each engine reads a Parquet file of stories and writes one of rows, twice: with the real parser,
and with a function in its place that gives one article, parsed beforehand, for every story; what
is left then is the engine, the rows and Arrow. Needs the extra ``engines``; an engine that is not
installed is left out. A run over a few rows starts the workers first.
"""

import os
import sys
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

import diplotext
from benchmarks.clock import release

__all__ = ["measure"]

ROWS = 100  # a batch, and a row group


def run_arrow(source, target, parse):
    import pyarrow.parquet as pq

    from diplotext.integrations.arrow import SCHEMA, parse_batches

    with pq.ParquetWriter(target, SCHEMA) as writer:
        for batch in parse_batches(pq.ParquetFile(source).iter_batches(ROWS), parse=parse):
            writer.write_batch(batch)


def run_duckdb(source, target, parse):
    import duckdb
    import pyarrow as pa

    from diplotext.integrations.arrow import SCHEMA, parse_batches

    con = duckdb.connect()
    stories = con.cursor().sql(f"FROM '{source}'").to_arrow_reader(ROWS)
    parsed = pa.RecordBatchReader.from_batches(SCHEMA, parse_batches(stories, parse=parse))
    con.register("parsed", parsed)
    con.sql(f"COPY (FROM parsed) TO '{target}'")


def run_polars(source, target, parse):
    import polars as pl

    from diplotext.integrations.arrow import SCHEMA, parse_table

    schema = pl.DataFrame(SCHEMA.empty_table()).schema
    parsed = pl.scan_parquet(source).map_batches(
        lambda frame: pl.DataFrame(parse_table(frame, parse=parse)), schema=schema, streamable=True
    )
    parsed.sink_parquet(target)


def parse_frame(frame, parse):
    import pandas as pd
    import pyarrow as pa

    from diplotext.integrations.arrow import parse_table

    parsed = parse_table(pa.Table.from_pandas(frame, preserve_index=False), parse=parse)
    return parsed.to_pandas(types_mapper=pd.ArrowDtype)


def run_dask(source, target, parse):
    import dask.dataframe as dd
    import pandas as pd

    from diplotext.integrations.arrow import SCHEMA

    meta = SCHEMA.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    stories = dd.read_parquet(source, split_row_groups=True)
    parsed = stories.map_partitions(parse_frame, parse, meta=meta)
    parsed.to_parquet(
        target, schema=SCHEMA, compute_kwargs={"scheduler": "processes", "num_workers": 2}
    )


def run_ray(source, target, parse):
    import ray

    from diplotext.integrations.arrow import parse_table

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    ray.data.DataContext.get_current().enable_progress_bars = False
    stories = ray.data.read_parquet(source, override_num_blocks=8)
    parsed = stories.map_batches(
        parse_table, batch_format="pyarrow", batch_size=ROWS, fn_kwargs={"parse": parse}
    )
    parsed.write_parquet(target)


def run_spark(source, target, parse):
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    from diplotext.integrations.arrow import SCHEMA, parse_batches

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master("local[2]")
    spark = builder.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS)
    stories = spark.read.parquet(source).repartition(8)
    work = partial(parse_batches, parse=parse)
    stories.mapInArrow(work, from_arrow_schema(SCHEMA)).write.parquet(target)


ENGINES = {  # package: (what is run, cores)
    "pyarrow": (run_arrow, 1),
    "duckdb": (run_duckdb, 1),
    "polars": (run_polars, 1),
    "dask": (run_dask, 2),
    "ray": (run_ray, 2),
    "pyspark": (run_spark, 2),
}


def write_stories(folder, texts, number):
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts = list(islice(cycle(texts), number))
    table = pa.table({"id": list(map(str, range(number))), "text": texts})
    pq.write_table(table, folder / f"stories{number}.parquet", row_group_size=ROWS)
    return str(folder / f"stories{number}.parquet")


def measure(texts, number):
    """A row an engine: its speed against the plain parse, and its cost without the parse."""
    if find_spec("pyarrow") is None:
        return [["engines"]]
    article = sorted(map(diplotext.parse, texts[:25]), key=lambda a: len(a.attributions))
    article = article[len(article) // 2]

    def ready(_text, *, published):  # noqa: ARG001 - travels to the workers by value, its article with it
        return article

    start = time.perf_counter()
    for text in islice(cycle(texts), number):
        diplotext.parse(text)
    plain = number / (time.perf_counter() - start)
    head = "stories/s", "times plain parse", "ms a story without the parse", "processes"
    rows = [[f"engine, {number} stories", *head], ["plain parse", f"{plain:.0f}", "1.00", "", "1"]]
    with tempfile.TemporaryDirectory() as temporary:
        files = [write_stories(Path(temporary), texts, n) for n in (40, number, 2 * number)]
        for package, (run, cores) in ENGINES.items():
            if find_spec(package) is not None:
                speed, cost = _figures(
                    partial(run, parse=diplotext.parse), partial(run, parse=ready), files, number
                )
                name = f"{package} {release(package)}"
                rows.append(
                    [name, f"{speed:.0f}", f"{speed / plain:.2f}", f"{cost:.2f}", str(cores)]
                )
    return rows


def _figures(run, run_ready, files, number):
    few, some, many = files
    run(few, f"{few}-{time.monotonic_ns()}")
    real = _seconds(run, some)
    run_ready(few, f"{few}-{time.monotonic_ns()}")
    return number / real, _seconds(run_ready, many) / (2 * number) * 1e3


def _seconds(run, source):
    start = time.perf_counter()
    run(source, f"{source}-{time.monotonic_ns()}")
    return time.perf_counter() - start
