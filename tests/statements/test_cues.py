from pathlib import Path

import pytest

from lacos.records import Stance
from lacos.statements import cues as table
from lacos.statements.cues import CONSTRUCTIONS, CueError, colours, cues

CUES = "cue\tpos\tstance\tconstruction\tnote\n"
STANCES = "word\tstance\tnote\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in place of the shipped tables; what was read from it is forgotten afterwards."""
    monkeypatch.setattr(table, "DATA", tmp_path)
    monkeypatch.setattr(table, "cues", cues.__wrapped__)
    monkeypatch.setattr(table, "colours", colours.__wrapped__)
    return tmp_path


def test_columns(folder: Path) -> None:
    (folder / "cues.tsv").write_text(CUES + "# fala\ngarantir\tVERB\tpromise\tclause|object\tnota\n", "utf8")
    ((key, (cue,)),) = table.cues().items()
    assert key == ("garantir", "VERB")
    assert (cue.text, cue.stance, cue.constructions, cue.source) == ("garantir", Stance.PROMISE, {"clause", "object"}, "cues.tsv, line 3")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("garantir\tADV\tassert\tclause", r"cues\.tsv, line 2: no cue can be ADV with 'clause'"),
        ("garantir\tVERB\tassert\tfrase", r"cues\.tsv, line 2: no cue can be VERB with 'frase'"),
        ("garantir\tVERB\tafirmar\tclause", r"cues\.tsv, line 2: 'afirmar' is not a valid Stance"),
    ],
)
def test_a_bad_cue_is_named_by_file_and_line(folder: Path, row: str, message: str) -> None:
    (folder / "cues.tsv").write_text(f"{CUES}{row}\n", "utf8")
    with pytest.raises(CueError, match=message):
        table.cues()


def test_a_bad_colour_is_named_by_file_and_line(folder: Path) -> None:
    (folder / "stance.tsv").write_text(STANCES + "arsenal\tthreaten\nabater\tameaçar\n", "utf8")
    with pytest.raises(CueError, match=r"stance\.tsv, line 3: 'ameaçar' is not a valid Stance"):
        table.colours()


@pytest.mark.parametrize(
    ("word", "pos", "stance"),
    [
        ("dizer", "VERB", "assert"), ("afirmar", "VERB", "assert"), ("negar", "VERB", "deny"), ("condenar", "VERB", "condemn"),
        ("exigir", "VERB", "demand"), ("elogiar", "VERB", "support"), ("ameaçar", "VERB", "threaten"), ("prometer", "VERB", "promise"),
        ("acusar", "VERB", "accuse"), ("segundo", "PREP", "assert"), ("para", "PREP", "assert"),
    ],
)  # fmt: skip
def test_the_stance_of_common_cues(word: str, pos: str, stance: str) -> None:
    (cue,) = [cue for cue in cues()[word, pos] if cue.words == (word,)]
    assert cue.stance == stance


def test_de_acordo_com_is_one_cue() -> None:
    assert ("de", "acordo", "com") in {cue.words for cue in cues()["de", "PREP"]}


def test_the_longest_come_first_and_all_are_well_made() -> None:
    for group in cues().values():
        assert [len(cue.words) for cue in group] == sorted((len(cue.words) for cue in group), reverse=True)
        assert all(cue.constructions <= CONSTRUCTIONS for cue in group)
    assert {cue.stance for group in cues().values() for cue in group} == set(Stance)


def test_colours_are_in_lower_case_and_never_plain() -> None:
    assert len(colours()) > 500
    assert all(word == word.lower() for words in colours() for word in words)
    assert Stance.ASSERT not in colours().values()
