"""A goal in words, figures and charts, before it stands on a page, a slide or in a document: all tell it from here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lib.charts.chart import Chart, chart_of
from lib.rules.movement import gap_movement
from lib.rules.periods import Period
from lib.rules.series import OUTCOME, Series
from lib.tables.model import Goal
from lib.views.actions import ActionLine, action_lines
from lib.views.beside import beside_caption, beside_sentences, with_others
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figure_table import FigureTable, newest_figures
from lib.views.figures import source_text
from lib.views.goal import GoalView, IndicatorView, drawn, goal_view
from lib.views.goal_text import paragraph
from lib.views.goal_units import others_table, unspoken
from lib.views.headline import headline, of_leads, sentence_of_leads
from lib.views.key_figure import KeyFigure, key_figure
from lib.views.leads import Lead
from lib.views.overview import VerdictRow
from lib.views.statuses import Look, of_computed, of_summary, of_verdict
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import BETTER, STAGES, YES_OR_NO, gap_text
from lib.words.language import _, day_name, period_name
from lib.words.movement import gap_sentence, moving


@dataclass(frozen=True, slots=True)
class IndicatorStory:
    """An indicator of a goal: the figures that speak for it, those of other units and genders, chart and table.

    `gap` has women and men beside each other; `chart` is None where no figure follows another; `newest` are the
    newest figures of the series drawn; `finding` is what it says in a line ('' where nothing is judged). `shown` are
    all that have a figure for the choice, those that speak first, and `sources` those of their newest figures; `beside`
    are sentences about others.
    """

    view: IndicatorView
    definition: str
    source: str
    figures: tuple[KeyFigure, ...]
    gap: str
    chart: Chart | None
    others: TextTable | None
    newest: FigureTable
    shown: tuple[Lead, ...] = ()
    sources: tuple[str, ...] = ()
    finding: str = ""
    beside: tuple[str, ...] = ()

    @property
    def shown_figures(self) -> tuple[KeyFigure, ...]:
        """Those of `shown` in words, their statuses only where an outcome is judged."""
        return tuple(_shown_figure(lead) for lead in self.shown)

    @property
    def name(self) -> str:
        """The indicator's name."""
        return self.view.about.name

    @property
    def is_reported(self) -> bool:
        """Whether the sources give a figure or a target."""
        return bool(self.figures or self.others)

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to draw or list, even if only why there is no figure."""
        return any(series.points for series in self.series)

    @property
    def tone(self) -> str:
        """The name of the tone of its first figure."""
        return next((figure.look.name for figure in self.figures if figure.look), "none")

    @property
    def series(self) -> tuple[Series, ...]:
        """Every series of the indicator."""
        return self.view.series

    @property
    def table(self) -> TextTable | None:
        """The newest figures as a table; None where the one figure is a key figure already."""
        few = len(self.newest.rows) < 2 and any(lead.judged.point for lead in self.view.leads)
        return None if few else self.newest.text_table(_("Figures: {name}").format(name=self.name))

    @property
    def below_table(self) -> str:
        """The words below the table: how many figures it leaves out, and their source if not the indicator's."""
        source = self.newest.same.get("source", "")
        named = _("The figures' source: {source}").format(source=source) if source not in ("", self.source) else ""
        return " ".join(filter(None, (self.newest.left_out, named)))


@dataclass(frozen=True, slots=True)
class GoalStory:
    """A goal. `paragraph` is its state in short, `facts` its terms and texts; `verdict` is None if none was given."""

    view: GoalView
    title: str
    area: str
    verdict: Look | None
    computed: Look
    paragraph: str
    facts: tuple[tuple[str, str], ...]
    verdicts: TextTable | None
    indicators: tuple[IndicatorStory, ...]
    source: str
    actions: tuple[ActionLine, ...] = ()

    @property
    def code(self) -> str:
        """The goal's code."""
        return self.view.row.goal.goal

    @property
    def level(self) -> str:
        """The goal's place in the board's hierarchy, in the board's word."""
        return self.view.row.goal.level

    @property
    def above(self) -> str:
        """The goals that it is a part of, the highest first."""
        return " › ".join(goal.title for goal in self.view.parents)

    @property
    def differs(self) -> bool:
        """Whether the verdict and the computed level are not the same."""
        return self.view.row.agreement is False

    @property
    def point(self) -> str:
        """What it has to say in one line, by the figure that is worst; '' where none is judged."""
        return of_leads([lead for one in self.indicators for lead in one.view.leads])

    @property
    def told(self) -> str:
        """Its title and what its worst figure says, as in a letter; '' where none is judged."""
        said = sentence_of_leads([lead for one in self.indicators for lead in one.view.leads])
        return f"{self.title.rstrip('.')}. {said}" if said else ""

    @property
    def aloud(self) -> str:
        """The paragraph to be read aloud, where neither the goal's title nor its text stands beside it."""
        return paragraph(self.view, titled=True)


def goal_title(goal: Goal) -> str:
    """The goal's title after its number, if it has one."""
    return f"{goal.number}. {goal.title}" if goal.number else goal.title


