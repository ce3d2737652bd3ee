"""The long form that HR systems give: Period, Enhet, Mått, Kolumn, Mätvärde; one number a row.

Hours become rows of absence. Percentages cannot become hours: they are kept as observations, accumulated from January
as such reports count them, of the indicators that the board has for them, with how many employees they are about
where the form tells, so that those of small groups are hidden. Blank is not zero: the row says nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lib.imports.cells import Misread, clean, read_number
from lib.imports.result import CellPlace, Faults
from lib.rules.periods import Period
from lib.tables.base import Row, columns
from lib.tables.model import HOURS, Absence, Observation
from lib.tables.records import Record, Records
from lib.words.language import _

HEADINGS = ("period", "enhet", "mått", "kolumn", "mätvärde")
# Measures, by the names and codes that the systems have for them; lower case.
_MEASURES = {
    "sjuktimmar dag 1-14": "sick_1_14",
    "sjuktimmar dag 15-59": "sick_15_59",
    "sjuktimmar dag 60-": "sick_60",
    "ordinarie timmar": "ordinary",
    "antal anställda": "employees",
    "sk.p.am.001": "employees",
}
_PERCENT = {
    "sk.p.sj.001": "sjukfranvaro-ackumulerad",
    "sk.p.sj.002": "sjukfranvaro-60-dagar",
    "sk.p.sj.003": "sjukfranvaro-29",
    "sk.p.sj.004": "sjukfranvaro-30-49",
    "sk.p.sj.005": "sjukfranvaro-50",
}
# In these, newer exports give the number of people behind the percentages.
_PEOPLE = "sk.p.am."
_AGE_OF = {"sjukfranvaro-29": "-29", "sjukfranvaro-30-49": "30-49", "sjukfranvaro-50": "50-"}
# The gender and age that a column is about.
_COLUMNS = {
    "k20": ("T", ""),
    "totalt": ("T", ""),
    "k9": ("T", ""),
    "antal": ("T", ""),
    "k12": ("K", ""),
    "kvinnor": ("K", ""),
    "k13": ("M", ""),
    "män": ("M", ""),
    "-29": ("T", "-29"),
    "30-49": ("T", "30-49"),
    "50-": ("T", "50-"),
}


@dataclass(slots=True)
class FormRows:
    """The rows of absence and of observations that a form gives, and where each began."""

    records: Records = field(default_factory=lambda: {"absence": [], "observations": []})
    places: dict[str, list[CellPlace]] = field(default_factory=lambda: {"absence": [], "observations": []})


def is_form(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether the first row has the form's headings."""
    return bool(rows) and tuple(_text(cell).lower() for cell in rows[0][: len(HEADINGS)]) == HEADINGS


def may_be_rolling(rows: Sequence[Sequence[Any]]) -> bool:
    """Whether the percentages may be of the last twelve months: newer exports tell how many people they are about."""
    measures = {_text(row[2]).lower() for row in rows[1:] if len(row) > 2}
    return bool(measures & _PERCENT.keys()) and any(measure.startswith(_PEOPLE) for measure in measures)


def read(
    rows: Sequence[Sequence[Any]], sheet: str, board: str, stored: Records, faults: Faults, *, rolling: bool = False
) -> FormRows:
    """Everything that a form says of a board; what is wrong goes to `faults`, all of it.

    The percentages are accumulated from January, or with `rolling` of the last twelve months.
    """
    units = _codes(stored, "units", "unit")
    indicators = {row["indicator"] for row in stored.get("indicators", [])}
    values: dict[tuple[type[Row], tuple[Any, ...]], dict[str, tuple[float, int]]] = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = [_text(cell) for cell in row[: len(HEADINGS)]]
        if len(cells) == len(HEADINGS) and cells[-1] not in ("", "-"):
            line = _FormRow(sheet, number, cells, faults)
            if reading := line.read(units, indicators):
                table, key, name, value = reading
                place = values.setdefault((table, key), {})
                if name in place:
                    message = _("The same figure stands in row {row}.").format(row=place[name][1])
                    faults.add("twice", sheet, number, "Mätvärde", message)
                place.setdefault(name, (value, number))
    return _records(values, sheet, board, faults, rolling)


def _text(cell: Any) -> str:
    return "" if cell is None else clean(cell)


def _codes(stored: Records, table: str, column: str) -> dict[str, str]:
    """The codes of a table's rows, by code and by name."""
    rows = stored.get(table, [])
    return {row["name"].lower(): row[column] for row in rows} | {row[column].lower(): row[column] for row in rows}


