"""A unit's sickness absence as a slide: its twelve months against the target, and the units right below it."""

from lib.charts.chart import Chart, chart_of
from lib.meetings.agenda import View, to
from lib.meetings.slide import Slide
from lib.rules.absence.hours import AbsencePart, Hole
from lib.rules.series import Inherited
from lib.site import ABSENCE
from lib.views.absence.text import lead, mix_text, month_name, need_text, percent_text, unit_name
from lib.views.absence.unit import UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.choice import Choice
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look, of_level
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import change_since, target_text
from lib.words.language import _
from lib.words.movement import direction_word

_PARTS = {
    "T": (AbsencePart.TOTAL,),
    "K": (AbsencePart.WOMEN,),
    "M": (AbsencePart.MEN,),
    "KM": (AbsencePart.WOMEN, AbsencePart.MEN),
}


def absence_slide(view: View, found: AbsenceView, choice: Choice) -> Slide:
    """The slide of a unit, all of it of cells that are shown."""
    chart = _chart(found, choice)
    whole = [_("The whole administration")] if found.unit else []
    return Slide(
        view,
        "trend",
        f"{_('Sickness absence')}: {unit_name(found.own)}",
        above=" › ".join([*whole, *(name for _unit, name in found.path[:-1])]),
        figures=(_own(found, chart), *(_below(found, row) for row in found.rows)),
        charts=(chart,) if chart else (),
        table=_units(found),
        sentence=lead(found),
        aloud=" ".join(text for text in (lead(found), need_text(found, found.need), mix_text(found)) if text),
    )


def _chart(found: AbsenceView, choice: Choice) -> Chart | None:
    """The twelve months, of women and men where they are chosen; None where no figure follows another."""
    series = [found.rolling[part] for part in _PARTS[choice.gender]]
    shown = [one for one in series if sum(point.measure is not None for point in one.points) > 1]
    return chart_of(shown, _("Rolling 12 months")) if shown else None


def _own(found: AbsenceView, chart: Chart | None) -> KeyFigure:
    series, row = found.rolling[AbsencePart.TOTAL], found.own
    newest = series.points[-1] if series.points and row.is_shown else None
    name, month = _("Rolling 12 months"), month_name(found, short=True)
    change = change_since(series, newest) if newest else ""
    return KeyFigure(name, percent_text(row.rolling), month, _target(found, row), change, "", _look(row), chart)


def _below(found: AbsenceView, row: UnitRow) -> KeyFigure:
    return KeyFigure(row.name, percent_text(row.rolling), target=_target(found, row), look=_look(row))


def _target(found: AbsenceView, row: UnitRow) -> str:
    return target_text(row.judged.span.inherited_from(Inherited.OWN), found.about) if row.judged.span else ""


def _look(row: UnitRow) -> Look | None:
    return of_level(row.judged.judgement.level) if row.is_shown and row.judged.span else None


def _units(found: AbsenceView) -> TextTable | None:
    """The units right below, what needs attention first, each with the address of its own view."""
    rows = tuple(
        (
            TextCell(row.name, address=to(ABSENCE, {"unit": row.unit, "org": found.version})),
            TextCell(percent_text(row.rolling)),
            status(_look(row)),
            TextCell(direction_word(row.movement.trend) if row.is_shown else "–"),
            TextCell("–" if isinstance(row.rolling, Hole) else percent_text(row.month)),
        )
        for row in found.rows
    )
    headings = (_("Unit"), _("Rolling 12 months"), _("Level"), _("Direction"), month_name(found, short=True))
    return TextTable(_("Units below"), headings, rows) if rows else None
