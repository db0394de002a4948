"""Sessions: signed, and over with their time, with another password, with the user."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer
from visitors import QUICK, users

from lacos.web.security import User, load, save
from lacos.web.security.register import Register
from lacos.web.security.sessions import LIFE, Sessions

SECRET = "segredo de teste"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return users(tmp_path / "users.json")


@pytest.fixture
def register(file: Path) -> Register:
    return Register(file)


@pytest.fixture
def ana(register: Register) -> User:
    found = register.named("ana")
    assert found is not None
    return found


def test_a_session_is_its_user_s_and_has_a_mark_of_its_own(register: Register, ana: User) -> None:
    sessions = Sessions(SECRET)
    one, other = (sessions.resume(sessions.begin(ana), register) for _ in range(2))
    assert one is not None
    assert other is not None
    assert one.user == other.user == ana
    assert one.mark != other.mark


def test_the_cookie_says_nothing_of_the_password(ana: User) -> None:
    assert ana.password is not None
    assert ana.password[-10:] not in Sessions(SECRET).begin(ana)


def test_a_cookie_that_was_changed_or_signed_by_another_is_none(register: Register, ana: User) -> None:
    sessions = Sessions(SECRET)
    cookie = sessions.begin(ana)
    forged = URLSafeTimedSerializer(SECRET).dumps(["ana", "", ""])
    for wrong in (cookie[:-1], "x" + cookie, "", "a.b.c", forged, Sessions("outro").begin(ana), "\0", "ç" * 5000):
        assert sessions.resume(wrong, register) is None
    assert sessions.resume(cookie, register) is not None


def test_it_ends_with_its_time(register: Register, ana: User, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions, now = Sessions(SECRET), time.time()
    cookie = sessions.begin(ana)
    monkeypatch.setattr(time, "time", lambda: now + LIFE - 5)
    assert sessions.resume(cookie, register) is not None
    monkeypatch.setattr(time, "time", lambda: now + LIFE + 5)
    assert sessions.resume(cookie, register) is None


def test_it_ends_with_another_password(file: Path, register: Register, ana: User) -> None:
    cookie = Sessions(SECRET).begin(ana)
    save(file, [replace(one, password=QUICK.hash("outra senha bem comprida")) for one in load(file)])
    assert Sessions(SECRET).resume(cookie, register) is None


def test_it_ends_with_the_user(file: Path, register: Register, ana: User) -> None:
    cookie = Sessions(SECRET).begin(ana)
    save(file, [one for one in load(file) if one.name != "ana"])
    assert Sessions(SECRET).resume(cookie, register) is None


def test_what_a_user_may_changes_at_once(file: Path, register: Register, ana: User) -> None:
    cookie = Sessions(SECRET).begin(ana)
    save(file, [replace(one, roles=frozenset()) for one in load(file)])
    session = Sessions(SECRET).resume(cookie, register)
    assert session is not None
    assert not session.user.may("judge")