def goal_story(data: BoardData, code: str, choice: Choice) -> GoalStory:
    """A goal for a choice of year and gender. Raises KeyError where there is none of that code."""
    view = goal_view(data, code, year=choice.year, gender=choice.gender)
    row = view.row
    return GoalStory(
        view=view,
        title=goal_title(row.goal),
        area=data.areas[row.goal.area].name if row.goal.area in data.areas else "",
        verdict=of_summary(row.summary, row.word) if row.verdicts else None,
        computed=of_computed(row),
        paragraph=paragraph(view, titled=False),
        facts=tuple(_facts(data, view)),
        verdicts=verdict_table(data, row.verdicts),
        indicators=tuple(indicator_story(data, indicator, choice) for indicator in view.indicators),
        source=source_text(data, row.goal.source, row.goal.locator),
        actions=action_lines(data, data.actions_of(code)),
    )


def _facts(data: BoardData, view: GoalView) -> Iterator[tuple[str, str]]:
    goal = view.row.goal
    facts = (
        (_("Type of goal"), goal.level),
        (_("What it means"), goal.description),
        (_("Unit"), data.unit_name(goal.unit)),
        (_("Responsible"), goal.responsible),
        (_("Follow-up"), goal.follow_up),
        (_("Valid for"), _validity(goal)),
    )
    return ((term, text) for term, text in facts if text)


def _validity(goal: Goal) -> str:
    """When the goal is in force: '2013', 'till och med 31 december 2012'; '' where that is not said."""
    first, last = goal.valid_from, goal.valid_to
    if first and last:
        return period_name(Period(first, last))
    if first:
        return _("from {day}").format(day=day_name(first))
    return _("until {day}").format(day=day_name(last)) if last else ""


def verdict_table(data: BoardData, rows: Iterable[VerdictRow]) -> TextTable | None:
    """The board's and the departments' verdicts, with comments; None where there are none."""
    cells = tuple(
        (
            TextCell(", ".join(filter(None, (row.unit_name or _("Whole board"), row.aspect)))),
            status(of_verdict(row.verdict, row.word)),
            TextCell(f"{_(STAGES[row.stage])}, {period_name(row.period)}"),
            TextCell(row.comment),
            TextCell(source_text(data, row.source, row.locator)),
        )
        for row in rows
    )
    headings = (_("Department"), _("Verdict"), _("Period"), _("Comment"), _("Source"))
    return TextTable(_("The board's verdicts"), headings, cells) if cells else None


def indicator_story(data: BoardData, view: IndicatorView, choice: Choice) -> IndicatorStory:
    """An indicator for a choice of year and gender."""
    about, series = view.about, drawn(view, choice.gender)
    better, chart = _(BETTER[about.better]), _chart(data, view, series, choice)
    finding = next((text for lead in view.leads if (text := headline(lead))), "")
    chart = replace(chart, finding=finding) if chart else None
    several = len({lead.series.gender for lead in view.leads}) > 1
    figures = tuple(key_figure(lead, chart, several=several, moves=_moves(data, lead, view)) for lead in view.leads)
    way = "" if about.unit_of_measure == YES_OR_NO else f"{better[0].upper()}{better[1:]}."
    shown = (*view.leads, *unspoken(data, view, choice))
    points = [lead.judged.point for lead in shown if lead.judged.point]
    return IndicatorStory(
        shown=shown,
        sources=tuple(dict.fromkeys(source_text(data, point.source, point.locator) for point in points)),
        view=view,
        definition=f"{about.definition} {way}".strip(),
        source=source_text(data, about.source, about.locator),
        figures=figures,
        finding=finding,
        gap=_gap(view),
        chart=chart,
        others=others_table(data, view, choice),
        beside=_beside(data, view, chart),
        newest=newest_figures(data, series),
    )


def _moves(data: BoardData, lead: Lead, view: IndicatorView) -> str:
    return moving(lead.series, data.units_below(lead.series), lead.judged.point, view.until)


def _beside(data: BoardData, view: IndicatorView, chart: Chart | None) -> tuple[str, ...]:
    """The leading figure beside those of others, and what the chart has of them."""
    if not view.leads:
        return ()
    said = beside_sentences(data, view.leads[0].series, view.leads[0].judged.point)
    return tuple(filter(None, (*said, beside_caption(data, chart) if chart else "")))


def _chart(data: BoardData, view: IndicatorView, series: list[Series], choice: Choice) -> Chart | None:
    """An indicator's chart; None where no figure follows another, or there is but yes and no."""
    chart = chart_of(series, year=choice.year, until=view.until) if series else None
    if chart is None or not chart.says_something:
        return None
    return with_others(data, chart, series[0]) if len(series) == 1 else chart


def _gap(view: IndicatorView) -> str:
    """Women and men beside each other, and how the difference moves."""
    text = gap_text(view.women, view.men, view.about)
    if not text:
        return ""
    of_gender = {series.gender: series for series in view.series if series.unit == view.leads[0].series.unit}
    moved = gap_sentence(gap_movement(of_gender["K"], of_gender["M"], view.until), view.about)
    return " ".join(filter(None, (text, moved)))


def _shown_figure(lead: Lead) -> KeyFigure:
    figure = key_figure(lead)
    is_judged = lead.judged.point is not None and lead.judged.point.kind == OUTCOME
    return figure if is_judged else replace(figure, look=None)
