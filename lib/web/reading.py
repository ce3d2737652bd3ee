"""The pages that are read, each drawn from its address alone: for the document, and again by Streamlit."""

from collections.abc import Callable

from lib.site import ABSENCE, ACCESSIBILITY, CHANGED, DATA, GOAL, OVERVIEW, SOURCES, TREND, document_title, href
from lib.store.access import access
from lib.tables.model import AgendaItem, Question
from lib.views import multiples
from lib.views import trends as read
from lib.views.as_of import NOW, spoken
from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.views.goal_lines import STATUSES
from lib.views.lacks import WITHOUT
from lib.views.listing import ORDERS, Listing, Order
from lib.views.overview import in_page_order
from lib.views.own_words import own_words
from lib.views.paging import AT_ONCE
from lib.views.search import search
from lib.views.selection import stamp
from lib.web import absence_memory, downloads, memory, offered
from lib.web.address import OF_STATE, Address
from lib.web.memory import page_cache
from lib.web.own_words import Words, by_first_word, use_words
from lib.web.pages import absence, accessibility, changes, goal, overview, reported_absence, sources, trends
from lib.web.pages.boards import NEW
from lib.web.pages.search import Hits, hits_of
from lib.web.render import render
from lib.words.language import DEFAULT_LANGUAGE, _, language


def page(address: Address) -> str:
    """The whole of a page that is read: what stands above every page, and the page itself."""
    drawn = PAGES[address.page.path](address) if address.data else _not_yet(address)
    return above(address) + drawn


def use_words_of(address: Address) -> None:
    """Mark what the address's board has written itself in what is drawn from here on, where that is translated."""
    if language() == DEFAULT_LANGUAGE or address.data is None:
        use_words(None)
    else:
        written, names = (memory.questions(address.board), memory.points(address.board)), address.boards.values()
        use_words(_words(address.data, *written, tuple(names)))


@page_cache
def _words(
    data: BoardData, questions: tuple[Question, ...], points: tuple[AgendaItem, ...], names: tuple[str, ...]
) -> Words:
    return by_first_word({*own_words(data, (*questions, *points)), *names})


def _not_yet(address: Address) -> str:
    """The note in a page's place where the board had no data in the state of the address."""
    text = _("The board was not in Målbild at {state}, so there is nothing to show from then.")
    return render("note", heading=_name(address), text=text.format(state=spoken(address.state)))


def above(address: Address) -> str:
    """The top of a page: the state where it is not now, the mark of what is made up, unknown codes, a search's hits."""
    now = {name: value for name, value in address.query.items() if name not in OF_STATE}
    is_now = address.state.code == NOW or not address.page.filters
    data = address.data
    return render(
        "above",
        earlier="" if is_now else spoken(address.state),
        now=href(address.page.path, now),
        is_example=data is not None and data.is_example,
        begin=_begin(address),
        stamp=_stamp(address),
        unknown=address.unknown,
        hits=_hits(address),
    )


def _begin(address: Address) -> str:
    """Where a board is set up, on the pages of the example as long as there is no board of one's own; '' else."""
    is_there = address.data is not None and address.data.is_example and not offered.own_boards()
    if not is_there or address.query.get("view") == NEW or not access(address.board).writes:
        return ""
    return href(DATA, {"board": address.board, "view": NEW, "lang": address.query.get("lang", "")})


def _stamp(address: Address) -> tuple[tuple[str, str], ...]:
    """The selection for a printed page: of a page without filters, the board and its data alone."""
    if address.data is None:
        return ()
    whole = stamp(address.data, address.choice, address.state)
    return whole if address.page.filters else (whole[0], whole[-1])


def title(address: Address) -> str:
    """The title of the window, which names the goal and the board."""
    about = [_(address.page.title), _name(address)]
    if address.page.path == GOAL and address.data:
        goals = address.data.goals
        about[0] = goals[address.query["goal"]].title if address.query.get("goal") in goals else about[0]
    return document_title(address.page, *about)


def _name(address: Address) -> str:
    return address.boards[address.board]


def _hits(address: Address) -> Hits | None:
    if not address.search:
        return None
    hits = search(memory.search_index(), address.search, own=address.board)
    return hits_of(address.search, hits, address.boards, address.board, address.page.path, dict(address.query))


def _note(address: Address, text: str) -> str:
    return render("note", heading=_(address.page.title), text=text)


