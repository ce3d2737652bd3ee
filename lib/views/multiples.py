"""The indicators of an area as small charts beside each other, the worst first; other areas are led to."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.chart import Chart, plain_chart
from lib.rules.series import Series
from lib.rules.status import Level
from lib.rules.yearly_trend import Direction
from lib.site import TREND, href
from lib.views import trends
from lib.views.beside import beside_caption, with_others
from lib.views.board import BoardData
from lib.views.cards import TrendCard
from lib.views.choice import Choice, goal_of, moves
from lib.views.figures import cut
from lib.views.goal import indicator_view
from lib.views.key_figure import KeyFigure, key_figure
from lib.views.leads import Lead
from lib.views.paging import ListPart, parts_of
from lib.words.figures import YES_OR_NO
from lib.words.language import _
from lib.words.movement import direction_word

AT_ONCE = 24
WHOLE = 40  # indicators of an area that are shown whole
_ORDER = {Level.MISSED: 1, Level.NEARLY: 2, Level.MET: 4}


@dataclass(frozen=True, slots=True)
class AreaOfTrends:
    """An area with its indicators' cards, the worst first; `more` leads to all `total` of them where these are some."""

    code: str
    name: str
    cards: tuple[TrendCard, ...]
    total: int
    more: str = ""


@dataclass(frozen=True, slots=True)
class OtherArea:
    """An area that is led to: how many indicators it has, and how many of them miss their targets."""

    name: str
    address: str
    indicators: int
    missed: int


@dataclass(frozen=True, slots=True)
class Multiples:
    """The areas shown and the others; `codes` are the indicators shown, `lacking` counts those without a figure.

    `parts` are those of a single area that is shown some at a time, and `beside` says what the grey lines of the charts
    are, where there are any.
    """

    areas: tuple[AreaOfTrends, ...]
    others: tuple[OtherArea, ...]
    codes: tuple[str, ...]
    lacking: int
    parts: tuple[ListPart, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Worst:
    """The series that speaks for an indicator, of several the one that matters most, and how it moves."""

    rank: tuple[int, bool]
    lead: Lead
    direction: Direction
    word: str
    beside: tuple[Series, ...]


def multiples(data: BoardData, choice: Choice, page: int = 1) -> Multiples:
    """The chosen area, or as many areas as can be read at once, in the board's order; of a large area the worst, or
    one part where it stands alone.
    """
    areas = {choice.area: trends.names(data, choice.area)} if choice.area else _by_area(data)
    shown: list[AreaOfTrends] = []
    others: list[OtherArea] = []
    codes: list[str] = []
    parts: tuple[ListPart, ...] = ()
    lacking = room = 0
    for area, names in areas.items():
        leads = {code: there for code in names if (there := _leads(data, code, choice))}
        lacking += len(names) - len(leads)
        if not leads:
            continue
        name = data.areas[area].name if area in data.areas else _("Without an area")
        if area and shown and (room + len(leads) > AT_ONCE or others):
            others.append(_other(area, name, list(leads.values()), choice))
            continue
        room += len(leads)
        worst = {code: _worst(data, there, choice) for code, there in leads.items()}
        order = sorted(worst, key=lambda code: worst[code].rank)
        more = ""
        if len(order) > WHOLE and len(areas) == 1:
            parts = parts_of(
                len(order), AT_ONCE, page, lambda n: href(TREND, choice.query(page=str(n) if n > 1 else ""))
            )
            order = order[AT_ONCE * (min(page, len(parts)) - 1) :][:AT_ONCE]
        elif len(order) > WHOLE:
            order, more = order[:AT_ONCE], href(TREND, choice.query(area=area)) if area else ""
        codes += order
        cards = tuple(_card(data, code, worst[code], choice) for code in order)
        shown.append(AreaOfTrends(area, name, cards, len(leads), more))
    return Multiples(tuple(shown), tuple(others), tuple(codes), lacking, parts, _grey(data, shown))


def _grey(data: BoardData, shown: list[AreaOfTrends]) -> str:
    """What the grey lines of the charts are; '' where there are none."""
    charts = (card.chart for area in shown for card in area.cards if card.chart)
    return next((text for chart in charts if (text := beside_caption(data, chart))), "")


def _by_area(data: BoardData) -> dict[str, list[str]]:
    """The indicators that have figures in the first area that each belongs to; those of no area last."""
    left, areas = list(trends.names(data)), dict[str, list[str]]()
    for area in data.areas:
        there = trends.names(data, area)
        areas[area] = [code for code in left if code in there]
        left = [code for code in left if code not in there]
    return {area: codes for area, codes in {**areas, "": left}.items() if codes}


def _leads(data: BoardData, code: str, choice: Choice) -> list[Lead]:
    """The series that speak for an indicator; none where it has no figure for the choice."""
    goal = data.goals.get(goal_of(data, code))
    view = indicator_view(data, code, choice.year, choice.gender, goal)
    return [lead for lead in view.leads if lead.judged.point is not None]


def _worst(data: BoardData, leads: Sequence[Lead], choice: Choice) -> _Worst:
    rank, place = min((_rank(data, lead, choice), place) for place, lead in enumerate(leads))
    lead = leads[place]
    trend = moves(data, lead.series, choice)
    word = "" if trend.direction is Direction.TOO_FEW_POINTS else direction_word(trend)
    beside = tuple(other.series for other in leads if other.series.unit == lead.series.unit)
    return _Worst(rank, lead, trend.direction, word, beside)


def _rank(data: BoardData, lead: Lead, choice: Choice) -> tuple[int, bool]:
    """Missed and worsening, missed, nearly met, without a level, met; of each the worsening first."""
    level = lead.judged.judgement.level
    is_worsening = moves(data, lead.series, choice).direction is Direction.WORSENING
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
        chart=_chart(data, worst, choice),
    )


def _sentence(figure: KeyFigure) -> str:
    return f"{figure.change[:1].upper()}{figure.change[1:]}." if figure.change else ""


def _chart(data: BoardData, worst: _Worst, choice: Choice) -> Chart | None:
    """The chart of the series and other genders' beside it; None where no figure follows another, or of yes and no."""
    if worst.lead.series.about.unit_of_measure == YES_OR_NO:
        return None
    series = [line for each in worst.beside if (line := cut(each, None, choice.year)).points]
    chart = plain_chart(series) if series else None
    chart = with_others(data, chart, series[0]) if chart and len(series) == 1 else chart
    return chart if chart and any(len(trace.marks) > 1 for trace in chart.traces) else None


def _other(area: str, name: str, leads: Sequence[Sequence[Lead]], choice: Choice) -> OtherArea:
    missed = sum(any(lead.judged.judgement.level is Level.MISSED for lead in there) for there in leads)
    return OtherArea(name, href(TREND, choice.query(area=area)), len(leads), missed)
