"""Copies of a text, by what they share of their words."""

from dataclasses import replace
from datetime import date

import pytest
from soundness import faults

from lacos.ledger import Ledger
from lacos.ledger.copies import sign
from lacos.records import Document

TEXT = (
    "O presidente do Chile, Gabriel Boric, recebeu nesta terça-feira em Santiago o chanceler da Bolívia e propôs retomar as "
    "negociações sobre o uso das águas do rio Silala. A ministra das Relações Exteriores boliviana agradeceu o gesto, mas "
    "disse que La Paz só volta à mesa depois da decisão da Corte Internacional de Justiça, em Haia. Em Brasília, o Itamaraty "
    "elogiou a iniciativa e ofereceu sediar uma reunião entre as duas delegações ainda neste semestre. Os dois países não têm"
    " relações diplomáticas desde 1978, quando romperam por causa do acesso ao mar. O governo peruano informou que acompanha "
    "as conversas com interesse e que não se opõe a um acordo entre os vizinhos. A próxima rodada está marcada para agosto, "
    "na cidade de Arica, com a presença de observadores das Nações Unidas."
)
CHANGED = TEXT.replace("O governo peruano informou que acompanha as conversas com interesse", "Lima disse que segue o diálogo de perto")
OTHER = (
    "A Corte Internacional de Justiça ouviu nesta quarta-feira os advogados da Ucrânia, que acusa a Rússia de ter financiado "
    "grupos armados no leste do país. A delegação russa rejeitou as acusações e pediu que os juízes declarem não ter "
    "competência para julgar o caso."
)


def origins(ledger: Ledger, *texts: str) -> list[int]:
    """The number of the document that each text is a copy of, counted from 1."""
    for n, text in enumerate(texts):
        ledger._writer.set_aside(Document(text, id=str(n), language="pt"))
    with ledger.database.reading() as connection:
        return list(connection.exec_driver_sql("SELECT origin FROM documents ORDER BY n").scalars())


def test_copies_have_the_origin_of_the_first(ledger: Ledger) -> None:
    assert origins(ledger, TEXT, OTHER, TEXT, CHANGED, TEXT.upper(), "Leia também:\n" + TEXT) == [1, 2, 1, 1, 1, 1]


def test_a_copy_of_a_copy_has_the_origin_of_the_first(ledger: Ledger) -> None:
    assert origins(ledger, TEXT, CHANGED, CHANGED.replace("em Haia", "na Haia")) == [1, 1, 1]


def test_texts_too_short_to_tell_are_no_copies(ledger: Ledger) -> None:
    assert sign("A Rússia condenou o ataque da Ucrânia.") is None
    assert origins(ledger, "A Rússia condenou o ataque.", "A Rússia condenou o ataque.") == [1, 2]


def test_when_the_first_goes_the_oldest_copy_is_the_origin(ledger: Ledger) -> None:
    origins(ledger, TEXT, CHANGED, TEXT)
    ledger._writer.set_aside(Document(OTHER, id="0", language="pt"))
    with ledger.database.reading() as connection:
        found = {row.id: row.origin for row in connection.exec_driver_sql("SELECT id, origin FROM documents")}
        numbers = {row.id: row.n for row in connection.exec_driver_sql("SELECT id, n FROM documents")}
    assert found == {"1": numbers["1"], "2": numbers["1"], "0": numbers["0"]}
    assert faults(ledger) == []


@pytest.mark.slow
def test_copies_are_one_origin_of_what_they_tell(ledger: Ledger) -> None:
    one = Document(TEXT, id="a", published=date(2022, 6, 7), source="O Clarim")
    ledger.add([one, replace(one, id="b", source="A Gazeta", text=CHANGED), replace(one, id="c", source="Diário do Minho")])
    assert {row["origins"] for row in ledger.happenings()} == {1}
    assert {row["articles"] for row in ledger.happenings()} >= {3}
    assert ledger.status()["copies"] == 2


def test_signatures_are_the_same_on_every_machine() -> None:
    signed = sign(TEXT)
    assert signed is not None
    assert (len(signed), int(signed[0]), int(signed[-1])) == (128, 1621677668, 3143967094)
