from datetime import date
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from press import ARTICLE, PARAGRAPHS, TEXT, Answer, Site, one, problem, read

from lacos.records import Document
from lacos.sources import Entry, FeedState, Fetcher, Problem, SourceError, poll, texts

FULL = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
UNDATED = ARTICLE.replace("datePublished", "dateRead").replace('rel="canonical"', 'rel="next"')


def rss(site: str, content: str = FULL, extra: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Folha do Pacífico</title>
<item><title>Chile e Bolívia</title><link>{site}/1</link><pubDate>Tue, 07 Jun 2022 22:30:00 -0400</pubDate>
<description>Resumo curto.</description><content:encoded><![CDATA[{content}]]></content:encoded></item>
<item><title>Peru e Equador</title><link>{site}/2</link><pubDate>Mon, 06 Jun 2022 09:00:00 -0500</pubDate>
<source url="https://andina.example">Agência Andina</source><description>Lima e Quito conversam…</description></item>{extra}
</channel></rss>"""


def test_an_entry_that_the_feed_has_whole_is_not_fetched_and_the_other_is(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/feed", rss(site.url), "application/rss+xml")
    site.serve("/2", UNDATED)
    first, second = read(url, fetcher=fetcher)
    assert first == Document(TEXT, f"{site.url}/1", date(2022, 6, 7), "Chile e Bolívia", f"{site.url}/1", "Folha do Pacífico")
    assert isinstance(second, Document)
    assert PARAGRAPHS[2] in second.text
    assert (second.id, second.published, second.source) == (f"{site.url}/2", date(2022, 6, 6), "Agência Andina")
    assert site.paths == ["/feed", "/2"]


def test_what_the_page_says_goes_before_the_entry(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/feed", rss(site.url, content="Começa assim e [...]"), "text/html")
    site.serve("/1", ARTICLE)
    document, missing = read(url, fetcher=fetcher)
    assert isinstance(document, Document)
    assert document.id == "https://pacifico.example/mundo/chile-bolivia"
    assert isinstance(missing, Problem)
    assert missing.name == f"{site.url}/2"


def test_a_feed_in_a_file_touches_nothing_on_the_network(site: Site, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(site.url), "utf8")
    whole, notice, teaser = read(path)
    assert isinstance(whole, Document)
    assert isinstance(notice, Problem)
    assert (notice.name, notice.fatal) == (f"{site.url}/2", False)
    assert isinstance(teaser, Document)
    assert teaser.text == "Lima e Quito conversam…"
    assert site.asked == []


def test_feeds_need_not_be_followed(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/feed", rss(site.url), "application/rss+xml")
    assert len([item for item in read(url, fetcher=fetcher, follow=False) if isinstance(item, Document)]) == 2
    assert site.paths == ["/feed"]


def test_polling_again_gives_only_what_changed(site: Site, fetcher: Fetcher) -> None:
    def feed(request: BaseHTTPRequestHandler) -> Answer:
        if request.headers["If-None-Match"] == '"7"':
            return 304, {}, b""
        return 200, {"ETag": '"7"', "Last-Modified": "ontem"}, rss(site.url).encode()

    site.pages["/feed"] = feed
    entries, state = poll(site.url + "/feed", FeedState(), fetcher)
    assert [entry.title for entry in entries if isinstance(entry, Entry)] == ["Chile e Bolívia", "Peru e Equador"]
    assert state == FeedState('"7"', "ontem")
    assert poll(site.url + "/feed", state, fetcher) == ((), state)
    (document,) = texts(entries[:1], fetcher)
    assert isinstance(document, Document)
    assert document.text == TEXT


def test_a_feed_that_is_not_well_formed_is_read_with_a_notice(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/feed", rss(site.url).replace("</channel>", "<ruim></channel>"), "application/rss+xml")
    notice, first, *_ = read(url, fetcher=fetcher, follow=False)
    assert isinstance(notice, Problem)
    assert (notice.name, notice.fatal) == (url, False)
    assert isinstance(first, Document)


def test_what_is_no_feed(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no feed"):
        poll(site.serve("/a", "<html><body>Nada</body></html>"), FeedState(), fetcher)
    path = tmp_path / "a.xml"
    path.write_text("<?xml version='1.0'?><TEI><text>Nada</text></TEI>", "utf8")
    assert "no feed, OPML or sitemap: it begins with tei" in problem(path).message


def test_the_dates_of_atom_and_of_rss_1(tmp_path: Path) -> None:
    atom = tmp_path / "a.atom"
    content = FULL.replace("<", "&lt;")
    entry = f"<entry><title>Chile</title><id>tag:x,1</id>%s<updated>2022-06-09</updated><content type='html'>{content}</content></entry>"
    dated, undated = entry % "<published>2022-06-07T22:00:00-04:00</published>", entry % ""
    atom.write_text(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Andes</title>{dated}{undated}</feed>", "utf8")
    assert [item.published for item in read(atom) if isinstance(item, Document)] == [date(2022, 6, 7), None]
    rdf = tmp_path / "a.rss"
    rdf.write_text(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Andes</title></channel><item><title>Chile</title>"
        f"<link>https://andes.example/1</link><dc:date>2022-06-07T22:00:00-04:00</dc:date>"
        f"<content:encoded><![CDATA[{FULL}]]></content:encoded></item></rdf:RDF>",
        "utf8",
    )
    assert one(rdf).published == date(2022, 6, 7)


def test_opml_leads_to_its_feeds_however_deep(site: Site, fetcher: Fetcher, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    feeds = [site.serve(f"/{name}", rss(f"{site.url}/{name}", extra=""), "application/rss+xml") for name in "ab"]
    inner = "".join(f'<outline type="rss" xmlUrl="{url}"/>' for url in [*feeds, feeds[0], site.url + "/nada"])
    path.write_text(
        f'<opml version="2.0"><body><outline text="Mundo"><outline text="Andes">{inner}</outline></outline></body></opml>', "utf8"
    )
    found = read(path, fetcher=fetcher, follow=False)
    assert [item.id for item in found if isinstance(item, Document)] == [f"{site.url}/{path}" for path in ("a/1", "a/2", "b/1", "b/2")]
    assert [item.name for item in found if isinstance(item, Problem) and item.fatal] == [site.url + "/nada"]
    assert "by itself" in problem(path).message


def test_lists_do_not_lead_to_lists_for_ever(site: Site, fetcher: Fetcher) -> None:
    url = site.serve("/feed", rss(site.url).replace(f"{site.url}/2", f"{site.url}/feed"), "application/rss+xml")
    problems = [item.message for item in read(url, fetcher=fetcher) if isinstance(item, Problem)]
    assert problems == ["a list inside a list inside a list: not followed"]
