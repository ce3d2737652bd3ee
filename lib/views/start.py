"""The start page's read model: the goals counted in tiles that filter, what to ask about, and every goal's line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lib.rules.periods import Period, PeriodKind
from lib.rules.season import MONTHS
from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.concerns import Card, concerns
from lib.views.goal_lines import Badge, GoalLine, badges, goal_lines, has_verdicts
from lib.views.lacks import LACKING, counted, loose_table, without_text
from lib.views.listing import ORDERS, GoalGroup, Listing, Order, address, groups
from lib.views.overview import Overview, overview
from lib.views.paging import ListPart, at_once
from lib.views.selection import gender_names
from lib.views.statuses import Look
from lib.views.text_table import TextTable
from lib.words.figures import STAGES
from lib.words.language import _, ngettext, period_name

# With more goals than this, the areas are closed until they are asked for.
MANY_GOALS = 40
# The share of the goals, at least, that those without status are, to be counted in a tile.
MANY_UNKNOWN = 0.2
_WITHOUT_STATUS = ("unknown", "none")


@dataclass(frozen=True, slots=True)
class StatusTile:
    """The number of goals with a status. The address filters by it, or shows all again where it is `chosen`."""

    look: Look
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, or that are `chosen`: the page shows it."""

    text: str
    address: str
    chosen: bool = False
    code: str = ""


@dataclass(frozen=True, slots=True)
class StartPage:
    """The page. `bar` is what all goals are, `reasons` why those without status cannot be judged.

    `shown` goals are listed, in `parts` where they are many.
    """

    title: str
    about: str
    by_verdict: bool
    tiles: tuple[StatusTile, ...]
    bar: tuple[Badge, ...]
    lacking: str
    reasons: tuple[Link, ...]
    cards: tuple[Card, ...]
    orders: tuple[Link, ...]
    groups: tuple[GoalGroup, ...]
    shown: int
    parts: tuple[ListPart, ...]
    listing: Listing
    everything: str
    is_folded: bool
    is_nested: bool
    loose: TextTable | None

    @property
    def chosen(self) -> str:
        """The status or the lack of the goals that are listed ('' = all)."""
        lack = _(LACKING[self.listing.why]) if self.listing.why else ""
        return next((tile.look.word for tile in self.tiles if tile.chosen), lack)


def start_page(data: BoardData, report: ChangeReport, choice: Choice, listing: Listing) -> StartPage:
    """The page of a filter and a listing."""
    view = overview(data, area=choice.area, year=choice.year, gender=choice.gender)
    lines = goal_lines(data, view, choice)
    listed = [line for line in lines if listing.status in ("", line.status.name) and listing.why in ("", line.lack)]
    here = at_once(tuple(groups(data, listed, report, listing.order)), choice, listing)
    bar = badges(line.status for line in lines)
    lacking = sum(line.lack is not None for line in lines)
    is_explained = lacking >= max(1.0, MANY_UNKNOWN * len(lines)) or bool(listing.why)
    title = ngettext("The state of things: {n} goal", "The state of things: {n} goals", len(lines))
    return StartPage(
        title=title.format(n=len(lines)),
        about=_about(data, view, choice),
        by_verdict=has_verdicts(view),
        bar=bar,
        tiles=tuple(_tile(badge, choice, listing) for badge in bar if _is_tile(badge, bar, listing)),
        lacking=_lacking(lacking, len(lines)),
        reasons=tuple(_reasons(lines, choice, listing)) if is_explained else (),
        cards=() if listing.is_filtered else concerns(view, report, choice),
        orders=tuple(_orders(report, choice, listing)),
        groups=here.groups,
        shown=len(listed),
        parts=here.parts,
        listing=listing,
        everything=address(choice, replace(listing, status="", why="", page=1)),
        is_folded=len(listed) > MANY_GOALS and listing.order is Order.AREA and len(here.groups) > 1,
        is_nested=listing.order is Order.AREA and not listing.is_filtered and not here.is_cut,
        loose=None if listing.is_filtered else loose_table(data, choice),
    )


