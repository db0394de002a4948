"""Pages lead somewhere, and both READMEs to the same places."""

from __future__ import annotations

import re
from pathlib import Path

LINK = re.compile(r"\]\((?!https?://)([^)#\s]+)")
MERGED = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
BARE = re.compile(r"\bdocs/[\w.-]+\.(?:md|json|svg|ipynb)")


def test_links_lead_to_files(page: Path) -> None:
    assert [to for to in LINK.findall(page.read_text("utf8")) if not (page.parent / to).exists()] == []


def test_named_pages_exist(page: Path, root: Path) -> None:
    assert [name for name in BARE.findall(page.read_text("utf8")) if not (root / name).exists()] == []


def test_no_marks_of_a_merge_are_left(root: Path) -> None:
    pages = (*root.glob("*.md"), *(root / "docs").glob("*.md"))
    assert [one.name for one in pages if MERGED.search(one.read_text("utf8"))] == []


def test_readmes_lead_to_the_same_pages(root: Path) -> None:
    english, portuguese = (
        set(LINK.findall((root / name).read_text("utf8"))) - {"README.md", "README.pt-BR.md"} for name in ("README.md", "README.pt-BR.md")
    )
    assert {to.replace(".pt.", ".en.") for to in portuguese} == english


def test_every_page_is_linked(page: Path, root: Path) -> None:
    others = {*(root / "docs").glob("*.md"), *root.glob("README*.md")} - {page}
    links = {(one.parent / to).resolve() for one in others for to in LINK.findall(one.read_text("utf8"))}
    assert page.resolve() in links


def test_rooms_are_in_the_house(root: Path) -> None:
    rooms = {
        f"lacos/{one.name}{'/' * one.is_dir()}"
        for one in (root / "lacos").iterdir()
        if one.suffix == ".py" or (one / "__init__.py").exists()
    }
    for name in ("README.md", "README.pt-BR.md"):
        assert rooms - {"lacos/__init__.py"} <= set(re.findall(r"`(lacos/[\w./]+)`", (root / name).read_text("utf8")))
