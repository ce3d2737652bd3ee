"""Absence in words: its three figures by name, the reason that one is not shown, and the sentences of a unit."""

from datetime import date

from lib.rules.absence.breaks import Break
from lib.rules.absence.hours import AbsencePart, Hole, HoursCell, Method, Need
from lib.rules.periods import Period
from lib.rules.series import Inherited, Point
from lib.rules.status import Measure
from lib.rules.yearly_trend import DirectionReason
from lib.views.absence.unit import UnitRow
from lib.views.absence.view import AbsenceView, AtTarget
from lib.words.figures import gap_text
from lib.words.language import N_, _, day_name, join, number, period_name, with_unit
from lib.words.months import months_text
from lib.words.movement import direction_word, mix_sentence
from lib.words.targets import target_text

METHODS = {
    Method.MONTH: N_("The month"),
    Method.YEAR_TO_DATE: N_("Accumulated from January"),
    Method.ROLLING: N_("Rolling 12 months"),
}
PARTS = {
    AbsencePart.TOTAL: N_("All"),
    AbsencePart.WOMEN: N_("Women"),
    AbsencePart.MEN: N_("Men"),
    AbsencePart.YOUNG: N_("29 years or younger"),
    AbsencePart.MIDDLE: N_("30–49 years"),
    AbsencePart.OLD: N_("50 years or older"),
    AbsencePart.SHORT: N_("Day 1–14"),
    AbsencePart.MEDIUM: N_("Day 15–59"),
    AbsencePart.LONG: N_("Day 60 or later"),
}
HOLES = {
    Hole.SMALL: N_("not shown: fewer than 11 people"),
    Hole.PROTECTS: N_("not shown: protects a smaller group"),
    Hole.LATE: N_("not shown: not all units have reported"),
    Hole.NONE: N_("no figure for the whole time"),
}
SHORT_HOLES = {Hole.SMALL: N_("few"), Hole.PROTECTS: N_("prot."), Hole.LATE: N_("late"), Hole.NONE: "–"}


def percent_text(cell: HoursCell) -> str:
    """A share with its unit, or why it is not shown."""
    if isinstance(cell, Hole):
        return _(HOLES[cell])
    return with_unit(number(round(cell.share, 1), 1), "%") if cell.share is not None else "–"


def month_name(view: AbsenceView, short: bool = False) -> str:
    """The last month in words."""
    return period_name(Period.of_month(view.end.year, view.end.month), short)


def unit_name(row: UnitRow) -> str:
    """The unit's name, or what the whole is called."""
    return row.name or _("The whole administration")


def lead(view: AbsenceView) -> str:
    """The lead sentences: the figure, its target and its direction."""
    row = view.own
    if isinstance(row.rolling, Hole):
        what, colon, why = _(HOLES[row.rolling]).partition(": ")
        shown = f"{what} ({why})" if colon else what
        return _("{unit}: the sickness absence is {why}.").format(unit=unit_name(row), why=shown)
    sentences = [
        _("{unit}: the sickness absence was {figure} in the twelve months to {month}.").format(
            month=month_name(view), unit=unit_name(row), figure=percent_text(row.rolling)
        )
    ]
    if row.judged.span is not None:
        sentences.append(_("The target is {target}.").format(target=target_text(row.judged.span, view.about)))
    else:
        sentences.append(changed_target(view))
    sentences.append(direction(row))
    sentences.append(gap(view))
    return " ".join(part for part in sentences if part)


def year_ended(end: date) -> str:
    """'tolv månader till och med december 2025'."""
    return _("twelve months to {month}").format(month=period_name(Period.of_month(end.year, end.month)))


