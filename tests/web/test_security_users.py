"""The file of users: what it holds, who may read it, what it does when it changes."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from visitors import PASSWORD, TOKEN, users

from lacos.web.security import Role, User, UserError, digest, hashed, load, named, new_token, save
from lacos.web.security.passwords import matches
from lacos.web.security.register import Register, secret
from lacos.web.security.tokens import bearer


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return users(tmp_path / "users.json")


def test_a_user_is_known_by_name_whatever_its_case_and_a_program_by_its_token(file: Path) -> None:
    register = Register(file)
    ana, coletor = register.named("  ANA "), register.holder(TOKEN)
    assert ana is not None
    assert coletor is not None
    assert (ana.may("judge"), ana.may("write"), ana.may("read")) == (True, False, True)
    assert (coletor.name, coletor.may("write"), coletor.may("judge")) == ("coletor", True, False)
    assert register.named("carla") is None
    assert register.named("a/../b") is None
    assert register.holder("lacos_outro") is None


def test_neither_passwords_nor_tokens_are_in_the_file(file: Path) -> None:
    text = file.read_text("utf8")
    assert PASSWORD not in text
    assert TOKEN not in text
    assert "$argon2id$" in text


def test_the_file_and_its_secret_are_their_owner_s_alone(file: Path) -> None:
    assert [path.stat().st_mode & 0o777 for path in sorted(file.parent.iterdir())] == [0o600, 0o600]
    assert sorted(path.name for path in file.parent.iterdir()) == ["users.json", "users.json.secret"]


def test_the_secret_is_made_once(file: Path) -> None:
    made = secret(file)
    save(file, load(file))
    assert secret(file) == made
    assert len(made) == 64


def test_a_file_that_changes_is_read_anew(file: Path) -> None:
    register = Register(file)
    save(file, [User("carla")])
    assert register.named("carla") is not None
    assert register.named("ana") is None
    assert register.holder(TOKEN) is None


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_text("{"), lambda file: file.chmod(0o666)])
def test_a_file_that_is_spoilt_lets_nobody_in_until_it_is_mended(
    file: Path, spoil: Callable[[Path], object], caplog: pytest.LogCaptureFixture
) -> None:
    register, good = Register(file, TOKEN + "2"), load(file)
    spoil(file)
    assert [register.named("ana"), register.holder(TOKEN), register.named("ana")] == [None] * 3
    assert register.holder(TOKEN + "2") is not None
    assert [record.getMessage().startswith(f"nobody is let in: {file}") for record in caplog.records] == [True]
    save(file, good)
    assert register.named("ana") is not None


def test_a_file_that_is_not_there_from_the_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="lacos user add"):
        Register(tmp_path / "users.json")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"users": [1]}', '{"users": [{"name": "ana"}]}', '{"users": [{"name": "a b"}]}', "\xff"])
def test_what_is_no_file_of_users_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "users.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(UserError, match=r"users\.json is no file of users"):
        Register(path)


def test_a_role_that_there_is_not_is_named(file: Path) -> None:
    told = json.loads(file.read_text("utf8"))
    told["users"][0]["roles"] = ["admin"]
    file.write_text(json.dumps(told), "utf8")
    with pytest.raises(UserError, match="admin"):
        load(file)


def test_a_file_that_others_may_write_is_refused(file: Path) -> None:
    file.chmod(0o660)
    with pytest.raises(UserError, match="chmod 600"):
        Register(file)


def test_a_secret_that_others_may_read_is_refused(file: Path) -> None:
    (file.parent / "users.json.secret").chmod(0o644)
    with pytest.raises(UserError, match="pass for any user"):
        secret(file)


def test_of_two_who_write_at_once_one_is_told_and_nothing_is_half_written(file: Path) -> None:
    before = file.read_bytes()
    (file.parent / "users.json.new").touch()
    with pytest.raises(UserError, match="at work"):
        save(file, [])
    assert file.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(UserError, match="that you may write"):
        save(tmp_path / "users.json", [])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="that you may write"):
        save(tmp_path / "nada" / "users.json", [])


@pytest.mark.parametrize("name", ["", " ", "a b", "ana\n", "../ana", "a" * 65, "<b>", "ana\0", "a:b"])
def test_names_that_cannot_be(name: str) -> None:
    if name.strip() == "ana":
        assert named(name) == "ana"
    else:
        with pytest.raises(UserError, match="is no name"):
            named(name)


def test_names_have_one_spelling() -> None:
    assert named("João") == named("JOÃO") == named("Joa\u0303o") == "joão"


def test_the_token_of_the_environment_reads_and_adds_but_does_not_judge() -> None:
    holder = Register(None, TOKEN).holder(TOKEN)
    assert holder is not None
    assert (holder.may(Role.READ), holder.may(Role.WRITE), holder.may(Role.JUDGE)) == (True, True, False)
    assert Register(None, TOKEN).named("token") is None


def test_tokens_are_long_and_differ() -> None:
    assert len({new_token() for _ in range(50)}) == 50
    assert len(new_token()) > 40
    assert digest("a") != digest("b")


@pytest.mark.parametrize(
    ("header", "token"),
    [("Bearer abc", "abc"), ("bearer  abc ", "abc"), ("Basic abc", None), ("Bearer", None), ("Bearer ", None), ("", None), (None, None)],
)
def test_a_token_comes_as_a_bearer(header: str | None, token: str | None) -> None:
    assert bearer(header) == token


@pytest.mark.parametrize("password", ["", "curta", "a" * 12, "ab" * 10, "x" * 1025])
def test_passwords_that_are_easily_guessed_are_refused(password: str) -> None:
    with pytest.raises(UserError, match="too easy to guess"):
        hashed(password, "ana")


def test_the_name_is_no_password() -> None:
    with pytest.raises(UserError, match="not the name"):
        hashed("Ana.Carolina.Souza", "ana.carolina.souza")


def test_a_password_matches_its_own_hash_alone() -> None:
    hash = hashed(PASSWORD)
    assert matches(PASSWORD, hash)
    assert not matches(PASSWORD + " ", hash)
    assert not matches("", hash)
    assert not matches(PASSWORD, "no hash")
    assert not matches("\0nobody", None)
