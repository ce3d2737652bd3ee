"""The trends page's read model: which series are chosen, and which of them share a chart."""

from collections.abc import Sequence

from lib.charts.chart import Chart, chart_of
from lib.rules.series import Series
from lib.views.board import BoardData
from lib.views.figures import cut


def names(data: BoardData, area: str = "") -> dict[str, str]:
    """Code and name of every indicator that has figures (in the area), those of goals first."""
    with_figures = [code for code in data.indicators if any(series.points for series in data.of_indicator(code))]
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
        longest = max(len(line.points) for line in series)
        return longest > 2 and any(line.targets for line in series), longest

    return (max(codes, key=weight),)


def units(data: BoardData, indicators: Sequence[str]) -> dict[str, str]:
    """The units that the indicators have figures for, by name."""
    names_of = {
        series.unit: series.unit_name for code in indicators for series in data.of_indicator(code) if series.points
    }
    return {unit: name for unit, name in names_of.items() if unit}


def years(data: BoardData, indicators: Sequence[str]) -> list[int]:
    """Every year that the indicators have figures for, oldest first."""
    return sorted(
        {point.period.year for code in indicators for series in data.of_indicator(code) for point in series.points}
    )


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
    chosen = []
    for code in indicators:
        series = [line for line in data.of_indicator(code) if line.points]
        wanted = {"K", "M"} if gender == "KM" else {gender}
        of_gender = [line for line in series if line.gender in wanted] or [
            line for line in series if line.gender == "T"
        ]
        chosen += _of_units(of_gender, chosen_units)
    cut_series = [cut(line, first, last) for line in chosen]
    return [line for line in cut_series if line.points]


def _of_units(series: list[Series], chosen: Sequence[str]) -> list[Series]:
    whole = [line for line in series if not line.unit]
    if not chosen:
        return whole or series
    return whole + [line for line in series if line.unit in chosen]


def blocks(series: Sequence[Series]) -> list[Chart]:
    """One chart for each unit of measure, in the order the series were chosen."""
    by_unit: dict[str, list[Series]] = {}
    for line in series:
        by_unit.setdefault(line.about.unit_of_measure, []).append(line)
    return [chart_of(group, title=_title(group)) for group in by_unit.values()]


def _title(series: Sequence[Series]) -> str:
    return ", ".join(dict.fromkeys(line.about.name for line in series))
