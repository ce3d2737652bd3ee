"""A meeting's views as slides: its deck, and the slides of the pages that are not about one goal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from lib.charts.chart import Chart, chart_of
from lib.meetings.agenda import PART, WORSENING, View, to_goal
from lib.meetings.goal_slide import goal_slide
from lib.meetings.slide import Deck, Slide
from lib.meetings.slide_parts import filters, rank, sources
from lib.rules.series import OUTCOME, Series
from lib.site import CHANGED, GOAL, OVERVIEW, TREND
from lib.tables.model import Meeting
from lib.views import changes_text, reported_absence, totals, trends
from lib.views.as_of import NOW, BoardState, spoken
from lib.views.attention import Worsening
from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice, choice_of
from lib.views.distance import with_gap
from lib.views.figure_table import MOST_ROWS, newest_figures
from lib.views.goal_story import goal_title
from lib.views.headline import headline
from lib.views.key_figure import key_figure, series_name
from lib.views.leads import Lead
from lib.views.overview import GoalRow, overview
from lib.views.statuses import of_computed, of_level, of_summary
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import change_since
from lib.words.judgement import arithmetic
from lib.words.language import _, day_name, join_names
from lib.words.movement import direction_word

Compare = Callable[[Choice, str], ChangeReport]
"""The changes for a choice since a meeting (its code, '' = the one before), with what needs attention."""
Other = Callable[[View, Choice], Slide]
"""The slide of a page that is not known here."""


def page(view: View, title: str = "") -> Slide:
    """The slide of a view that is shown in Målbild only."""
    return Slide(view, "page", title or view.address, sentence=_("This view is shown in Målbild."))


def _unknown(view: View, _choice: Choice) -> Slide:
    return page(view)


def deck(
    data: BoardData,
    meeting: Meeting,
    state: BoardState,
    slides: Iterable[Slide],
    proposal: Sequence[str] = (),
    colour: str = "",
) -> Deck:
    """The slides with the meeting that they are for, the state that they show, and what the board is to decide."""
    days = [row.period_end for row in data.observations if row.kind == OUTCOME]
    return Deck(
        board=data.code,
        name=data.board.name,
        meeting=meeting.meeting,
        title=meeting.title,
        day=meeting.date,
        period=_("figures up to {day}").format(day=day_name(max(days))) if days else "",
        version=state.version,
        asof=_asof(state),
        example=data.is_example,
        slides=tuple(slides),
        proposal=tuple(proposal),
        colour=colour,
    )


def _asof(state: BoardState) -> str:
    """The state that is shown, without the meeting's title, so that it stands on one line below a slide."""
    if state.code == NOW:
        return _("as of {day}").format(day=day_name(state.day))
    return _("the meeting of {day}").format(day=day_name(state.day)) if state.title else spoken(state)


def slide(data: BoardData, view: View, state: BoardState, compare: Compare, other: Other = _unknown) -> Slide:
    """One view's slide, with the presenter's heading if there is one. What it is about may be gone: then it says so."""
    made = _made(data, view, compare, other)

    def whole(address: str) -> str:
        """The address with the board and the state that are shown."""
        path, _mark, query = address.partition("?")
        base = urlencode({"board": data.code} | ({"asof": state.code} if state.code else {}))
        return f"{path}?{base}&{query}" if query else f"{path}?{base}"

    rows = [tuple(replace(c, address=whole(c.address)) if c.address else c for c in row) for row in _rows(made)]
    table = replace(made.table, rows=tuple(rows)) if made.table else None
    return replace(
        made,
        heading=view.heading or made.heading,
        point="" if view.heading else made.point,
        table=table,
        address=whole(view.address),
    )


def _rows(made: Slide) -> tuple[tuple[TextCell, ...], ...]:
    return made.table.rows if made.table else ()


def _made(data: BoardData, view: View, compare: Compare, other: Other) -> Slide:
    choice = choice_of(data, view.query)
    if view.path == OVERVIEW:
        return _overview(data, view, choice)
    if view.path == GOAL:
        return goal_slide(data, view, choice)
    if view.path == TREND:
        return _trend(data, view, choice)
    if view.path == CHANGED:
        report = compare(choice, view.query.get("since", ""))
        worse = view.query.get(PART) == WORSENING
        return _worsening(view, report) if worse else _changed(view, report)
    return other(view, choice)


def _overview(data: BoardData, view: View, choice: Choice) -> Slide:
    goals = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    headings = (_("Goal"), _("Verdict"), _("Computed"), _("Figure"), _("Target"))
    return Slide(
        view,
        "overview",
        _("Goal fulfilment"),
        above=filters(data, choice),
        shares=tuple(totals.shares(goals)),
        table=TextTable(_("Goals"), headings, tuple(_goal_cells(row) for row in goals.rows)),
        sentence=" ".join(totals.total_sentences(goals)),
        point=totals.point(goals),
        source=sources(
            data, (row.lead.series for row in goals.rows if row.lead), [r for o in goals.rows for r in o.verdicts]
        ),
    )


