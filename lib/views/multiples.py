"""The indicators of an area as small charts beside each other, the worst first; other areas are led to."""

from dataclasses import dataclass

from lib.charts.chart import Chart, plain_chart
from lib.rules.series import Series
from lib.rules.status import Level
from lib.rules.yearly_trend import Direction
from lib.site import TREND, href
from lib.views import trends
from lib.views.board import BoardData
from lib.views.cards import TrendCard
from lib.views.choice import Choice, goal_of, moves
from lib.views.figures import cut
from lib.views.goal import indicator_view
from lib.views.key_figure import KeyFigure, key_figure
from lib.views.leads import Lead
from lib.words.figures import YES_OR_NO
from lib.words.language import _
from lib.words.movement import direction_word

AT_ONCE = 24
_ORDER = {Level.MISSED: 1, Level.NEARLY: 2, Level.MET: 4}


@dataclass(frozen=True, slots=True)
class AreaOfTrends:
    """An area with its indicators' cards, the worst first."""

    code: str
    name: str
    cards: tuple[TrendCard, ...]


@dataclass(frozen=True, slots=True)
class OtherArea:
    """An area that is led to: how many indicators it has, and how many of them miss their targets."""

    name: str
    address: str
    indicators: int
    missed: int


@dataclass(frozen=True, slots=True)
class Multiples:
    """The areas shown and the others; `codes` are the indicators shown, `lacking` counts those without a figure."""

    areas: tuple[AreaOfTrends, ...]
    others: tuple[OtherArea, ...]
    codes: tuple[str, ...]
    lacking: int


@dataclass(frozen=True, slots=True)
class _Worst:
    """The series that speaks for an indicator, of several the one that matters most, and how it moves."""

    rank: tuple[int, bool]
    lead: Lead
    direction: Direction
    word: str
    beside: tuple[Series, ...]


def multiples(data: BoardData, choice: Choice) -> Multiples:
    """The chosen area, or as many areas as can be read at once, in the board's order; the first is always whole."""
    areas = {choice.area: trends.names(data, choice.area)} if choice.area else _by_area(data)
    shown: list[AreaOfTrends] = []
    others: list[OtherArea] = []
    codes: list[str] = []
    lacking = room = 0
    for area, names in areas.items():
        worst = {code: found for code in names if (found := _worst(data, code, choice)) is not None}
        lacking += len(names) - len(worst)
        if not worst:
            continue
        name = data.areas[area].name if area in data.areas else _("Without an area")
        if area and shown and (room + len(worst) > AT_ONCE or others):
            others.append(_other(area, name, list(worst.values()), choice))
            continue
        room += len(worst)
        order = sorted(worst, key=lambda code: worst[code].rank)
        codes += order
        shown.append(AreaOfTrends(area, name, tuple(_card(data, code, worst[code], choice) for code in order)))
    return Multiples(tuple(shown), tuple(others), tuple(codes), lacking)


def _by_area(data: BoardData) -> dict[str, list[str]]:
    """The indicators that have figures in the first area that each belongs to; those of no area last."""
    left, areas = list(trends.names(data)), dict[str, list[str]]()
    for area in data.areas:
        there = trends.names(data, area)
        areas[area] = [code for code in left if code in there]
        left = [code for code in left if code not in there]
    return {area: codes for area, codes in {**areas, "": left}.items() if codes}


def _worst(data: BoardData, code: str, choice: Choice) -> _Worst | None:
    """None where the indicator has no figure for the choice."""
    goal = data.goals.get(goal_of(data, code))
    view = indicator_view(data, code, choice.year, choice.gender, goal)
    leads = [lead for lead in view.leads if lead.judged.point is not None]
    ranked = [(_rank(data, lead, choice), place) for place, lead in enumerate(leads)]
    if not ranked:
        return None
    rank, place = min(ranked)
    lead = leads[place]
    trend = moves(data, lead.series, choice).trend
    word = "" if trend.direction is Direction.TOO_FEW_POINTS else direction_word(trend)
    beside = tuple(other.series for other in leads if other.series.unit == lead.series.unit)
    return _Worst(rank, lead, trend.direction, word, beside)


def _rank(data: BoardData, lead: Lead, choice: Choice) -> tuple[int, bool]:
    """Missed and worsening, missed, nearly met, without a level, met; of each the worsening first."""
    level = lead.judged.judgement.level
    is_worsening = moves(data, lead.series, choice).trend.direction is Direction.WORSENING
    return 0 if level is Level.MISSED and is_worsening else _ORDER.get(level, 3), not is_worsening


def _card(data: BoardData, code: str, worst: _Worst, choice: Choice) -> TrendCard:
    figure = key_figure(worst.lead)
    look = figure.look
    return TrendCard(
        kicker=", ".join(filter(None, (look.word if look else _("without a target"), worst.word))),
        icon=look.name if look else "none",
        tone=look.name if look else "none",
        number="",
        title=data.indicators[code].name,
        address=href(TREND, choice.query(indicator=code)),
        figure=figure.figure,
        about=", ".join(filter(None, (figure.period, figure.who))),
        sentence=_sentence(figure),
        chart=_chart(worst, choice),
    )


def _sentence(figure: KeyFigure) -> str:
    return f"{figure.change[:1].upper()}{figure.change[1:]}." if figure.change else ""


def _chart(worst: _Worst, choice: Choice) -> Chart | None:
    """The chart of the series and other genders' beside it; None where no figure follows another, or of yes and no."""
    if worst.lead.series.about.unit_of_measure == YES_OR_NO:
        return None
    series = [line for each in worst.beside if (line := cut(each, None, choice.year)).points]
    chart = plain_chart(series) if series else None
    return chart if chart and any(len(trace.marks) > 1 for trace in chart.traces) else None


def _other(area: str, name: str, worst: list[_Worst], choice: Choice) -> OtherArea:
    missed = sum(found.lead.judged.judgement.level is Level.MISSED for found in worst)
    return OtherArea(name, href(TREND, choice.query(area=area)), len(worst), missed)
