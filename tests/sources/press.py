"""News to write into files of every format, ways to read them back, and the memory of a small web server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler

from lacos.records import Document
from lacos.sources import Problem, documents

PARAGRAPHS = (
    "O presidente do Chile, Gabriel Boric, recebeu nesta terça-feira em Santiago o chanceler da Bolívia e propôs retomar as negociações "
    "sobre o uso das águas do rio Silala, informou o Palácio de La Moneda.",
    "A ministra das Relações Exteriores boliviana agradeceu o gesto, mas disse que La Paz só voltará à mesa depois da decisão da "
    "Corte Internacional de Justiça, em Haia.",
    "Em Brasília, o Itamaraty elogiou a iniciativa e ofereceu sediar uma reunião entre as duas delegações ainda neste semestre.",
)
TEXT = "\n".join(PARAGRAPHS)
ARTICLE = f"""<!doctype html><html lang="en"><head><title>Chile propõe diálogo à Bolívia | Folha do Pacífico</title>
<meta property="og:site_name" content="Folha do Pacífico"><meta property="og:title" content="Chile propõe diálogo à Bolívia">
<meta property="article:modified_time" content="2022-06-09T08:00:00-04:00">
<script type="application/ld+json">{{"@type":"NewsArticle","datePublished":"2022-06-07T22:15:00-04:00"}}</script>
<link rel="canonical" href="https://pacifico.example/mundo/chile-bolivia"></head><body>
<nav><ul><li><a href="/">Capa</a></li><li><a href="/mundo">Mundo</a></li></ul></nav>
<div class="cookie-banner">Usamos cookies. <button>Aceitar</button></div>
<main><article><h1>Chile propõe diálogo à Bolívia</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)}
<div class="share"><a href="#">Facebook</a> <a href="#">WhatsApp</a></div></article></main>
<aside><h2>Mais lidas</h2><ol><li><a href="/3">Time vence o clássico</a> <time datetime="2019-01-01">1 jan</time></li></ol></aside>
<footer>© 2021 Folha do Pacífico. Todos os direitos reservados.</footer></body></html>"""

Answer = tuple[int, dict[str, str], bytes]


def read(path: object, **options: object) -> list[Document | Problem]:
    """All that comes of one path."""
    return list(documents([str(path)], **options))  # type: ignore[arg-type]


def one(path: object, **options: object) -> Document:
    """The one document at a path, nothing else."""
    (item,) = read(path, **options)
    assert isinstance(item, Document), item
    return item


def problem(path: object, **options: object) -> Problem:
    """The one fatal problem with a path, nothing else."""
    (item,) = read(path, **options)
    assert isinstance(item, Problem), item
    assert item.fatal
    return item


@dataclass
class Site:
    """A web server: what it answers by path, and what it was asked, when."""

    url: str
    pages: dict[str, Answer | Callable[[BaseHTTPRequestHandler], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], float]] = field(default_factory=list)

    def serve(self, path: str, body: str | bytes, kind: str = "text/html", status: int = 200, **headers: str) -> str:
        """Puts a page at ``path``; its address."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind} | named, data)
        return self.url + path

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked if path != "/robots.txt"]
