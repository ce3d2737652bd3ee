"""A board's figure beside those of others: a sentence for each group, and the others' lines behind its own.

Kolada's figures are shown as they are; a median and a place are worked out here, which the sentence says.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lib.charts.background import Spread
from lib.charts.chart import Chart, Mark, OtherLine, mark_of
from lib.rules.beside import PlaceAmong, quartiles, standing
from lib.rules.periods import Period
from lib.rules.series import OUTCOME, Point, Series
from lib.views.board import BoardData
from lib.words.figures import measure_text
from lib.words.language import _, join, number, period_name, with_unit

# As many are named; of more it is said how many.
MOST_NAMED = 5
_SECRET = frozenset({"confidential", "hidden"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure among those of a group; `hidden` are the ones of `standing.missing` whose figure may not be shown."""

    group: str
    standing: PlaceAmong
    hidden: tuple[str, ...]


def compared(data: BoardData, series: Series, point: Point | None) -> tuple[Compared, ...]:
    """A board's own figure among those of each group for the same period and gender; none for units and parts."""
    own = point.measure.value if point and point.measure and point.kind == OUTCOME and not series.unit else None
    if point is None or own is None:
        return ()
    found = (_compared(data, series, point.period, own, group, units) for group, units in data.comparisons.items())
    return tuple(one for one in found if one.standing.others)


def _compared(data: BoardData, series: Series, period: Period, own: float, group: str, units: list[str]) -> Compared:
    figures, hidden = dict[str, float | None](), []
    for unit in dict.fromkeys(units):
        name, there = data.unit_name(unit), data.series.get((series.about.code, unit, series.gender))
        point = next((p for p in there.points if p.period == period and p.kind == OUTCOME), None) if there else None
        figures[name] = point.measure.value if point and point.measure else None
        if point and point.status in _SECRET:
            hidden.append(name)
    return Compared(group, standing(own, figures, series.about.better), tuple(hidden))


def beside_sentences(data: BoardData, series: Series, point: Point | None) -> tuple[str, ...]:
    """What is to be said of a figure beside others: a sentence a group, and the figures of those of no group."""
    if point is None:
        return ()
    said = [_sentence(series, point, one) for one in compared(data, series, point)]
    if said and series.about.kolada:  # Kolada is the source of its figures, not of what is worked out from them
        said.append(_("Place and median: own processing of data from Kolada."))
    alone = list(_ungrouped(data, series, point)) if not series.unit else []
    if alone:
        when = period_name(point.period)
        said.append(_("Compared with, {period}: {figures}.").format(period=when, figures=join(alone)))
    return tuple(said)


def _sentence(series: Series, point: Point, one: Compared) -> str:
    stood = one.standing
    if stood.median is None:
        listed = join([f"{name} {_figure(value, series)}" for name, value in stood.others.items()])
        pattern = _("{group}, {period}: {figures}. Too few have a figure for a place.")
    elif stood.place is None:
        listed = _figure(stood.median, series)
        pattern = _("{group}, {period}: the median of {n} is {figures}.")
    else:
        listed = _figure(stood.median, series)
        pattern = _("Place {place} of {total} among {group}, {period}; the median of the others is {figures}.")
    words = {"group": one.group, "period": period_name(point.period), "figures": listed}
    told = pattern.format(**words, place=stood.place, total=stood.total, n=len(stood.others))
    return " ".join(filter(None, (told, _closer(series, point), _uncertain(series, point, stood), *_absent(one))))


def _figure(value: float, series: Series) -> str:
    about = series.about
    return with_unit(number(round(value, about.decimals), about.decimals), about.unit_of_measure)


def _closer(series: Series, point: Point) -> str:
    """Whether the own figure is nearer to its target than a year ago; '' without a target on either day."""
    before = next((p for p in series.points if p.kind == OUTCOME and p.period == point.period.year_before()), None)
    if before is None:
        return ""
    now, then = (series.judge(one).judgement.gap for one in (point, before))
    if now is None or then is None or not (now or then):
        return ""
    if abs(now) == abs(then):
        return _("As far from the target as a year ago.")
    return (
        _("Nearer the target than a year ago.")
        if abs(now) < abs(then)
        else _("Further from the target than a year ago.")
    )


def _uncertain(series: Series, point: Point, stood: PlaceAmong) -> str:
    """Where the true figure may be on either side of the median, that is said."""
    measure = series.with_interval(point).measure
    interval = measure.interval() if measure else None
    if interval is None or stood.median is None or not interval[0] <= stood.median <= interval[1]:
        return ""
    return _("The difference from the median may be chance.")


def _absent(one: Compared) -> Iterator[str]:
    lacking = [name for name in one.standing.missing if name not in one.hidden]
    if lacking:
        yield _("No figure: {names}.").format(names=_names(lacking))
    if one.hidden:
        yield _("Not shown: {names}.").format(names=_names(list(one.hidden)))


def _names(names: list[str]) -> str:
    rest = len(names) - MOST_NAMED
    return join(names) if rest <= 0 else _("{names} and {n} more").format(names=", ".join(names[:MOST_NAMED]), n=rest)


def _ungrouped(data: BoardData, series: Series, point: Point) -> Iterator[str]:
    grouped = {unit for units in data.comparisons.values() for unit in units}
    for other in data.of_indicator(series.about.code):
        if other.gender == series.gender and other.unit not in grouped and data.is_comparison(other.unit):
            for theirs in other.points:
                if theirs.period == point.period and theirs.kind == OUTCOME and theirs.measure:
                    yield f"{other.unit_name} {measure_text(theirs.measure, other.about)}"


def with_others(data: BoardData, chart: Chart, series: Series) -> Chart:
    """The chart of one series of the whole board with the first group that has figures behind it."""
    if series.unit:
        return chart
    for units in data.comparisons.values():
        lines = tuple(line for unit in dict.fromkeys(units) if (line := _line(data, series, unit)))
        if lines:
            return replace(chart, others=lines, spreads=tuple(_spreads(lines)))
    return chart


def _line(data: BoardData, series: Series, unit: str) -> OtherLine | None:
    there = data.series.get((series.about.code, unit, series.gender))
    marks = _marks(there) if there else ()
    return OtherLine(data.unit_name(unit), marks) if marks else None


def _marks(series: Series) -> tuple[Mark, ...]:
    outcomes = (mark_of(point, series) for point in series.points if point.kind == OUTCOME)
    return tuple(mark for mark in outcomes if mark and mark.low is None)


def _spreads(lines: tuple[OtherLine, ...]) -> Iterator[Spread]:
    by_x: defaultdict[float, dict[str, float]] = defaultdict(dict)
    for one in lines:
        for mark in one.marks:
            by_x[mark.x][one.name] = mark.y
    for x, values in sorted(by_x.items()):
        found = quartiles(values)
        if found:
            yield Spread(x, found.lower, found.median, found.upper)


def is_grouped(data: BoardData, unit: str) -> bool:
    """Whether a unit is a member of a group, so that it is told there and not among the board's own."""
    return any(unit in units for units in data.comparisons.values())


def beside_caption(data: BoardData, chart: Chart) -> str:
    """What the grey lines of a chart are; '' where it has none."""
    names: Mapping[str, set[str]] = {
        group: {data.unit_name(unit) for unit in units} for group, units in data.comparisons.items()
    }
    group = next((group for group, members in names.items() if {one.name for one in chart.others} <= members), "")
    if not chart.others:
        return ""
    band = _("The band holds the middle half of them.") if chart.spreads else ""
    return " ".join(filter(None, (_("Grey lines: {group}.").format(group=group), band)))
