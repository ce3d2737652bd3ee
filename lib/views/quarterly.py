"""The quarterly statistics on decisions that were not carried out (34 kap. 3 § socialtjänstlagen), as tables of text.

Made of the same figures as the pages: what is about too few people is hidden here as there, with what would tell it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.rules.periods import Period
from lib.rules.series import OUTCOME
from lib.tables.statutory import (
    CHECK,
    INTERRUPTED,
    INTERRUPTED_DAYS,
    LAW,
    NOT_EXECUTED,
    NOT_EXECUTED_DAYS,
)
from lib.views.board import BoardData
from lib.views.text_table import TextCell, TextTable
from lib.words.figures import point_text
from lib.words.language import N_, _, day_name, period_name

# What is counted, and how long it has taken.
_PARTS = (
    (N_("Decisions not carried out within three months"), NOT_EXECUTED, NOT_EXECUTED_DAYS),
    (N_("Interrupted decisions not carried out again within three months"), INTERRUPTED, INTERRUPTED_DAYS),
)


@dataclass(frozen=True, slots=True)
class QuarterlyStatistics:
    """The report of a quarter: its title, the lines below it, the tables, and the lines that close it."""

    title: str
    period: Period
    lines: tuple[str, ...]
    tables: tuple[TextTable, ...]
    notes: tuple[str, ...]


def quarters(data: BoardData) -> list[Period]:
    """The quarters that anything of it is reported for, the newest first."""
    periods = {
        point.period
        for _name, count, _days in _PARTS
        for series in data.of_indicator(count)
        for point in series.outcomes()
        if _is_quarter(point.period)
    }
    return sorted(periods, key=lambda period: period.end, reverse=True)


def quarter_code(period: Period) -> str:
    """'2026-1': a quarter in an address."""
    return f"{period.end.year}-{period.end.month // 3}"


def quarterly(data: BoardData, period: Period, today: date) -> QuarterlyStatistics:
    """The report of a quarter."""
    return QuarterlyStatistics(
        _("Statistics on decisions not carried out, {quarter}").format(quarter=period_name(period)),
        period,
        (
            data.board.name,
            _("To the municipal council, under 34 kap. 3 § of the Social Services Act. Made on {day}.").format(
                day=day_name(today)
            ),
        ),
        tuple(_table(data, _(name), count, days, period) for name, count, days in _PARTS),
        (
            _("Figures about few people are not shown, nor those from which they could be worked out."),
            _("The law was read as: {law}.").format(law=LAW),
            CHECK,
        ),
    )


def _is_quarter(period: Period) -> bool:
    return period.months == 3 and period.end.month % 3 == 0


def _table(data: BoardData, name: str, count: str, days: str, period: Period) -> TextTable:
    headings = (_("Type of support"), _("Decisions"), _("Women"), _("Men"), _("Days since the decision, median"))
    rows = tuple(
        (
            TextCell(data.unit_name(unit) if unit else _("All")),
            *(TextCell(_figure(data, count, unit, gender, period)) for gender in "TKM"),
            TextCell(_figure(data, days, unit, "T", period)),
        )
        for unit in _units(data, (count, days), period)
    )
    return TextTable(name, headings, rows)


def _units(data: BoardData, indicators: tuple[str, ...], period: Period) -> Iterator[str]:
    """The types of support that have a figure in the quarter, and last the whole board."""
    there = {
        series.unit
        for code in indicators
        for series in data.of_indicator(code)
        if any(point.period == period for point in series.outcomes())
    }
    yield from (unit for unit in data.units if unit in there and not data.is_comparison(unit))
    if "" in there:
        yield ""


def _figure(data: BoardData, indicator: str, unit: str, gender: str, period: Period) -> str:
    series = data.series.get((indicator, unit, gender))
    point = next((p for p in series.points if p.period == period and p.kind == OUTCOME), None) if series else None
    return point_text(point, series.about) if series and point else "–"
