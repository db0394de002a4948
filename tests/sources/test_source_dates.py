from datetime import UTC, date, datetime

import pytest

from lacos.sources.dates import mentioned, parse

DAY = date(2022, 3, 2)


@pytest.mark.parametrize(
    "written",
    [
        "2022-03-02", "2022-03-02T23:50:00-03:00", "2022-03-02 10:00:00 UTC", "20220302", "2022/03/02", "02/03/2022", "2.3.2022",
        "02/03/2022 às 10h15", "Wed, 02 Mar 2022 22:30:00 -0300", "2 Mar 2022", "quarta-feira, 2 de março de 2022", "2 de marzo del 2022",
        "March 2, 2022", "2 mar. 2022", "2-Mar-2022", DAY, datetime(2022, 3, 2, 23, 50, tzinfo=UTC),
    ],
)  # fmt: skip
def test_the_day_is_taken_as_written(written: object) -> None:
    assert parse(written) == DAY


@pytest.mark.parametrize(
    "written", ["2022", "2022-03", "março de 2022", "03/25/2022", "31/02/2022", "02/03/22", "ontem", "2022-03-021", 1646179200]
)
def test_what_is_no_full_date_is_not_guessed(written: object) -> None:
    with pytest.raises(ValueError, match="is no date"):
        parse(written)


@pytest.mark.parametrize("written", [None, "", "  ", float("nan")])
def test_nothing_is_no_date(written: object) -> None:
    assert parse(written) is None


@pytest.mark.parametrize(
    "words", ["Publicado em 02/03/2022 às 10h - Atualizado em 04/03/2022", "Por Ana Prado, 2 de março de 2022 (mudado em 2022-03-04)"]
)
def test_the_first_date_in_words_counts(words: str) -> None:
    assert mentioned(words) == DAY
