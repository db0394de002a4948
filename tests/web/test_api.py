"""What the API answers: the same as the ledger, part by part, at addresses that stay."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from lacos.ledger import Filter, Ledger
from lacos.records import EventType
from lacos.ties import Tie

API = "/api/v1"


def got(client: TestClient, path: str, **asked: Any) -> Any:
    answer = client.get(API + path, params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_events_happenings_and_claims_are_those_of_the_ledger(client: TestClient, library: Ledger) -> None:
    asked = Filter(tie=("RUS", "JPN"), types=(EventType.ASSAULT,), since="2017-09", until="2017")
    given = {"tie": "Rússia,Japão", "type": "assault", "since": "2017-09", "until": "2017"}
    assert got(client, "/events", **given)["items"] == list(library.events(asked))
    assert got(client, "/happenings", **given)["items"] == list(library.happenings(asked))
    assert got(client, "/claims", **given)["items"] == [one.to_json() for one in library.claims(asked)]


def test_a_list_is_walked_by_its_links(client: TestClient, library: Ledger) -> None:
    path, seen = f"{API}/happenings?limit=7&until=2017-12", []
    while path:
        answer = client.get(path)
        seen += answer.json()["items"]
        following = answer.json()["next"]
        assert answer.links.get("next", {}).get("url") == following
        path = following
    assert seen == list(library.happenings(Filter(until="2017-12")))
    back = got(client, "/happenings", limit=7, offset=10)["previous"]
    assert client.get(back).json()["items"] == seen[3:10]
    assert got(client, "/happenings", limit=7)["previous"] is None


def test_one_event_with_what_stands_beside_it(client: TestClient, library: Ledger) -> None:
    (row, *_) = library.events(Filter(document="ataque-1"))
    found = got(client, f"/events/{row['id']}")
    assert found["event"] == library.reading("ataque-1").events[0].to_json()
    assert (found["happening"], found["documents"], found["standing"]) == (row["happening"], ["ataque-1"], "contested")


def test_one_happening_with_its_reports_and_origins(client: TestClient, library: Ledger) -> None:
    (told,) = library.claims(Filter(among="RUS"))
    found = got(client, f"/happenings/{told.happening['id']}")
    reports = found.pop("reports")
    assert found == told.to_json() == got(client, f"/claims/{told.happening['id']}")
    assert [(one["document"], one["outlet"], one["origin"]) for one in reports] == [
        ("ataque-1", "O Clarim", "ataque-1"),
        ("ataque-2", "Diário do Minho", "ataque-2"),
    ]


def test_documents_and_their_readings(client: TestClient, library: Ledger) -> None:
    assert got(client, "/documents", limit=3)["items"] == list(library.documents(limit=3))
    assert got(client, "/documents/feira") == library.reading("feira").to_json()


def test_status_failures_and_search(client: TestClient, library: Ledger) -> None:
    assert got(client, "/status") == library.status()
    assert got(client, "/failures")["items"] == []
    found = got(client, "/search", q="Colômbia", limit=1)
    assert [row["document"] for row in found["items"]] == ["feira"]


def test_actors_by_how_much_is_told_of_them(client: TestClient) -> None:
    first, second = got(client, "/actors", limit=2)["items"]
    assert {first["code"], second["code"]} == {"PRK", "USA"}
    assert first["happenings"] >= second["happenings"]
    assert (first["first"], first["last"]) == ("2017-07-01", "2017-12-05")


def test_an_actor_by_code_or_name(client: TestClient) -> None:
    found = got(client, "/actors/PRK")
    assert found == got(client, "/actors/Coreia do Norte")
    assert (found["name_pt"], found["name_en"], found["wikidata"]) == ("Coreia do Norte", "North Korea", "Q423")
    assert {"Pyongyang", "norte-coreano"} <= set(found["forms"])
    assert ("Kim Jong-un", "supreme leader") in [(one["person"], one["office"]) for one in found["offices"]]
    part = got(client, "/actors/PRK/MED")
    assert (part["state"], part["sector"], part["wikidata"]) == ("PRK", "MED", None)


def test_a_tie_in_figures(client: TestClient, library: Ledger) -> None:
    tie, found = Tie(library, "PRK", "USA"), got(client, "/ties/PRK/USA")
    assert (found["happenings"], found["origins"], found["articles"]) == (tie.happenings, tie.origins, tie.articles)
    trend = tie.trend()
    assert trend is not None
    assert (found["trend"]["change"], found["trend"]["is_clear"]) == (trend.change, trend.is_clear)
    assert [(one["name"], one["count"]) for one in found["quads"]] == [(one.name, one.count) for one in tie.quads()]


def test_series_breaks_and_asymmetry(client: TestClient, library: Ledger) -> None:
    tie = Tie(library, "PRK", "USA")
    points = got(client, "/ties/PRK/USA/series", measure="happenings", every="month")["points"]
    assert [(one["period"]["label"], one["value"]) for one in points] == [
        (one.period.label, one.value)
        for one in tie.series("happenings", "month").points  # type: ignore[arg-type]
    ]
    assert [one["first"]["label"] for one in got(client, "/ties/PRK/USA/breaks")] == [one.first.label for one in tie.breaks()] != []
    assert got(client, "/ties/PRK/USA/trend") == got(client, "/ties/PRK/USA")["trend"]
    assert got(client, "/ties/PRK/USA/asymmetry")["forth"] == tie.asymmetry().forth


def test_ties_of_several_with_all_others_but_some(client: TestClient) -> None:
    acts = got(client, "/ties/JPN+USA/others/acts", but="PRK")["items"]
    assert {(one["actor"], one["recipient"]) for one in acts} == {("RUS", "JPN"), ("COL", "JPN")}
    assert got(client, "/ties/PRK/others")["other"] == []
    assert next((one["one"], one["other"]) for one in got(client, "/ties")["items"]) == ("PRK", "USA")


def test_a_tie_with_nothing_in_it(client: TestClient) -> None:
    found = got(client, "/ties/BRA/CHL")
    assert (found["happenings"], found["first"], found["trend"], found["is_thin"]) == (0, None, None, True)
    for path in ("/series", "/breaks", "/trend", "/asymmetry", "/acts", "/claims", "/reports"):
        assert client.get(f"{API}/ties/BRA/CHL{path}").status_code == 200


@pytest.mark.parametrize(("form", "begins"), [("md", b"# "), ("html", b"<!"), ("pdf", b"%PDF"), ("docx", b"PK")])
def test_briefs_as_files(client: TestClient, form: str, begins: bytes) -> None:
    answer = client.get(f"{API}/briefs/PRK/USA", params={"format": form, "length": "page"})
    assert answer.content.lstrip().lower().startswith(begins.lower())
    assert answer.headers["content-disposition"] == f'attachment; filename="lacos-PRK-USA.{form}"'


def test_a_brief_as_json_rests_on_words(client: TestClient, library: Ledger) -> None:
    found = got(client, "/briefs/PRK/USA", language="en")
    sentences = [one for section in found["sections"] for paragraph in section["paragraphs"] for one in paragraph]
    cited = [citation for one in sentences for citation in one["citations"]]
    assert cited
    for one in cited:
        assert library.reading(one["document"]).document.text[one["start"] : one["end"]] == one["words"]


def test_exports(client: TestClient, library: Ledger) -> None:
    answer = client.get(f"{API}/exports/csv", params={"tie": "RUS,JPN"})
    assert len(answer.text.splitlines()) == 1 + len(library.events(Filter(tie=("RUS", "JPN"))))
    archive = client.get(f"{API}/exports/gdelt")
    assert archive.content.startswith(b"PK")
    assert archive.headers["content-disposition"] == 'attachment; filename="lacos.zip"'
