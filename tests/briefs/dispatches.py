"""Short articles with what they say, marked by hand, to fill ledgers that briefs are written of."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from lacos.reader import Reading
from lacos.records import Actor, Claim, Document, Event, EventDate, EventType, Mention, Position, Span, Stance, Statement, Status

PACIFICO, MINHO, LUANDA, CLARIM, GAZETA = "Folha do Pacífico", "Diário do Minho", "Jornal de Luanda", "O Clarim", "A Gazeta"


@dataclass(frozen=True)
class Said:
    """A position that somebody takes in a sentence: who, in which of its words, the person named there, and why it is one."""

    code: str
    words: str
    stance: Stance = Stance.ASSERT
    person: str | None = None
    called: str = ""
    because: str = "by hand"


@dataclass(frozen=True)
class Told:
    """A sentence that tells one event; ``actor`` and ``recipient`` are the words that name each code."""

    words: str
    type: EventType
    trigger: str
    actor: dict[str, str] = field(default_factory=dict)
    recipient: dict[str, str] = field(default_factory=dict)
    mode: str | None = None
    day: str | None = None
    status: Status = Status.OCCURRED
    historical: bool = False
    lemma: str = ""
    own_voice: bool = True
    said: tuple[Said, ...] = ()
    persons: dict[str, str] = field(default_factory=dict)
    chance: float = 0.9


def article(id: str, published: str, outlet: str, *some: Told, title: str | None = None, url: str | None = None) -> Reading:
    """An article whose sentences tell these events."""
    text = " ".join(one.words for one in some)
    document = Document(text, id=id, published=date.fromisoformat(published), source=outlet, language="pt", title=title, url=url)
    claims, statements, at = [], [], 0
    for one in some:
        sentence = document.span(at, at + len(one.words))
        spoken = tuple(statement(said, sentence) for said in one.said)
        claims.append(claim(one, sentence, spoken))
        statements += spoken
        at += len(one.words) + 1
    events = tuple(event for one in claims for event in one.events)
    return Reading(
        document,
        tuple(mention for event in events for mention in (*event.actor, *event.recipient)),
        events,
        tuple(statements),
        tuple(claims),
    )


def claim(told: Told, sentence: Span, spoken: tuple[Statement, ...]) -> Claim:
    """What a sentence claims, and who takes which position on it."""
    actor, recipient = (
        tuple(mention(told, code, words, sentence) for code, words in side.items()) for side in (told.actor, told.recipient)
    )
    because = f"{told.lemma or told.trigger} (verb, verbs.tsv, line 1) = {told.type} {told.chance:.2f}; by hand"
    event = Event(
        told.type,
        within(told.trigger, sentence),
        sentence,
        actor,
        recipient,
        told.mode,
        told.status,
        told.historical,
        EventDate(told.day) if told.day else None,
        because=because,
    )
    positions = tuple(Position(one.speaker, one.stance, one.content, one.id, one.because) for one in spoken)
    return Claim((event,), (event.id,) if told.own_voice else (), positions)


def statement(said: Said, sentence: Span) -> Statement:
    speaker = (
        Mention(Actor(said.code), within(said.called, sentence), person=said.person)
        if said.called
        else Mention(Actor(said.code), None, person=said.person)
    )
    return Statement(speaker, None, within(said.words, sentence), sentence, said.stance, because=said.because)


def mention(told: Told, code: str, words: str, sentence: Span) -> Mention:
    return Mention(Actor(code), within(words, sentence), person=told.persons.get(code))


def within(words: str, sentence: Span) -> Span:
    """Where words stand in a sentence."""
    start = sentence.start + sentence.text.index(words)
    return sentence.document.span(start, start + len(words))


def threat(day: str) -> Told:
    words = f"Os Estados Unidos ameaçaram a Coreia do Norte com “fogo e fúria” em {day}."
    return Told(
        words, EventType.THREATEN, "ameaçaram", {"USA": "Os Estados Unidos"}, {"PRK": "a Coreia do Norte"}, day=day, lemma="ameaçar"
    )


def talks(day: str) -> Told:
    words = f"A Coreia do Norte e os Estados Unidos se reuniram em {day} em Singapura."
    sides = {"PRK": "A Coreia do Norte", "USA": "os Estados Unidos"}
    return Told(words, EventType.CONSULT, "reuniram", sides, day=day, lemma="reunir-se")


def spread(first: str, number: int, tell: object, every: int = 25) -> list[Reading]:
    """Articles of outlets of their own, every so many days, each telling what ``tell`` makes of its day."""
    days = [(date.fromisoformat(first) + timedelta(days=every * n)).isoformat() for n in range(number)]
    return [article(f"{first}-{n}", day, f"Gazeta {first} {n}", tell(day)) for n, day in enumerate(days)]  # type: ignore[operator]


EXPELLED = Told(
    "O presidente dos Estados Unidos, Donald Trump, expulsou na segunda-feira (26) sessenta diplomatas da Rússia.",
    EventType.SANCTION,
    "expulsou",
    {"USA": "presidente dos Estados Unidos, Donald Trump,"},
    {"RUS": "da Rússia"},
    mode="expel",
    day="2018-03-26",
    lemma="expulsar",
    persons={"USA": "Donald Trump"},
)
HACKED = Told(
    "A Rússia atacou os computadores de um partido dos Estados Unidos, segundo Washington; Moscou negou ter invadido qualquer sistema.",
    EventType.COERCE,
    "atacou",
    {"RUS": "A Rússia"},
    {"USA": "dos Estados Unidos"},
    mode="cyber",
    day="2018-03-28",
    lemma="atacar",
    own_voice=False,
    said=(
        Said("USA", "A Rússia atacou os computadores de um partido dos Estados Unidos", called="Washington"),
        Said("RUS", "ter invadido qualquer sistema", Stance.DENY, called="Moscou"),
    ),
)
PLANNED = Told(
    "Os Estados Unidos vão impor em abril novas sanções à Rússia.",
    EventType.SANCTION,
    "impor",
    {"USA": "Os Estados Unidos"},
    {"RUS": "à Rússia"},
    mode="discontinue",
    status=Status.FUTURE,
    lemma="impor",
)
BEFORE = Told(
    "Em 1986 os Estados Unidos expulsaram cinquenta e cinco diplomatas da Rússia soviética.",
    EventType.SANCTION,
    "expulsaram",
    {"USA": "os Estados Unidos"},
    {"RUS": "da Rússia soviética"},
    mode="expel",
    day="1986",
    historical=True,
    lemma="expulsar",
)
ACCORDING = Told(
    "Segundo o chanceler Serguei Lavrov, os Estados Unidos ameaçaram a Rússia com mais sanções.",
    EventType.THREATEN,
    "ameaçaram",
    {"USA": "os Estados Unidos"},
    {"RUS": "a Rússia"},
    mode="relations",
    lemma="ameaçar",
    own_voice=False,
    said=(Said("RUS", "os Estados Unidos ameaçaram a Rússia com mais sanções", Stance.ASSERT, "Serguei Lavrov", "Serguei Lavrov"),),
)
HOSTILE = Told(
    "O Chile criticou a Bolívia <script>alert(1)</script> & chamou a decisão de *absurda* [x](javascript:alert(2)) _hoje_.",
    EventType.ACCUSE,
    "criticou",
    {"CHL": "O Chile"},
    {"BOL": "a Bolívia"},
    mode="disapprove",
    day="2018-03-20",
    lemma="criticar",
)


def usa_and_russia() -> list[Reading]:
    """A tie with something of everything: told, disputed, planned, past, attributed."""
    return [
        article("expulsao-1", "2018-03-26", PACIFICO, EXPELLED, title="Trump expulsa diplomatas", url="https://pacifico.example/expulsao"),
        article("expulsao-2", "2018-03-27", MINHO, EXPELLED),
        article("computadores", "2018-03-28", CLARIM, HACKED, PLANNED),
        article("historia", "2018-03-29", LUANDA, BEFORE, ACCORDING),
    ]


def years_of_korea() -> list[Reading]:
    """A year of threats, then one of talks."""
    return [*spread("2017-01-10", 14, threat), *spread("2018-01-10", 14, talks)]