@dataclass(frozen=True, slots=True)
class _FormRow:
    """One row of the form."""

    sheet: str
    row: int
    cells: Sequence[str]
    faults: Faults

    def read(self, units: dict[str, str], indicators: set[str]) -> tuple[type[Row], tuple[Any, ...], str, float] | None:
        """The table it belongs to, the key of its row there, the column and the number; None if something is wrong."""
        period, unit, measure, column, figure = self.cells
        end, value = self._month(period), self._number(figure)
        code = units.get(unit.lower())
        if code is None:
            self._wrong("Enhet", _("The unit “{value}” is not in the board's units.").format(value=unit))
        whom = _COLUMNS.get(column.lower())
        if whom is None:
            self._wrong("Kolumn", _("“{value}” is no column of the form that is known.").format(value=column))
        name = _MEASURES.get(measure.lower())
        indicator = _PERCENT.get(measure.lower())
        if name is None and (indicator is None or indicator not in indicators):
            self._wrong("Mått", _("“{value}” is no measure that the board keeps.").format(value=measure))
            return None
        if end is None or value is None or code is None or whom is None:
            return None
        if name is None:
            return Observation, (indicator, code, whom[0], end), "value", value
        return Absence, (code, end, *whom), name, value

    def _month(self, text: str) -> date | None:
        try:
            day = date.fromisoformat(text[:10]) if len(text) > 7 else Period.parse(text).end
        except ValueError:
            day = date.min
        month = Period.of_month(day.year, day.month)
        if day != month.end:
            self._wrong("Period", _("“{value}” is not a month or its last day.").format(value=text))
            return None
        return month.end

    def _number(self, text: str) -> float | None:
        try:
            return read_number(text)
        except Misread:
            self._wrong("Mätvärde", _("“{value}” is not a number.").format(value=text))
            return None

    def _wrong(self, column: str, sentence: str) -> None:
        self.faults.add(column, self.sheet, self.row, column, sentence)


def _records(
    values: dict[tuple[type[Row], tuple[Any, ...]], dict[str, tuple[float, int]]],
    sheet: str,
    board: str,
    faults: Faults,
    rolling: bool,
) -> FormRows:
    form = FormRows()
    employees = {key: figures["employees"][0] for (_table, key), figures in values.items() if "employees" in figures}
    percentages = any(table is Observation for table, _key in values)
    for (table, key), figures in values.items():
        row = min(number for _value, number in figures.values())
        given = {name: value for name, (value, _number) in figures.items()}
        if table is Observation:
            record = _observation(key, given["value"], employees, rolling)
        elif percentages and given.keys() == {"employees"}:
            continue  # they are the number of those that the percentages are about
        elif missing := [name for name in HOURS if name not in given]:
            sentence = _("Of {unit} {month} the hours {names} are missing.")
            faults.add(
                "hours",
                sheet,
                row,
                "Mått",
                sentence.format(unit=key[0], month=f"{key[1]:%Y-%m}", names=", ".join(missing)),
            )
            continue
        else:
            record = _absence(key, given)
        empty = {column.name: "" if column.default is not None else None for column in columns(table)}
        form.records[table.__tablename__].append({**empty, "board": board, **record})
        form.places[table.__tablename__].append(CellPlace(sheet, row))
    return form


def _observation(
    key: tuple[Any, ...], value: float, employees: Mapping[tuple[Any, ...], float], rolling: bool
) -> Record:
    indicator, unit, gender, end = key
    people = employees.get((unit, end, gender, _AGE_OF.get(indicator, "")))
    first = date(end.year, 1, 1) if not rolling or end.month == 12 else date(end.year - 1, end.month + 1, 1)
    days = {"period_start": first, "period_end": end}
    about = {"indicator": indicator, "unit": unit, "gender": gender, "kind": "outcome"}
    count = None if people is None else round(people)
    return {**about, **days, "qualifier": "=", "status": "normal", "value": value, "count": count}


def _absence(key: tuple[Any, ...], given: Record) -> Record:
    unit, end, gender, age = key
    days = {"period_start": date(end.year, end.month, 1), "period_end": end}
    employees = given.get("employees")
    about = {"unit": unit, "gender": gender, "age": age, "status": "normal"}
    return {**about, **days, **given, "employees": None if employees is None else round(employees)}
