"""Articles as they would be read, made by hand, in which somebody says something, and hostile ones."""

from __future__ import annotations

from datetime import date

from lacos.reader import Reading
from lacos.records import Actor, Claim, Document, Event, EventDate, EventType, Mention, Position, Stance, Statement

TOLD = "A Rússia atacou o porto de Yokohama em 8 de setembro."
DENIED = "Moscou negou ter atacado o porto de Yokohama: “É mentira”, disse Sergei Lavrov."
HOSTILE = '<script>alert("tomei a página")</script><img src=x onerror=alert(1)>'


def quarrel(
    id: str, published: str, outlet: str | None, told: str = TOLD, said: str = DENIED, stance: Stance = Stance.DENY, source: str = ""
) -> Reading:
    """An article that tells of an attack by Russia on Japan, and what Russia says of it."""
    text = f"{told} {said}\n\n{source}"
    document = Document(text, id=id, title=f"Ataque: {id}", published=date.fromisoformat(published), source=outlet, language="pt")
    sentence, saying = document.span(0, len(told)), document.span(len(told) + 1, len(told) + 1 + len(said))
    words = document.span(saying.start, saying.start + said.index(":") if ":" in said else saying.end)
    russia, japan = Mention(Actor("RUS", "Rússia"), document.span(0, 1)), Mention(Actor("JPN", "Japão"), document.span(0, 1))
    speaker = Mention(Actor("RUS", "Rússia"), document.span(saying.start, saying.start + 1), person="Sergei Lavrov")
    trigger = document.span(told.index("atacou"), told.index("atacou") + len("atacou"))
    event = Event(EventType.ASSAULT, trigger, sentence, (russia,), (japan,), date=EventDate("2017-09-08"), because="atacar (frames.tsv)")
    statement = Statement(speaker, None, words, saying, stance, about=("JPN",), because="negar (cues.tsv)")
    claim = Claim((event,), (event.id,), (Position(speaker, stance, words, statement.id, "negar (cues.tsv)"),))
    return Reading(document, (russia, japan, speaker), (event,), (statement,), (claim,))
