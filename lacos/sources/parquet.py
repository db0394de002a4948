"""Parquet: a document a row, read a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator

from lacos.sources.columns import record
from lacos.sources.extras import blaming, needed
from lacos.sources.inputs import Input, Item, Options, seekable

BATCH = 256


def parquet(input: Input, options: Options) -> Iterator[Item]:
    """A document a row, named by its number; only the columns that a document has are read."""
    files = needed("pyarrow.parquet", "pyarrow")
    with seekable(input) as stream, blaming("no Parquet file, or a damaged one", "write it again"):
        table = files.ParquetFile(stream)
        columns = options.columns.found(table.schema_arrow.names)
        batches = table.iter_batches(BATCH, columns=list(columns.named().values()))
        cells = (row for batch in batches for row in batch.to_pylist())
        for number, row in enumerate(cells, 1):
            yield from record(row, columns, f"{input.name}:{number}", input.published)
