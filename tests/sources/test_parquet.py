from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as arrow
import pytest
from press import TEXT, problem, read
from pyarrow import parquet

from lacos.records import Document
from lacos.sources import Columns


def test_rows_of_all_row_groups_are_documents(tmp_path: Path) -> None:
    path = tmp_path / "n.parquet"
    when = datetime(2022, 6, 7, 22, 15, tzinfo=UTC)
    parquet.write_table(
        arrow.table({"conteudo": [TEXT] * 5, "data": [when] * 5, "id": range(5), "peso": [1.5] * 5}), path, row_group_size=2
    )
    assert read(path) == [Document(TEXT, str(number), date(2022, 6, 7)) for number in range(5)]


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "n.parquet"
    parquet.write_table(arrow.table({"x": [TEXT, None]}), path)
    assert '"x"' in problem(path).message
    first, second = read(path, columns=Columns(text="x"))
    assert isinstance(first, Document)
    assert second.name == f"{path}:2"  # type: ignore[union-attr]


@pytest.mark.parametrize("data", [b"PAR1 nada PAR1", b"", b"texto,data\n"])
def test_what_is_no_parquet(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "n.parquet"
    path.write_bytes(data)
    assert "Parquet" in problem(path).message
