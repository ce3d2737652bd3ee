"""Points that need attention as HTML, and the pieces shared with the page of changes: a section, a series as a link."""

from collections.abc import Iterable, Sequence
from html import escape

from lib.rules.series import Series
from lib.site import GOAL, TREND, href
from lib.views import changes_text as words
from lib.views.attention import GRACE, Overdue, Worsening
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.web.pages import parts
from lib.words.figures import change_since, gender_text, point_text
from lib.words.judgement import arithmetic
from lib.words.language import _, join, ngettext, number, period_name
from lib.words.movement import direction_sentence

# A table with more rows than this is closed until it is asked for: later for those that the board talks about.
MANY, MANY_FIRST = 8, 24


def section(
    title: str,
    sentence: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    rule: str = "",
    many: int = MANY,
    more: str = "",
) -> str:
    """A heading, the line that counts, and the table, folded away where it has many rows. `more` is HTML."""
    if len(rows) > many:
        table = _closed(headings, rows, title)
    else:
        table = parts.table(headings, rows, caption=title, css_class="mb-changes") if rows else ""
    how = f"<details><summary>{escape(_('The rule'))}</summary><p>{escape(rule)}</p></details>" if rule else ""
    return f"<section><h2>{escape(title)}</h2><p>{escape(sentence)}</p>{table}{more}{how}</section>"


def goal_link(report: ChangeReport, goal: str, title: str, choice: Choice) -> str:
    """A link to a goal's page; only its title where the goal is gone."""
    return parts.link(href(GOAL, choice.query(goal=goal)), title) if goal in report.data.goals else escape(title)


def series_link(report: ChangeReport, series: Series, goal: str, choice: Choice, gender: bool = True) -> str:
    """An indicator with unit and gender, as a link to that very series in Trends, and the goal that it measures."""
    about, more = series.about, [series.unit_name]
    if gender and series.gender != "T":
        more.append(gender_text(series.gender, series.about))
    name = ", ".join([about.name, *filter(None, more)])
    drawn = [row for row in report.data.of_indicator(about.code) if row.points]
    query = {"indicator": about.code, "gender": "" if series.gender == "T" else series.gender}
    query["unit"] = series.unit if any(row.unit == series.unit for row in drawn) else ""
    named = parts.link(href(TREND, choice.query(**query)), name) if drawn else escape(name)
    title = report.data.goals[goal].title if goal in report.data.goals else ""
    return named + (f'<div class="mb-quiet">{goal_link(report, goal, title, choice)}</div>' if title else "")


def worsening(report: ChangeReport, choice: Choice) -> str:
    """The targets that are missed more and more: those that are certain, those that may be chance, and the rule."""
    rule = _(
        "The newest figure misses its target, and the series is worsening with certainty: by years the trend holds "
        "whichever year is left out and is hardly chance, by months the newest month breaks the limits of what is "
        "usual. Where only the newest figure is worse than the one before, it is told apart, since that may be "
        "chance. What matters most comes first: the distance to the limit is counted in the series' own usual change "
        "(the median change from one figure to the next, three figures or more). Series too short or too still for "
        "that come last, by the distance as a share of the limit or the figure, whichever is larger."
    )
    certain, others = words.by_certainty(report.worsening)
    headings = [_("Indicator"), _("Compared"), _("Direction"), _("Distance")]
    title = _("Not met and worsening")
    rows = [_worse(report, signal, choice) for signal in others]
    more = f"<p>{escape(words.sentence(words.perhaps_worse(len(others))))}</p>" if others else ""
    return section(
        title,
        words.counted(words.worsening(len(certain)), certain),
        headings,
        [_worse(report, signal, choice) for signal in certain],
        rule,
        MANY_FIRST,
        more + _closed(headings, rows, _("Worse in the newest figure")),
    )


def _closed(headings: Sequence[str], rows: Sequence[Sequence[str]], caption: str) -> str:
    """A table folded away; nothing without rows."""
    if not rows:
        return ""
    label = ngettext("Show {n} row", "Show {n} rows", len(rows)).format(n=len(rows))
    table = parts.table(headings, rows, caption=caption, css_class="mb-changes")
    return f"<details><summary>{escape(label)}</summary>{table}</details>"


def _worse(report: ChangeReport, signal: Worsening, choice: Choice) -> list[str]:
    about, point = signal.series.about, signal.judged.point
    period = f'<div class="mb-quiet">{escape(period_name(point.period))}</div>' if point else ""
    if signal.movements is not None:
        distance = _("{n} times the usual change").format(n=number(round(signal.movements, 1), 1))
    else:
        distance = _("{n} % of the limit or the figure").format(n=number(round(100 * signal.share)))
    return [
        series_link(report, signal.series, signal.goal, choice),
        parts.level(signal.judged.judgement.level) + f" {escape(arithmetic(signal.judged, about))}{period}",
        escape(direction_sentence(signal.trend, about))
        + f'<div class="mb-quiet">{escape(change_since(signal.series, point))}</div>',
        escape(distance),
    ]


def overdue(report: ChangeReport, choice: Choice) -> str:
    """The figures that should have come, and the rule."""
    rule = _(
        "Series that come each month, quarter, four-month period or year, and whose last three figures stood "
        "at even intervals. The next figure is overdue when its period ended more than {month} days ago for "
        "monthly figures, {quarter} for quarters, {tertial} for four-month periods and {year} for years, "
        "counted to the day that is shown. A row that says why there is no figure is an answer. Nothing is "
        "awaited for a time when neither goal nor unit is valid, nor from a series that has been silent for "
        "two years."
    ).format(**{name: number(days) for name, days in GRACE.items()})
    by_indicator: dict[tuple[str, object], list[Overdue]] = {}
    for late in report.overdue:
        by_indicator.setdefault((late.series.about.code, late.awaited), []).append(late)
    headings = [_("Indicator"), _("Awaited"), _("Newest figure"), _("Units")]
    columns = len(headings) if len(report.overdue) > len(by_indicator) else -1
    return section(
        _("Overdue figures"),
        words.counted(words.overdue(len(report.overdue)), report.overdue),
        headings[:columns],
        [_late(report, group, choice)[:columns] for group in by_indicator.values()],
        rule,
    )


def _late(report: ChangeReport, group: Sequence[Overdue], choice: Choice) -> list[str]:
    """An indicator's overdue figures for a period in a row, its units named."""
    late = group[0]
    series = late.series if len(group) == 1 else _of_board(group)
    return [
        series_link(report, series, late.goal, choice),
        escape(period_name(late.awaited)),
        escape(f"{point_text(late.newest, late.series.about)} ({period_name(late.newest.period, short=True)})"),
        escape(join(_unit_names(group))) if len(group) > 1 else "",
    ]


def _of_board(group: Sequence[Overdue]) -> Series:
    series = group[0].series
    return Series(series.about, "", "", "T")


def _unit_names(group: Iterable[Overdue]) -> list[str]:
    return list(dict.fromkeys(late.series.unit_name or _("Whole board") for late in group))
