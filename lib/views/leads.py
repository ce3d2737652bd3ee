"""The series that speak for an indicator, each compared with its target, as the link to a goal says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lib.rules.series import Judged, Point, Series
from lib.rules.status import Judgement, Level, Reason, Rule, judge_gap
from lib.tables.model import Goal, GoalIndicator
from lib.views.board import BoardData

GAP, NOTHING = "gap", "nothing"


@dataclass(frozen=True, slots=True)
class Lead:
    """A series that speaks for an indicator, and its figure compared with its target."""

    series: Series
    judged: Judged


def judged_series(
    data: BoardData, indicator: str, year: int | None, gender: str, goal: Goal | None = None
) -> list[Lead]:
    """The series that speak for an indicator, judged: the whole board's if it has a figure, else the units'.

    A whole-board row that only says why there is no figure speaks where no unit has one either. With no year chosen,
    figures up to the goal's last day go before newer ones. A total never speaks for women or for men; a goal that is
    about women only is judged by women's also where all are chosen.
    """
    link = data.links.get((goal.goal, indicator)) if goal else None
    gender = link.gender if link and link.gender and gender == "T" else gender
    leads = [
        Lead(series, series.judged(year, goal.valid_to if goal else None))
        for series in _of_gender(data.of_indicator(indicator), gender)
        if not data.is_comparison(series.unit) and _is_meant(series, link)
    ]
    return [_as_linked(data, lead, link) for lead in _speaking(leads)]


def _of_gender(series: Sequence[Series], gender: str) -> Iterable[Series]:
    """Those of the gender, or of both; where all are chosen and there is no total, women and men."""
    chosen = [each for each in series if each.gender in set(gender)]
    return chosen or (series if gender == "T" else ())


def _is_meant(series: Series, link: GoalIndicator | None) -> bool:
    return link is None or (link.unit in ("", series.unit) and link.gender in ("", series.gender))


def _speaking(leads: Sequence[Lead]) -> Sequence[Lead]:
    whole = [lead for lead in leads if not lead.series.unit]
    units = [lead for lead in leads if lead.series.unit and lead.judged.point is not None]
    if _has_figure(units) and not _has_figure(whole):
        return units
    if any(lead.judged.point is not None for lead in whole):
        return whole
    return units or whole or leads


def _has_figure(leads: Iterable[Lead]) -> bool:
    return any(lead.judged.point is not None and lead.judged.point.is_known for lead in leads)


def _as_linked(data: BoardData, lead: Lead, link: GoalIndicator | None) -> Lead:
    """The lead judged by what the link says: its target, the gap between women and men, or nothing of it."""
    if link is None or link.judges not in (GAP, NOTHING):
        return lead
    if link.judges == NOTHING:
        return replace(lead, judged=replace(lead.judged, judgement=Judgement(Level.UNKNOWN, Reason.NOT_OF_GOAL)))
    women, men = (_in_same_period(data, lead, gender) for gender in "KM")
    women_men = [point.number if point else None for point in (women, men)]
    judged = Judged(lead.judged.point, None, judge_gap(women_men[0], women_men[1], link.gap))
    return replace(lead, judged=replace(judged, women=women, men=men, largest_gap=link.gap))


def _in_same_period(data: BoardData, lead: Lead, gender: str) -> Point | None:
    """The figure of women or of men for the unit and period that leads."""
    series = data.series.get((lead.series.about.code, lead.series.unit, gender))
    period = lead.judged.point.period if lead.judged.point else None
    return next((p for p in series.outcomes() if p.period == period and p.measure), None) if series else None


def leading(leads: Sequence[Lead], year: int | None) -> Lead | None:
    """The figure to show: judged before not due, that before unjudged, with a target before without, yes and no last.

    Where no indicator has an outcome, a forecast, budget or plan is shown, which is never judged; else why there is
    no figure.
    """
    with_figure = [lead for lead in leads if lead.judged.point and lead.judged.point.is_known]

    def rank(lead: Lead) -> tuple[bool, bool, bool, bool]:
        level, span = lead.judged.judgement.level, lead.judged.span
        is_milestone = span is not None and span.target.rule is Rule.DONE
        has_target = span is not None or lead.judged.largest_gap is not None
        return not level.is_judged, level is not Level.NOT_YET, not has_target, is_milestone

    planned = [
        Lead(lead.series, replace(lead.judged, point=point)) for lead in leads if (point := lead.series.planned(year))
    ]
    without = [lead for lead in leads if lead.judged.point]
    return min(with_figure, key=rank, default=None) or next(iter((*planned, *without)), None)
