"""The example board, made up to show everything a board can have: its tables as they stood on each of its days.

Everything is a function of the day, so that a stage is what had come by then and nothing else. No figure, goal or
verdict is anyone's; the departments and the municipality do not exist.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from data.example_absence import MonthHours, hours
from data.example_actions import actions
from data.example_figures import ABOUT_CHILDREN, ACCUMULATES, INDICATORS, MARKS, TARGETS
from data.example_goals import AREAS, ASSESSMENTS, ECONOMY, GOALS, VERDICTS
from data.example_meetings import agenda_items, questions, texts
from data.example_series import BY_GENDER, ExampleFigure, figures
from data.example_stages import CHANGED_TARGETS, FINAL, FORECASTS, MEETINGS, NEW_TARGETS, PLANNED, STAGES
from data.example_units import DEPARTMENTS, EVENTS, HOURS_COME, SUCCESSIONS, UNITS
from lib.privacy.counts import SMALLEST_GROUP
from lib.rules.periods import Period
from lib.tables import model
from lib.tables.base import Row, columns
from lib.tables.records import Record, Records

CODE = "exempelstad"
_FROM = {"source": "exempel", "locator": "påhittad"}
_YEARS = Period(date(2024, 1, 1), date(2026, 12, 31))  # the years that the goals hold for
_MARKS = {(indicator, Period.parse(code)): mark for (indicator, code), mark in MARKS.items()}


@dataclass(frozen=True, slots=True)
class Stage:
    """The board as it stood at the end of a day, with the events since the stage before."""

    day: date
    note: str
    records: Records


def stages(after: date = date.min) -> Iterator[Stage]:
    """The stages later than a day (all, if none is given), oldest first."""
    return (Stage(day, note, _tables(day)) for day, note in STAGES if day > after)


def latest() -> Stage:
    """The board as it stands after the last stage."""
    day, note = STAGES[-1]
    return Stage(day, note, _tables(day))


_Rows = Iterable[tuple[date, Record]]  # each with the day it came


def _in_order(rows: _Rows) -> list[Record]:
    """Rows in the order in which they came, as in a store that grew by the stages."""
    days = [day for day, _note in STAGES]
    return [record for _known, record in sorted(rows, key=lambda row: bisect_left(days, row[0]))]


def _tables(day: date) -> Records:
    """The board's tables on a day."""
    made = {
        model.Board: _board(),
        model.Source: _source(),
        model.Area: [
            _row(model.Area, area=code, name=name, order=order) for order, (code, name) in enumerate(AREAS, start=1)
        ],
        model.Unit: _units(),
        model.Succession: [
            _row(model.Succession, unit=unit, successor=successor, date=day, kind=kind)
            for unit, successor, day, kind in SUCCESSIONS
        ],
        model.Goal: _goals(),
        model.Indicator: _indicators(),
        model.GoalIndicator: [
            _row(model.GoalIndicator, goal=about[0], indicator=code)
            for about, _description, _responsible, codes in GOALS
            for code in codes.split()
        ],
        model.Target: _in_order(_targets(day)),
        model.Observation: _in_order([*_outcomes(day), *_planned(day)]),
        model.Absence: _absence(max(come for come in HOURS_COME if come <= day)),
        model.Assessment: _in_order(_assessments(day)),
        model.BoardEvent: [
            _row(model.BoardEvent, **values, source="exempel") for values in EVENTS if values["date"] <= day
        ],
        model.Meeting: _meetings(day),
        model.GoalAction: _in_order((known, _row(model.GoalAction, **values)) for known, values in actions(day)),
        model.AgendaItem: _in_order((known, _row(model.AgendaItem, **values)) for known, values in agenda_items(day)),
        model.Question: _in_order((known, _row(model.Question, **values)) for known, values in questions(day)),
        model.MeetingText: _in_order((known, _row(model.MeetingText, **values)) for known, values in texts(day)),
    }
    return {table.__tablename__: made.get(table, []) for table in model.TABLES}


_EMPTY: dict[type[Row], Record] = {
    table: {column.name: None if column.default is None else "" for column in columns(table)} for table in model.TABLES
}


def _row(table: type[Row], **values: Any) -> Record:
    return {**_EMPTY[table], "board": CODE, **values}


def _board() -> list[Record]:
    note = "Nämnden, målen och alla siffror är påhittade, för att visa vad Målbild kan."
    return [_row(model.Board, municipality="Exempelstad", name="Exempelstads socialnämnd", note=note)]


def _source() -> list[Record]:
    values = {"source": "exempel", "title": "Exempeldata", "kind": "example", "reference": "Påhittade uppgifter"}
    return [_row(model.Source, **values, note="Görs av ett litet program i mappen data; ingen verklig nämnd avses.")]


def _units() -> list[Record]:
    departments = [
        _row(model.Unit, unit=code, parent="", name=name, kind="department") for code, name, _level in DEPARTMENTS
    ]
    return departments + [
        _row(model.Unit, unit=code, parent=parent, name=name, kind="unit", valid_from=first, valid_to=last)
        for code, parent, name, first, last, _women, _men, _level in UNITS
    ]


