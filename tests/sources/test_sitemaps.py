import gzip
from datetime import date
from pathlib import Path

import pytest
from press import ARTICLE, Site, problem, read

from lacos.records import Document
from lacos.sources import Fetcher, Problem

BARE = ARTICLE.replace("datePublished", "dateRead").replace('rel="canonical"', 'rel="next"').replace("og:site_name", "og:none")


@pytest.fixture
def index(site: Site) -> str:
    """An index of a packed news sitemap of three pages, of an old one and of one that is not there."""
    for number in (1, 2, 3):
        site.serve(f"/n{number}", BARE)
    pages = "".join(
        f"<url><loc>{site.url}/n{number}</loc><lastmod>2022-06-{number:02}T10:00:00Z</lastmod>"
        f"<news:news><news:publication><news:name>Folha do Pacífico</news:name><news:language>pt</news:language></news:publication>"
        f"<news:publication_date>2022-06-{number:02}T08:00:00-04:00</news:publication_date>"
        f"<news:title>Nota {number}</news:title></news:news></url>"
        for number in (1, 2, 3)
    )
    names = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
    site.serve("/novas.xml.gz", gzip.compress(f"<urlset {names}>{pages}</urlset>".encode()), "application/x-gzip")
    maps = [("novas.xml.gz", "2022-06-03"), ("velhas.xml", "2019-01-01"), ("nada.xml", "2022-06-03")]
    listed = "".join(f"<sitemap><loc>{site.url}/{name}</loc><lastmod>{day}</lastmod></sitemap>" for name, day in maps)
    return site.serve("/sitemap.xml", f"<?xml version='1.0'?><sitemapindex {names}>{listed}</sitemapindex>", "application/xml")


def test_an_index_leads_to_pages_since_a_day(site: Site, fetcher: Fetcher, index: str) -> None:
    *found, missing = read(index, fetcher=fetcher, since=date(2022, 6, 2))
    assert [(item.id, item.published, item.source) for item in found if isinstance(item, Document)] == [
        (f"{site.url}/n{day}", date(2022, 6, day), "Folha do Pacífico") for day in (2, 3)
    ]
    assert isinstance(missing, Problem)
    assert missing.name == f"{site.url}/nada.xml"
    assert "/velhas.xml" not in site.paths


def test_no_more_pages_than_the_limit(site: Site, fetcher: Fetcher, index: str) -> None:
    *found, notice = read(index, fetcher=fetcher, limit=2)
    assert [item.id for item in found if isinstance(item, Document)] == [f"{site.url}/n1", f"{site.url}/n2"]
    assert isinstance(notice, Problem)
    assert (notice.fatal, "stopped after 2 pages" in notice.message) == (False, True)
    assert "/n3" not in site.paths


def test_a_packed_sitemap_by_its_own_address(site: Site, fetcher: Fetcher, index: str) -> None:
    assert index
    assert len(read(f"{site.url}/novas.xml.gz", fetcher=fetcher)) == 3


def test_a_sitemap_in_a_file_is_not_followed_by_itself(tmp_path: Path, fetcher: Fetcher) -> None:
    path = tmp_path / "sitemap.xml"
    path.write_text("<urlset><url><loc>https://pacifico.example/1</loc></url></urlset>", "utf8")
    assert "by itself" in problem(path).message
    path.write_text("<urlset><url><loc>", "utf8")
    assert "damaged XML" in problem(path, fetcher=fetcher).message


def test_a_page_by_its_address_has_it_for_a_name(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/n", BARE.encode("cp1252"), "text/html; charset=iso-8859-1")
    (document,) = read(url, fetcher=fetcher)
    assert isinstance(document, Document)
    assert (document.id, document.url, document.title) == (url, url, "Chile propõe diálogo à Bolívia")
    assert "propôs retomar" in document.text
