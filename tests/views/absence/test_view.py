"""The example's absence as its page shows it: calibrated, adding up, late and hidden where it must be."""

from dataclasses import replace
from datetime import date

import pytest

from data import example
from lib.charts.chart import chart_of
from lib.privacy.counts import SMALLEST_GROUP
from lib.rules.absence.hours import AbsencePart, Hole, Hours, Method, needed, over
from lib.rules.movement import movement
from lib.rules.periods import Period
from lib.rules.series import Point, Series, TargetSpan
from lib.rules.status import Level, Measure, Rule, TargetValue
from lib.store.absence_published import AbsenceReader
from lib.store.store import Store
from lib.tables.findings import findings
from lib.views.absence.download import download
from lib.views.absence.text import direction, need_text
from lib.views.absence.unit import THEN, about, unrounded
from lib.views.absence.view import absence_view, latest
from lib.views.board import read_board
from lib.words.judgement import arithmetic

LAST = date(2026, 9, 30)


@pytest.fixture(scope="module")
def data(seeded: Store):
    return read_board(seeded, example.CODE)


@pytest.fixture(scope="module")
def reader(seeded: Store):
    return AbsenceReader(seeded, example.CODE)


def shown(cell) -> float | None:
    return round(cell.share, 1) if isinstance(cell, Hours) else None


def test_the_levels_are_those_of_the_table(data, reader):
    view = absence_view(data, reader)
    assert (view.end, shown(view.own.rolling)) == (LAST, 5.5)
    assert {row.unit: shown(row.rolling) for row in view.rows} == {
        "barn-familj": 7.0,
        "vuxen": 4.8,
        "ekonomiskt-bistand": 5.0,
        "gemensamt": 3.8,
    }


def test_what_needs_attention_comes_first_and_what_is_hidden_last(data, reader):
    rows = absence_view(data, reader, "barn-familj").rows
    assert rows[0].unit == "utredning-soder"
    hidden = [row.is_shown for row in rows]
    assert hidden == sorted(hidden, reverse=True)


def test_what_it_takes_is_told_without_the_employees_where_nobody_told_how_many_they_are(data, reader):
    view = absence_view(data, reader, "barn-familj")
    assert need_text(view, view.need) == ""  # nine of the twelve months had another target
    target = TargetSpan(TargetValue(Rule.AT_MOST, 5))
    view = replace(view, own=replace(view.own, judged=replace(view.own.judged, span=target)))
    hours = view.own.rolling
    told = need_text(view, needed(hours, 5))
    assert told.endswith(f" för var och en av {hours.employees} anställda.")
    unknown = Hours(hours.sick, hours.ordinary, None)
    view = replace(view, own=replace(view.own, rolling=unknown))
    assert need_text(view, needed(unknown, 5)) == told[: told.index(" Det är ")]


def test_the_sentence_the_list_and_the_rings_are_of_one_set_of_signals(data, reader):
    units = [row.unit for row, _months in absence_view(data, reader).heat]
    sentences = set()
    for unit in ("", *units):
        view = absence_view(data, reader, unit)
        trend, months = view.own.movement.monthly, view.monthly[AbsencePart.TOTAL]
        rings = chart_of([months]).process.marked if any(point.measure for point in months.points) else ()
        assert len(rings) == len(trend.marked)
        assert not (rings and "ingen enskild månad" in direction(view.own))
        years = {str(Period.of_number(month).year) for month in trend.marked}
        assert not years or any(year in direction(view.own) for year in years)
        sentences.add(trend.reason)
    assert len(sentences) >= 3  # the example has what the test is about


def test_twelve_months_have_no_limits_and_are_periods_of_twelve_months(data, reader):
    rolling = absence_view(data, reader).rolling[AbsencePart.TOTAL]
    assert rolling.is_rolling
    assert {point.period.months for point in rolling.points} == {12}
    assert movement(rolling).monthly is None
    assert chart_of([rolling]).process.marked == ()


