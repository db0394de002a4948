"""What addresses ask for."""

import pytest
from starlette.requests import Request

from lacos.ledger import Filter
from lacos.records import EventType, Standing, Status
from lacos.web.asking import LIMIT, Page, asked, page, query
from lacos.web.errors import WrongValueError


def request(query: str) -> Request:
    return Request({"type": "http", "method": "GET", "path": "/", "headers": [], "query_string": query.encode()})


def test_a_filter_is_in_the_address() -> None:
    found = asked(request("type=ASSAULT&type=accuse&status=occurred&since=2017&until=2017-09&source=O+Clarim&among=R%C3%BAssia"))
    assert found == Filter(
        among="RUS",
        types=(EventType.ASSAULT, EventType.ACCUSE),
        statuses=(Status.OCCURRED,),
        since="2017",
        until="2017-09",
        source="O Clarim",
    )


def test_empty_fields_of_a_form_ask_nothing() -> None:
    assert asked(request("since=&until=&source=&type=&contested=")) == Filter()


def test_what_is_contested_alone() -> None:
    assert asked(request("contested=1")).standings == (Standing.CONTESTED,)


def test_a_tie_is_two_codes() -> None:
    assert asked(request("tie=RUS,PRK")).tie == ("RUS", "PRK")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("since=ontem", "since"),
        ("until=2017-13", "until"),
        ("since=2018&until=2017", "until"),
        ("since=٢٠١٧", "since"),
        ("type=WAR", "type"),
        ("standing=maybe", "standing"),
        ("tie=RUS", "tie"),
        ("actor=Atlantis", "actor"),
        ("contested=yes", "contested"),
        ("source=" + "x" * 1001, "source"),
        ("document=a%00b", "document"),
    ],
)
def test_a_value_that_means_nothing_is_named(given: str, name: str) -> None:
    with pytest.raises(WrongValueError, match=name) as raised:
        asked(request(given))
    assert raised.value.name == name


@pytest.mark.parametrize("given", ["limit=0", "limit=501", "limit=ten", "offset=-1", "limit=1e3", "offset=99999999999", "limit=²"])
def test_a_part_of_a_list_is_whole_numbers(given: str) -> None:
    with pytest.raises(WrongValueError):
        page(request(given))


def test_a_part_of_a_list() -> None:
    assert page(request("")) == Page(LIMIT, 0)
    assert page(request("limit=10&offset=20")) == Page(10, 20)


def test_a_filter_becomes_an_address_again() -> None:
    found = Filter(tie=("RUS", "PRK"), types=(EventType.ASSAULT,), standings=(Standing.CONTESTED,), since="2017", source="Diário & Cia")
    assert asked(request(query(found).removeprefix("?"))) == found
    assert query(Filter(since="2017"), limit=10, q="") == "?since=2017&limit=10"
    assert query(Filter()) == ""
