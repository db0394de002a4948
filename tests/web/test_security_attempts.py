"""Failed sign-ins make the next wait longer; nobody can lock another out."""

import anyio
import pytest
from visitors import FAR, PASSWORD, QUICK, Hands

from lacos.web.security import passwords
from lacos.web.security.attempts import FREE, FREE_ADDRESS, KEPT, LONGEST, LONGEST_ADDRESS, Attempts


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def attempts(clock: Hands) -> Attempts:
    return Attempts(clock)


def test_a_few_mistakes_are_free_then_each_doubles_the_wait(attempts: Attempts, clock: Hands) -> None:
    waits = []
    for _ in range(FREE + 4):
        clock.now += waits[-1] if waits else 0
        attempts.failed("ana", FAR)
        waits.append(attempts.wait("ana", FAR))
    assert waits == [0.0] * (FREE - 1) + [2.0, 4.0, 8.0, 16.0, 32.0]


def test_the_wait_passes(attempts: Attempts, clock: Hands) -> None:
    for _ in range(FREE):
        attempts.failed("ana", FAR)
    clock.now += 2.0
    assert attempts.wait("ana", FAR) == 0


def test_a_day_of_guessing_is_a_hundred_guesses(attempts: Attempts, clock: Hands) -> None:
    end, guesses = clock.now + 86400, 0
    while clock.now < end:
        clock.now += attempts.wait("ana", FAR)
        attempts.failed("ana", FAR)
        guesses += 1
    assert guesses < 86400 / LONGEST + 20


def test_the_name_elsewhere_and_others_there_are_not_made_to_wait(attempts: Attempts) -> None:
    for _ in range(FREE + 3):
        attempts.failed("ana", FAR)
    assert attempts.wait("ana", "198.51.100.4") == 0
    assert attempts.wait("bia", FAR) == 0


def test_an_address_that_tries_many_names_waits_but_who_came_in_from_there_does_not(attempts: Attempts) -> None:
    attempts.entered("ana", FAR)
    for n in range(FREE_ADDRESS + 20):
        attempts.failed(f"nome{n}", FAR)
    assert attempts.wait("bia", FAR) == LONGEST_ADDRESS
    assert attempts.wait("ana", FAR) == 0


def test_the_right_password_is_forgiven(attempts: Attempts) -> None:
    for _ in range(FREE):
        attempts.failed("ana", FAR)
    attempts.entered("ana", FAR)
    assert attempts.wait("ana", FAR) == 0


def test_memory_is_bounded(attempts: Attempts) -> None:
    for n in range(KEPT + 100):
        attempts.failed("ana", str(n))
        attempts.entered("ana", str(n))
    assert KEPT - 1 <= len(attempts._failed) <= KEPT
    assert len(attempts._entered) == KEPT


def test_hashes_are_made_one_at_a_time_and_those_beyond_the_queue_are_sent_away() -> None:
    async def rush() -> list[bool | None]:
        checking, found = passwords.Checking(), []

        async def one() -> None:
            found.append(await checking.matches(PASSWORD, hash))

        async with anyio.create_task_group() as tasks:
            for _ in range(passwords.QUEUE + 5):
                tasks.start_soon(one)
        return found

    hash = QUICK.hash(PASSWORD)
    found = anyio.run(rush)
    assert (found.count(None), found.count(True)) == (5, passwords.QUEUE)
