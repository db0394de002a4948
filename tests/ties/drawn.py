"""Looking into charts: the rows that they are made of, the words on them."""

from __future__ import annotations

from typing import Any

from lacos.ties.charts.chart import Chart

Row = dict[str, Any]


def rows(chart: Chart, *fields: str) -> list[Row]:
    """The rows of a chart's data that have all of some fields."""
    tables = chart.spec["datasets"].values()
    return [row for table in tables if isinstance(table, list) for row in table if all(field in row for field in fields)]


def words(chart: Chart) -> str:
    """The title, what was counted, and all texts of a chart."""
    title = chart.spec["title"]
    return " ".join([*title["text"], *title["subtitle"], *(row["text"] for row in rows(chart, "text"))])
