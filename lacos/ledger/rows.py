"""What a ledger answers: rows with named columns, as dictionaries, as a DataFrame of pandas or of polars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lacos.markup import table
from lacos.records import LacosError

if TYPE_CHECKING:
    import pandas
    import polars


@dataclass(frozen=True)
class Rows:
    """Rows under ``columns``; iterating gives a dictionary a row."""

    columns: tuple[str, ...]
    values: Sequence[tuple[Any, ...]]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, rank: int) -> dict[str, Any]:
        return dict(zip(self.columns, self.values[rank], strict=True))

    def to_frame(self) -> pandas.DataFrame:
        """A pandas DataFrame. Raises LacosError without pandas."""
        try:
            import pandas
        except ImportError as error:
            raise LacosError("a DataFrame needs pandas: pip install 'lacos[pandas]'") from error
        return pandas.DataFrame(list(self.values), columns=list(self.columns))

    def to_polars(self) -> polars.DataFrame:
        """A polars DataFrame. Raises LacosError without polars."""
        try:
            import polars
        except ImportError as error:
            raise LacosError("a polars DataFrame needs polars: pip install polars") from error
        return polars.DataFrame(list(self.values), schema=list(self.columns), orient="row", infer_schema_length=None)

    def _repr_html_(self) -> str:
        return table(self.columns, self.values)
