"""What a server is told: nothing that would open a ledger to strangers, or cannot work."""

from pathlib import Path

import pytest

from lacos.web import Settings
from lacos.web.settings import ServeError, is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_this_computer_alone_may_read_without_a_name(host: str) -> None:
    assert is_loopback(host)
    assert Settings("crise.db", host=host).open


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.0.7", "lacos.example", "localhost.example", "::ffff:10.0.0.1"])
def test_other_computers_may_not_and_a_server_that_asks_nobody_does_not_start(host: str) -> None:
    with pytest.raises(ServeError, match="lacos user add"):
        Settings("crise.db", host=host)
    assert not Settings("crise.db", host=host, users=Path("users.json")).open
    assert not Settings("crise.db", host=host, token="x" * 32).open


def test_behind_a_proxy_it_is_as_if_other_computers_reached_it() -> None:
    with pytest.raises(ServeError, match="behind a proxy"):
        Settings("crise.db", proxy=("127.0.0.1",))
    assert not Settings("crise.db", proxy=("127.0.0.1",), users=Path("users.json")).open


def test_a_short_token_is_none() -> None:
    with pytest.raises(ServeError, match="shorter than 24"):
        Settings("crise.db", token="segredo")


def test_a_certificate_needs_its_key(tmp_path: Path) -> None:
    (tmp_path / "cert.pem").touch()
    with pytest.raises(ServeError, match="--key"):
        Settings("crise.db", certificate=tmp_path / "cert.pem")
    with pytest.raises(ServeError, match=r"no file .*key\.pem"):
        Settings("crise.db", certificate=tmp_path / "cert.pem", key=tmp_path / "key.pem")


def test_secrets_are_not_shown_and_differ() -> None:
    one, other = Settings("crise.db", token="t" * 30), Settings("crise.db")
    assert one.secret not in repr(one)
    assert "ttt" not in repr(one)
    assert one.secret != other.secret
