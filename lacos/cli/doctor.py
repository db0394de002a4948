"""``lacos doctor``: what is installed, how good it is, and whether it works."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import Annotated

import typer
from rich.console import Console

from lacos import __version__, language, views
from lacos.actors.tables import all_entities, all_persons
from lacos.cli.read import Interface
from lacos.events.frames import frames
from lacos.messages import preferred
from lacos.reader import read
from lacos.records import LacosError
from lacos.statements.cues import cues

NEEDED = (
    "spacy",
    "thinc",
    "numpy",
    "simplemma",
    "pyahocorasick",
    "rapidfuzz",
    "py3langid",
    "typer",
    "rich",
    "jinja2",
    "sqlalchemy",
    "alembic",
    "rensa",
)
OPTIONAL = (
    *("pandas", "polars", "psycopg", "trafilatura", "feedparser", "fastwarc", "pypdf", "python-docx", "pyarrow", "httpx", "protego"),
    *("networkx", "altair", "vl-convert-python", "reportlab", "fastapi", "uvicorn", "argon2-cffi"),
)
SENTENCE = "A Rússia condenou as sanções dos Estados Unidos, disse o porta-voz do Kremlin."


def doctor(
    pipeline: Annotated[str, typer.Option(help="The pipeline to look at.")] = "pt",
    lang: Annotated[Interface | None, typer.Option(help="Language of the interface.")] = None,
) -> None:
    """Say what is installed, the versions, the pipeline's scores, and whether it all works."""
    words = views.messages((lang or preferred()).lower())
    console = Console(soft_wrap=True, highlight=False)
    console.print(f"lacos {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    console.print("  " + ", ".join(f"{name} {version(name) or words('missing')}" for name in NEEDED + OPTIONAL))
    try:
        described = language.describe(language.load(pipeline))
        console.print(f"{words('pipeline')}: {described['name']} {described['version']} ({', '.join(described['components'])})")
        console.print(
            f"  {words('scores')}: "
            + ", ".join(f"{key} {value:.3f}" for key, value in described["scores"].items() if not key.endswith("_loss"))
        )
        counts = {
            "actors": len({entity.code for entity in all_entities()}),
            "names": len(all_entities()),
            "persons": len(all_persons()),
            "frames": sum(map(len, frames().values())),
            "cues": sum(map(len, cues().values())),
        }
        console.print(f"{words('tables')}: " + ", ".join(f"{name} {count}" for name, count in counts.items()))
        reading = read(SENTENCE, pipeline=None if pipeline in language.LANGUAGES else pipeline)
        works = any(event.type == "ACCUSE" for event in reading.events) and bool(reading.statements)
    except LacosError as error:
        console.print(f"{words('broken')}: {error}", markup=False)
        raise typer.Exit(1) from error
    console.print(f"{words('self_test')}: {words('works') if works else words('broken')}")
    raise typer.Exit(0 if works else 1)


def version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
