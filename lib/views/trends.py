"""The trends page's read model: which series are chosen, and which of them share a chart."""

from collections.abc import Sequence

from lib.charts.chart import Chart, chart_of
from lib.rules.series import Series
from lib.views.board import BoardData
from lib.views.figures import cut


def names(data: BoardData, area: str = "") -> dict[str, str]:
    """Code and name of every indicator that has figures (in the area), those of goals first."""
    with_figures = [code for code in data.indicators if any(one.points for one in data.of_indicator(code))]
    return {
        code: data.indicators[code].name
        for code in with_figures
        if not area or data.indicators[code].area == area or area in {goal.area for goal in data.goals_of(code)}
    }


def first(data: BoardData, area: str = "") -> tuple[str, ...]:
    """The indicator to begin with: a trend against a target before one without, then the longest."""
    codes = list(names(data, area))
    if not codes:
        return ()

    def weight(code: str) -> tuple[bool, int]:
        series = data.of_indicator(code)
        longest = max(len(one.points) for one in series)
        return longest > 2 and any(one.targets for one in series), longest

    return (max(codes, key=weight),)


def units(data: BoardData, indicators: Sequence[str]) -> dict[str, str]:
    """The units that the indicators have figures for, by name."""
    found = {one.unit: one.unit_name for code in indicators for one in data.of_indicator(code) if one.points}
    return {unit: name for unit, name in found.items() if unit}


def years(data: BoardData, indicators: Sequence[str]) -> list[int]:
    """Every year that the indicators have figures for, oldest first."""
    return sorted({point.period.year for code in indicators for one in data.of_indicator(code) for point in one.points})


def select(
    data: BoardData,
    indicators: Sequence[str],
    chosen_units: Sequence[str],
    gender: str,
    first: int | None,
    last: int | None,
) -> list[Series]:
    """The chosen series, with only the points of the chosen years.

    Without chosen units: the whole board's series, or every unit's where the board has none. A gender that an
    indicator has no figures for gives its total.
    """
    found = []
    for code in indicators:
        series = [one for one in data.of_indicator(code) if one.points]
        wanted = {"K", "M"} if gender == "KM" else {gender}
        of_gender = [one for one in series if one.gender in wanted] or [one for one in series if one.gender == "T"]
        found += _of_units(of_gender, chosen_units)
    cut_series = [cut(one, first, last) for one in found]
    return [one for one in cut_series if one.points]


def _of_units(series: list[Series], chosen: Sequence[str]) -> list[Series]:
    whole = [one for one in series if not one.unit]
    if not chosen:
        return whole or series
    return whole + [one for one in series if one.unit in chosen]


def blocks(series: Sequence[Series]) -> list[Chart]:
    """One chart for each unit of measure, in the order the series were chosen."""
    by_unit: dict[str, list[Series]] = {}
    for one in series:
        by_unit.setdefault(one.about.unit_of_measure, []).append(one)
    return [chart_of(group, title=_title(group)) for group in by_unit.values()]


def _title(series: Sequence[Series]) -> str:
    return ", ".join(dict.fromkeys(one.about.name for one in series))
