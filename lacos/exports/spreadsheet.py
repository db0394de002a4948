"""Events as XLSX (ECMA-376), written as it streams: Excel's libraries put the time of writing into their files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from lacos.exports.columns import Value
from lacos.exports.options import Options
from lacos.exports.texts import for_xml
from lacos.ledger.streaming import Stream

ROWS, CELL = 1_048_576, 32_767
"""What Excel allows: rows of a sheet, characters of a cell."""
SIZE = 1 << 30
"""Bytes of a sheet before the next begins: more than 2 GiB would need ZIP64, which Excel may refuse."""
LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would read as a character by its number (ST_Xstring)."""
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = (
    f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
)


def write(stream: Stream, file: BinaryIO, options: Options) -> int:
    """A row an event under a header that stays in view; a new sheet where one is full. Longer cells end in an ellipsis."""
    rows = options.layout.rows(stream)
    count = sheets = 0
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        first: Sequence[Value] | None = next(rows, None)
        while first is not None or not sheets:
            sheets += 1
            with archive.open(f"xl/worksheets/sheet{sheets}.xml", "w") as sheet:
                written, first = fill(sheet, options.layout.names, first, rows)
            count += written
        for name, content in parts(sheets):
            with archive.open(name, "w") as part:  # writestr would put in the time
                part.write((HEAD + content).encode())
    return count


def fill(
    sheet: IO[bytes], names: Sequence[str], first: Sequence[Value] | None, rows: Iterator[Sequence[Value]]
) -> tuple[int, Sequence[Value] | None]:
    """Write a header and rows until the sheet is full. Returns how many, and the row that is the next sheet's first."""
    letters = [letter(n) for n in range(len(names))]
    size = sheet.write((SHEET + line(1, letters, names)).encode())
    number = 1
    while first is not None and number < ROWS and size < SIZE:
        number += 1
        size += sheet.write(line(number, letters, first).encode())
        first = next(rows, None)
    sheet.write(b"</sheetData></worksheet>")
    return number - 1, first


def line(number: int, letters: Sequence[str], row: Iterable[Value]) -> str:
    """A row of a sheet: its cells that have a value, each at its place ("B7")."""
    cells = (cell(f"{name}{number}", value) for name, value in zip(letters, row, strict=True) if value is not None)
    return f'<row r="{number}">{"".join(cells)}</row>'


def cell(place: str, value: Value) -> str:
    """A cell that holds its value itself; text is never a formula."""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def text(value: str) -> str:
    """The content of a text cell."""
    short = value if len(value) <= CELL else value[: CELL - 1] + "…"
    return escape(LOOKS_ESCAPED.sub("_x005F_", for_xml(short)), {"\r": "_x000D_"})


def letter(number: int) -> str:
    """The name of a column: A, B, ... Z, AA, AB ..."""
    return (letter(number // 26 - 1) if number >= 26 else "") + chr(ord("A") + number % 26)


def parts(sheets: int) -> Iterator[tuple[str, str]]:
    """The parts that hold the sheets together."""
    numbers = range(1, sheets + 1)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    of_sheets = "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>' for n in numbers)
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>{of_sheets}</Types>',
    )
    yield "_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])
    yield "xl/_rels/workbook.xml.rels", relations([(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in numbers])
    names = "".join(f'<sheet name="events{"" if n == 1 else f" {n}"}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    yield "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>'


def relations(some: Iterable[tuple[str, str, str]]) -> str:
    """The relationships of a part of the file: (id, kind, target) each."""
    items = "".join(f'<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>' for id, kind, target in some)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'
