"""The attacker before the example board: what the absence page shows of every unit does not give a small group away."""

from collections.abc import Iterator
from datetime import date
from math import isnan

import pytest

from lib.privacy.counts import SMALLEST_GROUP
from lib.privacy.hours import is_secret, width
from lib.rules.absence.hours import AbsencePart, Hours, HoursCell, Method, counted_months
from lib.rules.absence.month import up_the_tree
from lib.rules.organisation import WHOLE
from lib.rules.series import Series
from lib.store.absence_published import AbsenceReader
from lib.store.absence_publishing import read_organisation, reported_rows
from lib.views.absence.download import download
from lib.views.absence.text import METHODS, PARTS, unit_name
from lib.views.absence.unit import INDICATOR, NOW, THEN
from lib.views.absence.view import AbsenceView, absence_view
from lib.views.board import read_board
from lib.words.language import _
from tests.helpers.attacker import Attacker

BOARD = "exempelstad"
Group = tuple[str, AbsencePart]
Fact = tuple[str, AbsencePart, list[date], float]  # whose, of what, over which months, percent as it is shown


def of_view(view: AbsenceView) -> Iterator[Fact]:
    """Every figure in percent that the page, its charts and its download have."""
    unit, end = view.unit, view.end
    year_ago = date(end.year - 1, end.month, end.day)
    for method, by_part in ((Method.MONTH, view.monthly), (Method.ROLLING, view.rolling)):
        for part, series in by_part.items():
            yield from of_series(unit, part, method, series)
    yield from of_cell(unit, AbsencePart.TOTAL, Method.YEAR_TO_DATE, end, view.year_to_date)
    for part, (now, before) in view.parts.items():
        yield from of_cell(unit, part, Method.ROLLING, end, now)
        yield from of_cell(unit, part, Method.ROLLING, year_ago, before)
    for row in (view.own, *view.rows):
        yield from of_cell(row.unit, AbsencePart.TOTAL, Method.ROLLING, end, row.rolling)
        yield from of_cell(row.unit, AbsencePart.TOTAL, Method.MONTH, end, row.month)
        yield from of_cell(row.unit, AbsencePart.TOTAL, Method.ROLLING, year_ago, row.before)
        yield from of_cell(row.unit, AbsencePart.WOMEN, Method.ROLLING, end, row.women)
        yield from of_cell(row.unit, AbsencePart.MEN, Method.ROLLING, end, row.men)
    for row, series in view.heat:
        yield from of_series(row.unit, AbsencePart.TOTAL, Method.MONTH, series)


def of_series(unit: str, part: AbsencePart, method: Method, series: Series) -> Iterator[Fact]:
    for point in series.points:
        if point.measure is not None:
            yield unit, part, counted_months(point.period.end, method), point.measure.value


def of_cell(unit: str, part: AbsencePart, method: Method, end: date, cell: HoursCell) -> Iterator[Fact]:
    if isinstance(cell, Hours) and cell.share is not None:
        yield unit, part, counted_months(end, method), round(cell.share, 1)


@pytest.fixture(scope="module")
def shown(seeded) -> list[Fact]:
    data, reader = read_board(seeded, BOARD), AbsenceReader(seeded, BOARD)
    tree = reader.organisation().on(max(reader.months()))
    facts = [
        fact
        for version in (NOW, THEN)
        for unit in (WHOLE, *tree.spans)
        for fact in of_view(absence_view(data, reader, unit, version))
    ]
    for (indicator, unit, gender), series in data.series.items():
        if indicator == INDICATOR:
            facts += of_series(unit, AbsencePart(gender), Method.MONTH, series)
    return facts


@pytest.fixture(scope="module")
def truth(
    seeded, shown
) -> dict[date, tuple[dict[Group, Hours], list[tuple[Group, list[Group]]], dict[Group, int | None]]]:
    """Of each of the last months: the hours of every group, what is the sum of what, and how many they are."""
    reader = AbsenceReader(seeded, BOARD)
    months = [month for month, whole in reader.months().items() if whole][-12:]
    months_of = {}
    with seeded.engine.connect() as connection:
        organisation, rows = read_organisation(connection, BOARD), reported_rows(connection, BOARD, months)
    for month in months:
        tree = organisation.on(month)
        hours = up_the_tree(tree, rows[month], set(), {})
        assert hours.rests() == {}
        months_of[month] = (
            hours.cells,
            [(total, list(parts)) for (total, _kind), parts in hours.sums.items()],
            hours.counts,
        )
    return months_of


