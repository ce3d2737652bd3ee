"""A series' small trend with its direction in words, and the card that asks about it."""

from dataclasses import dataclass, replace
from datetime import date

from lib.charts.chart import Chart, plain_chart
from lib.rules.movement import movement
from lib.rules.series import Point, Series
from lib.rules.yearly_trend import Direction
from lib.site import GOAL, TREND, href
from lib.tables.model import Goal
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.key_figure import key_figure
from lib.views.leads import Lead
from lib.words.figures import change_since
from lib.words.movement import direction_word


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A small chart, the series' direction with the word for it ('' where it is too short), and the newest change."""

    chart: Chart
    direction: str = ""
    word: str = ""
    change: str = ""

    def __bool__(self) -> bool:
        return len(self.chart.marks) > 1 or bool(self.word or self.change)


@dataclass(frozen=True, slots=True)
class TrendCard:
    """A figure to ask about: why (`kicker`, in the colours of `tone` and with an `icon`), of what, and its chart.

    `about` is the figure's name and period, `sentence` the one that says what the chart shows.
    """

    kicker: str
    icon: str
    tone: str
    number: str
    title: str
    address: str
    figure: str
    about: str
    sentence: str
    chart: Chart | None = None


def of_one_length(series: Series, point: Point | None) -> Series:
    """The series without the figures that a point cannot be compared with: counts and sums of another length of time.

    A year's sum and that of its first eight months do not stand in one line.
    """
    if point is None or not series.about.depends_on_length:
        return series
    return replace(series, points=tuple(each for each in series.points if each.period.months == point.period.months))


def trend_line(series: Series, point: Point | None, until: date | None = None) -> TrendLine:
    """A series' trend up to a day, and the change of a point since the figure before."""
    trend, alike = movement(series, until).trend, of_one_length(series, point)
    is_said = trend.direction is not Direction.TOO_FEW_POINTS
    return TrendLine(
        chart=plain_chart([alike]),
        direction=trend.direction.value if is_said else "",
        word=direction_word(trend) if is_said else "",
        change=change_since(series, point),
    )


def series_card(
    data: BoardData,
    lead: Lead,
    goal: Goal | None,
    choice: Choice,
    *,
    kicker: str,
    icon: str,
    tone: str,
    sentence: str = "",
) -> TrendCard:
    """The card of a series, named for its goal, or itself where it measures none."""
    figure, chart = key_figure(lead), plain_chart([of_one_length(lead.series, lead.judged.point)])
    return TrendCard(
        kicker=kicker,
        icon=icon,
        tone=tone,
        number=goal.number if goal else "",
        title=goal.title if goal else lead.series.about.name,
        address=href(GOAL, choice.query(goal=goal.goal)) if goal else trends_address(data, lead.series, choice),
        figure=figure.figure,
        about=figure.about,
        sentence=sentence or figure.explanation,
        chart=chart if len(chart.marks) > 1 else None,
    )


def trends_address(data: BoardData, series: Series, choice: Choice) -> str:
    """The address of a series in Trends; '' where its indicator has no figures."""
    there = [row for row in data.of_indicator(series.about.code) if row.points]
    if not there:
        return ""
    gender = "" if series.gender == "T" else series.gender
    unit = series.unit if any(row.unit == series.unit for row in there) else ""
    return href(TREND, choice.query(indicator=series.about.code, gender=gender, unit=unit))
