"""Observations as rows: as they are stored and as they are shown.

`people` is the column `count` of the format: how many people the figure is about.
"""

from datetime import date
from typing import NamedTuple


class Traits(NamedTuple):
    """What of its indicator small groups are judged by."""

    minimum_group: int
    statistic: str
    decimals: int
    unit_of_measure: str
    accumulates: bool | None


class ShownFigure(NamedTuple):
    """An observation: the columns of the format. As it is shown, with nothing in the figure where it is hidden."""

    board: str
    indicator: str
    unit: str
    gender: str
    period_start: date
    period_end: date
    kind: str
    value: float | None
    lower: float | None
    upper: float | None
    qualifier: str
    people: int | None
    status: str
    change: str
    note: str
    source: str
    locator: str


def key_of_figure(row: ShownFigure) -> tuple[str, str, str, date, date, str]:
    """The key of an observation within its board."""
    return row[1:7]


def without_figure(row: ShownFigure, status: str) -> ShownFigure:
    """An observation that is hidden; the note of one that was stored as confidential says why and stays."""
    note = row.note if row.status == "confidential" else ""
    return row._replace(value=None, lower=None, upper=None, people=None, qualifier="=", status=status, note=note)