def _goals() -> list[Record]:
    codes = {about[1]: about[0] for about, *_rest in GOALS}
    return [
        _row(
            model.Goal,
            goal=code,
            number=number,
            parent=codes[number[0]] if "." in number else "",
            area=area,
            level="delmål" if "." in number else "nämndmål",
            title=title,
            description=description,
            responsible=responsible,
            follow_up="Varje nämndmöte",
            economy=True if code in ECONOMY else None,
            valid_from=_YEARS.start,
            valid_to=_YEARS.end,
            **_FROM,
        )
        for (code, number, area, title), description, responsible, _indicators in GOALS
    ]


_INDICATOR = ("indicator", "area", "name", "unit_of_measure", "decimals", "better", "statistic", "frequency")


def _indicators() -> list[Record]:
    return [
        _row(
            model.Indicator,
            **dict(zip(_INDICATOR, about, strict=True)),
            definition=definition,
            accumulates=ACCUMULATES.get(str(about[0])),
            divided_by_gender=about[0] in BY_GENDER,
            about_children=True if about[0] in ABOUT_CHILDREN else None,
            minimum_group=0 if "ja/nej" in about else SMALLEST_GROUP,
            **_FROM,
        )
        for about, definition in INDICATORS
    ]


def _targets(day: date) -> _Rows:
    changes = {(indicator, year): values for known, indicator, year, values in CHANGED_TARGETS if known <= day}
    rows = []
    for indicator, unit, rule, value, upper, near, start, first, last in TARGETS:
        values = {"indicator": indicator, "unit": unit, "rule": rule, "value": value, "upper": upper, "near": near}
        baseline = Period.parse(start) if start else None
        record = _row(
            model.Target,
            **values,
            gender="T",
            valid_from=date(first, 1, 1),
            valid_to=date(last, 12, 31),
            baseline_start=baseline.start if baseline else None,
            baseline_end=baseline.end if baseline else None,
            **_FROM,
        )
        rows.append((STAGES[0][0], record | changes.get((indicator, first), {})))
    for known, indicator, rule, value, near, begin, end in NEW_TARGETS:
        new = {"indicator": indicator, "rule": rule, "value": value, "near": near, "valid_from": begin, "valid_to": end}
        if known <= day:
            rows.append((known, _row(model.Target, gender="T", **new, **_FROM)))
    return rows


def _outcomes(day: date) -> _Rows:
    return [(row.known, _outcome(row)) for row in figures(day)]


@cache
def _outcome(row: ExampleFigure) -> Record:
    """A figure is the same record in all stages: nobody changes one."""
    values = {"value": row.value, "count": row.count} | _MARKS.get((row.indicator, row.period), {})
    if "lower" in values:
        values["value"] = None
    return _observation(row.indicator, row.unit, row.gender, row.period, "outcome", **values)


def _observation(indicator: str, unit: str, gender: str, period: Period, kind: str, **values: Any) -> Record:
    key = {"indicator": indicator, "unit": unit, "gender": gender, "kind": kind, "qualifier": "=", "status": "normal"}
    days = {"period_start": period.start, "period_end": period.end}
    return _row(model.Observation, **{**key, **days, **values, **_FROM})


@cache
def _absence(day: date) -> list[Record]:
    """The hours are the same until more come, and so are their records."""
    return _in_order((row.known, _hours(row)) for row in hours(day))


@cache
def _hours(row: MonthHours) -> Record:
    about = {"unit": row.unit, "gender": row.gender, "age": row.age, "status": "normal", "employees": row.employees}
    days = {"period_start": row.period.start, "period_end": row.period.end}
    sick = dict(zip(("sick_1_14", "sick_15_59", "sick_60"), map(float, row.sick), strict=True))
    return _row(model.Absence, **about, **days, **sick, ordinary=float(row.ordinary), **_FROM)


def _planned(day: date) -> _Rows:
    newest: dict[tuple[str, str, int], tuple[date, float]] = {}
    for known, indicator, kind, year, value in PLANNED:
        if known <= day:
            first = newest.get((indicator, kind, year), (known, value))[0]
            newest[indicator, kind, year] = first, value
    return [
        (known, _observation(indicator, "", "T", Period.of_year(year), kind, value=value))
        for (indicator, kind, year), (known, value) in newest.items()
    ]


def _assessments(day: date) -> _Rows:
    rows = []
    forecast = sum(given <= day for given in FORECASTS) - 1
    for goal, unit, aspect, final, forecasts, comment in ASSESSMENTS:
        about = {"goal": goal, "unit": unit, "aspect": aspect, "comment": comment}
        if day >= FINAL:
            rows.append((FINAL, _assessment(2025, "final", final, about)))
        if forecast >= 0:
            rows.append((FORECASTS[0], _assessment(2026, "forecast", forecasts[forecast], about)))
    return rows


def _assessment(year: int, stage: str, letter: str, about: Record) -> Record:
    period = Period.of_year(year)
    days = {"period_start": period.start, "period_end": period.end}
    return _row(model.Assessment, **about, **days, stage=stage, verdict=VERDICTS[letter], **_FROM)


def _meetings(day: date) -> list[Record]:
    return [
        _row(model.Meeting, meeting=f"{held:%Y-%m}", date=held, title=title, frozen=held if held <= day else None)
        for held, title in MEETINGS
    ]
