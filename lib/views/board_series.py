"""The series of a board, out of its rows: figures in order of time, the targets and the events that belong to them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import attrgetter

from lib.rules.events import Event
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.settings import SettingSpan, margins_of
from lib.rules.targets import Change, Measure, Qualifier, Rule, TargetValue
from lib.store.figure_rows import ShownFigure
from lib.tables.model import Board, Target, Unit
from lib.views.board_events import events_of
from lib.views.inherited_targets import SeriesKey, targets_for, whose_target

_IN_TIME = attrgetter("period_end", "period_start")
_QUALIFIERS = {qualifier.value: qualifier for qualifier in Qualifier}


class BoardSeries(Mapping[SeriesKey, Series]):
    """The series of a board in their order, each made when it is first asked for: a page shows some of them.

    They are made of rows that do not change, so that it is all the same who asks first.
    """

    def __init__(self, keys: Iterable[SeriesKey], make: Callable[[SeriesKey], Series]) -> None:
        self._made: dict[SeriesKey, Series | None] = dict.fromkeys(keys)
        self._make = make

    def __getitem__(self, key: SeriesKey) -> Series:
        series = self._made[key]
        if series is None:
            series = self._made[key] = self._make(key)
        return series

    def __contains__(self, key: object) -> bool:
        return key in self._made

    def __iter__(self) -> Iterator[SeriesKey]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def series_of(
    board: Board,
    abouts: Mapping[str, IndicatorTraits],
    units: dict[str, Unit],
    observations: Sequence[ShownFigure],
    targets: Iterable[Target],
    given: tuple[SettingSpan, ...],
    events: tuple[Event, ...],
) -> BoardSeries:
    """A series for every indicator, unit and gender that has a figure or a target.

    Kolada's figures are the whole municipality's, so theirs bear its name where others are the whole board's.
    """
    figures: dict[SeriesKey, list[ShownFigure]] = defaultdict(list)
    for row in observations:
        figures[row[1:4]].append(row)
    spans: dict[SeriesKey, list[TargetSpan]] = defaultdict(list)
    for target in targets:
        spans[target.indicator, target.unit, target.gender].append(span_of(target))
    margins = margins_of(given)
    order = {code: place for place, code in enumerate(["", *units])}
    places = {code: place for place, code in enumerate(abouts)}
    keys = sorted({*figures, *spans}, key=lambda key: (places[key[0]], order.get(key[1], -1), "TKM".index(key[2])))

    def make(key: SeriesKey) -> Series:
        indicator, unit, gender = key
        about, beside = abouts[indicator], unit in units and units[unit].is_comparison
        return Series(
            about=about,
            unit=unit,
            unit_name=units[unit].name if unit in units else board.municipality if about.kolada else "",
            gender=gender,
            points=tuple(_point(row) for row in sorted(figures.get(key, ()), key=_IN_TIME)),
            targets=targets_for(key, about, spans, beside),
            whose_target=whose_target(key, about, spans, beside),
            margins=margins,
            events=events_of(unit, about, events, units),
        )

    return BoardSeries(keys, make)


def _point(row: ShownFigure) -> Point:
    value, lower, upper = row.value, row.lower, row.upper
    known = value is not None or lower is not None or upper is not None
    return Point(
        _period(row.period_start, row.period_end),
        row.kind,
        Measure(value, lower, upper, _QUALIFIERS[row.qualifier]) if known else None,
        row.status,
        row.people,
        row.note,
        row.source,
        row.locator,
        Change(row.change) if row.change else None,
    )


@lru_cache(maxsize=4096)  # thousands of figures are of the same few years
def _period(start: date, end: date) -> Period:
    return Period(start, end)


def span_of(row: Target) -> TargetSpan:
    """A target's row as it is judged by."""
    baseline = Period(row.baseline_start, row.baseline_end) if row.baseline_start and row.baseline_end else None
    return TargetSpan(
        target=TargetValue(Rule(row.rule), row.value, row.upper, row.near),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        baseline=baseline,
        gender=row.gender,
        note=row.note,
        source=row.source,
        locator=row.locator,
    )
