"""What came of something that was sent."""

from __future__ import annotations

from pydantic import Field

from lacos.web.api.models.listed import Row


class Trouble(Row):
    """What was wrong with one input; what is not ``fatal`` was read all the same."""

    name: str = Field(examples=["https://luanda.example/mundo/missil"])
    message: str = Field(examples=["there is no such page (404)"])
    fatal: bool = Field(examples=[True])


class Added(Row):
    """What adding came to; ``aside`` counts texts in languages that are not read yet."""

    added: int = Field(examples=[1])
    replaced: int = Field(examples=[0])
    unchanged: int = Field(examples=[0])
    aside: int = Field(examples=[0])
    failed: int = Field(examples=[0])
    problems: list[Trouble]


class Numbered(Row):
    """The number of a judgement or correction, by which it is undone."""

    n: int = Field(examples=[1])
