"""The absence page as HTML: the path, the unit's figures in sentences, its units, its months and their parts."""

from collections.abc import Sequence
from html import escape

from lib.charts.chart import chart_of
from lib.rules.absence.hours import AGES, LENGTHS, AbsencePart, Hole, HoursCell
from lib.rules.periods import Period
from lib.rules.series import Inherited, Series
from lib.rules.yearly_trend import Direction
from lib.site import ABSENCE, href
from lib.views.absence.text import (
    PARTS,
    at_target_text,
    direction,
    lead,
    mix_text,
    month_name,
    need_text,
    percent_text,
    unit_name,
)
from lib.views.absence.unit import NOW, THEN, UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web.memory import page_cache
from lib.web.pages import heat_map, parts
from lib.web.pages.absence_charts import chart_html, trends
from lib.web.pages.forms import select
from lib.words.figures import target_text
from lib.words.language import N_, _, join, ngettext, number, period_name
from lib.words.movement import direction_word

VERSIONS = {NOW: N_("as the unit is organised in the last month"), THEN: N_("as it was organised each month")}


def address(choice: Choice, unit: str, **more: str) -> str:
    """The address of a unit's page."""
    return href(ABSENCE, choice.query(unit=unit, **more))


def head(data: BoardData, view: AbsenceView, choice: Choice) -> str:
    """The path down to the unit, its name, and the units beside it."""
    whole = _("The whole administration")
    above = [("", whole), *view.path][:-1] if view.unit else []
    links = " › ".join(parts.link(address(choice, unit, org=view.version), name) for unit, name in above)
    title = unit_name(view.own)
    path = f'<nav class="mb-path" aria-label="{escape(_("Path"))}">{links} › {escape(title)}</nav>' if links else ""
    beside = ", ".join(parts.link(address(choice, unit, org=view.version), name) for unit, name in view.siblings)
    siblings = f'<p class="mb-quiet">{escape(_("Beside:"))} {beside}</p>' if beside else ""
    return (
        f"<h1>{escape(_('Sickness absence'))}: {escape(title)}</h1>"
        f'<p class="mb-board">{escape(data.board.name)} · {escape(month_name(view))}</p>{path}{siblings}'
    )


@page_cache
def page(data: BoardData, view: AbsenceView, other: AbsenceView | None, choice: Choice) -> str:
    """All of the page but the downloads."""
    blocks = (
        head(data, view, choice),
        _told(view),
        _figures(view),
        _needed(view),
        children(view, choice),
        _comparing(view, other, choice),
        trends(view),
        heat_map.section(view, choice),
        _parts(view, LENGTHS, _("Short and long absence")),
        _parts(view, AGES, _("Age groups")),
        _at_target(view),
        _versions(view, choice),
        _rules(),
    )
    return "".join(blocks)


def _told(view: AbsenceView) -> str:
    waiting = ""
    if view.waiting:
        months = join([period_name(Period.of_month(month.year, month.month)) for month in view.waiting])
        text = _("Not all units have reported for {months}, so the figures stop at {month}.")
        waiting = f'<p class="mb-note">{escape(text.format(months=months, month=month_name(view)))}</p>'
    return f'<p class="mb-short" role="note" aria-label="{escape(_("In short"))}">{escape(lead(view))}</p>{waiting}'


def _level(row: UnitRow) -> str:
    return parts.level(row.judged.judgement.level) if row.is_shown and row.judged.span else ""


def _cell(cell: HoursCell) -> str:
    text = escape(percent_text(cell))
    return f'<span class="mb-quiet">{text}</span>' if isinstance(cell, Hole) else text


def _direction(row: UnitRow) -> str:
    trend = row.movement.trend
    if trend.direction is Direction.TOO_FEW_POINTS:
        return ""
    return f'<span class="mb-direction mb-direction--{trend.direction}">{escape(direction_word(trend))}</span>'


def _figures(view: AbsenceView) -> str:
    """The three figures of the same month beside each other, by name; women and men."""
    row = view.own
    big = f'<span class="mb-figure">{escape(percent_text(row.rolling))}</span>'
    facts = parts.definitions(
        (
            (_("Rolling 12 months"), f"{big} {_level(row)}"),
            (_("Women, rolling 12 months"), _cell(row.women)),
            (_("Men, rolling 12 months"), _cell(row.men)),
            (_("Accumulated from January"), _cell(view.year_to_date)),
            (_("The month"), _cell(row.month)),
            (_("Employees"), _employees(row)),
        )
    )
    return f'<div class="mb-absence-facts">{facts}</div>'


def _employees(row: UnitRow) -> str:
    if isinstance(row.rolling, Hole):
        return ""
    return "–" if row.rolling.employees is None else escape(number(row.rolling.employees))


def _needed(view: AbsenceView) -> str:
    text = need_text(view, view.need)
    mixed = mix_text(view)
    body = f"<p>{escape(text)}</p>" if text else ""
    body += f"<p>{escape(mixed)}</p>" if mixed else ""
    return f"<section><h2>{escape(_('What it takes'))}</h2>{body}</section>" if body else ""


def children(view: AbsenceView, choice: Choice) -> str:
    """The units right below, those that need attention first; a click goes down."""
    if not view.rows:
        return ""
    # No target is in force over all of twelve months in which it changed; the lead says so.
    judged = any(row.is_shown and row.judged.span for row in view.rows)
    headings = [
        _("Unit"),
        _("Rolling 12 months"),
        month_name(view, short=True),
        *((_("Target"), _("Status")) if judged else ()),
        _("Direction"),
        _("Women"),
        _("Men"),
        _("Employees"),
    ]
    rows: list[list[str | parts.Wide]] = [_child(row, view, choice, judged) for row in view.rows]
    title = _("Sub-units")
    hidden = sum(not row.is_shown for row in view.rows)
    sentence = ngettext(
        "{n} unit is not shown, since the group is too small or would give another away.",
        "{n} units are not shown, since the groups are too small or would give others away.",
        hidden,
    ).format(n=hidden)
    note = f'<p class="mb-quiet">{escape(sentence)}</p>' if hidden else ""
    table = parts.table(headings, rows, caption=title, css_class="mb-absence")
    return f"<section><h2>{escape(title)}</h2>{table}{note}</section>"


