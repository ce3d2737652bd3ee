"""Tables of the absence page: the units right below, units beside each other, parts now and a year ago, the target."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.rules.absence.hours import AGES, LENGTHS, AbsencePart, Hole, HoursCell
from lib.rules.periods import Period
from lib.rules.series import Inherited
from lib.rules.yearly_trend import Direction
from lib.views.absence.standing import standing_text
from lib.views.absence.text import PARTS, at_target_text, month_name, percent_text, unit_name
from lib.views.absence.unit import UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.statuses import of_level
from lib.views.text_table import TextCell, TextTable, status
from lib.words.language import _, number, period_name
from lib.words.movement import direction_word
from lib.words.targets import target_text


def employees(row: UnitRow) -> str:
    """How many are employed; '' where the unit is not shown."""
    if isinstance(row.rolling, Hole):
        return ""
    return "–" if row.rolling.employees is None else number(row.rolling.employees)


def _level(row: UnitRow) -> TextCell:
    return status(of_level(row.judged.judgement.level) if row.is_shown and row.judged.span else None)


def units_below(view: AbsenceView, addresses: dict[str, str]) -> TextTable | None:
    """The units right below that are shown, those that need attention first; None where there are none."""
    headings = (
        _("Unit"),
        _("Rolling 12 months"),
        month_name(view, short=True),
        _("Target"),
        _("Status"),
        _("Direction"),
        _("Women"),
        _("Men"),
        _("Employees"),
    )
    rows = tuple(_below(row, view, addresses[row.unit]) for row in view.rows if row.is_shown)
    return TextTable(_("Sub-units"), headings, rows).informative if rows else None


def _below(row: UnitRow, view: AbsenceView, address: str) -> tuple[TextCell, ...]:
    span, trend = row.judged.span, row.movement.trend
    return (
        TextCell(row.name, address=address),
        TextCell(percent_text(row.rolling)),
        TextCell(percent_text(row.month)),
        TextCell(target_text(span.inherited_from(Inherited.OWN), view.about) if span else "–"),
        _level(row),
        TextCell("–" if trend.direction is Direction.TOO_FEW_POINTS else direction_word(trend)),
        TextCell(percent_text(row.women)),
        TextCell(percent_text(row.men)),
        TextCell(employees(row)),
    )


def beside(views: Sequence[AbsenceView]) -> TextTable:
    """Units beside each other, a row each."""
    headings = (
        _("Unit"),
        _("Rolling 12 months"),
        _("Status"),
        _("Accumulated from January"),
        _("The month"),
        _("Women, rolling 12 months"),
        _("Men, rolling 12 months"),
        _("The months"),
        _("Employees"),
    )
    rows = tuple(
        (
            TextCell(unit_name(view.own)),
            TextCell(percent_text(view.own.rolling)),
            _level(view.own),
            TextCell(percent_text(view.year_to_date)),
            TextCell(percent_text(view.own.month)),
            TextCell(percent_text(view.own.women)),
            TextCell(percent_text(view.own.men)),
            TextCell(standing_text(view.own) if view.own.is_shown else "–"),
            TextCell(employees(view.own) or "–"),
        )
        for view in views
    )
    return TextTable(_("Compared units"), headings, rows).informative


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A length or an age: its share now and a year ago, in words and as a part of the largest (None = not shown)."""

    name: str
    now: str
    before: str
    now_length: float | None
    before_length: float | None


@dataclass(frozen=True, slots=True)
class Parts:
    """Lengths or ages beside each other."""

    title: str
    rows: tuple[ShareRow, ...]


def parts(view: AbsenceView) -> tuple[Parts, ...]:
    """Short and long absence, and ages, where the unit is divided by them."""
    kinds: tuple[tuple[Sequence[AbsencePart], str], ...] = (
        (LENGTHS, _("Short and long absence")),
        (AGES, _("Age groups")),
    )
    return tuple(made for wanted, title in kinds if (made := _parts(view, wanted, title)).rows)


def _parts(view: AbsenceView, wanted: Sequence[AbsencePart], title: str) -> Parts:
    cells = {part: view.parts[part] for part in wanted if part in view.parts}
    most = max((_share(cell) or 0.0 for pair in cells.values() for cell in pair), default=0.0) or 1.0
    rows = tuple(
        ShareRow(_(PARTS[part]), percent_text(now), percent_text(before), _length(now, most), _length(before, most))
        for part, (now, before) in cells.items()
    )
    return Parts(title, rows)


def _share(cell: HoursCell) -> float | None:
    """The share as it is shown: a bar tells no more of it than its figure does."""
    return None if isinstance(cell, Hole) or cell.share is None else round(cell.share, 1)


def _length(cell: HoursCell, most: float) -> float | None:
    share = _share(cell)
    return None if share is None else round(100 * share / most, 1)


def at_target(view: AbsenceView) -> TextTable | None:
    """How many of the lowest units reached the target, year by year, the newest first; None without any."""
    title = _("Units at or under the target")
    rows = tuple(
        (
            TextCell(period_name(Period.of_month(count.end.year, count.end.month))),
            TextCell(at_target_text(count)),
        )
        for count in reversed(view.at_target)
    )
    return TextTable(title, (_("Twelve months to"), title), rows) if rows else None
