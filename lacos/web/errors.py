"""What can be wrong with a request."""

from __future__ import annotations

from lacos.messages import Messages
from lacos.records import LacosError
from lacos.web.words import words


class WebError(LacosError):
    """A request that cannot be answered; ``status`` is that of HTTP.

    What is said of it is a ``message`` in English, or the words of a ``key`` with ``values``, which pages say in the reader's language.
    """

    status = 400

    def __init__(self, message: str = "", key: str = "", **values: object) -> None:
        super().__init__(message or words("en")(key, **values))
        self.key, self.values = key, values

    def told(self, tongue: Messages) -> str:
        """What to say of it in a language, as far as it has words there."""
        return tongue(self.key, **self.values) if self.key else str(self)


class WrongValueError(WebError):
    """A value of an address that means nothing; ``name`` says which, the message or the words of ``key`` what to give."""

    status = 422

    def __init__(self, name: str, message: str = "", key: str = "", **values: object) -> None:
        super().__init__(message, key, name=name, **values)
        self.name = name


class MissingError(WebError):
    """A thing that is not in the ledger; the message names it."""

    status = 404


class RoleError(WebError):
    """Something that this reader may not do: 401 for one who is not signed in, 403 for one who is."""

    def __init__(self, role: str, status: int) -> None:
        super().__init__(role)
        self.role, self.status = role, status
