"""``lacos serve``: a ledger as pages and an API."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from lacos.cli.options import Lang, Where
from lacos.cli.read import Interface
from lacos.messages import Messages, messages, preferred
from lacos.records import LacosError

WORDS = Path(__file__).parent / "serve.toml"
TOKEN = "LACOS_TOKEN"
FIGURES = "PROMETHEUS_MULTIPROC_DIR"
"""Where prometheus_client looks for that folder when it is loaded."""


def serve(
    ledger: Where,
    host: Annotated[str, typer.Option(help="Where to listen; 0.0.0.0 for all networks, which needs --users or LACOS_TOKEN.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 for any that is free.")] = 8000,
    users: Annotated[Path | None, typer.Option(envvar="LACOS_USERS", help="The file of those who may sign in (lacos user add).")] = None,
    name: Annotated[list[str] | None, typer.Option(help="A name by which browsers know the server; once a name.")] = None,
    proxy: Annotated[list[str] | None, typer.Option(help="The address of a proxy whose word for the reader's own is taken.")] = None,
    certificate: Annotated[Path | None, typer.Option(help="The certificate for https, a PEM file.")] = None,
    key: Annotated[Path | None, typer.Option(help="The key of the certificate, a PEM file.")] = None,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes that serve.")] = 1,
    allow_private: Annotated[bool, typer.Option("--allow-private", help="Fetch texts that are added from private networks, too.")] = False,
    body_limit: Annotated[int, typer.Option(min=1000, help="Bytes of the largest request.")] = 2_000_000,
    rate: Annotated[float, typer.Option(min=0, help="Requests a second of each reader beyond this computer; 0 for any.")] = 20,
    patience: Annotated[int, typer.Option(min=0, help="Seconds that requests have left when the server stops.")] = 30,
    lang: Lang = None,
) -> None:
    """Serve a ledger: pages for readers, an API for programs. To this computer alone unless --host says otherwise (docs/serve.md)."""
    words = speaking(lang)
    with sharing(workers):
        serving = installed("lacos.web.serving")
        settings = serving.Settings(
            ledger=ledger,
            host=host,
            port=port,
            language=words.language,
            users=users,
            token=os.environ.pop(TOKEN, "") or None,  # so that no process of ours hands it on
            names=tuple(name or ()),
            proxy=tuple(proxy or ()),
            certificate=certificate,
            key=key,
            allow_private=allow_private,
            body_limit=body_limit,
            rate=rate,
            workers=workers,
            patience=patience,
        )
        if not (settings.local or certificate or proxy):
            typer.echo(words("plain_http"), err=True)
        serving.serve(settings, lambda address: typer.echo(words("serving", address=address), err=True))


@contextmanager
def sharing(workers: int) -> Iterator[None]:
    """A folder in which several processes put their figures together, for as long as they run; to be there before they load anything."""
    if workers == 1:
        yield
        return
    with TemporaryDirectory(prefix="lacos-") as folder:
        os.environ[FIGURES] = folder
        yield


def installed(module: str) -> Any:
    """A module of the server, loaded when it is needed. Raises LacosError where the libraries for it are not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise LacosError(f"serving needs {error.name}: pip install 'lacos[web]'") from error


def speaking(lang: Interface | None) -> Messages:
    """The words of these commands."""
    return messages((lang or preferred()).lower(), WORDS)
