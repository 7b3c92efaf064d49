"""What the way there and back costs in each engine, with the parsing left out.

In place of the parser stands a function that gives one article, parsed beforehand, for every
story; what is left is the engine, the rows and Arrow. Needs the extra ``engines``; an engine that
is not installed is left out. Each reads the same Parquet file and writes another, after one run
over a few rows that starts its workers.

    python -m benchmarks.engines FOLDER_OF_TEXTS [STORIES]
"""

import os
import sys
import tempfile
import time
from functools import partial
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


def run_arrow(source, target, parse):
    with pq.ParquetWriter(target, SCHEMA) as writer:
        for batch in parse_batches(pq.ParquetFile(source).iter_batches(ROWS), parse=parse):
            writer.write_batch(batch)


def run_duckdb(source, target, parse):
    import duckdb

    con = duckdb.connect()
    stories = con.cursor().sql(f"FROM '{source}'").to_arrow_reader(ROWS)
    parsed = pa.RecordBatchReader.from_batches(SCHEMA, parse_batches(stories, parse=parse))
    con.register("parsed", parsed)
    con.sql(f"COPY (FROM parsed) TO '{target}'")


def run_polars(source, target, parse):
    import polars as pl

    schema = pl.DataFrame(SCHEMA.empty_table()).schema
    parsed = pl.scan_parquet(source).map_batches(
        lambda frame: pl.DataFrame(parse_table(frame, parse=parse)), schema=schema, streamable=True
    )
    parsed.sink_parquet(target)


def parse_frame(frame, parse):
    import pandas as pd

    parsed = parse_table(pa.Table.from_pandas(frame, preserve_index=False), parse=parse)
    return parsed.to_pandas(types_mapper=pd.ArrowDtype)


def run_dask(source, target, parse):
    import dask.dataframe as dd
    import pandas as pd

    meta = SCHEMA.empty_table().to_pandas(types_mapper=pd.ArrowDtype)
    stories = dd.read_parquet(source, split_row_groups=True)
    parsed = stories.map_partitions(parse_frame, parse, meta=meta)
    parsed.to_parquet(
        target, schema=SCHEMA, compute_kwargs={"scheduler": "processes", "num_workers": 2}
    )


def run_ray(source, target, parse):
    import ray

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

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    spark = SparkSession.builder.master("local[2]").getOrCreate()
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
    texts = list(islice(cycle(texts), number))
    table = pa.table({"id": list(map(str, range(number))), "text": texts})
    pq.write_table(table, folder / f"stories{number}.parquet", row_group_size=ROWS)
    return str(folder / f"stories{number}.parquet")


def main(folder: str, number: int = 5000) -> None:
    texts = read_stories(Path(folder))
    article = sorted(map(diplotext.parse, texts[:25]), key=lambda a: len(a.attributions))[12]

    def parse(_text, *, published):  # noqa: ARG001 - travels to the workers by value, its article with it
        return article

    print(machine())
    print(f"the article has {len(article.attributions)} attributions")
    with tempfile.TemporaryDirectory() as temporary:
        out = Path(temporary)
        few, many = write_stories(out, texts, 20), write_stories(out, texts, number)
        for package, (run, cores) in ENGINES.items():
            if find_spec(package) is None:
                print(f"{package}: not installed")
                continue
            run(few, str(out / f"{package}-few"), parse)
            start = time.perf_counter()
            run(many, str(out / f"{package}-many"), parse)
            each = (time.perf_counter() - start) / number * 1e3
            print(
                f"{package} {release(package)}: {each:.2f} ms a story, {cores} core(s)", flush=True
            )


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