def _about(data: BoardData, view: Overview, choice: Choice) -> str:
    """The filter, the verdicts' stage and year, and how new the figures are, on a line."""
    chosen = [
        data.areas[choice.area].name if choice.area else "",
        str(choice.year or ""),
        gender_names()[choice.gender] if choice.gender != "T" else "",
    ]
    text = " · ".join(text for text in (*chosen, *_years(view), *_stages(view), *_figures(view)) if text)
    return text[:1].upper() + text[1:]


def _stages(view: Overview) -> Iterator[str]:
    """'delårsbedömning 2026', once for each stage and year; or that there is no verdict."""
    verdicts = [verdict for row in view.rows for verdict in row.verdicts]
    if view.rows and not verdicts:
        yield _("The source gives no verdicts on the goals.").rstrip(".")
    for stage, year in sorted({(verdict.stage, verdict.period.end.year) for verdict in verdicts}):
        yield f"{_(STAGES[stage])} {year}"


def _years(view: Overview) -> list[str]:
    """The years that the goals are for, where no verdict says when, and all have a first and a last day."""
    ends = [(row.goal.valid_from, row.goal.valid_to) for row in view.rows]
    firsts, lasts = [first for first, _last in ends if first], [last for _first, last in ends if last]
    if not ends or has_verdicts(view) or len(firsts) < len(ends) or len(lasts) < len(ends):
        return []
    first, last = min(firsts).year, max(lasts).year
    return [_("goals for {years}").format(years=str(first) if first == last else f"{first}–{last}")]


def _figures(view: Overview) -> Iterator[str]:
    """The newest month, part of a year and year of the figures that lead."""
    points = [row.lead.judged.point for row in view.rows if row.lead]
    periods = [point.period for point in points if point and point.is_known]
    patterns = (
        (_("monthly figures up to {period}"), [period for period in periods if period.months == 1]),
        (_("figures for a part of the year up to {period}"), [period for period in periods if _is_part(period)]),
        (_("yearly figures {period}"), [period for period in periods if period.kind is PeriodKind.YEAR]),
    )
    for pattern, of_kind in patterns:
        if of_kind:
            newest = max(period.end for period in of_kind)
            period = Period.of_month(newest.year, newest.month)
            name = str(newest.year) if of_kind[0].kind is PeriodKind.YEAR else period_name(period)
            yield pattern.format(period=name)


def _is_part(period: Period) -> bool:
    return period.months is not None and 1 < period.months < MONTHS


def _is_tile(badge: Badge, bar: Sequence[Badge], listing: Listing) -> bool:
    """Whether a status has a tile: those that say nothing only where they are many, or nothing else is said."""
    name, total = badge.look.name, sum(other.count for other in bar)
    says = any(other.look.name not in _WITHOUT_STATUS for other in bar)
    return name not in _WITHOUT_STATUS or name == listing.status or badge.count >= MANY_UNKNOWN * total or not says


def _tile(badge: Badge, choice: Choice, listing: Listing) -> StatusTile:
    chosen = badge.look.name == listing.status
    there = Listing("" if chosen else badge.look.name, order=listing.order)
    return StatusTile(badge.look, badge.count, address(choice, there), chosen)


def _lacking(count: int, total: int) -> str:
    pattern = _("{n} of {total} goals cannot be judged from the figures:")
    if count == total:
        pattern = ngettext(
            "The goal cannot be judged from the figures:",
            "None of the {total} goals can be judged from the figures:",
            total,
        )
    return pattern.format(n=count, total=total)


def _reasons(lines: Sequence[GoalLine], choice: Choice, listing: Listing) -> Iterator[Link]:
    for lack, count in counted(line.lack for line in lines).items():
        chosen = lack == listing.why
        there = Listing(why="" if chosen else lack, order=listing.order)
        yield Link(without_text(lack, count), address(choice, there), chosen, lack)


def _orders(report: ChangeReport, choice: Choice, listing: Listing) -> Iterator[Link]:
    for order, text in ORDERS.items():
        if order is not Order.CHANGED or report.since is not None:
            there = address(choice, replace(listing, order=order, page=1))
            yield Link(_(text), there, order is listing.order, order)
