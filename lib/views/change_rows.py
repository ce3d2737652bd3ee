"""The changes of a board as rows: what each was and what it is now, whether that is better, and its trend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lib.charts.background import EventMark, decimal_year
from lib.charts.chart import Chart, chart_of
from lib.rules.periods import Period
from lib.rules.series import Judged, Point, Series, TargetSpan, difference
from lib.rules.status import Better
from lib.site import GOAL, href
from lib.views.cards import trends_address
from lib.views.changes import FigureChange, GoalChange, TargetChange, VerdictChange
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice, judged
from lib.views.inherited_targets import SeriesKey
from lib.views.key_figure import series_name
from lib.views.overview import goal_row
from lib.views.statuses import Look, of_goal_level, of_level, of_summary, of_verdict
from lib.words.figures import STAGES, YES_OR_NO, change_text, gender_text, point_text, status_text
from lib.words.language import N_, _, day_name, ngettext, period_name
from lib.words.targets import target_text

BETTER, WORSE, SAME = "improving", "worsening", "still"
WAYS = {BETTER: N_("better"), WORSE: N_("worse"), SAME: N_("changed to")}
# What asks for attention comes first: another status, for the worse and for the better, then the figures alike.
_STATUSES, _WAYS = (False, True, None), (WORSE, BETTER, SAME)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a row is about, and where it leads ('' = nowhere any longer)."""

    title: str
    address: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class StatusMove:
    """A status before and now, None where there was or is none; `whose` tells a verdict from what is computed."""

    before: Look | None
    after: Look | None
    whose: str = ""


@dataclass(frozen=True, slots=True)
class End:
    """A figure or a target as it was or is; `when` is the period or the days."""

    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change: `way` is the arrow from one figure to the other, `moves` the statuses that changed, `note` more."""

    place: Subject
    part_of: Subject | None = None
    before: End | None = None
    after: End | None = None
    way: str = SAME
    change: str = ""
    moves: tuple[StatusMove, ...] = ()
    note: str = ""
    chart: Chart | None = None

    @property
    def way_word(self) -> str:
        """The arrow in words."""
        is_same = self.before is not None and self.after is not None and self.before.text == self.after.text
        return _("unchanged") if is_same else _(WAYS[self.way])


def goal_rows(report: ChangeReport, choice: Choice) -> Iterator[ChangeRow]:
    """The goals with another status, each with its leading figure then and now."""
    for change in report.changes.goals if report.changes else ():
        goal = report.data.goals.get(change.goal)
        lead = goal_row(report.data, goal, choice.year, choice.gender).lead if goal else None
        row = _figure_row(report, lead.series, choice) if lead else ChangeRow(Subject(change.title))
        place = _goal(report, change.goal, change.title, choice)
        about = replace(row.place, address="") if lead else None
        yield replace(row, place=place, part_of=about, moves=tuple(_moves(change)))


def _moves(change: GoalChange) -> Iterator[StatusMove]:
    (old, new), (was, now) = change.levels, change.verdicts
    if was != now:
        yield StatusMove(of_summary(was) if was else None, of_summary(now) if now else None, _("The board:"))
    if old != new:
        before, after = (of_goal_level(level) if level else None for level in (old, new))
        yield StatusMove(before, after, _("The figures:"))


def figure_rows(report: ChangeReport, choice: Choice) -> list[ChangeRow]:
    """The series with new figures or another status; of those with a total, women and men stand in its row.

    Those with another status first, the worse before the better.
    """
    if report.changes is None:
        return []
    levels = {_key(change.series): change for change in report.changes.levels}
    new: dict[SeriesKey, list[FigureChange]] = {}
    for figure in report.changes.new:
        new.setdefault(_key(figure.series), []).append(figure)
    totals = {key[:2] for key in new if key[2] == "T"}
    ranked = []
    for key in dict.fromkeys([*levels, *new]):
        if key not in levels and key[2] != "T" and key[:2] in totals:
            continue
        series = levels[key].series if key in levels else new[key][0].series
        own = [figure for other, group in new.items() for figure in group if _is_in_row(other, key, totals)]
        row = _figure_row(report, series, choice)
        move = (_level_move(levels[key].before, levels[key].after),) if key in levels else ()
        rank = _STATUSES.index(levels[key].better) if key in levels else len(_STATUSES)
        ranked.append(((rank, _WAYS.index(row.way)), replace(row, moves=move, note=_new(own, series))))
    return [row for _rank, row in sorted(ranked, key=lambda pair: pair[0])]


def _is_in_row(other: SeriesKey, key: SeriesKey, totals: set[tuple[str, str]]) -> bool:
    return other == key or (key[2] == "T" and other[:2] == key[:2] and key[:2] in totals)


def _key(series: Series) -> SeriesKey:
    return series.about.code, series.unit, series.gender


def _level_move(before: Judged | None, after: Judged | None) -> StatusMove:
    old, new = (of_level(end.judgement.level) if end else None for end in (before, after))
    return StatusMove(old, new)


def _figure_row(report: ChangeReport, series: Series, choice: Choice) -> ChangeRow:
    """A series' figure then and now, by which it is judged."""
    key = _key(series)
    now_series, old = report.data.series.get(key), report.before.series.get(key) if report.before else None
    now = judged(report.data, now_series, choice).point if now_series else None
    then = judged(report.before, old, choice).point if report.before and old else None
    way, change = _change(series, then, now)
    drawn = now_series or series
    return ChangeRow(
        place=_series(report, series, choice),
        part_of=_measured(report, series, choice),
        before=_end(then, series),
        after=_end(now, series),
        way=way,
        change=change,
        chart=_trend(drawn, report),
    )