def attacker(truth, facts: list[Fact]) -> Attacker:
    """Knows every hour of work; sees shares with one decimal."""
    reader = Attacker()
    for month, (cells, _sums, _counts) in truth.items():
        for group, hours in cells.items():
            reader.about((month, *group), 0.0, hours.ordinary)
    for month, (_cells, sums, _counts) in truth.items():
        for total, parts in sums:
            reader.adds_up((month, *total), [(month, *part) for part in parts])
    for unit, part, months, percent in {(unit, part, tuple(months), percent) for unit, part, months, percent in facts}:
        if all(month in truth and (unit, part) in truth[month][0] for month in months):
            work = sum(truth[month][0][unit, part].ordinary for month in months)
            terms = {(month, unit, part): 1.0 for month in months}
            reader.sees(terms, (percent - 0.0501) / 100 * work, (percent + 0.0501) / 100 * work)
    return reader


def pinned(truth, reader: Attacker, month: date) -> list[Group]:
    """The groups of a month that are too small and that the attacker bounds more closely than the rule's width."""
    cells, _sums, counts = truth[month]
    groups = []
    for group, hours in cells.items():
        if hours.ordinary and is_secret(counts[group], hours.sick, hours.ordinary, SMALLEST_GROUP):
            wanted = min(width(hours.sick, hours.ordinary), max(hours.sick, hours.ordinary - hours.sick))
            if reader.width((month, *group)) < wanted * 0.999:
                groups.append(group)
    return groups


def test_the_download_has_nothing_that_the_views_have_not(seeded, shown):
    """So what the attacker has from the views is all there is; as CSV and Excel the table is what it is as a frame."""
    data, reader = read_board(seeded, BOARD), AbsenceReader(seeded, BOARD)
    facts = {(unit, part, tuple(months), percent) for unit, part, months, percent in shown}
    parts, methods = ({_(word): code for code, word in words.items()} for words in (PARTS, METHODS))
    figures = 0
    for unit in (WHOLE, *reader.organisation().on(max(reader.months())).spans):
        view = absence_view(data, reader, unit, NOW)
        codes = {unit_name(view.own): unit} | {row.name: row.unit for row in view.rows}
        codes |= {row.name: row.unit for row, _series in view.heat}
        for name, part, method, end, percent in download(data, view).iloc[:, 2:7].itertuples(index=False):
            if percent is not None and not isnan(percent):
                months = tuple(counted_months(end, methods[method]))
                assert (codes[name], parts[part], months, percent) in facts
                figures += 1
    assert figures > 1000


def test_no_small_group_of_the_newest_month_is_given_away(truth, shown):
    assert pinned(truth, attacker(truth, shown), max(truth)) == []


@pytest.mark.soak
def test_nor_of_any_of_the_last_twelve(truth, shown):
    reader = attacker(truth, shown)
    assert {month: groups for month in truth if (groups := pinned(truth, reader, month))} == {}
    assert len(truth) == 12


def test_it_would_be_without_the_secondary_step(truth, shown):
    """Every group that only protects others is told as well: then hidden ones are bounded."""
    month = max(truth)
    cells, _sums, counts = truth[month]
    unprotected = [
        (unit, part, [month], round(hours.share, 1))
        for (unit, part), hours in cells.items()
        if hours.share is not None and not is_secret(counts[unit, part], hours.sick, hours.ordinary, SMALLEST_GROUP)
    ]
    assert len(pinned(truth, attacker(truth, [*shown, *unprotected]), month)) >= 5


def test_no_older_view_shows_what_is_hidden_now(seeded):
    now = AbsenceReader(seeded, BOARD).cells([*_units(seeded)])
    hidden = {(*group, month) for group, months in now.items() for month, cell in months.items() if _is_hidden(cell)}
    assert len(hidden) > 100
    for batch in seeded.versions_of(BOARD):
        then = AbsenceReader(seeded, BOARD, batch).cells([*_units(seeded)])
        shown = {(*group, m) for group, months in then.items() for m, cell in months.items() if isinstance(cell, Hours)}
        assert shown & hidden == set()


def _units(seeded) -> set[str]:
    return {WHOLE, *(span.unit for span in AbsenceReader(seeded, BOARD).organisation().spans)}


def _is_hidden(cell: HoursCell) -> bool:
    return cell in ("small", "protects")
