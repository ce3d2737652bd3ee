"""The units below as cards: outside the usual first, of them the worst; those not shown are counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.charts.usual import UsualLine
from lib.rules.absence.hours import Hole
from lib.rules.periods import Period
from lib.rules.series import Series
from lib.rules.status import Better
from lib.views.absence.standing import ORDER, Standing, standing, standing_text
from lib.views.absence.text import HOLES, percent_text
from lib.views.absence.unit import UnitRow
from lib.views.absence.view import AbsenceView
from lib.views.statuses import Look, of_level
from lib.words.language import _, ngettext

AT_ONCE = 8


@dataclass(frozen=True)
class UnitCard:
    """A unit: its twelve months, whether its months are as they usually are, and the newest of them."""

    unit: str
    name: str
    figure: str
    look: Look | None
    standing: Standing
    sentence: str
    months: UsualLine


@dataclass(frozen=True, slots=True)
class HiddenUnit:
    """A unit that is not shown, and why."""

    unit: str
    name: str
    reason: str
    is_secret: bool


@dataclass(frozen=True, slots=True)
class UnitCards:
    """The cards in order and the units that have none. `of_all` units are below; those right below where `is_near`."""

    cards: tuple[UnitCard, ...]
    hidden: tuple[HiddenUnit, ...]
    is_near: bool = False

    @property
    def outside(self) -> tuple[UnitCard, ...]:
        """The units outside the usual."""
        return tuple(card for card in self.cards if card.standing.is_outside)

    @property
    def at_once(self) -> tuple[UnitCard, ...]:
        """The cards that are shown before the others are asked for: never fewer than those outside the usual."""
        return self.cards[: max(AT_ONCE, len(self.outside))]

    @property
    def others(self) -> tuple[UnitCard, ...]:
        """The other cards."""
        return self.cards[len(self.at_once) :]

    @property
    def heading(self) -> str:
        """The number of units outside the usual, in words."""
        n = len(self.outside)
        if n:
            return ngettext("{n} unit is outside the usual", "{n} units are outside the usual", n).format(n=n)
        return _("No unit is outside the usual")

    @property
    def ways(self) -> str:
        """How many of those outside are so to the worse, and how many to the better; '' where there are none."""
        counts = {kind: sum(card.standing is kind for card in self.cards) for kind in Standing}
        texts = {
            Standing.WORSE: _("{n} to the worse"),
            Standing.OTHER: _("{n} both ways"),
            Standing.BETTER: _("{n} to the better"),
        }
        return ", ".join(text.format(n=counts[kind]) for kind, text in texts.items() if counts[kind])

    @property
    def hidden_text(self) -> str:
        """The number of units that are not shown, and the reason where all have one; '' where all are shown."""
        n = len(self.hidden)
        if not n:
            return ""
        if all(unit.is_secret for unit in self.hidden):
            pattern = ngettext(
                "{n} unit is not shown: fewer than eleven people, or protection of such a unit",
                "{n} units are not shown: fewer than eleven people, or protection of such a unit",
                n,
            )
        else:
            pattern = ngettext("{n} unit is not shown", "{n} units are not shown", n)
        return pattern.format(n=n)


def unit_cards(view: AbsenceView) -> UnitCards:
    """The cards of the lowest units below, or of those right below where the lowest are too many."""
    rows = [row for row, _series in view.heat]
    cards = [_card(row, series, view) for row, series in view.heat if row.is_shown]
    hidden = sorted((row for row in rows if not row.is_shown), key=lambda row: row.name)
    return UnitCards(
        tuple(sorted(cards, key=lambda card: ORDER.index(card.standing))),
        tuple(_hidden(row) for row in hidden),
        is_near=any(row.has_units for row in rows),
    )


def _card(row: UnitRow, series: Series, view: AbsenceView) -> UnitCard:
    look = of_level(row.judged.judgement.level) if row.judged.span else None
    figure, kind = percent_text(row.rolling), standing(row)
    return UnitCard(row.unit, row.name, figure, look, kind, standing_text(row), usual_months(row, series, view))


def _hidden(row: UnitRow) -> HiddenUnit:
    hole = row.rolling if isinstance(row.rolling, Hole) else Hole.NONE
    return HiddenUnit(row.unit, row.name, _(HOLES[hole]), hole in (Hole.SMALL, Hole.PROTECTS))


def usual_months(row: UnitRow, series: Series, view: AbsenceView) -> UsualLine:
    """A unit's newest months that are shown, with the limits and the signals that all else of it is said by."""
    last = Period.of_month(view.end.year, view.end.month).number
    first = min((point.period.number for point in series.points), default=last)
    figures = {point.period.number: point.number for point in series.points}
    trend = row.movement.monthly
    return UsualLine(
        first,
        last,
        {month: figure for month, figure in figures.items() if figure is not None},
        tuple(limits for limits in trend.band if first <= limits.month <= last) if trend else (),
        _marks(row, Better(series.about.better)),
        tuple(_targets(series, first, last)),
    )


def _marks(row: UnitRow, better: Better) -> dict[int, str]:
    """The marked months, each by its strongest signal, and whether that is to the worse or the better."""
    trend, marks = row.movement.monthly, dict[int, str]()
    good = {Better.LOWER: False, Better.HIGHER: True}.get(better)
    for signal in trend.signals if trend else ():
        kind = Standing.OTHER if good is None else Standing.BETTER if signal.high is good else Standing.WORSE
        for month in signal.months:
            marks.setdefault(month, kind.value)
    return marks


def _targets(series: Series, first: int, last: int) -> Sequence[tuple[int, int, float]]:
    """The limits of the targets that are in force in the months from the first to the last."""
    months = [Period.of_number(month) for month in range(first, last + 1)]
    steps = []
    for span in series.targets:
        held, limits = [month.number for month in months if span.holds_on(month.end)], series.limits(span)
        if held and limits:
            steps += [(held[0], held[-1], end) for end in limits.ends]
    return steps
