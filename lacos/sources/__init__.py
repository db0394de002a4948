"""Text comes in: files, folders, archives, tables, feeds and web pages become Documents; what cannot be read becomes a Problem."""

from lacos.sources.addresses import is_public
from lacos.sources.columns import Columns
from lacos.sources.counting import expected
from lacos.sources.feeds import Entry, FeedState, poll
from lacos.sources.files import STDIN, documents, texts
from lacos.sources.opml import feed_urls
from lacos.sources.problems import FetchError, Problem, SourceError
from lacos.sources.web import Fetched, Fetcher

__all__ = [
    "STDIN",
    "Columns",
    "Entry",
    "FeedState",
    "FetchError",
    "Fetched",
    "Fetcher",
    "Problem",
    "SourceError",
    "documents",
    "expected",
    "feed_urls",
    "is_public",
    "poll",
    "texts",
]
