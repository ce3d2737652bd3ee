"""The start page as HTML: the totals in words and a bar, and a table of goals for each area."""

from collections import Counter
from collections.abc import Sequence
from html import escape

from lib.charts.chart import chart_of
from lib.charts.svg_chart import bar_of_shares, sparkline
from lib.rules.movement import movement
from lib.rules.status import GoalLevel
from lib.rules.yearly_trend import Direction
from lib.site import GOAL, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.key_figure import key_figure
from lib.views.lacks import counted, lack_of
from lib.views.leads import Lead
from lib.views.overview import AreaGoals, GoalRow, Overview, overview
from lib.views.totals import shares, total_sentences
from lib.web.memory import page_cache
from lib.web.pages import lacking, parts
from lib.words.figures import GOAL_LEVELS, short_name
from lib.words.language import _, join, ngettext
from lib.words.movement import direction_word

# With more goals than this, the areas are closed until they are asked for.
MANY_GOALS = 40


def head(data: BoardData, choice: Choice) -> str:
    """Title, board and selection."""
    year = str(choice.year) if choice.year else _("latest figures")
    area = data.areas[choice.area].name if choice.area else _("all areas")
    return (
        f"<h1>{escape(_('Goal fulfilment'))}</h1>"
        f'<p class="mb-board">{escape(data.board.name)} · {escape(area)} · {escape(year)}</p>'
    )


@page_cache
def page(data: BoardData, choice: Choice, why: str = "") -> str:
    """Totals, what cannot be judged and why, where verdict and level differ, and every area's goals; '' for no goal.

    `why` is what the goals lack that are listed ('' = all goals).
    """
    view = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    if not view.rows:
        return ""
    lacks = {row.goal.goal: lack_of(data, row, choice) for row in view.rows}
    listed = view.of_goals({code for code, lack in lacks.items() if lack == why}) if why else view
    groups = "".join(group(area, listed, choice) for area in listed.groups)
    reasons = lacking.unjudged(counted(lacks.values()), choice, why)
    return totals(view) + reasons + differences(view, choice) + groups + lacking.loose(data, choice)


def totals(view: Overview) -> str:
    """The number of goals achieved, in words and as a bar: by the board's verdicts, else by the computed levels."""
    counts = shares(view)
    text = join([f"{n} {word}" for word, n, _class in counts])
    bar = parts.both_widths(lambda width: bar_of_shares(counts, width=width), text, "mb-bar")
    sentences = "".join(f"<p>{escape(sentence)}</p>" for sentence in total_sentences(view))
    return f'<div class="mb-totals">{sentences}{bar}</div>'


def differences(view: Overview, choice: Choice) -> str:
    """Links to the goals whose verdict and computed level are not the same ('' if there are none)."""
    if not view.differing:
        return ""
    links = ", ".join(
        parts.link(href(GOAL, choice.query(goal=row.goal.goal)), row.goal.title) for row in view.differing
    )
    lead = escape(_("The verdict and the computed status differ for:"))
    return f'<p class="mb-note"><span aria-hidden="true">≠</span> {lead} {links}</p>'


def group(area: AreaGoals, view: Overview, choice: Choice) -> str:
    """One area: heading and table of goals, with a column a department where several gave verdicts.

    Where a board has many goals, each area is a list that opens, headed by a summary.
    """
    columns = _verdict_columns(view)
    headings = [_("Goal"), *(name for _unit, name in columns), _("Computed"), _("Figure, target and trend")]
    rows = [
        [goal_cell(row, choice), *_verdict_cells(row, columns), _computed(row), figure_cell(row)] for row in area.rows
    ]
    name = "mb-goals" if len(columns) < 2 else "mb-goals mb-goals--matrix"
    table = parts.table(headings, rows, caption=area.area.name, css_class=name)
    title = escape(area.area.name)
    if len(view.groups) == 1 or len(view.rows) <= MANY_GOALS:
        return f"<section><h2>{title}</h2>{table}</section>"
    held = escape(_held(area))
    summary = f'<summary><h2>{title}</h2> <span class="mb-quiet">{held}</span></summary>'
    return f'<section><details class="mb-area">{summary}{table}</details></section>'


