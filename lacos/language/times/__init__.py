"""Time expressions: finding them in a text and giving them TIMEX3 values (ISO 8601 dates and durations)."""

from lacos.language.times.finding import TimeExpression, dateline, expressions, of
from lacos.language.times.moments import iso

__all__ = ["TimeExpression", "dateline", "expressions", "iso", "of"]
