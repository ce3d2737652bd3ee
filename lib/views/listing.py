"""The list of goals on the start page: which goals, in which order, and under which headings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.rules.yearly_trend import Direction
from lib.site import OVERVIEW, href
from lib.views.as_of import spoken
from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.goal_lines import Badge, GoalLine, badges
from lib.views.statuses import of_goal_level
from lib.words.language import N_, _

_WORST_FIRST = ("missed", "split", "nearly", "unknown", "none", "later", "met")


class Order(StrEnum):
    """The order of the goals."""

    AREA = ""
    WORST = "worst"
    CHANGED = "changed"


ORDERS = {
    Order.AREA: N_("By area"),
    Order.WORST: N_("Worst first"),
    Order.CHANGED: N_("Changed since the meeting"),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """The goals that are listed: those with a status, or that lack something ('' = all), and their order."""

    status: str = ""
    why: str = ""
    order: Order = Order.AREA

    @property
    def is_filtered(self) -> bool:
        """Whether some goals are left out."""
        return bool(self.status or self.why)


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """Goals under a heading ('' = none), with the number of each status."""

    heading: str
    lines: tuple[GoalLine, ...]
    badges: tuple[Badge, ...]


def address(choice: Choice, listing: Listing) -> str:
    """The start page with a listing."""
    return href(OVERVIEW, choice.query(status=listing.status, why=listing.why, sort=listing.order))


def groups(data: BoardData, lines: Sequence[GoalLine], report: ChangeReport, order: Order) -> Iterator[GoalGroup]:
    """The goals in an order, under its headings; a heading without goals is left out."""
    match order:
        case Order.AREA:
            names = {**{area.area: area.name for area in data.areas.values()}, "": _("Without area")}
            for code, name in names.items():
                yield from _group(name, [line for line in lines if line.row.goal.area == code])
        case Order.WORST:
            yield from _group("", sorted(lines, key=_badness))
        case Order.CHANGED:
            yield from _by_change(lines, report)


def _by_change(lines: Sequence[GoalLine], report: ChangeReport) -> Iterator[GoalGroup]:
    touched = report.changes.touched(report.data) if report.changes else set()
    changed = [line for line in lines if line.row.goal.goal in touched]
    others = [line for line in lines if line.row.goal.goal not in touched]
    since = spoken(report.since) if report.since else ""
    yield from _group(_("Changed since {meeting}").format(meeting=since), changed)
    heading = _("Not changed since {meeting}") if changed else _("No goal has changed since {meeting}")
    yield from _group(heading.format(meeting=since), others)


def _group(heading: str, lines: Sequence[GoalLine]) -> Iterator[GoalGroup]:
    if lines:
        yield GoalGroup(heading, tuple(lines), badges(line.status for line in lines))


def _badness(line: GoalLine) -> tuple[int, int, bool]:
    """Worst first: by the status that goals are counted as, then by the figures, then what is worsening."""
    computed = of_goal_level(line.row.computed).name
    is_worsening = line.trend is not None and line.trend.direction == Direction.WORSENING
    return _WORST_FIRST.index(line.status.name), _WORST_FIRST.index(computed), not is_worsening