def _goal_cells(row: GoalRow) -> tuple[TextCell, ...]:
    figure = key_figure(row.lead) if row.lead else None
    return (
        TextCell(goal_title(row.goal), address=to_goal(row.goal.goal)),
        status(of_summary(row.summary, row.word) if row.verdicts else None),
        status(of_computed(row)),
        TextCell(figure.dated if figure else "–"),
        TextCell((figure.limit or figure.target or "–") if figure else "–"),
    )


def _trend(data: BoardData, view: View, choice: Choice) -> Slide:
    chosen = [code for code in view.query.get("indicator", "").split(",") if code in data.indicators]
    codes = chosen or list(trends.first(data, choice.area))
    units = [code for code in view.query.get("unit", "").split(",") if code in data.units]
    years = (_year(view.query.get(name, "")) for name in ("from", "to"))
    first, last = years
    return _series(data, view, choice, trends.select(data, codes, units, choice.gender, first, last or choice.year))


def thin_absence(data: BoardData, view: View, choice: Choice, title: str) -> Slide:
    """The absence of a board without hours: the figures that its documents and Kolada give."""
    codes = reported_absence.indicators(data)
    series = trends.select(data, codes, (), choice.gender, None, choice.year)
    return replace(_series(data, view, choice, series), heading=title)


def _series(data: BoardData, view: View, choice: Choice, series: Sequence[Series]) -> Slide:
    names = join_names(list(dict.fromkeys(each.about.name for each in series)))
    charts = tuple(trends.blocks(series)) if series else ()
    leads = sorted((Lead(each, each.judged()) for each in series), key=rank)
    if len(charts) == 1:
        charts = (with_gap(charts[0], leads[0]),)
    of_measure = dict(zip(dict.fromkeys(each.about.unit_of_measure for each in series), charts, strict=True))
    return Slide(
        view,
        "trend",
        names or _("Trends"),
        above=filters(data, choice),
        figures=tuple(key_figure(lead, of_measure[lead.series.about.unit_of_measure]) for lead in leads),
        charts=tuple(chart for chart in charts if chart.says_something),
        table=_figures(data, series),
        sentence=" ".join(chart.sentence for chart in charts) or _("There are no figures for this choice."),
        point=headline(leads[0]) if len(leads) == 1 else "",
        source=sources(data, series),
    )


def _figures(data: BoardData, series: Sequence[Series]) -> TextTable | None:
    """The newest figures of each series, in the columns that say something."""
    table = newest_figures(data, series)
    few = _("The {n} newest figures of each series").format(n=MOST_ROWS)
    return table.text_table(few if table.left_out else _("Figures"))


def _year(text: str) -> int | None:
    return int(text) if len(text) == 4 and text.isdecimal() else None


def _changed(view: View, report: ChangeReport) -> Slide:
    goals, levels = (report.changes.goals, report.changes.levels) if report.changes else ((), ())
    rows = [
        (
            TextCell(goal.title, address=to_goal(goal.goal)),
            *(status(of_computed(row) if row else None) for row in goal.rows),
        )
        for goal in goals
        if goal.levels[0] is not goal.levels[1]
    ]
    rows += [
        (TextCell(series_name(change.series)), *(status(of_level(level)) for level in change.levels))
        for change in levels
    ]
    headings = (_("Goal or indicator"), _("Before"), _("Now"))
    return Slide(
        view,
        "changed",
        _("Since the last meeting"),
        above=changes_text.since(report),
        table=TextTable(_("Changed status"), headings, tuple(rows)) if rows else None,
        sentence=changes_text.summary(report),
        point=changes_text.point(report),
    )


def _worsening(view: View, report: ChangeReport) -> Slide:
    rows = [
        (
            TextCell(series_name(row.series)),
            TextCell(arithmetic(row.judged, row.series.about)),
            TextCell(direction_word(row.trend)),
            TextCell(change_since(row.series, row.judged.point) or "–"),
        )
        for row in report.worsening
    ]
    title = _("Not met and worsening")
    headings = (_("Indicator"), _("Compared"), _("Direction"), _("Change"))
    return Slide(
        view,
        "worsening",
        title,
        charts=tuple(chart for row in report.worsening if (chart := _found(row)).says_something),
        table=TextTable(title, headings, tuple(rows)) if rows else None,
        sentence=changes_text.missed(report) or _("Nothing."),
        point=changes_text.worse(report),
        source=sources(report.data, (row.series for row in report.worsening)),
    )


def _found(row: Worsening) -> Chart:
    """The chart of a figure that is missed, with what it says."""
    lead = Lead(row.series, row.judged)
    return replace(with_gap(chart_of([row.series]), lead), finding=headline(lead))
