"""A unit's sickness absence as a slide: its twelve months against the target, and the units right below it."""

from lib.charts.chart import Chart, chart_of
from lib.meetings.agenda import View, to
from lib.meetings.slide import Slide
from lib.rules.absence.hours import AbsencePart, Hole
from lib.rules.series import Inherited
from lib.site import ABSENCE
from lib.views.absence.text import lead, mix_text, month_name, need_text, percent_text
from lib.views.absence.unit import UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.choice import Choice
from lib.views.key_figure import KeyFigure
from lib.views.statuses import Look, of_level
from lib.views.text_table import TextCell, TextTable, status
from lib.words.figures import change_since
from lib.words.language import _
from lib.words.movement import direction_word
from lib.words.targets import target_text

_PARTS = {
    "T": (AbsencePart.TOTAL,),
    "K": (AbsencePart.WOMEN,),
    "M": (AbsencePart.MEN,),
    "KM": (AbsencePart.WOMEN, AbsencePart.MEN),
}


def absence_slide(view: View, absence: AbsenceView, choice: Choice) -> Slide:
    """The slide of a unit, made only of cells that are not hidden."""
    chart = _chart(absence, choice)
    whole = [_("The whole administration")] if absence.unit else []
    return Slide(
        view,
        "trend",
        f"{_('Sickness absence')}: {absence.own.name or _('the whole administration')}",
        above=" › ".join([*whole, *(name for _unit, name in absence.path[:-1])]),
        figures=(_own(absence, chart), *(_below(absence, row) for row in absence.rows)),
        charts=(chart,) if chart else (),
        table=_units(absence),
        sentence=lead(absence),
        aloud=" ".join(text for text in (lead(absence), need_text(absence, absence.need), mix_text(absence)) if text),
    )


def _chart(absence: AbsenceView, choice: Choice) -> Chart | None:
    """The twelve months, of women and men where they are chosen; None where no figure follows another."""
    series = [absence.rolling[part] for part in _PARTS[choice.gender]]
    drawn = [line for line in series if sum(point.measure is not None for point in line.points) > 1]
    return chart_of(drawn, _("Rolling 12 months")) if drawn else None


def _own(absence: AbsenceView, chart: Chart | None) -> KeyFigure:
    series, row = absence.rolling[AbsencePart.TOTAL], absence.own
    newest = series.points[-1] if series.points and row.is_shown else None
    name, month = _("Rolling 12 months"), month_name(absence, short=True)
    change = change_since(series, newest) if newest else ""
    return KeyFigure(name, percent_text(row.rolling), month, _target(absence, row), change, "", _look(row), chart)


def _below(absence: AbsenceView, row: UnitRow) -> KeyFigure:
    return KeyFigure(row.name, percent_text(row.rolling), target=_target(absence, row), look=_look(row))


def _target(absence: AbsenceView, row: UnitRow) -> str:
    return target_text(row.judged.span.inherited_from(Inherited.OWN), absence.about) if row.judged.span else ""


def _look(row: UnitRow) -> Look | None:
    return of_level(row.judged.judgement.level) if row.is_shown and row.judged.span else None


def _units(absence: AbsenceView) -> TextTable | None:
    """The units right below, those that need attention first, each with the address of its own view."""
    rows = tuple(
        (
            TextCell(row.name, address=to(ABSENCE, {"unit": row.unit, "org": absence.version})),
            TextCell(percent_text(row.rolling)),
            status(_look(row)),
            TextCell(direction_word(row.movement.trend) if row.is_shown else "–"),
            TextCell("–" if isinstance(row.rolling, Hole) else percent_text(row.month)),
        )
        for row in absence.rows
    )
    headings = (_("Unit"), _("Rolling 12 months"), _("Status"), _("Direction"), month_name(absence, short=True))
    return TextTable(_("Sub-units"), headings, rows) if rows else None
