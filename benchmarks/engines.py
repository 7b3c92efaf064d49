"""What each engine adds to the parsing itself, on one machine: the recipes of docs/howto, timed.

Needs the extra ``engines``; an engine that is not installed is left out. Every engine reads the
same Parquet file and writes another, after one run over a few rows that starts its workers.

    python -m benchmarks.engines FOLDER_OF_TEXTS [STORIES]
"""

import os
import sys
import tempfile
import time
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import diplotext
from benchmarks.clock import machine, release
from benchmarks.corpus import read_stories
from diplotext.integrations.arrow import SCHEMA, parse_batches, parse_table

ROWS = 500  # a batch


def run_loop(source, _target):
    for text in pq.read_table(source)["text"].to_pylist():
        diplotext.parse(text)


def run_workers(source, _target):
    texts = pq.read_table(source)["text"].to_pylist()
    for _ in diplotext.parse_many(texts, workers=2):
        pass


def run_arrow(source, target):
    with pq.ParquetWriter(target, SCHEMA) as writer:
        for batch in parse_batches(pq.ParquetFile(source).iter_batches(ROWS)):
            writer.write_batch(batch)


def run_duckdb(source, target):
    import duckdb

    con = duckdb.connect()
    stories = con.cursor().sql(f"FROM '{source}'").to_arrow_reader(ROWS)
    parsed = pa.RecordBatchReader.from_batches(SCHEMA, parse_batches(stories))
    con.register("parsed", parsed)
    con.sql(f"COPY (FROM parsed) TO '{target}'")


def run_polars(source, target):
    import polars as pl

    schema = pl.DataFrame(SCHEMA.empty_table()).schema
    parsed = pl.scan_parquet(source).map_batches(
        lambda frame: pl.DataFrame(parse_table(frame)), schema=schema, streamable=True
    )
    parsed.sink_parquet(target)


def parse_frame(frame):
    import pandas as pd

    parsed = parse_table(pa.Table.from_pandas(frame, preserve_index=False))
    return parsed.to_pandas(types_mapper=pd.ArrowDtype)


def run_dask(source, target):
    import dask.dataframe as dd
    import pandas as pd

    meta = SCHEMA.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    stories = dd.read_parquet(source, split_row_groups=True)
    parsed = stories.map_partitions(parse_frame, meta=meta)
    parsed.to_parquet(
        target, schema=SCHEMA, compute_kwargs={"scheduler": "processes", "num_workers": 2}
    )


def run_ray(source, target):
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, ignore_reinit_error=True)
    ray.data.DataContext.get_current().enable_progress_bars = False
    stories = ray.data.read_parquet(source, override_num_blocks=8)
    stories.map_batches(parse_table, batch_format="pyarrow", batch_size=ROWS).write_parquet(target)


def run_spark(source, target):
    from pyspark.sql import SparkSession
    from pyspark.sql.pandas.types import from_arrow_schema

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master("local[2]").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", ROWS)
    stories = spark.read.parquet(source).repartition(8)
    stories.mapInArrow(parse_batches, from_arrow_schema(SCHEMA)).write.parquet(target)


ENGINES = {  # package: (what is run, cores); the first of each number of cores is what is compared
    "diplotext": (run_loop, 1),
    "pyarrow": (run_arrow, 1),
    "duckdb": (run_duckdb, 1),
    "polars": (run_polars, 1),
    "diplotext, parse_many": (run_workers, 2),
    "dask": (run_dask, 2),
    "ray": (run_ray, 2),
    "pyspark": (run_spark, 2),
}


def write_stories(folder, texts, number):
    texts = list(islice(cycle(texts), number))
    table = pa.table({"id": list(map(str, range(number))), "text": texts})
    pq.write_table(table, folder / f"stories{number}.parquet", row_group_size=ROWS)
    return str(folder / f"stories{number}.parquet")


def main(folder: str, number: int = 2000) -> None:
    texts = read_stories(Path(folder))
    base: dict[int, float] = {}
    print(machine())
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        few, many = write_stories(out, texts, 20), write_stories(out, texts, number)
        for name, (run, cores) in ENGINES.items():
            package = name.split(",")[0]
            if find_spec(package) is None:
                print(f"{package}: not installed")
                continue
            run(few, str(out / f"{package}-few"))
            start = time.perf_counter()
            run(many, str(out / f"{package}-many"))
            seconds = time.perf_counter() - start
            ratio = seconds / base.setdefault(cores, seconds)
            print(
                f"{name} {release(package)}: {seconds:.1f} s for {number} stories on {cores} "
                f"core(s), {ratio:.2f} times the parsing alone",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
