"""Libraries that only some formats need, loaded when the first such input comes."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from lacos.records import LacosError
from lacos.sources.problems import SourceError


@cache
def needed(module: str, package: str) -> Any:
    """``module`` of ``package``. Raises SourceError, saying how to install it, where it is missing."""
    try:
        found = importlib.import_module(module)
    except ModuleNotFoundError as error:
        raise SourceError(f"needs {package}: pip install 'lacos[sources]'") from error
    # What these libraries log is told as Problems; without a handler Python would print it among the results.
    logging.getLogger(module.partition(".")[0]).addHandler(logging.NullHandler())
    return found


@contextmanager
def blaming(what: str, advice: str) -> Iterator[None]:
    """Turns what a library raises over damaged bytes, which none lists in full, into a SourceError that says what to do."""
    try:
        yield
    except LacosError:
        raise
    except ImportError as error:
        raise SourceError(f"a library that it needs lacks one of its own ({error}): pip install 'lacos[sources]'") from error
    except Exception as error:
        raise SourceError(f"{what} ({' '.join(str(error).split())[:200] or type(error).__name__}): {advice}") from error
