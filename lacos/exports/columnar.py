"""Events as Parquet, which pandas, Polars, DuckDB, Spark and R (arrow) read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, BinaryIO

from lacos.exports.columns import Layout
from lacos.exports.options import Options
from lacos.ledger.streaming import Stream
from lacos.sources.extras import needed

GROUP = 20_000
"""Rows of a row group, which is what stands in memory."""


def write(stream: Stream, file: BinaryIO, options: Options) -> int:
    """A row an event, text, numbers and truths as such. Raises SourceError without pyarrow."""
    count, columns = 0, schema(options.layout)
    with needed("pyarrow.parquet", "pyarrow").ParquetWriter(file, columns, compression="zstd") as writer:
        for batch in batches(options.layout, stream, columns):
            writer.write_batch(batch)
            count += batch.num_rows
    return count


def schema(layout: Layout) -> Any:
    """The types of the columns."""
    pyarrow = needed("pyarrow", "pyarrow")
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    return pyarrow.schema([(column.name, types[column.type]) for column in layout.columns])


def batches(layout: Layout, stream: Stream, columns: Any) -> Iterator[Any]:
    """Rows by the group."""
    pyarrow = needed("pyarrow", "pyarrow")
    rows = layout.rows(stream)
    while some := list(islice(rows, GROUP)):
        arrays = [pyarrow.array(values, kind) for values, kind in zip(zip(*some, strict=True), columns.types, strict=True)]
        yield pyarrow.record_batch(arrays, schema=columns)