def _change(series: Series, then: Point | None, now: Point | None) -> tuple[str, str]:
    """Whether a figure is better than another, and by how much; nothing where the two cannot be compared."""
    about = series.about
    is_like = then and now and (not about.depends_on_length or then.period.months == now.period.months)
    moved = difference(now, then) if then and now and is_like else None
    if not moved:
        return SAME, ""
    text = "" if about.unit_of_measure == YES_OR_NO else change_text(moved, about)
    good = {Better.HIGHER: 1, Better.LOWER: -1}.get(Better(about.better), 0)
    return (SAME if not good else BETTER if good * moved > 0 else WORSE), text


def _end(point: Point | None, series: Series) -> End | None:
    if point is None:
        return None
    status = status_text(point.status, series.about) if point.measure else ""
    figure = point_text(point, series.about)
    return End(figure, ", ".join(filter(None, (period_name(point.period, short=True), status))))


def _trend(series: Series, report: ChangeReport) -> Chart | None:
    """The series' trend with the meeting marked; None where no figure follows another."""
    chart = chart_of([series])
    meetings = (EventMark(decimal_year(report.since.day), day_name(report.since.day)),) if report.since else ()
    return replace(chart, meetings=meetings) if any(len(trace.marks) > 1 for trace in chart.traces) else None


def _new(figures: Sequence[FigureChange], series: Series) -> str:
    """The number of new figures, and the newest of women and of men where they are beside a total."""
    if not figures:
        return ""
    newest = {figure.series.gender: figure.after for figure in figures if figure.after}
    others = [
        f"{gender_text(gender, series.about)} {point_text(point, series.about)}"
        for gender, point in newest.items()
        if gender != series.gender
    ]
    count = ngettext("{n} new figure", "{n} new figures", len(figures)).format(n=len(figures))
    return ", ".join([count, *others])


def revised_rows(report: ChangeReport, figures: Sequence[FigureChange], choice: Choice) -> Iterator[ChangeRow]:
    """Figures that were revised or withdrawn, then and now."""
    for figure in figures:
        way, change = _change(figure.series, figure.before, figure.after)
        yield ChangeRow(
            place=_series(report, figure.series, choice),
            part_of=_measured(report, figure.series, choice),
            before=_end(figure.before, figure.series),
            after=_end(figure.after, figure.series),
            way=way,
            change=change,
        )


def target_rows(report: ChangeReport, changes: Sequence[TargetChange], choice: Choice) -> Iterator[ChangeRow]:
    """Targets before and now."""
    for change in changes:
        before, after = (_target(span, change.series) for span in (change.before, change.after))
        place, part_of = _series(report, change.series, choice), _measured(report, change.series, choice)
        yield ChangeRow(place, part_of, before, after)


def _target(span: TargetSpan | None, series: Series) -> End | None:
    """A target with the days that it holds for."""
    if span is None:
        return None
    first, last = span.valid_from, span.valid_to
    days = _("from {day}").format(day=first) if first else _("until {day}").format(day=last) if last else ""
    text = target_text(span, series.about, series.named_baseline(span))
    return End(text, period_name(Period(first, last)) if first and last else days)


def verdict_rows(report: ChangeReport, changes: Sequence[VerdictChange], choice: Choice) -> Iterator[ChangeRow]:
    """Verdicts before and now, with the comment."""
    for change in changes:
        row = change.after or change.before
        if row is None:
            continue
        before, after = (of_verdict(end.verdict, end.word) if end else None for end in (change.before, change.after))
        about = [row.unit_name, row.aspect, _(STAGES[row.stage]), period_name(row.period)]
        yield ChangeRow(
            place=_goal(report, change.goal, change.title, choice),
            part_of=Subject(", ".join(filter(None, about))),
            moves=(StatusMove(before, after),),
            note=row.comment,
        )


def _goal(report: ChangeReport, code: str, title: str, choice: Choice) -> Subject:
    """A goal; only its title where it is gone."""
    goal = report.data.goals.get(code)
    return Subject(goal.title, href(GOAL, choice.query(goal=code)), goal.number) if goal else Subject(title)


def _measured(report: ChangeReport, series: Series, choice: Choice) -> Subject | None:
    """The goal that a series measures."""
    goals = report.data.goals_of(series.about.code)
    return _goal(report, goals[0].goal, goals[0].title, choice) if goals else None


def _series(report: ChangeReport, series: Series, choice: Choice) -> Subject:
    """A series by indicator, unit and gender, with the way to it in Trends where it has figures."""
    return Subject(series_name(series), trends_address(report.data, series, choice))