def listing_of(address: Address) -> Listing:
    """The goals that the start page lists, and their order; changed goals first only where there was a meeting."""
    since = next(iter(memory.earlier(address.choice.board, address.state)), None)
    orders = {order.value: text for order, text in ORDERS.items() if since or order is not Order.CHANGED}
    return Listing(
        page=_part(address, len(address.existing.goals), AT_ONCE),
        status=address.code_of(_("Status"), "status", dict.fromkeys(("", *STATUSES), "")),
        why=address.code_of(_("Lacking"), "why", {"": "", **WITHOUT}),
        order=Order(address.code_of(_("Order"), "sort", orders)),
    )


def _part(address: Address, most: int, at_once: int) -> int:
    """The part that is asked for of a list of at most so many, from 1."""
    parts = {"": "", **{str(n): "" for n in range(2, 1 - (-most // at_once))}}
    return int(address.code_of(_("Part"), "page", parts) or 1)


def report_of(address: Address) -> ChangeReport:
    """The changes since the last meeting, which the start page tells of."""
    choice, state = address.choice, address.state
    since = next(iter(memory.earlier(choice.board, state)), None)
    return memory.change_report(choice.board, state, since, choice)


def _overview(address: Address) -> str:
    report, listing = report_of(address), listing_of(address)
    return overview.page(report, address.choice, listing)


def _goal(address: Address) -> str:
    data = address.existing
    order = in_page_order(data)
    if not order:
        return _note(address, _("The board has no goals in the database."))
    code = address.code_of(_("Goal"), "goal", {code: data.goals[code].title for code in order}, order[0])
    every = address.code_of(_("Figures"), "figures", {"": "", goal.EVERY: ""}) == goal.EVERY
    return goal.page(data, code, address.choice, every=every)


def changes_report(address: Address) -> ChangeReport:
    """The changes since the meeting that the address asks for, or the last."""
    choice, state = address.choice, address.state
    earlier = memory.earlier(choice.board, state)
    codes = {meeting.code: "" for meeting in earlier}
    code = address.code_of(_("Compared with"), "since", codes, earlier[0].code) if earlier else ""
    since = next((meeting for meeting in earlier if meeting.code == code), None)
    return memory.change_report(choice.board, state, since, choice)


def _changes(address: Address) -> str:
    return changes.page(changes_report(address), address.choice)


def _absence(address: Address) -> str:
    data, choice, version = address.existing, address.choice, address.state.version
    units = {unit: unit for unit in absence_memory.units(choice.board, version)}
    if not units:
        return reported_absence.page(data, choice)
    unit = address.code_of(_("Unit"), "unit", units)
    org = address.code_of(_("Organisation"), "org", absence.VERSIONS)
    others = address.codes_of(_("Compare with"), "with", units, limit=absence.MOST_COMPARED)
    view = absence_memory.absence(choice.board, version, unit, org, choice.year)
    if view is None:
        return _note(address, _("There are no hours for this choice. Choose another year."))
    sides = (absence_memory.absence(choice.board, version, code, org, choice.year) for code in others if code != unit)
    files = downloads.links(downloads.ABSENCE, choice, unit=unit, org=org)
    return absence.page(data, view, tuple(side for side in sides if side is not None), choice) + files


def _trends(address: Address) -> str:
    """The small charts, or those that are opened to explore as they stand before there are controls."""
    data, choice = address.existing, address.choice
    if address.query.get("indicator"):
        return trends.head(data, choice) + _opened(data, address)
    page = trends.beside_each_other(data, choice, _part(address, len(data.indicators), multiples.AT_ONCE))
    files = downloads.links(downloads.TREND, choice, indicator=",".join(page.indicators)) if page.indicators else ""
    return page.html + files


def _opened(data: BoardData, address: Address) -> str:
    choice = address.choice
    indicators = tuple(address.codes_of(_("Indicators"), "indicator", read.names(data, choice.area)))
    units = tuple(address.codes_of(_("Units"), "unit", read.units(data, indicators)))
    there = {"": "", **{str(year): "" for year in read.years(data, indicators)}}
    first, last = (
        address.code_of(label, name, there) for label, name in ((_("From year"), "from"), (_("To year"), "to"))
    )
    years = (int(first) if first else None, int(last) if last else choice.year)
    drawn = trends.explored(data, indicators, units, choice.gender, years, None)
    return trends.chosen(data, indicators, units) + drawn.html


def _sources(address: Address) -> str:
    return sources.page(address.existing, address.choice)


def _accessibility(address: Address) -> str:
    return accessibility.page(address.existing, address.choice, memory.today())


PAGES: dict[str, Callable[[Address], str]] = {
    OVERVIEW: _overview,
    GOAL: _goal,
    CHANGED: _changes,
    ABSENCE: _absence,
    TREND: _trends,
    SOURCES: _sources,
    ACCESSIBILITY: _accessibility,
}