def test_small_groups_are_never_shown(reader):
    units = list(reader.organisation().of_unit)
    cells = reader.cells([*units, ""])
    small = [cell for months in cells.values() for cell in months.values() if isinstance(cell, Hours)]
    assert small
    assert min(cell.employees for cell in small) >= SMALLEST_GROUP


def test_the_departments_of_the_goals_pages_are_the_same_figures(data, reader):
    cells = reader.cells(["", "vuxen", "barn-familj", "ekonomiskt-bistand", "gemensamt"])
    for (indicator, unit, gender), series in data.series.items():
        if indicator == "sjukfranvaro":
            point = series.newest()
            assert point.measure.value == shown(over(cells[unit, AbsencePart(gender)], point.period.end, Method.MONTH))


def test_a_late_unit_holds_up_the_sums_it_is_part_of(seeded: Store):
    reader = AbsenceReader(seeded, example.CODE, seeded.version_on(date(2026, 5, 19)))
    months = reader.months()
    assert (latest(months), months[date(2026, 4, 30)]) == (date(2026, 3, 31), False)
    cells = reader.cells(["vuxen", "akutboende", "gemensamt"])
    holes = {unit: cells[unit, AbsencePart.TOTAL][date(2026, 4, 30)] for unit in ("vuxen", "akutboende")}
    assert holes == dict.fromkeys(holes, Hole.LATE)
    assert isinstance(cells["gemensamt", AbsencePart.TOTAL][date(2026, 4, 30)], Hours)


def test_both_versions_of_a_merged_unit(data, reader):
    now, then = (absence_view(data, reader, "etablering", version) for version in ("", THEN))
    firsts = [min(p.period.start for p in one.monthly[AbsencePart.TOTAL].points if p.measure) for one in (now, then)]
    assert firsts == [date(2021, 10, 1), date(2024, 7, 1)]


def test_the_real_improvement_and_worsening_are_told_from_noise(data, reader):
    told = {row.unit: row.movement.trend.direction.value for row in absence_view(data, reader, "barn-familj").rows}
    assert told["utredning-soder"] == "worsening"
    assert absence_view(data, reader, "forsorjning-ett").own.movement.trend.direction.value == "improving"


def test_a_year_ends_in_its_last_month(data, reader):
    assert absence_view(data, reader, year=2024).end == date(2024, 12, 31)
    assert absence_view(data, reader, year=1999) is None


def test_the_download_says_why_and_that_it_is_made_up(data, reader):
    frame = download(data, absence_view(data, reader, "barn-familj"))
    assert set(frame["Exempeldata"]) == {"påhittade"}
    small = frame[(frame["Enhet"] == "Kontaktpersoner")]
    assert set(small["Anmärkning"]) == {"visas inte: färre än 11 personer"}
    assert small["Procent"].isna().all()


def test_hours_add_up_or_it_is_told(seeded: Store):
    records = seeded.records()
    assert [one for one in findings(records) if one.error] == []
    row = next(row for row in records["absence"] if row["unit"] == "nybesok" and row["gender"] == "K")
    row["ordinary"] += 10
    month = f"{row['period_end']:%Y-%m}"
    assert [one.where for one in findings(records) if one.error] == [f"absence ekonomiskt-bistand {month} K"]


def test_the_sickness_page_judges_the_figure_that_is_counted_and_not_the_one_that_is_shown(data):
    hours = Hours(10170, 203280, 100)
    traits = about(data)
    target = TargetSpan(TargetValue(Rule.AT_MOST, 5))
    period = Period.parse("2026")
    counted = unrounded(Point(period, "outcome", Measure(5.0)), hours)
    judged = Series(traits, "", "", "T", (counted,), (target,)).judged()
    assert judged.judgement.level is Level.MISSED
    sentence = "5,003 % mot högst 5 %: 0,003 procentenheter över målet."
    assert arithmetic(judged, traits).replace("\u00a0", " ") == sentence
