"""The filter (area, year, gender) of a board in a state, as links carry it, and the series it selects."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lib.rules.movement import trend
from lib.rules.series import Judged, Series
from lib.rules.yearly_trend import Trend
from lib.views.as_of import NOW
from lib.views.board import BoardData
from lib.words.language import DEFAULT_LANGUAGE, language


@dataclass(frozen=True, slots=True)
class Choice:
    """The filter: an area ('' = all), a year (None = the latest figures), a gender (T, K, M, or KM = both).

    `board` is the code of the board it is about; `asof` the state shown: a meeting, a batch's number or '' (now).
    """

    area: str = ""
    year: int | None = None
    gender: str = "T"
    board: str = ""
    asof: str = NOW

    @property
    def selects_all(self) -> bool:
        """Whether nothing is filtered out."""
        return (self.area, self.year, self.gender) == ("", None, "T")

    def query(self, **more: str) -> dict[str, str]:
        """The choice as parameters of an address, with those of a link added; defaults are left out."""
        own = {
            "board": self.board,
            "asof": self.asof,
            "area": self.area,
            "year": str(self.year or ""),
            "gender": "" if self.gender == "T" else self.gender,
            "lang": "" if language() == DEFAULT_LANGUAGE else language(),
        }
        return {name: value for name, value in {**own, **more}.items() if value}


ALL = Choice()


def choice_of(data: BoardData, query: Mapping[str, str]) -> Choice:
    """The filter in an address, without board and state; values that the board does not have are left out."""
    area, year, gender = (query.get(name, "") for name in ("area", "year", "gender"))
    return Choice(
        area if area in data.areas else "",
        int(year) if year in map(str, data.years()) else None,
        gender if gender in {"K", "M", "KM"} else "T",
    )


def goal_of(data: BoardData, indicator: str) -> str:
    """The code of the first goal that an indicator measures; '' if it measures none."""
    return next((goal.goal for goal in data.goals_of(indicator)), "")


def in_area(data: BoardData, indicator: str, area: str) -> bool:
    """Whether an indicator, or a goal that it measures, belongs to an area ('' = all)."""
    own = data.indicators[indicator].area if indicator in data.indicators else ""
    return area in ("", own) or any(goal.area == area for goal in data.goals_of(indicator))


def in_goals_of(data: BoardData, goal: str, area: str) -> bool:
    """Whether a goal belongs to an area ('' = all)."""
    return not area or (goal in data.goals and data.goals[goal].area == area)


def speaking(data: BoardData, choice: Choice) -> Iterator[Series]:
    """The series to judge: of the genders chosen, or women and men where a total is chosen and there is none.

    Never what the board is compared with, and never a total in the place of women or men.
    """
    there: dict[tuple[str, str], set[str]] = {}
    for code, unit, gender in data.series:
        there.setdefault((code, unit), set()).add(gender)
    for key in data.series:
        code, unit, gender = key
        genders = there[code, unit]
        wanted = set(choice.gender) & genders or (genders if choice.gender == "T" else set())
        if gender in wanted and not data.is_comparison(unit) and in_area(data, code, choice.area):
            yield data.series[key]


def judged(data: BoardData, series: Series, choice: Choice) -> Judged:
    """A series compared with its target as its goals' pages do: by its newest figure of the goals' own time."""
    return series.judged(choice.year, _until(data, series))


def moves(data: BoardData, series: Series, choice: Choice) -> Trend:
    """A series' direction up to the figure it is judged by: to the end of the year, or of the goals' own time."""
    return trend(series, date(choice.year, 12, 31) if choice.year else _until(data, series))


def _until(data: BoardData, series: Series) -> date | None:
    """The last day of the goals that a series measures, once all of them have one."""
    ends = [goal.valid_to for goal in data.goals_of(series.about.code)]
    last = [end for end in ends if end is not None]
    return max(last) if last and len(last) == len(ends) else None