def _child(row: UnitRow, view: AbsenceView, choice: Choice, judged: bool) -> list[str | parts.Wide]:
    name = parts.link(address(choice, row.unit, org=view.version), row.name)
    if isinstance(row.rolling, Hole):
        cells: list[str | parts.Wide] = [
            name,
            parts.Wide(_cell(row.rolling), 8 if judged else 6, _("Rolling 12 months")),
        ]
        return cells
    span = row.judged.span
    target = escape(target_text(span.inherited_from(Inherited.OWN), view.about)) if span else ""
    women, men, month = _cell(row.women), _cell(row.men), _cell(row.month)
    level = [target, _level(row)] if judged else []
    return [name, _cell(row.rolling), month, *level, _direction(row), women, men, _employees(row)]


def _versions(view: AbsenceView, choice: Choice) -> str:
    """Links between the two versions of a unit's months, where its organisation has changed."""
    if not view.has_versions:
        return ""
    links = [
        f"<strong>{escape(_(text))}</strong>"
        if version == view.version
        else parts.link(address(choice, view.unit, org=version), _(text))
        for version, text in VERSIONS.items()
    ]
    return f"<p>{escape(_('The months are counted'))} {' · '.join(links)}</p>"


def _parts(view: AbsenceView, wanted: Sequence[AbsencePart], title: str) -> str:
    """Lengths or ages: their share of the ordinary working time in twelve months, now and a year ago."""
    rows = [
        [escape(_(PARTS[part])), _cell(view.parts[part][0]), _cell(view.parts[part][1])]
        for part in wanted
        if part in view.parts
    ]
    if not rows:
        return ""
    headings = [title, _("Rolling 12 months"), _("A year before")]
    return (
        f"<section><h2>{escape(title)}</h2>{parts.table(headings, rows, caption=title, css_class='mb-parts')}</section>"
    )


def _at_target(view: AbsenceView) -> str:
    if not view.at_target or view.own.judged.span is None:
        return ""
    title = _("Units at or under the target")
    rows = [
        [
            escape(period_name(Period.of_month(span.end.year, span.end.month))),
            f'<meter class="mb-meter" min="0" max="{span.visible or 1}" value="{span.met}" aria-hidden="true"></meter> '
            f"{escape(at_target_text(span))}",
        ]
        for span in reversed(view.at_target)
    ]
    table = parts.table([_("Twelve months to"), title], rows, caption=title, css_class="mb-parts")
    return f"<section><h2>{escape(title)}</h2>{table}</section>"


def _comparing(view: AbsenceView, other: AbsenceView | None, choice: Choice) -> str:
    """A box to choose a unit to compare with, and the two beside each other."""
    names = dict(view.siblings) | {row.unit: row.name for row in view.rows}
    if not names:
        return ""
    query = choice.query(unit=view.unit, org=view.version)
    box = select(
        _("Compare with"), "with", {"": _("no unit"), **names}, other.unit if other else "", "", ABSENCE, query
    )
    return f'<section class="mb-compare"><h2>{escape(_("Compare two units"))}</h2>{box}{_beside(view, other)}</section>'


def _beside(view: AbsenceView, other: AbsenceView | None) -> str:
    if other is None:
        return ""
    headings = ["", unit_name(view.own), unit_name(other.own)]
    pairs = (view, other)
    rows = [
        [escape(_("Rolling 12 months")), *(f"{_cell(side.own.rolling)} {_level(side.own)}" for side in pairs)],
        [escape(_("Accumulated from January")), *(_cell(side.year_to_date) for side in pairs)],
        [escape(_("The month")), *(_cell(side.own.month) for side in pairs)],
        [escape(_("Women, rolling 12 months")), *(_cell(side.own.women) for side in pairs)],
        [escape(_("Men, rolling 12 months")), *(_cell(side.own.men) for side in pairs)],
        [escape(_("Direction")), *(escape(direction(side.own)) if side.own.is_shown else "" for side in pairs)],
        [escape(_("Employees")), *(_employees(side.own) for side in pairs)],
    ]
    table = parts.table(headings, rows, caption=_("Compare two units"), css_class="mb-parts")
    series = [_named(side) for side in pairs if any(point.measure for point in side.rolling[AbsencePart.TOTAL].points)]
    chart = chart_html(chart_of(series, _("Rolling 12 months")), view) if len(series) > 1 else ""
    return table + chart


def _named(view: AbsenceView) -> Series:
    return view.rolling[AbsencePart.TOTAL]


def _rules() -> str:
    rules = (
        _("The absence is hours of sickness absence in percent of hours of ordinary working time, always from hours."),
        _("The month, the months from January and the last twelve months are different figures."),
        _(
            "A group of ten people or fewer is not shown, nor is any figure that would give it away, nor a time in "
            "which some month is not shown. Units that have none below are not divided by age or length."
        ),
        _("What is out of the ordinary follows the XmR rules on the page of sources and method."),
    )
    items = "".join(f"<li>{escape(rule)}</li>" for rule in rules)
    return f"<details><summary>{escape(_('How the figures are made'))}</summary><ul>{items}</ul></details>"
