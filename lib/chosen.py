"""What of a board is looked at where all of it is gone through: area, year, genders, and the series that speak."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lib.board import BoardData
from lib.movement import Movement, movement
from lib.series import Judged, Series


@dataclass(frozen=True, slots=True)
class Choice:
    """What to look at: an area ('' = all), a year (None = newest), a gender (T, K, M or KM)."""

    area: str = ""
    year: int | None = None
    gender: str = "T"


ALL = Choice()


def goal_of(data: BoardData, indicator: str) -> str:
    """The code of the first goal that an indicator measures; '' if it measures none."""
    return next((goal.goal for goal in data.goals_of(indicator)), "")


def in_area(data: BoardData, indicator: str, area: str) -> bool:
    """Whether an indicator, or a goal that it measures, belongs to an area ('' = all)."""
    own = data.indicators[indicator].area if indicator in data.indicators else ""
    return area in ("", own) or any(goal.area == area for goal in data.goals_of(indicator))


def speaking(data: BoardData, choice: Choice) -> Iterator[Series]:
    """The series to judge: of the genders chosen, else the total, else all; never what the board is compared with."""
    there: dict[tuple[str, str], set[str]] = {}
    for code, unit, gender in data.series:
        there.setdefault((code, unit), set()).add(gender)
    for (code, unit, gender), series in data.series.items():
        genders = there[code, unit]
        wanted = set(choice.gender) & genders or {"T"} & genders or genders
        comparison = unit in data.units and data.units[unit].kind == "comparison"
        if gender in wanted and not comparison and in_area(data, code, choice.area):
            yield series


def judged(data: BoardData, series: Series, choice: Choice) -> Judged:
    """A series held against its target as its goals' pages do: by its newest figure of the goals' own time."""
    return series.judged(choice.year, _until(data, series))


def moves(data: BoardData, series: Series, choice: Choice) -> Movement:
    """How a series moves up to the figure that it is judged by: to the end of the year, or of the goals' own time."""
    return movement(series, date(choice.year, 12, 31) if choice.year else _until(data, series))


def _until(data: BoardData, series: Series) -> date | None:
    """The last day of the goals that a series measures, once all of them have one."""
    ends = [goal.valid_to for goal in data.goals_of(series.about.code)]
    last = [end for end in ends if end is not None]
    return max(last) if last and len(last) == len(ends) else None
