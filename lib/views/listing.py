"""The list of goals on the start page: which goals, in which order, and under which headings."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    """The goals that are listed: those with a status, or that lack something ('' = all), their order, and the part of
    them where they are shown in parts, from 1."""

    status: str = ""
    why: str = ""
    order: Order = Order.AREA
    page: int = 1

    @property
    def is_filtered(self) -> bool:
        """Whether some goals are left out."""
        return bool(self.status or self.why)


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """Goals under a heading ('' = none), with the number of each status, and the same goals worst first.

    `code` is that of an area; `more` leads to all `total` of them where the lines are only some.
    """

    heading: str
    lines: tuple[GoalLine, ...]
    badges: tuple[Badge, ...]
    worst: tuple[GoalLine, ...]
    code: str = ""
    more: str = ""

    @property
    def total(self) -> int:
        """How many goals there are."""
        return len(self.worst)


def address(choice: Choice, listing: Listing) -> str:
    """The start page with a listing."""
    page = str(listing.page) if listing.page > 1 else ""
    return href(OVERVIEW, choice.query(status=listing.status, why=listing.why, sort=listing.order, page=page))


def groups(data: BoardData, lines: Sequence[GoalLine], report: ChangeReport, order: Order) -> Iterator[GoalGroup]:
    """The goals in an order, under its headings; a heading without goals is left out."""
    worst = sorted(lines, key=_badness({match.goal for match in report.worsening if match.certain}))
    match order:
        case Order.AREA:
            names = {**{area.area: area.name for area in data.areas.values()}, "": _("Without area")}
            for code, name in names.items():
                yield from _group(name, [line for line in lines if line.row.goal.area == code], worst, code)
        case Order.WORST:
            yield from _group("", worst, worst)
        case Order.CHANGED:
            yield from _by_change(lines, worst, report)


def _by_change(lines: Sequence[GoalLine], worst: Sequence[GoalLine], report: ChangeReport) -> Iterator[GoalGroup]:
    touched = report.changes.touched(report.data) if report.changes else set()
    changed = [line for line in lines if line.row.goal.goal in touched]
    others = [line for line in lines if line.row.goal.goal not in touched]
    since = spoken(report.since) if report.since else ""
    yield from _group(_("Changed since {meeting}").format(meeting=since), changed, worst)
    heading = _("Not changed since {meeting}") if changed else _("No goal has changed since {meeting}")
    yield from _group(heading.format(meeting=since), others, worst)


def _group(heading: str, lines: Sequence[GoalLine], worst: Sequence[GoalLine], code: str = "") -> Iterator[GoalGroup]:
    if lines:
        here = {line.row.goal.goal for line in lines}
        ordered = tuple(line for line in worst if line.row.goal.goal in here)
        yield GoalGroup(heading, tuple(lines), badges(line.status for line in lines), ordered, code)


def _badness(worsening: Container[str]) -> Callable[[GoalLine], tuple[int, int, bool]]:
    """Worst first: by the status that goals are counted as, then by the figures, then what is worsening."""

    def rank(line: GoalLine) -> tuple[int, int, bool]:
        computed = of_goal_level(line.row.computed).name
        is_worsening = line.row.goal.goal in worsening
        return _WORST_FIRST.index(line.status.name), _WORST_FIRST.index(computed), not is_worsening

    return rank
