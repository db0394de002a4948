"""Short articles of several outlets about a few happenings, to fill ledgers with."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from lacos.records import Document

PACIFICO, MINHO, LUANDA, CLARIM, GAZETA = "Folha do Pacífico", "Diário do Minho", "Jornal de Luanda", "O Clarim", "A Gazeta"

NEWS = {
    "missil-1": (
        "2017-11-28",
        PACIFICO,
        "A Coreia do Norte lançou nesta terça-feira (28) um míssil balístico, informou o Exército da Coreia do Sul.",
    ),
    "missil-2": ("2017-11-29", MINHO, "O Japão condenou o lançamento de um míssil pela Coreia do Norte na terça-feira (28)."),
    "missil-3": ("2017-11-30", LUANDA, "A Coreia do Norte negou ter lançado um míssil na terça-feira (28)."),
    "bomba-1": (
        "2017-09-03",
        PACIFICO,
        "A Coreia do Norte testou neste domingo (3) uma bomba de hidrogênio. A China condenou o teste nuclear.",
    ),
    "bomba-2": (
        "2017-09-04",
        CLARIM,
        "A Coreia do Norte testou no domingo (3) uma bomba, e os Estados Unidos ameaçaram Pyongyang com sanções.",
    ),
    "ataque-1": ("2023-09-04", CLARIM, "A Rússia atacou a Ucrânia no domingo (3) com mísseis. Kiev acusou Moscou de matar dez civis."),
    "ataque-2": (
        "2023-09-05",
        GAZETA,
        "O Exército russo atacou a Ucrânia no domingo (3), segundo Kiev. Moscou negou ter atacado a Ucrânia.",
    ),
    "ataque-3": ("2023-09-10", MINHO, "A Rússia voltou a atacar a Ucrânia no sábado (9) com drones."),
    "visita-1": (
        "2023-05-04",
        GAZETA,
        "O presidente do Chade, Mahamat Déby, visitou Paris nesta quinta-feira (4). A França elogiou o Chade.",
    ),
    "visita-2": ("2023-05-05", LUANDA, "O presidente do Chade visitou a França na quinta-feira (4) e pediu ajuda militar a Paris."),
    "sudao": ("2023-05-06", GAZETA, "A França acusou o Chade de atacar o Sudão. O Chade negou ter atacado o Sudão."),
    "acordo-1": ("2022-06-08", PACIFICO, "O Chile e a Bolívia assinaram um acordo em Santiago na terça-feira (7)."),
    "acordo-2": (
        "2022-06-08",
        MINHO,
        "A Bolívia assinou na terça-feira (7) um acordo com o Chile. “Foi um gesto de amizade”, disse o presidente boliviano.",
    ),
    "sancoes-1": (
        "2020-02-18",
        CLARIM,
        "Os Estados Unidos anunciaram sanções contra a Venezuela. Moscou criticou a decisão de Washington.",
    ),
    "sancoes-2": (
        "2020-02-19",
        GAZETA,
        "Washington impôs sanções à Venezuela, e Caracas acusou os Estados Unidos de terrorismo econômico.",
    ),
    "fronteira-1": ("2019-02-23", GAZETA, "A Venezuela fechou a fronteira com a Colômbia e rompeu relações com Bogotá neste sábado (23)."),
    "fronteira-2": ("2019-02-24", LUANDA, "A Venezuela rompeu relações diplomáticas com a Colômbia no sábado (23)."),
    "palma": (
        "2021-03-27",
        LUANDA,
        "Moçambique pediu ajuda a Portugal depois do ataque a Palma. Lisboa prometeu enviar instrutores militares a Maputo.",
    ),
    "trigo": ("2022-03-01", MINHO, "A Índia enviou trigo ao Afeganistão. Cabul agradeceu a ajuda de Nova Déli."),
    "golpe": ("2021-02-01", PACIFICO, "O Exército de Mianmar prendeu Aung San Suu Kyi. A União Europeia condenou o golpe em Mianmar."),
    "pesca": ("2018-10-09", CLARIM, "O Reino Unido ameaçou a França com a proibição da pesca. Paris rejeitou a ameaça de Londres."),
    "reuniao": ("2018-06-12", GAZETA, "Donald Trump se reuniu com Kim Jong-un em Singapura nesta terça-feira (12)."),
    "cabinda": ("2016-08-02", LUANDA, "Angola retirou as tropas da fronteira com o Congo. O governo congolês elogiou Luanda."),
    "cessar-fogo": ("2020-11-10", MINHO, "A Armênia e o Azerbaijão assinaram um cessar-fogo mediado pela Rússia nesta terça-feira (10)."),
}


def documents(*ids: str) -> list[Document]:
    """The articles of these ids, or all of them."""
    wanted = ids or tuple(NEWS)
    return [Document(NEWS[id][2], id=id, published=date.fromisoformat(NEWS[id][0]), source=NEWS[id][1]) for id in wanted]


def reprints(number: int) -> list[Document]:
    """So many articles: ours, then round-ups that put two of them together on a later day."""
    some = documents()
    while len(some) < number:
        n = len(some)
        one, other = some[n % len(NEWS)], some[(7 * n + 5) % len(NEWS)]
        assert one.published is not None
        some.append(
            Document(
                f"{one.text}\n\n{other.text}",
                id=f"resumo-{n}",
                published=one.published + timedelta(days=n % 3),
                source=f"Semanário {n % 4}",
            )
        )
    return some[:number]


def folder(where: Path, some: list[Document]) -> Path:
    """Documents as files of a folder, in their order. Their outlets and dates are lost."""
    where.mkdir()
    for n, document in enumerate(some):
        (where / f"{n:03}.txt").write_text(document.text, "utf8")
    return where
