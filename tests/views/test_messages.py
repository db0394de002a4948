import re
import string
import tomllib
from enum import StrEnum
from pathlib import Path

import pytest

import lacos
from lacos.events.trace import Fate, Outcome
from lacos.messages import LANGUAGES, VOCABULARY, preferred
from lacos.records import EventType, MentionKind, Stance, Status
from lacos.views.messages import messages

PACKAGE = Path(lacos.__file__).parent
FILES = [VOCABULARY, *PACKAGE.glob("*/**/messages.toml"), PACKAGE / "views" / "tie.toml", PACKAGE / "cli" / "serve.toml"]
TEXTS = {key: texts for file in FILES for key, texts in tomllib.loads(file.read_text("utf8")).items()}


@pytest.mark.parametrize("file", FILES, ids=lambda file: "/".join(file.parts[-2:]))
def test_every_key_has_each_language_with_the_same_values(file: Path) -> None:
    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key, texts in tomllib.loads(file.read_text("utf8")).items():
        assert set(texts) == set(LANGUAGES), key
        assert all(texts.values()), key
        assert "briefs" in file.parts or fields(texts["pt"]) == fields(texts["en"]), key  # grammars build sentences of other parts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("group", "values"),
    [("type", EventType), ("status", Status), ("stance", Stance), ("kind", MentionKind), ("outcome", Outcome), ("fate", Fate)],
)
def test_every_value_has_a_label_of_its_own(language: str, group: str, values: type[StrEnum]) -> None:
    labels = [TEXTS[f"{group}.{value.value}"][language] for value in values]
    assert len(set(labels)) == len(labels) == len(values)
    assert [messages(language).term(group, value.value) for value in values] == labels


def test_every_key_asked_for_is_there() -> None:
    rooms = [room for room in PACKAGE.iterdir() if room.is_dir() and room.name != "web"]  # tests/web/test_words.py has its words
    sources = [path for room in rooms for end in ("py", "j2") for path in room.rglob(f"*.{end}")]
    asked = {key for path in sources for key in re.findall(r'\bwords\("(\w+)"', path.read_text("utf8"))}
    assert {"events", "no_events", "failed"} <= asked
    assert asked - set(TEXTS) == set()


def test_messages_fill_in_their_values() -> None:
    assert messages("pt")("failed", failed=2, total=5) == "2 de 5 entradas não foram lidas"
    assert messages("en")("failed", failed=2, total=5) == "2 of 5 inputs were not read"


def test_a_value_without_label_is_shown_itself() -> None:
    assert messages("pt").term("status", "unheard-of") == "unheard-of"


@pytest.mark.parametrize(
    ("variable", "value", "language"),
    [
        ("LACOS_LANG", "en", "en"),
        ("LACOS_LANG", "pt", "pt"),
        ("LC_ALL", "en_GB.UTF-8", "en"),
        ("LANG", "pt_BR.UTF-8", "pt"),
        ("LANG", "fr_FR", "pt"),
    ],
)
def test_the_language_of_the_user(monkeypatch: pytest.MonkeyPatch, variable: str, value: str, language: str) -> None:
    for name in ("LACOS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert preferred() == language
