"""Short articles as they would be read, made by hand, to fill ledgers with ties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from lacos.reader import Reading
from lacos.records import Actor, Claim, Document, Event, EventDate, EventType, Mention, Position, Span, Stance, Status

NAMES = {
    "PRK": "A Coreia do Norte",
    "USA": "Os Estados Unidos",
    "KOR": "A Coreia do Sul",
    "CHN": "A China",
    "RUS": "A Rússia",
    "BRA": "O Brasil",
    "VEN": "A Venezuela",
    "COL": "A Colômbia",
    "JPN": "O Japão",
    "": "",
}
VERBS = {
    EventType.AGREE: "aceitou negociar com",
    EventType.CONSULT: "reuniu-se com",
    EventType.SUPPORT: "elogiou",
    EventType.COOPERATE: "retomou o comércio com",
    EventType.AID: "enviou alimentos para",
    EventType.ACCUSE: "acusou",
    EventType.THREATEN: "ameaçou",
    EventType.SANCTION: "impôs sanções contra",
    EventType.ASSAULT: "atacou",
    EventType.REQUEST: "pediu explicações a",
}


BACKGROUND = (
    "Moradores da capital acompanharam a notícia pelo rádio durante toda a manhã.",
    "Analistas ouvidos pelo jornal esperam novos gestos antes do fim do mês.",
    "A bolsa de valores fechou em queda pelo terceiro dia seguido.",
    "Um porta-voz prometeu mais detalhes numa entrevista marcada para amanhã.",
    "O parlamento discute o assunto em sessão fechada na próxima semana.",
    "Diplomatas estrangeiros deixaram o prédio sem falar com os repórteres.",
    "A oposição cobrou transparência e pediu a divulgação dos documentos.",
    "Comerciantes da fronteira dizem que o movimento caiu pela metade.",
    "Universidades da região suspenderam os intercâmbios previstos para este ano.",
    "O preço do petróleo subiu pouco depois do anúncio oficial.",
    "Ex-embaixadores lembram que impasses assim já duraram mais de uma década.",
    "Famílias separadas pela guerra aguardam autorização para viajar no inverno.",
    "Pescadores relataram a presença de navios desconhecidos perto da costa.",
    "Empresas aéreas mudaram rotas e avisaram os passageiros com antecedência.",
    "Nas redes sociais, o tema esteve entre os mais comentados do domingo.",
    "O texto final ainda depende da assinatura dos dois ministérios.",
)
"""What else articles say, which makes no two of them copies."""


@dataclass(frozen=True)
class Fact:
    """What one article tells: who did what to whom, on which day; several who act together are joined by "+"."""

    type: EventType
    actor: str
    recipient: str
    day: str
    mode: str | None = None
    status: Status = Status.OCCURRED
    historical: bool = False
    denied_by: str = ""

    @property
    def words(self) -> str:
        actors = " e ".join(NAMES[code] for code in self.actor.split("+"))
        return f"{actors} {VERBS[self.type]} {NAMES[self.recipient]} em {self.day}."


def article(id: str, published: str | None, outlet: str, *facts: Fact, credit: str = "", copies: str = "") -> Reading:
    """An article of an outlet that tells facts, one a sentence.

    ``credit`` names the wire that it is from, ``copies`` the article whose other words it has.
    """
    about = " ".join(Random(copies or id).sample(BACKGROUND, 4))
    text = " ".join(fact.words for fact in facts) + f"\n\n{about}\n{credit}"
    document = Document(text, id=id, published=date.fromisoformat(published) if published else None, source=outlet, language="pt")
    claims, at = [], 0
    for fact in facts:
        claims.append(claim(fact, document, at))
        at += len(fact.words) + 1
    events = tuple(event for one in claims for event in one.events)
    mentions = tuple(mention for event in events for mention in (*event.actor, *event.recipient))
    return Reading(document, mentions, events, (), tuple(claims))


def claim(fact: Fact, document: Document, at: int) -> Claim:
    """What the sentence at a place claims."""
    sentence, start = document.span(at, at + len(fact.words)), at + fact.words.index(VERBS[fact.type])
    trigger = document.span(start, start + len(VERBS[fact.type]))
    actor, recipient = ([mention(code, sentence) for code in side.split("+") if code] for side in (fact.actor, fact.recipient))
    event = Event(
        fact.type,
        trigger,
        sentence,
        tuple(actor),
        tuple(recipient),
        fact.mode,
        fact.status,
        fact.historical,
        EventDate(fact.day),
    )
    denials = (Position(mention(fact.denied_by, sentence), Stance.DENY, sentence),) if fact.denied_by else ()
    return Claim((event,), (event.id,), denials)


def mention(code: str, sentence: Span) -> Mention:
    """The words for an actor in a sentence."""
    start = sentence.start + sentence.text.index(NAMES[code])
    return Mention(Actor(code, NAMES[code]), sentence.document.span(start, start + len(NAMES[code])))


def month(name: str, articles: int, *kinds: tuple[EventType, str, str]) -> list[Reading]:
    """Articles of a month, each by an outlet of its own on a day of its own, telling one fact of each kind."""
    first = date.fromisoformat(f"{name}-01")
    days = [(first + timedelta(days=2 * n)).isoformat() for n in range(articles)]
    return [
        article(f"{name}-{n}", day, f"Gazeta {name} {n}", *(Fact(kind, actor, recipient, day) for kind, actor, recipient in kinds))
        for n, day in enumerate(days)
    ]
