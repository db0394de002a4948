"""What can be wrong with a request."""

from __future__ import annotations

from lacos.messages import Messages
from lacos.records import LacosError
from lacos.web.words import words


class WebError(LacosError):
    """A request that cannot be answered; ``status`` is that of HTTP.

    What is said of it are the words of a ``key`` with ``values``: on pages in the reader's language, to programs in English.
    """

    status = 400

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(words("en")(key, **values))
        self.key, self.values = key, values

    def told(self, tongue: Messages) -> str:
        """What to say of it in a language."""
        return tongue(self.key, **self.values)


class WrongValueError(WebError):
    """A value of an address or a form that means nothing; ``name`` says which, the words of ``key`` what to give."""

    status = 422

    def __init__(self, name: str, key: str, **values: object) -> None:
        super().__init__(key, name=name, **values)
        self.name = name


class MissingError(WebError):
    """A thing that is not in the ledger; the words of ``key`` name it."""

    status = 404


class RoleError(WebError):
    """Something that this reader may not do: 401 for one who is not signed in, 403 for one who is."""

    def __init__(self, role: str, status: int) -> None:
        super().__init__(f"refused_{status}_do")
        self.role, self.status = role, status
