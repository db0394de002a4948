"""Cables of several outlets about a few happenings, read by hand: what they say stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lacos.reader import Reading
from lacos.records import Actor, Claim, Document, Event, EventDate, EventType, Mention, Place, Position, Stance, Status

Named = tuple[str, str]
"""A code and the words that stand for it."""
HOSTILE = (
    '=SOMA(A1:A9)\t"aspas", {chaves} e \\barras\\ & <tags> ]]>\r\n'
    "@Moscou \x0bacusou\x1f Kiev de _x0041_tacar a 100% da ponte #1_2 ~ ^ $5 \N{RIGHT-TO-LEFT OVERRIDE}\N{PILE OF POO}."
)


def document(id: str, published: str | None, source: str | None, text: str, **about: str) -> Document:
    return Document(text, id, date.fromisoformat(published) if published else None, source=source, language="pt", **about)  # type: ignore[arg-type]


def mention(text: Document, named: Named, person: str | None = None) -> Mention:
    """The first mention of somebody in these words; without words, one that the text leaves implicit."""
    code, words = named
    start = text.text.index(words) if words else 0
    return Mention(Actor(code, words), text.span(start, start + len(words)) if words else None, person=person)


def event(
    text: Document,
    kind: EventType,
    trigger: str,
    actor: Sequence[Named],
    recipient: Sequence[Named] = (),
    sentence: str = "",
    **about: object,
) -> Event:
    """An event of the words ``trigger``, in the sentence that begins with ``sentence``."""
    at, first = text.text.index(trigger), text.text.index(sentence)
    end = text.text.find("\n", at)
    return Event(
        type=kind,
        trigger=text.span(at, at + len(trigger)),
        sentence=text.span(first, len(text.text) if end < 0 else end),
        actor=tuple(mention(text, one) for one in actor),
        recipient=tuple(mention(text, one) for one in recipient),
        **about,  # type: ignore[arg-type]
    )


def position(text: Document, stance: Stance, words: str, who: Named | None = None, person: str | None = None) -> Position:
    at = text.text.index(words)
    return Position(mention(text, who, person) if who else None, stance, text.span(at, at + len(words)), because="written by hand")


def reading(text: Document, *told: tuple[Event, bool, Sequence[Position]]) -> Reading:
    """A Reading of events, each a claim with its positions, which the text tells itself or does not."""
    mentions = [one for event, _, _ in told for side in (event.actor, event.recipient) for one in side]
    claims = (Claim((event,), (event.id,) if own else (), tuple(positions)) for event, own, positions in told)
    return Reading(text, tuple(dict.fromkeys(mentions)), tuple(event for event, _, _ in told), (), tuple(claims))


def missile(id: str, published: str, source: str, url: str | None = None, denied: bool = False) -> Reading:
    """North Korea launches a missile, as an outlet tells it, with or without its denial."""
    said = " Pyongyang negou o lançamento." if denied else ""
    text = document(
        *(id, published, source, f"A Coreia do Norte lançou um míssil em direção ao Japão na terça-feira (28).{said}"),
        title="Míssil cruza o céu do Japão",
        author="Ana Souza",
        **({"url": url} if url else {}),
    )
    launch = event(
        *(text, EventType.MOBILIZE, "lançou", [("PRK", "A Coreia do Norte")], [("JPN", "Japão")]),
        mode="weapons",
        date=EventDate("2017-11-28", "said"),
        contexts=("military",),
        cameo_root="15",
        because="lançar míssil = MOBILIZE/weapons",
    )
    positions = [position(text, Stance.DENY, "negou o lançamento", ("PRK", "Pyongyang"))] if denied else []
    return reading(text, (launch, True, positions))


def attack() -> Reading:
    """Russia attacks Kharkiv, as Kiev says and Moscow denies; it attacked before, and may again."""
    text = document(
        *("ataque", "2023-09-05", "A Gazeta"),
        "O Exército russo bombardeou Kharkiv no domingo (3), segundo Kiev. Moscou negou.\n"
        "Em 2022 os russos haviam invadido a Ucrânia.\nA Rússia pode atacar de novo. Não houve trégua com a Ucrânia.",
        url="https://gazeta.example/ataque?a=1&b={2}",
        title="Kharkiv sob bombas",
    )
    kharkiv = mention(text, ("UKR", "Kharkiv")).span
    assert kharkiv is not None
    ukraine, kiev = ("UKR", "Kharkiv"), ("UKR", "Kiev")
    bombing = event(
        *(text, EventType.ASSAULT, "bombardeou", [("RUS/MIL", "O Exército russo")], [ukraine]),
        mode="aerial",
        date=EventDate("2023-09-03", "said"),
        place=Place("Kharkiv", kharkiv, "UKR", "city", 49.99, 36.23, "em Kharkiv"),
        attributed_to=(mention(text, kiev),),
        cameo_root="19",
    )
    before = event(
        *(text, EventType.ASSAULT, "invadido", [("RUS", "os russos")], [("UKR", "Ucrânia")], "Em 2022"),
        historical=True,
        date=EventDate("2022", "said"),
    )
    again = event(text, EventType.ASSAULT, "atacar", [("RUS", "A Rússia")], [("UKR", "")], "A Rússia", status=Status.HYPOTHETICAL)
    truce = event(
        text, EventType.RETREAT, "trégua", [("RUS", "")], [("UKR", "Ucrânia")], "Não houve", status=Status.NEGATED, mode="ceasefire"
    )
    taken = [position(text, Stance.ASSERT, "segundo Kiev", kiev), position(text, Stance.DENY, "negou", ("RUS", "Moscou"))]
    return reading(text, (bombing, False, taken), (before, True, ()), (again, True, ()), (truce, True, ()))


def agreement() -> Reading:
    """Chile and Bolivia sign together; the United Nations praise both."""
    text = document(
        "acordo",
        "2022-06-08",
        "Diário do Minho",
        "O Chile e a Bolívia assinaram um acordo na terça-feira (7).\nA ONU elogiou os dois países.",
    )
    signing = event(
        text,
        EventType.AGREE,
        "assinaram",
        [("CHL", "O Chile"), ("BOL", "a Bolívia")],
        date=EventDate("2022-06-07", "said"),
        cameo_root="03",
    )
    praise = event(
        text, EventType.SUPPORT, "elogiou", [("UNO", "A ONU")], [("CHL", "os dois"), ("BOL", "países")], "A ONU", cameo_root="05"
    )
    return reading(text, (signing, True, ()), (praise, True, ()))


def opposition() -> Reading:
    """What passes within one state, and what is done to nobody in particular."""
    text = document("oposicao", "2017-05-18", None, "A oposição acusou o governo. A imprensa da Coreia do Norte ameaçou.")
    accusing = event(text, EventType.ACCUSE, "acusou", [("BRA/OPP", "A oposição")], [("BRA", "o governo")], mode="disapprove")
    threat = event(text, EventType.THREATEN, "ameaçou", [("PRK/MED", "A imprensa")], sentence="A imprensa")
    return reading(text, (accusing, True, ()), (threat, True, ()))


def hostile() -> Reading:
    """Whatever may come: formulas, markup, control characters, an address that runs something."""
    text = document(
        *(r"C:\notícias\{1}%.txt", None, "+outlet|' /C calc'!A0", HOSTILE),
        title='=HYPERLINK("http://mal.example";"clique")',
        author="-Fulano \\input{x}\t",
        url="javascript:alert(1)",
    )
    accusing = event(text, EventType.ACCUSE, "acusou", [("RUS", "@Moscou")], [("UKR", "Kiev")], because="<because> & \x07", mode="allege")
    return reading(text, (accusing, True, [position(text, Stance.CONDEMN, "@Moscou \x0bacusou", None)]))


def readings() -> list[Reading]:
    """All cables, in the order of their coming in, which is not that of their days."""
    return [
        attack(),
        missile("missil-1", "2017-11-28", "Folha do Pacífico", "https://folha.example/missil"),
        missile("missil-2", "2017-11-29", "Jornal de Luanda", denied=True),
        agreement(),
        opposition(),
        hostile(),
    ]
