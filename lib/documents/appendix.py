"""The appendix of the letter: area by area and goal by goal, every figure once, sources as the numbers of notes.

Word and HTML are written from this. Goals that have neither indicator, verdict nor action are a line each.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lib.charts.chart import Chart
from lib.documents.figures_by_period import by_period
from lib.views.actions import action_table
from lib.views.goal_story import GoalStory, IndicatorStory
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import STAGES
from lib.words.language import _, join_names, period_name

# A chart of fewer figures says no more than they do.
FEWEST_MARKS = 3


@dataclass(slots=True)
class Notes:
    """The sources in the order in which they are named; a note is the number of one."""

    titles: dict[str, int] = field(default_factory=dict)

    def of(self, title: str) -> str:
        """'[3]' for a source; '' for none."""
        return f"[{self.titles.setdefault(title, len(self.titles) + 1)}]" if title else ""


@dataclass(frozen=True, slots=True)
class IndicatorPart:
    """An indicator with several figures: its definition, chart, figures by period, and what they say."""

    name: str
    definition: str
    texts: tuple[str, ...]
    chart: Chart | None
    finding: str
    table: TextTable


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal in the appendix. `about` are its terms in a line, `single` its indicators that have one figure each."""

    code: str
    title: str
    above: str
    looks: tuple[tuple[str, Look], ...]
    differs: bool
    text: str
    about: str
    verdict: str
    verdicts: TextTable | None
    single: TextTable | None
    blocks: tuple[IndicatorPart, ...]
    silent: str
    actions: TextTable | None = None


def is_bare(goal: GoalStory) -> bool:
    """Whether there is nothing to say of a goal but that it is there."""
    return not (goal.indicators or goal.verdicts or goal.actions)


def goal_part(goal: GoalStory, notes: Notes, day: date) -> GoalPart:
    """A goal as it stands on a day, its sources noted."""
    single = [one for one in goal.indicators if _is_single(one)]
    silent = [one.name for one in goal.indicators if not one.is_reported]
    row = goal.view.row
    several = len(row.verdicts) > 1
    return GoalPart(
        code=goal.code,
        title=goal.title,
        above=goal.above,
        looks=(*([(_("Verdict"), goal.verdict)] if goal.verdict else []), (_("Computed"), goal.computed)),
        differs=goal.differs,
        text=_description(goal),
        about=_about(goal, notes),
        verdict="" if several or not goal.verdicts else _verdict(goal, notes),
        verdicts=_verdicts(goal, notes) if several else None,
        single=_singles(single, notes),
        blocks=tuple(_block(one, notes) for one in goal.indicators if one.is_reported and one not in single),
        silent=_("No figures for {indicators}.").format(indicators=join_names(silent)) if silent else "",
        actions=action_table(_("Actions"), goal.actions, day),
    )


def _is_single(indicator: IndicatorStory) -> bool:
    return indicator.is_reported and len(indicator.shown) == 1 and len(indicator.shown[0].series.points) <= 1


def _description(goal: GoalStory) -> str:
    text = goal.view.row.goal.description
    return "" if text.strip(". ") == goal.view.row.goal.title.strip(". ") else text


def _about(goal: GoalStory, notes: Notes) -> str:
    """'Nämndmål · Ansvarig: Barn och familj · Uppföljning: varje månad [1]'."""
    kept = {_("Unit"), _("Responsible"), _("Follow-up"), _("Valid for")}
    terms = [f"{term}: {text.rstrip('.')}" for term, text in goal.facts if term in kept]
    level = goal.level[:1].upper() + goal.level[1:]
    return " ".join(filter(None, (" · ".join(filter(None, (level, *terms))), notes.of(goal.source))))


def _verdict(goal: GoalStory, notes: Notes) -> str:
    """The only verdict in a sentence, with its comment."""
    [row] = goal.view.row.verdicts
    who = ", ".join(filter(None, (row.unit_name, row.aspect))) or _("The whole board")
    when = f"{_(STAGES[row.stage])}, {period_name(row.period)}"
    note = notes.of(goal.verdicts.rows[0][4].text) if goal.verdicts else ""
    return " ".join(filter(None, (f"{who} ({when}).", row.comment, note)))


def _verdicts(goal: GoalStory, notes: Notes) -> TextTable | None:
    if goal.verdicts is None:
        return None
    *headings, _source = goal.verdicts.headings
    rows = tuple((*row[:4], TextCell(notes.of(row[4].text))) for row in goal.verdicts.rows)
    return TextTable(goal.verdicts.caption, (*headings, _("Source")), rows).informative


def _singles(indicators: Sequence[IndicatorStory], notes: Notes) -> TextTable | None:
    """A row an indicator, with why a figure cannot be judged where there is no target to say so."""
    rows = tuple(_single(one, notes) for one in indicators)
    headings = (_("Indicator"), _("Period"), _("Figure"), _("Target"), _("Status"), _("Source"))
    return TextTable(_("Indicators with one figure"), headings, rows).informative if rows else None


def _single(indicator: IndicatorStory, notes: Notes) -> tuple[TextCell, ...]:
    [figure] = indicator.shown_figures
    name = f"{indicator.name}, {figure.who}" if figure.who else indicator.name
    return (
        TextCell(name),
        TextCell(figure.period or "–"),
        TextCell(figure.figure),
        TextCell(_limit(figure)),
        status(figure.look),
        TextCell(_note(indicator, notes)),
    )


def _limit(figure: KeyFigure) -> str:
    return figure.limit or figure.target or "–"


def _note(indicator: IndicatorStory, notes: Notes) -> str:
    """The notes of the indicator and of its newest figures, each once."""
    data = indicator.sources
    return " ".join(dict.fromkeys(notes.of(title) for title in (indicator.source, *data) if title))


def _block(indicator: IndicatorStory, notes: Notes) -> IndicatorPart:
    leads = list(zip(indicator.view.leads, indicator.figures, strict=True))
    told = [figure.sentence for lead, figure in leads if lead.judged.plan or lead.judged.women]
    moves = [figure.moves for _lead, figure in leads[:1] if figure.moves]
    chart = indicator.chart if indicator.chart and _says_something(indicator.chart) else None
    definition = " ".join(filter(None, (indicator.definition, _note(indicator, notes))))
    texts = tuple(filter(None, (*told, *moves, indicator.gap, *beside_texts(indicator))))
    return IndicatorPart(indicator.name, definition, texts, chart, indicator.finding, by_period(indicator))


def beside_texts(indicator: IndicatorStory) -> tuple[str, ...]:
    """What is said of others; not what the lines of a chart on a page are."""
    drawn = indicator.chart is not None and bool(indicator.chart.others)
    return indicator.beside[:-1] if drawn else indicator.beside


def _says_something(chart: Chart) -> bool:
    return chart.says_something and any(len(trace.marks) >= FEWEST_MARKS for trace in chart.traces)
