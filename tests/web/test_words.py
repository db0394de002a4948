"""The words of pages: all there, in both languages, none twice."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

from lacos.messages import LANGUAGES
from lacos.web.rendering import environment
from lacos.web.words import ROOM, WordsError, texts, words

FILES = sorted(ROOM.rglob("messages*.toml"))
FIELD = re.compile(r"\{(\w+)")


def keys(template: str) -> set[str]:
    """The words that a template asks for by name."""
    source = environment().loader.get_source(environment(), template)[0]  # type: ignore[union-attr]
    calls = environment().parse(source).find_all(nodes.Call)
    named = (call.args[0] for call in calls if isinstance(call.node, nodes.Name) and call.node.name == "words" and call.args)
    return {key.value for key in named if isinstance(key, nodes.Const)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_texts_of_both_languages_take_the_same_values(file: Path) -> None:
    pt, en = (texts(file, language) for language in LANGUAGES)
    assert pt.keys() == en.keys()
    assert [key for key in pt if set(FIELD.findall(pt[key])) != set(FIELD.findall(en[key]))] == []


@pytest.mark.parametrize("template", environment().list_templates(extensions=["html"]))
def test_templates_ask_for_words_that_are_there(template: str) -> None:
    found = words("pt")
    assert [key for key in sorted(keys(template)) if key not in found._texts] == []


def test_templates_are_read_at_all() -> None:
    assert {"home_latest", "home_busiest"} <= keys("home.html")


def test_two_files_have_no_key_in_common(tmp_path: Path) -> None:
    for name in ("messages.toml", "messages_more.toml"):
        (tmp_path / name).write_text('back = { pt = "voltar", en = "back" }\n', "utf8")
    with pytest.raises(WordsError, match=r"messages_more\.toml: 'back' is in messages\.toml"):
        words("pt", tmp_path)
