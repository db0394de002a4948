"""Lists as CSV files: every list of a page answers at its own address with ?format=csv."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from lacos.web.errors import WrongValueError

MARK = "\ufeff"
"""Tells spreadsheets that a file is UTF-8."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula, which hostile text must not be."""


def wants_csv(request: Request) -> bool:
    """Whether an address asks for the list as a file. Raises WrongValueError for a format that there is not."""
    asked = request.query_params.get("format", "html")
    if asked not in ("html", "csv"):
        raise WrongValueError("format", "wrong_choice", given=asked, some="html, csv")
    return asked == "csv"


def as_csv(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """Rows as a file of a name, such as a browser saves."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(value) for value in row] for row in rows)
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(MARK + text.getvalue(), 200, headers, "text/csv; charset=utf-8")


def plain(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
