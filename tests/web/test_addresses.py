"""Each thing has one address, whatever its id holds."""

import pytest

from lacos.web import addresses


def test_things_have_addresses() -> None:
    assert addresses.home() == "/"
    assert addresses.tie("RUS", "PRK") == "/tie/RUS/PRK"
    assert addresses.tie("RUS+CHN", "USA") == "/tie/RUS+CHN/USA"
    assert addresses.tie("RUS") == "/tie/RUS"
    assert addresses.actor("PRK/MED") == "/actor/PRK/MED"
    assert addresses.search("arma nuclear") == "/search?q=arma+nuclear"


def test_a_part_of_a_state_has_the_ties_of_the_state() -> None:
    assert addresses.tie("PRK/MED+RUS", "USA/MIL") == "/tie/PRK+RUS/USA"


def test_an_id_is_one_part_of_a_path() -> None:
    assert addresses.document("https://a.example/x?y=1#z") == "/document/https%3A%2F%2Fa.example%2Fx%3Fy%3D1%23z"
    assert addresses.document("notícia 1.txt", "e12ab") == "/document/not%C3%ADcia%201.txt#e12ab"


def test_parameters_of_an_address_change() -> None:
    assert addresses.changed("/search?q=a&offset=50", offset=100) == "/search?q=a&offset=100"
    assert addresses.changed("/search?q=a&offset=50", offset="") == "/search?q=a"
    assert addresses.changed("/sources", source="O Clarim") == "/sources?source=O+Clarim"


@pytest.mark.parametrize(
    "path",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "evil", "", "/a\nSet-Cookie: x", "/\t/evil"],
)
def test_readers_are_sent_nowhere_else(path: str) -> None:
    assert addresses.local(path) == "/"


def test_readers_are_sent_back_to_a_page_of_ours() -> None:
    assert addresses.local("/search?q=a%20b") == "/search?q=a%20b"
