"""Figures for Prometheus, of all processes of a server together."""

from __future__ import annotations

import os

from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""The folder in which processes put their figures together; prometheus_client looks for it when it is imported."""
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10)
ANY = "other"
"""What requests to no page of ours, or with no method that is known, are counted as, so that strangers cannot make figures without end."""
MOST = 100
METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})

requests = Counter("lacos_requests", "Requests answered.", ["method", "page", "status"])
seconds = Histogram("lacos_request_seconds", "Seconds from a request to the end of its answer.", ["page"], buckets=BOUNDS)
under_way = Gauge("lacos_requests_under_way", "Requests being answered.", multiprocess_mode="livesum")
_pages: set[str] = set()
sign_ins = Counter("lacos_sign_ins", "Tries to sign in: entered, wrong, held back, busy.", ["outcome"])


def count(method: str, path: str, status: int, took: float) -> None:
    """Count a request that was answered."""
    page = kind(path, status)
    requests.labels(method if method in METHODS else ANY, page, str(status)).inc()
    seconds.labels(page).observe(took)


def kind(path: str, status: int) -> str:
    """Which page it is by the beginning of its path ("/tie", "/api/v1/events"), if it ever answered well."""
    parts = path.split("/", 4)
    page = "/".join(parts[:4] if parts[1:2] == ["api"] else parts[:2])
    if status == 200 and len(_pages) < MOST:
        _pages.add(page)
    return page if page in _pages else ANY


def bury(process: int) -> None:
    """Count no more what a process that died was answering."""
    if SHARED in os.environ:
        mark_process_dead(process)  # type: ignore[no-untyped-call]


def figures() -> tuple[bytes, str]:
    """All figures and their media type."""
    registry = REGISTRY
    if SHARED in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry), CONTENT_TYPE_LATEST
