"""What could not be read, as each reader may see it: where a file lies on the server is for those who look after it."""

from __future__ import annotations

import re
from typing import Any

from starlette.requests import Request

from lacos.ledger import Rows
from lacos.web.dependencies import opened, reader_of

FOLDER = re.compile(r"^(file://)?(/|[A-Za-z]:[\\/]|\\\\)([^!]*[\\/])?(?=.)")
"""Where on this computer a file lies, at the beginning of its name; what follows "!" is in an archive."""


def failures(request: Request) -> Rows:
    """The failures, the latest first, with whole paths for readers on this computer alone and for whoever may write."""
    found, user = opened(request).failures(), reader_of(request)
    if request.app.state.settings.open or (user is not None and user.may("write")):
        return found
    return Rows(found.columns, [tuple(bare(row).values()) for row in found])


def bare(row: dict[str, Any]) -> dict[str, Any]:
    """A failure without the folder of the file that it is of."""
    name = FOLDER.sub("", row["name"])
    return row | {"name": name, "message": row["message"].replace(row["name"], name)}
