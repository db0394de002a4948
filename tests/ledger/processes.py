"""The commands as processes of their own, which begin with the models loaded, so that many can be started and killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

CONTEXT = multiprocessing.get_context("forkserver")


def command(output: str, arguments: list[str]) -> None:
    """Run ``lacos`` with these arguments, what it prints going to a file."""
    from lacos.cli import main

    signal.signal(signal.SIGINT, signal.default_int_handler)
    stream = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(stream, 1)
    os.dup2(stream, 2)
    sys.argv = ["lacos", *arguments]
    main()


def lacos(output: Path, *arguments: object) -> BaseProcess:
    """A running ``lacos`` command; what it prints is appended to ``output``."""
    CONTEXT.set_forkserver_preload(["lacos.engine.preloaded", "lacos.cli", "alembic.command"])
    process = CONTEXT.Process(target=command, args=(str(output), [str(one) for one in arguments]))
    process.start()
    return process
