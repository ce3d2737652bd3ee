"""The page on what changed since the last meeting as HTML: a paragraph, and a table of each kind of change."""

from collections.abc import Sequence
from html import escape

from lib.rules.periods import Period
from lib.rules.series import Point, Series, TargetSpan, difference
from lib.views import changes_text as words
from lib.views.changes import Changes, FigureChange, GoalChange, LevelChange, TargetChange, VerdictChange
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.web.memory import kept
from lib.web.pages import parts
from lib.web.pages.attention import MANY_FIRST, goal_link, overdue, section, who, worsening
from lib.words.figures import GENDERS, STAGES, change_text, point_text, status_text, target_text
from lib.words.judgement import arithmetic
from lib.words.language import _, number, period_name


@kept
def page(told: ChangeReport, choice: Choice) -> str:
    """The whole page."""
    named = f"{told.data.board.name} · {words.since(told)}"
    head = (
        f'<h1>{escape(_("Since the last meeting"))}</h1><p class="mb-board">{escape(named)}</p>'
        f'<p class="mb-note mb-told">{escape(words.summary(told))}</p>'
    )
    changed = _changed(told, told.found, choice) if told.found is not None else ""
    return head + worsening(told, choice) + changed + overdue(told, choice)


def _changed(told: ChangeReport, found: Changes, choice: Choice) -> str:
    blocks = (
        section(
            _("Goals with another status"),
            words.counted(words.goals(len(found.goals)), found.goals),
            [_("Goal"), _("Computed"), _("Verdict")],
            [_goal(told, one, choice) for one in found.goals],
            many=MANY_FIRST,
        ),
        section(
            _("Outcomes with another level"),
            words.counted(words.levels(len(found.levels)), found.levels),
            [_("Indicator"), _("Level"), _("Compared")],
            [_level(told, one, choice) for one in found.levels],
        ),
        section(
            _("Verdicts"),
            words.counted(words.verdicts(len(found.verdicts)), found.verdicts),
            [_("Goal"), _("Verdict"), _("Comment")],
            [_verdict(told, one, choice) for one in found.verdicts],
        ),
        section(
            _("Targets"),
            words.counted(words.targets(len(found.targets)), found.targets),
            [_("Indicator"), _("Before"), _("Now")],
            [_target(told, one, choice) for one in found.targets],
        ),
        _figures(told, found, choice),
    )
    return "".join(blocks)


def _figures(told: ChangeReport, found: Changes, choice: Choice) -> str:
    by_series: dict[tuple[str, str], list[FigureChange]] = {}
    for one in found.new:
        by_series.setdefault((one.series.about.code, one.series.unit), []).append(one)
    headings = [_("Indicator"), _("Period"), _("Before"), _("Now"), _("Change")]
    blocks = (
        section(
            _("New figures"),
            words.counted(words.new(len(found.new)), found.new),
            [_("Indicator"), _("Figures"), _("Newest")],
            [_new(told, group, choice) for group in by_series.values()],
        ),
        section(
            _("Revised figures"),
            words.counted(words.revised(len(found.revised)), found.revised),
            headings,
            [_revised(told, one, choice) for one in found.revised],
        ),
        section(
            _("Withdrawn figures"),
            words.counted(words.withdrawn(len(found.withdrawn)), found.withdrawn),
            headings[:3],
            [_revised(told, one, choice)[:3] for one in found.withdrawn],
        ),
    )
    return "".join(blocks)


def _goal(told: ChangeReport, one: GoalChange, choice: Choice) -> list[str]:
    levels = [parts.goal_level(level) if level else _nothing() for level in one.levels]
    summaries = [parts.summary(verdict) if verdict else _nothing() for verdict in one.verdicts]
    return [goal_link(told, one.goal, one.title, choice), _from_to(*levels), _from_to(*summaries)]


def _from_to(before: str, after: str) -> str:
    """Two statuses with an arrow between; one where they are the same."""
    if before == after:
        return after
    arrow = f'<span aria-hidden="true">→</span><span class="mb-hidden">{escape(_("changed to"))}</span>'
    return f"<div>{before} {arrow} {after}</div>"


def _nothing() -> str:
    return '<span class="mb-quiet">–</span>'


def _level(told: ChangeReport, one: LevelChange, choice: Choice) -> list[str]:
    before, after = (parts.level(level) for level in one.levels)
    why = arithmetic(one.after, one.series.about) if one.after else ""
    return [who(told, one.series, one.goal, choice), _from_to(before, after), escape(why)]


def _verdict(told: ChangeReport, one: VerdictChange, choice: Choice) -> list[str]:
    row = one.after or one.before
    cells = [parts.verdict(end.verdict) if end else _nothing() for end in (one.before, one.after)]
    if row is None:
        return []
    of = [row.unit_name, row.aspect, _(STAGES[row.stage]), period_name(row.period)]
    about = f'<div class="mb-quiet">{escape(", ".join(text for text in of if text))}</div>'
    return [goal_link(told, one.goal, one.title, choice) + about, _from_to(*cells), escape(row.comment)]


def _target(told: ChangeReport, one: TargetChange, choice: Choice) -> list[str]:
    ends = [escape(_target_text(span, one.series)) or _nothing() for span in (one.before, one.after)]
    return [who(told, one.series, one.goal, choice), *ends]


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


def _new(told: ChangeReport, group: Sequence[FigureChange], choice: Choice) -> list[str]:
    """An indicator's new figures for a unit in a row: how many, and the newest of each gender."""
    newest: dict[str, tuple[Series, Point]] = {}
    for one in group:
        if one.after:
            newest[one.series.gender] = (one.series, one.after)
    said = []
    for gender, (series, point) in newest.items():
        name = f"{_(GENDERS[gender])} " if len(newest) > 1 else ""
        said.append(f"{name}{point_text(point, series.about)} ({period_name(point.period, short=True)})")
    return [
        who(told, group[0].series, group[0].goal, choice, gender=len(newest) == 1),
        number(len(group)),
        escape(", ".join(said)),
    ]


def _revised(told: ChangeReport, one: FigureChange, choice: Choice) -> list[str]:
    point = one.after or one.before
    period = period_name(point.period, short=True) if point else ""
    moved = difference(one.after, one.before) if one.before and one.after else None
    change = change_text(moved, one.series.about) if moved else ""
    ends = [escape(_figure(end, one.series)) or _nothing() for end in (one.before, one.after)]
    return [who(told, one.series, one.goal, choice), escape(period), *ends, escape(change)]


def _figure(point: Point | None, series: Series) -> str:
    """A figure, with the word for its status where that is not the normal one."""
    if point is None:
        return ""
    status = status_text(point.status, series.about)
    return f"{point_text(point, series.about)} ({status})" if status else point_text(point, series.about)
