"""Briefs: what a ledger says of a tie or an actor, in cited prose."""

from lacos.briefs.brief import Brief, Citation, Kind, Length, Part, Section, Sentence
from lacos.briefs.errors import BriefError
from lacos.briefs.rendering import BriefFormat, render
from lacos.briefs.writing import brief

__all__ = ["Brief", "BriefError", "BriefFormat", "Citation", "Kind", "Length", "Part", "Section", "Sentence", "brief", "render"]