def changed_target(view: AbsenceView, short: bool = False) -> str:
    """The targets that were in force during parts of the twelve months, none of which judges them; '' without any."""
    series = view.rolling[AbsencePart.TOTAL]
    period = series.points[-1].period if series.points else None
    spans = [span for span in series.targets if period and (span.first <= period.end and span.last >= period.start)]
    if period is None or not spans:
        return ""
    if short:
        return _("not judged: the target changed during the time")
    texts = [
        _("{target} from {day}").format(
            target=target_text(span.inherited_from(Inherited.OWN), view.about), day=day_name(span.first)
        )
        if span.first > period.start
        else _("{target} to {day}").format(
            target=target_text(span.inherited_from(Inherited.OWN), view.about), day=day_name(span.last)
        )
        for span in spans
    ]
    sentence = _("The twelve months are held against no target, since it has changed during them: {targets}.")
    if len(spans) == 1:
        sentence = _(
            "The twelve months are held against no target, since it was in force during a part of them: {targets}."
        )
    return sentence.format(targets=join(texts))


def gap(view: AbsenceView) -> str:
    """The difference between women and men over twelve months; '' where either is not shown."""
    points = []
    for cell in (view.own.women, view.own.men):
        if isinstance(cell, Hole) or cell.share is None:
            return ""
        points.append(Point(Period.of_month(view.end.year, view.end.month), "outcome", Measure(round(cell.share, 1))))
    return gap_text(points[0], points[1], view.about)


def direction(row: UnitRow) -> str:
    """The months that are out of the ordinary, by the same signals as the rings in the chart, or that none is."""
    trend = row.movement.monthly
    if trend is None or trend.limits is None:
        return _("There are too few months to tell a change from chance.")
    months = months_text(trend.grounds)
    if trend.is_certain and not months:
        return _("Out of the ordinary: {direction}, compared with the same months of the years before.").format(
            direction=direction_word(trend)
        )
    if trend.is_certain:
        return _("Out of the ordinary: {direction} ({months}).").format(direction=direction_word(trend), months=months)
    if trend.reason is DirectionReason.NEW_LEVEL and trend.shift:
        pattern = _("Since {month} the level is higher than before, and it changes no more.")
        if not trend.shift.high:
            pattern = _("Since {month} the level is lower than before, and it changes no more.")
        return pattern.format(month=months_text(trend.shift.months[:1]))
    if trend.now:
        return _("Out of the ordinary: {months}.").format(months=months)
    if trend.marked:
        return _("Out of the ordinary: {months}. Since then the months vary as they usually do.").format(months=months)
    return _("The months vary as they usually do: no single month calls for an explanation.")


def need_text(view: AbsenceView, need: Need | None) -> str:
    """The decrease in days that reaches the target."""
    row = view.own
    if isinstance(row.rolling, Hole) or row.judged.span is None:
        return ""
    if need is None:
        return _("The target is reached. What matters now is to stay there.")
    days, employees = number(max(1, round(need.days_a_month))), row.rolling.employees
    if need.days_each_a_year is None or employees is None:
        return _("To reach the target the absence needs to fall by about {days} working days a month.").format(
            days=days
        )
    return _(
        "To reach the target the absence needs to fall by about {days} working days a month, or {each} days "
        "a year for each of {employees} employees."
    ).format(days=days, each=number(round(need.days_each_a_year, 1), 1), employees=number(employees))


def mix_text(view: AbsenceView) -> str:
    """The parts of the change since a year ago: the units' own, and that of their mix."""
    return mix_sentence(view.mix, view.about) if view.mix else ""


def at_target_text(count: AtTarget) -> str:
    """'12 av 20 enheter som visas (60 %)'."""
    if not count.visible:
        return _("no unit can be shown")
    share = with_unit(number(round(100 * count.met / count.visible)), "%")
    return _("{met} of the {shown} units that are shown ({share})").format(
        met=count.met, shown=count.visible, share=share
    )


def break_text(change: Break) -> str:
    """A change of the organisation on a day, in words."""
    day, old, new = day_name(change.day), join(list(change.old)), join(list(change.new))
    if change.kind == "merge":
        return _("{day}: {old} became {new}.").format(day=day, old=old, new=new)
    if change.kind == "split":
        return _("{day}: {old} was split into {new}.").format(day=day, old=old, new=new)
    if change.kind == "renamed":
        return _("{day}: {old} changed its name to {new}.").format(day=day, old=old, new=new)
    top = _("the administration")
    return _("{day}: {unit} moved from {old} to {new}.").format(
        day=day, unit=change.old[0], old=change.old[1] or top, new=change.new[0] or top
    )
