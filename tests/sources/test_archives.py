"""Compressed files, zip archives and web archives."""

import bz2
import gzip
import io
import json
import lzma
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from press import ARTICLE, PARAGRAPHS, TEXT, one, problem, read

from lacos.records import Document
from lacos.sources import Problem

LINES = "".join(json.dumps({"text": f"{paragraph} {number}"}) + "\n" for number in range(2000) for paragraph in PARAGRAPHS).encode()


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


@pytest.mark.parametrize(("ending", "compress"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
@pytest.mark.parametrize(
    ("name", "data", "count"), [("n.txt", TEXT.encode(), 1), ("n.jsonl", LINES, 6000), ("n", LINES, 6000), ("n.html", ARTICLE.encode(), 1)]
)
def test_what_is_compressed_is_read_by_its_own_name(
    tmp_path: Path, ending: str, compress: Callable[[bytes], bytes], name: str, data: bytes, count: int
) -> None:
    path = tmp_path / f"{name}.{ending}"
    path.write_bytes(compress(data))
    found = read(path)
    assert len(found) == count
    assert all(isinstance(item, Document) for item in found)
    if count > 1:
        assert found[-1].id == f"{path}:6000"  # type: ignore[union-attr]


def test_formats_that_jump_about_are_read_compressed(tmp_path: Path) -> None:
    path = tmp_path / "n.zip.gz"
    path.write_bytes(gzip.compress(packed(a__txt=b"Quito nega.")))
    assert one(path).id == f"{path}!a.txt"


@pytest.mark.parametrize(("ending", "compress"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_file_that_is_cut_short_gives_what_came_before(tmp_path: Path, ending: str, compress: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"n.jsonl.{ending}"
    noise = random.Random(7)
    lines = b"".join(json.dumps({"text": f"Quito nega: {noise.getrandbits(256):x}"}).encode() + b"\n" for _ in range(12_000))
    path.write_bytes(compress(lines)[:-1000])
    *found, last = read(path)
    assert len(found) > 1000
    assert isinstance(last, Problem)
    assert last.name == str(path)
    assert "cut short" in last.message


@pytest.mark.parametrize(
    ("name", "data"), [("n.txt.gz", b"nada"), ("n.txt.xz", b"nada"), ("n.txt.bz2", b"nada"), ("n.zip", b"nada"), ("n.zip", b"")]
)
def test_what_is_not_compressed_at_all(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert problem(path).name == str(path)


def test_twice_compressed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "n.gz"
    path.write_bytes(gzip.compress(gzip.compress(b"Quito nega.")))
    assert "twice" in problem(path).message


def test_members_of_a_zip_in_its_order_with_what_is_wrong_in_their_place(tmp_path: Path) -> None:
    path = tmp_path / "n.zip"
    inner = packed(c__txt=b"Dentro.", d__zip=packed(e__txt=b"Fundo."))
    path.write_bytes(
        packed(b__txt=b"Quito nega.", a__jsonl=b'{"text": "Lima confirma."}', foto__jpg=b"\xff", vazio__txt=b"", mais__zip=inner)
    )
    found = [(item.id, item.text) if isinstance(item, Document) else (item.name, item.message) for item in read(path)]
    assert found == [
        (f"{path}!b.txt", "Quito nega."),
        (f"{path}!a.jsonl:1", "Lima confirma."),
        (f"{path}!vazio.txt", "empty"),
        (f"{path}!mais.zip!c.txt", "Dentro."),
        (f"{path}!mais.zip!d.zip", "an archive inside an archive inside an archive: unpack it yourself"),
    ]


def test_bombs_are_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "n.zip"
    path.write_bytes(packed(bomba__txt=b"0" * 30_000_000, a__txt=b"Quito nega."))
    refused, document = read(path)
    assert isinstance(refused, Problem)
    assert refused.name == f"{path}!bomba.txt"
    assert "would unpack to 30,000,000 bytes" in refused.message
    assert isinstance(document, Document)


def test_a_member_that_is_damaged_or_locked_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "n.zip"
    good = packed(a__txt=TEXT.encode(), b__txt=TEXT.encode(), c__txt=b"Quito nega.")
    data = bytearray(good)
    data[50:60] = bytes(10)
    second = good.rindex(b"PK\x01\x02", 0, good.rindex(b"PK\x01\x02"))
    data[second + 8] |= 1
    path.write_bytes(bytes(data))
    damaged, locked, document = read(path)
    assert isinstance(damaged, Problem)
    assert damaged.name == f"{path}!a.txt"
    assert isinstance(locked, Problem)
    assert "password" in locked.message
    assert isinstance(document, Document)


def test_a_zip_without_texts_says_what_it_looked_for(tmp_path: Path) -> None:
    path = tmp_path / "n.zip"
    path.write_bytes(packed(foto__jpg=b"\xff"))
    assert ".html" in problem(path).message


def record(url: str, body: bytes, kind: str = "text/html", status: str = "200 OK", warc: str = "response", encoding: str = "") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{encoding}Content-Length: {len(body)}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: {warc}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2023-01-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    return (
        head.encode()
        + f"Content-Type: application/http; msgtype={warc}\r\nContent-Length: {len(http)}\r\n\r\n".encode()
        + http
        + b"\r\n\r\n"
    )


OWN = ARTICLE.replace('rel="canonical"', 'rel="next"')
RECORDS = [
    record("https://a.example/1", OWN.encode()),
    record("https://a.example/1", b"GET / HTTP/1.1\r\n\r\n", warc="request"),
    record("https://a.example/foto", b"\xff\xd8", "image/jpeg"),
    record("https://a.example/some", ARTICLE.encode(), status="404 Not Found"),
    record("https://a.example/menu", b"<html><body><a href='/'>Capa</a></body></html>"),
    record("https://a.example/2", OWN.encode("cp1252"), "text/html; charset=iso-8859-1"),
    record("https://a.example/3", gzip.compress(OWN.encode()), encoding="Content-Encoding: gzip\r\n"),
]


@pytest.mark.parametrize(("name", "data"), [("n.warc", b"".join(RECORDS)), ("n.warc.gz", b"".join(map(gzip.compress, RECORDS)))])
def test_a_web_archive_gives_its_pages(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = read(path)
    assert [item.id for item in found if isinstance(item, Document)] == [f"https://a.example/{number}" for number in (1, 2, 3)]
    assert all(PARAGRAPHS[2] in item.text for item in found if isinstance(item, Document))
    assert [str(item.published) for item in found if isinstance(item, Document)] == ["2022-06-07"] * 3
    assert [item.name for item in found if isinstance(item, Problem)] == [f"{path}!https://a.example/menu"]


def test_a_web_archive_that_is_cut_short_or_none(tmp_path: Path) -> None:
    path = tmp_path / "n.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, RECORDS))[:-600])
    *found, last = read(path)
    assert len(found) == 3
    assert isinstance(last, Problem)
    assert (last.name, "cut short" in last.message) == (f"{path}!https://a.example/3", True)
    path.write_bytes(b"nada")
    assert problem(path).name == str(path)
