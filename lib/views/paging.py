"""As many goals as a page can hold: of a large board each area's worst, or a list some at a time.

What is left out has a link of its own, so that all can be reached without scripts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from lib.views.choice import Choice
from lib.views.goal_lines import GoalLine, shown
from lib.views.listing import GoalGroup, Listing, Order, address

ROOM = 240
"""What a page holds, in lines without a figure; one with figure, limit and trend takes as much room as `FIGURE`."""
FIGURE = 3
AT_ONCE = 60  # goals, where not all are on the page


@dataclass(frozen=True, slots=True)
class ListPart:
    """A part of a list that is shown some at a time."""

    number: int
    address: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class OnePage:
    """The goals on a page, and the parts of the list where it is shown in parts."""

    groups: tuple[GoalGroup, ...]
    parts: tuple[ListPart, ...] = ()

    @property
    def is_cut(self) -> bool:
        """Whether an area has only its worst goals here."""
        return any(group.more for group in self.groups)


def at_once(groups: Sequence[GoalGroup], choice: Choice, listing: Listing) -> OnePage:
    """All goals where they find room; else the worst of each area, or one part of the list."""
    lines = [line for group in groups for line in group.lines]
    if sum(FIGURE if line.row.lead else 1 for line in lines) <= ROOM:
        return OnePage(tuple(_filled(group, choice) for group in groups))
    if listing.order is Order.AREA and len(groups) > 1:
        few = max(1, AT_ONCE // len(groups))
        return OnePage(tuple(_filled(_worst(group, few, choice, listing), choice) for group in groups))
    parts = parts_of(len(lines), AT_ONCE, listing.page, lambda n: address(choice, replace(listing, page=n)))
    page = min(listing.page, len(parts))
    return OnePage(tuple(_filled(group, choice) for group in _part(groups, AT_ONCE * (page - 1))), parts)


def parts_of(count: int, at_once: int, page: int, there: Callable[[int], str]) -> tuple[ListPart, ...]:
    """The parts of a list of so many, with the address of each; a page after the last is the last."""
    last = -(-count // at_once)
    return tuple(ListPart(n, there(n), n == min(page, last)) for n in range(1, last + 1))


def _worst(group: GoalGroup, few: int, choice: Choice, listing: Listing) -> GoalGroup:
    if len(group.lines) <= few:
        return group
    there = (replace(choice, area=group.code), listing) if group.code else (choice, replace(listing, order=Order.WORST))
    return replace(group, lines=group.worst[:few], more=address(*there))


def _part(groups: Sequence[GoalGroup], start: int) -> list[GoalGroup]:
    """The groups with the lines from the start on, as many as are shown at once."""
    part, before = [], 0
    for group in groups:
        first, last = max(start - before, 0), max(start + AT_ONCE - before, 0)
        lines: tuple[GoalLine, ...] = group.lines[first:last]
        before += len(group.lines)
        if lines:
            part.append(replace(group, lines=lines))
    return part


def _filled(group: GoalGroup, choice: Choice) -> GoalGroup:
    return replace(group, lines=tuple(shown(line, choice) for line in group.lines))