def _held(area: AreaGoals) -> str:
    """The number of goals in an area, in all and by level."""
    counts = Counter(row.computed for row in area.rows)
    phrases = [f"{counts[level]} {_(GOAL_LEVELS[level])}" for level in GoalLevel if counts[level]]
    goals = ngettext("{n} goal", "{n} goals", len(area.rows)).format(n=len(area.rows))
    return f"{goals}: {join(phrases)}"


def _verdict_columns(view: Overview) -> list[tuple[str, str]]:
    """The departments, each a column; one column for all verdicts where no department gave any."""
    if not any(row.verdicts for row in view.rows):
        return []
    return [(unit, short_name(name)) for unit, name in view.departments] or [("", _("Verdict"))]


def _verdict_cells(row: GoalRow, columns: Sequence[tuple[str, str]]) -> list[str | parts.Wide]:
    """A cell a department; a verdict of the whole board goes over all of them."""
    whole = [verdict for verdict in row.verdicts if verdict.unit == ""]
    if len(columns) > 1 and whole:
        label = _("Whole board")
        html = f'<span class="mb-aspect">{escape(label)}</span> {parts.verdict_list(row.verdicts)}'
        return [parts.Wide(html, len(columns), label)]
    return [
        parts.verdict_list([verdict for verdict in row.verdicts if verdict.unit == unit]) for unit, _name in columns
    ]


def goal_cell(row: GoalRow, choice: Choice) -> str:
    """Number, title as a link, and the level the board gave the goal; children are set in."""
    goal = row.goal
    number = f'<span class="mb-number">{escape(goal.number)}</span> ' if goal.number else ""
    address = href(GOAL, choice.query(goal=goal.goal))
    level = f'<span class="mb-level">{escape(goal.level)}</span>' if goal.level else ""
    return f'<div class="mb-depth-{min(row.depth, 3)}">{number}{parts.link(address, goal.title)} {level}</div>'


def _computed(row: GoalRow) -> str:
    mark = parts.differs() if row.agreement is False else ""
    return parts.computed(row, quiet=True) + mark


def figure_cell(row: GoalRow) -> str:
    """The leading figure with period and target, and the change since the one before."""
    if row.lead is None:
        none = _("no figures") if row.indicators else _("no indicator")
        return f'<span class="mb-quiet">{escape(none)}</span>'
    figure = key_figure(row.lead)
    target = _("target: {target}").format(target=figure.target) if figure.target else ""
    lines = [
        f'<span class="mb-figure">{escape(figure.figure)}</span> <span class="mb-quiet">{escape(figure.period)}</span>',
        f'<span class="mb-target">{escape(target)}</span>' if target else "",
        f'<span class="mb-quiet">{escape(figure.name)}</span>',
        f'<span class="mb-change">{escape(figure.change)}</span>' if figure.change else "",
        _direction(row),
    ]
    items = "".join(f"<div>{line}</div>" for line in lines if line)
    return f'<div class="mb-said">{items}</div>{_trend(row.lead)}'


def _direction(row: GoalRow) -> str:
    """The leading figure's direction, where there are points enough to judge it."""
    if row.lead is None:
        return ""
    trend = movement(row.lead.series, row.goal.valid_to).trend
    if trend.direction is Direction.TOO_FEW_POINTS:
        return ""
    return f'<span class="mb-direction mb-direction--{trend.direction}">{escape(direction_word(trend))}</span>'


def _trend(lead: Lead) -> str:
    """The leading indicator's small trend; nothing where there are fewer than two figures."""
    chart = chart_of([lead.series])
    if len(chart.marks) < 2:
        return ""
    return parts.drawing(sparkline(chart), "", "mb-spark")
