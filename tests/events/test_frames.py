from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from lacos.events.frames import NOUN_SLOTS, VERB_SLOTS, Condition, Frame, FrameError, frames, read
from lacos.records import EventType, Status

HEADER = "predicate\tpos\ttype\tmode\tactor\trecipient\tif\tstatus"


def read_lines(*lines: str) -> list[Frame]:
    """The frames of a table with these lines."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "t.tsv"
        path.write_text("\n".join(lines) + "\n", "utf8")
        return list(read(path))


def frame(row: str) -> Frame:
    """The frame of one row under the usual header."""
    (one,) = read_lines(HEADER, row)
    return one


def test_columns() -> None:
    made = frame("criticar\tVERB\tACCUSE\tdisapprove\tsubj\tobj | a\tobj=governo\toccurred")
    assert (made.predicate, made.pos, made.type, made.mode) == ("criticar", "VERB", EventType.ACCUSE, "disapprove")
    assert (made.actor, made.recipient) == ((("subj",),), (("obj",), ("a",)))
    assert (made.status, made.source) == (Status.OCCURRED, "t.tsv, line 2")


@pytest.mark.parametrize(("pos", "slots"), [("VERB", VERB_SLOTS), ("NOUN", NOUN_SLOTS), ("ADJ", NOUN_SLOTS)])
def test_empty_cells_have_the_slots_of_their_part_of_speech(pos: str, slots: tuple[tuple[str, ...], ...]) -> None:
    made = frame(f"ataque\t{pos}\tASSAULT")
    actor, recipient = slots
    assert made.actor == tuple((place,) for place in actor)
    assert made.recipient == tuple((place,) for place in recipient)
    assert (made.mode, made.status, made.conditions) == (None, None, ())


def test_places_joined_by_plus_are_looked_up_together() -> None:
    made = frame("reunir-se\tVERB\tCONSULT\t\tsubj+com | entre\tnone")
    assert made.actor == (("subj", "com"), ("entre",))
    assert made.recipient == ()
    assert made.reciprocal
    assert not frame("atacar\tVERB\tASSAULT").reciprocal


def test_conditions() -> None:
    made = frame("impor\tVERB\tSANCTION\t\t\t\tobj=sanção, multa; plural; de!=paz;has=a\t")
    assert made.conditions == (
        Condition("obj", frozenset({"sanção", "multa"})),
        Condition("plural", frozenset()),
        Condition("de", frozenset({"paz"}), negated=True),
        Condition("has", frozenset({"a"})),
    )


def test_the_type_of_a_dash_is_no_event() -> None:
    assert frame("teste\tNOUN\t-\t\t\t\tde=dna").type is None


def test_the_words_of_a_predicate() -> None:
    made = frame("retirar-se sala\tVERB\tRETREAT")
    assert (made.head, made.others, made.reflexive) == ("retirar", ("sala",), True)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("atacar\tADV\tASSAULT", r"t\.tsv, line 3: part of speech 'ADV' is none of VERB, NOUN, ADJ in 'atacar'"),
        ("atacar\tVERB\tATAQUE", r"t\.tsv, line 3: 'ATAQUE' is not a valid EventType"),
        ("atacar\tVERB\tASSAULT\t\t\t\t\tpassado", r"t\.tsv, line 3: 'passado' is not a valid Status"),
        ("atacar", r"t\.tsv, line 3: part of speech ''"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(row: str, message: str) -> None:
    with pytest.raises(FrameError, match=message):
        read_lines(HEADER, "# comentário", row)


def test_a_missing_column_is_named() -> None:
    with pytest.raises(FrameError, match=r"t\.tsv, line 2: 'mode'"):
        read_lines("predicate\tpos\ttype", "atacar\tVERB\tASSAULT")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param("\tVERB\tASSAULT", id="no predicate"),
        pytest.param("atacar\tVERB\tASSAULT\t\t\t\t\t\tmais", id="too many cells"),
        pytest.param("atacar\tVERB\tASSAULT\tatomico", id="unknown mode"),
        pytest.param("atacar\tVERB\tASSAULT\t\tsujeito", id="unknown place"),
    ],
)
def test_a_slip_is_named_by_file_and_line(tmp_path: Path, row: str) -> None:
    path = tmp_path / "t.tsv"
    path.write_text(f"{HEADER}\n{row}\n", "utf8")
    with pytest.raises(FrameError, match=r"t\.tsv, line 2"):
        frames((path,))


def test_the_most_specific_frame_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    rows = [
        "romper\tVERB\tSANCTION",
        "romper relação\tVERB\tSANCTION\tdiscontinue",
        "romper-se\tVERB\t-",
        "romper\tVERB\tREJECT\t\t\t\tobj=acordo;plural",
        "romper\tVERB\tREJECT\t\t\t\tobj=acordo",
        "romper\tNOUN\tREJECT",
    ]
    path.write_text("\n".join([HEADER, *rows]) + "\n", "utf8")
    found = frames((path,))
    assert set(found) == {("romper", "VERB"), ("romper", "NOUN")}
    assert [made.source.split()[-1] for made in found["romper", "VERB"]] == ["5", "3", "6", "4", "2"]
    assert [made.specificity for made in found["romper", "VERB"]] == [4, 3, 2, 1, 0]


def test_the_shipped_tables_load_sorted() -> None:
    found = frames()
    assert sum(map(len, found.values())) > 5_000
    assert all(list(rows) == sorted(rows, key=lambda made: -made.specificity) for rows in found.values())
    assert {made.type for made in found["atacar", "VERB"]} >= {EventType.ASSAULT}
