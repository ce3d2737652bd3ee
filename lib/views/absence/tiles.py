"""The figures of a unit's absence that are read first, a tile each."""

from dataclasses import dataclass

from lib.rules.absence.hours import AbsencePart, Hole, HoursCell
from lib.rules.series import Inherited, TargetSpan
from lib.rules.targets import decimal_sum
from lib.views.absence.text import HOLES, PARTS, changed_target, percent_text, year_ended
from lib.views.absence.view import AbsenceView
from lib.views.statuses import Look, of_level
from lib.words.figures import change_text, difference_text
from lib.words.language import _
from lib.words.targets import target_text


@dataclass(frozen=True, slots=True)
class FigureTile:
    """A figure with the words below it. `group` is 'K' or 'M' where it is about women or men alone."""

    figure: str
    words: str
    notes: tuple[str, ...] = ()
    look: Look | None = None
    group: str = ""
    is_shown: bool = True


def tiles(view: AbsenceView) -> tuple[FigureTile, ...]:
    """Twelve months, women, men, then the long absence and the units over the target, or the unit's newest months."""
    below = (_long(view), _over_target(view))
    newest = (
        _tile(view.own.month, _("the month")),
        _tile(view.year_to_date, _("accumulated from January")),
    )
    made = (_rolling(view), *_women_and_men(view), *(tile for tile in below if tile), *(() if view.rows else newest))
    return made if view.own.is_shown else tuple(tile for tile in made if tile.is_shown)


def _tile(cell: HoursCell, words: str, *notes: str, group: str = "", look: Look | None = None) -> FigureTile:
    if isinstance(cell, Hole):
        return FigureTile(_(HOLES[cell]), words, group=group, is_shown=False)
    return FigureTile(percent_text(cell), words, tuple(note for note in notes if note), look, group)


def _rolling(view: AbsenceView) -> FigureTile:
    row, words = view.own, _("rolling twelve months")
    if row.judged.span is None:
        return _tile(row.rolling, words, changed_target(view, short=True))
    look = of_level(row.judged.judgement.level)
    return _tile(row.rolling, words, _target(view, row.rolling, row.judged.span), look=look)


def _target(view: AbsenceView, cell: HoursCell, span: TargetSpan) -> str:
    """The target and how far from its limit the figure is, as it is shown: its other decimals are not told."""
    target = target_text(span.inherited_from(Inherited.OWN), view.about)
    limits = view.rolling[AbsencePart.TOTAL].limits(span)
    if isinstance(cell, Hole) or cell.share is None or limits is None or not limits.ends:
        return target
    distance = decimal_sum(round(cell.share, 1), -limits.ends[-1])
    if not distance:
        return target
    pattern = _("{target}: {difference} above it") if distance > 0 else _("{target}: {difference} below it")
    return pattern.format(target=target, difference=difference_text(distance, view.about))


def _women_and_men(view: AbsenceView) -> tuple[FigureTile, FigureTile]:
    women, men = view.own.women, view.own.men
    gap = ""
    if not isinstance(women, Hole) and not isinstance(men, Hole) and None not in (women.share, men.share):
        difference = decimal_sum(round(men.share or 0.0, 1), -round(women.share or 0.0, 1))
        pattern = _("{difference} lower than women") if difference < 0 else _("{difference} higher than women")
        gap = pattern.format(difference=difference_text(difference, view.about)) if difference else _("as women")
    return _tile(women, _("women"), group="K"), _tile(men, _("men"), gap, group="M")


def _long(view: AbsenceView) -> FigureTile | None:
    if AbsencePart.LONG not in view.parts:
        return None
    now, before = view.parts[AbsencePart.LONG]
    change = ""
    if not isinstance(now, Hole) and not isinstance(before, Hole) and None not in (now.share, before.share):
        moved = decimal_sum(round(now.share or 0.0, 1), -round(before.share or 0.0, 1))
        change = _("{change} in a year").format(change=change_text(moved, view.about))
    return _tile(now, _(PARTS[AbsencePart.LONG]).lower(), change)


def _over_target(view: AbsenceView) -> FigureTile | None:
    """The units over the target in the newest twelve months that one was in force for; None without any."""
    count = view.at_target[-1] if view.at_target else None
    if count is None or not count.visible:
        return None
    figure = _("{n} of {all}").format(n=count.visible - count.met, all=count.visible)
    notes = [_("{n} reach it").format(n=count.met)]
    if count.end != view.end:
        notes.append(year_ended(count.end))
    return FigureTile(figure, _("units over the target"), tuple(notes))
