"""Exports: what is asked of the ledger, as a file of another tool's format."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Annotated, Any
from zipfile import ZIP_DEFLATED, ZipFile

from fastapi import APIRouter, Query
from fastapi import Path as PathOf
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse

from lacos.exports import FORMATS, export
from lacos.web.api.briefs import Language
from lacos.web.api.parameters import FILTER, taking
from lacos.web.api.problems import Route
from lacos.web.api.turns import WRITING
from lacos.web.asking import asked
from lacos.web.dependencies import opened

router = APIRouter(prefix="/exports", tags=["exports"], route_class=Route)
SUFFIXES = {"turtle": "ttl", "bibtex": "bib", "datasette": "db", "csl": "json", "ftm": "ftm.json", "gdelt": "zip"}
FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}


@router.get("/{format}", response_class=FileResponse, responses=FILE, openapi_extra=taking(*FILTER))
def exported(
    request: Request,
    format: Annotated[str, PathOf(json_schema_extra={"enum": list(FORMATS)}, examples=["csv"])],
    polecat: Annotated[bool, Query(description="Call the columns of csv, xlsx, parquet and jsonl as POLECAT does.")] = False,
    language: Annotated[Language, Query(description="That of names and labels.")] = Language.PT,
) -> FileResponse:
    """A file of events or happenings, as the ledger has them at one moment; GDELT's two files come in one archive."""
    folder = tempfile.TemporaryDirectory(prefix="lacos-")
    try:
        name = f"lacos.{SUFFIXES.get(format, format)}"
        with WRITING.turn():
            file = written(request, Path(folder.name), name, format, polecat, language)
    except BaseException:
        folder.cleanup()
        raise
    headers = {"Cache-Control": "no-store"}
    return FileResponse(
        file, headers=headers, media_type="application/octet-stream", filename=name, background=BackgroundTask(folder.cleanup)
    )


def written(request: Request, folder: Path, name: str, format: str, polecat: bool, language: str) -> Path:
    """The file that an export writes into a folder, or the archive of several."""
    place = folder / name.removesuffix(".zip")
    files = list(map(Path, export(opened(request), place, format, asked(request), polecat, language)))
    if len(files) == 1:
        return files[0]
    with ZipFile(folder / name, "w", ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, file.name)
    return folder / name
