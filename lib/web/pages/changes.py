"""The page of changes since the last meeting as HTML: a paragraph, and a table of each kind of change."""

from collections.abc import Sequence
from html import escape

from lib.rules.periods import Period
from lib.rules.series import Point, Series, TargetSpan, difference
from lib.views import changes_text as words
from lib.views.changes import Changes, FigureChange, GoalChange, LevelChange, TargetChange, VerdictChange
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.web.memory import page_cache
from lib.web.pages import parts
from lib.web.pages.attention import MANY_FIRST, goal_link, overdue, section, series_link, worsening
from lib.words.figures import STAGES, change_text, gender_text, point_text, status_text, target_text
from lib.words.judgement import arithmetic
from lib.words.language import _, number, period_name


@page_cache
def page(report: ChangeReport, choice: Choice) -> str:
    """The whole page."""
    named = f"{report.data.board.name} · {words.since(report)}"
    head = (
        f'<h1>{escape(_("Since the last meeting"))}</h1><p class="mb-board">{escape(named)}</p>'
        f'<p class="mb-note mb-told">{escape(words.summary(report))}</p>'
    )
    changed = _changed(report, report.changes, choice) if report.changes is not None else ""
    return head + worsening(report, choice) + changed + overdue(report, choice)


def _changed(report: ChangeReport, changes: Changes, choice: Choice) -> str:
    blocks = (
        section(
            _("Goals with another status"),
            words.counted(words.goals(len(changes.goals)), changes.goals),
            [_("Goal"), _("Computed"), _("Verdict")],
            [_goal(report, change, choice) for change in changes.goals],
            many=MANY_FIRST,
        ),
        section(
            _("Outcomes with another status"),
            words.counted(words.levels(len(changes.levels)), changes.levels),
            [_("Indicator"), _("Status"), _("Compared")],
            [_level(report, change, choice) for change in changes.levels],
        ),
        section(
            _("Verdicts"),
            words.counted(words.verdicts(len(changes.verdicts)), changes.verdicts),
            [_("Goal"), _("Verdict"), _("Comment")],
            [_verdict(report, change, choice) for change in changes.verdicts],
        ),
        section(
            _("Targets"),
            words.counted(words.targets(len(changes.targets)), changes.targets),
            [_("Indicator"), _("Before"), _("Now")],
            [_target(report, change, choice) for change in changes.targets],
        ),
        _figures(report, changes, choice),
    )
    return "".join(blocks)


def _figures(report: ChangeReport, changes: Changes, choice: Choice) -> str:
    by_series: dict[tuple[str, str], list[FigureChange]] = {}
    for figure in changes.new:
        by_series.setdefault((figure.series.about.code, figure.series.unit), []).append(figure)
    headings = [_("Indicator"), _("Period"), _("Before"), _("Now"), _("Change")]
    blocks = (
        section(
            _("New figures"),
            words.counted(words.new(len(changes.new)), changes.new),
            [_("Indicator"), _("Figures"), _("Newest")],
            [_new(report, group, choice) for group in by_series.values()],
        ),
        section(
            _("Revised figures"),
            words.counted(words.revised(len(changes.revised)), changes.revised),
            headings,
            [_revised(report, figure, choice) for figure in changes.revised],
        ),
        section(
            _("Withdrawn figures"),
            words.counted(words.withdrawn(len(changes.withdrawn)), changes.withdrawn),
            headings[:3],
            [_revised(report, figure, choice)[:3] for figure in changes.withdrawn],
        ),
    )
    return "".join(blocks)


def _goal(report: ChangeReport, change: GoalChange, choice: Choice) -> list[str]:
    levels = [parts.computed(row) if row else _nothing() for row in change.rows]
    summaries = [parts.summary(verdict) if verdict else _nothing() for verdict in change.verdicts]
    return [goal_link(report, change.goal, change.title, choice), _from_to(*levels), _from_to(*summaries)]


def _from_to(before: str, after: str) -> str:
    """Two statuses with an arrow between; one where they are the same."""
    if before == after:
        return after
    arrow = f'<span aria-hidden="true">→</span><span class="mb-hidden">{escape(_("changed to"))}</span>'
    return f"<div>{before} {arrow} {after}</div>"


def _nothing() -> str:
    return '<span class="mb-quiet">–</span>'


def _level(report: ChangeReport, change: LevelChange, choice: Choice) -> list[str]:
    before, after = (parts.level(level) for level in change.levels)
    why = arithmetic(change.after, change.series.about) if change.after else ""
    return [series_link(report, change.series, change.goal, choice), _from_to(before, after), escape(why)]


def _verdict(report: ChangeReport, change: VerdictChange, choice: Choice) -> list[str]:
    row = change.after or change.before
    cells = [parts.verdict(end.verdict) if end else _nothing() for end in (change.before, change.after)]
    if row is None:
        return []
    of = [row.unit_name, row.aspect, _(STAGES[row.stage]), period_name(row.period)]
    about = f'<div class="mb-quiet">{escape(", ".join(text for text in of if text))}</div>'
    return [goal_link(report, change.goal, change.title, choice) + about, _from_to(*cells), escape(row.comment)]


def _target(report: ChangeReport, change: TargetChange, choice: Choice) -> list[str]:
    ends = [escape(_target_text(span, change.series)) or _nothing() for span in (change.before, change.after)]
    return [series_link(report, change.series, change.goal, choice), *ends]


def _target_text(span: TargetSpan | None, series: Series) -> str:
    """A target with the days that it holds for."""
    if span is None:
        return ""
    text, first, last = target_text(span, series.about), span.valid_from, span.valid_to
    if not first and not last:
        return text
    if first and last:
        return f"{text} ({period_name(Period(first, last))})"
    days = _("from {day}").format(day=first) if first else _("until {day}").format(day=last)
    return f"{text} ({days})"


def _new(report: ChangeReport, group: Sequence[FigureChange], choice: Choice) -> list[str]:
    """An indicator's new figures for a unit in a row: how many, and the newest of each gender."""
    newest: dict[str, tuple[Series, Point]] = {}
    for figure in group:
        if figure.after:
            newest[figure.series.gender] = (figure.series, figure.after)
    texts = []
    for gender, (series, point) in newest.items():
        name = f"{gender_text(gender, series.about)} " if len(newest) > 1 else ""
        texts.append(f"{name}{point_text(point, series.about)} ({period_name(point.period, short=True)})")
    return [
        series_link(report, group[0].series, group[0].goal, choice, gender=len(newest) == 1),
        number(len(group)),
        escape(", ".join(texts)),
    ]


def _revised(report: ChangeReport, figure: FigureChange, choice: Choice) -> list[str]:
    point = figure.after or figure.before
    period = period_name(point.period, short=True) if point else ""
    moved = difference(figure.after, figure.before) if figure.before and figure.after else None
    change = change_text(moved, figure.series.about) if moved else ""
    ends = [escape(_figure(end, figure.series)) or _nothing() for end in (figure.before, figure.after)]
    return [series_link(report, figure.series, figure.goal, choice), escape(period), *ends, escape(change)]


def _figure(point: Point | None, series: Series) -> str:
    """A figure, with the word for its status where that is not the normal one."""
    if point is None:
        return ""
    status = status_text(point.status, series.about)
    return f"{point_text(point, series.about)} ({status})" if status else point_text(point, series.about)
