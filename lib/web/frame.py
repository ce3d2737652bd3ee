"""The frame's read model: the board, the links between the pages, the search, and the filters that the page uses."""

from collections.abc import Iterator
from dataclasses import dataclass

from lib.meetings.agenda import to
from lib.site import DOCUMENTS, KEPT, MAIN, MEETING, OVERVIEW, PAGES, SIGN_IN, SIGN_OUT, SitePage, href, language_of
from lib.store.access import Right, access, user
from lib.store.installation.given import installation
from lib.views import as_of, years
from lib.views.selection import gender_names
from lib.web import absence_memory, memory, offered
from lib.web.address import LONGEST_SEARCH, Address
from lib.web.choices import Choices, of_address
from lib.web.memory import page_cache
from lib.words.language import DEFAULT_LANGUAGE, _

ALL = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link to a page."""

    page: SitePage
    text: str
    address: str
    is_current: bool

    @property
    def short(self) -> str:
        """The text of a tab."""
        return _(self.page.short) if self.page.short else self.text


@dataclass(frozen=True, slots=True)
class Who:
    """The user as the frame tells it, and where one signs in or out ('' = not here)."""

    text: str
    sign_in: str = ""
    sign_out: str = ""
    is_local: bool = False


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What stands around a page. `at` is its address, `plain` that without what is being edited, to copy."""

    at: str
    plain: str
    home: str
    board: Choices
    is_example: bool
    main: tuple[PageLink, ...]
    more: tuple[PageLink, ...]
    filters: tuple[Choices, ...]
    search: Choices
    text: str
    longest: int
    documents: str
    add: str
    edit: str
    is_editing: bool
    who: Who
    language: str
    other_language: str

    @property
    def tabs(self) -> tuple[PageLink, ...]:
        """The links that stand as tabs on a phone."""
        return tuple(link for link in self.main if link.page.icon)


def frame_of(address: Address) -> PageFrame:
    """The frame around the page of an address."""
    path, query = address.page.path, dict(address.query)
    kept = {name: query[name] for name in KEPT if name in query}
    language, may = language_of(query), access(address.board)
    pages = [page for page in PAGES if not page.is_closed or may.may(Right.GRANT)]
    links = [PageLink(page, _(page.title), href(page.path, kept), page is address.page) for page in pages]
    other = "sv" if language == "en" else "en"
    return PageFrame(
        at=href(path, query),
        plain=href(path, {**query, "edit": ""}),
        home=href(OVERVIEW, kept),
        board=of_address(address, _("Board"), "board", offered.offered_boards(address.board), address.board),
        is_example=address.data is not None and address.data.is_example,
        main=tuple(link for link in links if link.page.path in MAIN),
        more=tuple(link for link in links if link.page.path not in MAIN),
        filters=tuple(_filters(address)) if address.data else _state(address),
        search=Choices(_("Search"), "q", (), path, address.without("q")),
        text=address.search,
        longest=LONGEST_SEARCH,
        documents=href(DOCUMENTS, kept),
        add=_add(address) if may.may(Right.MEET) else "",
        edit=href(path, {**query, "edit": "" if address.is_editing else "1"}) if may.edits else "",
        is_editing=address.is_editing,
        language=href(path, {**query, "lang": "" if other == DEFAULT_LANGUAGE else other}),
        other_language=other,
        who=_who(address),
    )


def _who(address: Address) -> Who:
    """Who reads, as the frame tells it."""
    someone, here = user(), href(address.page.path, dict(address.query))
    if someone.is_local:
        return Who(_("Local installation: whoever is at this machine is its administrator."), is_local=True)
    if someone.identity:
        return Who(someone.signature, sign_out=SIGN_OUT if installation().has_oidc else "")
    return Who("", sign_in=href(SIGN_IN, {"to": here}) if installation().has_oidc else "")


def _add(address: Address) -> str:
    """Where this very view is put on a meeting's agenda; '' on the page of meetings itself."""
    if address.page.path == MEETING:
        return ""
    query = {name: value for name, value in address.query.items() if name != "edit"}
    there = {name: query.get(name, "") for name in ("board", "lang")}
    return href(MEETING, there | {"edit": "1", "add": to(address.page.path, query)})


def _filters(address: Address) -> Iterator[Choices]:
    """The choices that the page uses, each with the options that hold something."""
    wanted, choice, data = address.page.filters, address.choice, address.existing
    if "since" in wanted and (earlier := memory.earlier(choice.board, address.state)):
        texts = {meeting.code: as_of.name(meeting) for meeting in earlier}
        since = address.query.get("since", "")
        chosen = since if since in texts else earlier[0].code
        yield of_address(address, _("Compared with"), "since", texts, chosen, earlier[0].code)
    if "area" in wanted and len(data.areas) > 1:
        areas = {ALL: _("All areas"), **{code: area.name for code, area in data.areas.items()}}
        yield of_address(address, _("Area"), "area", areas, choice.area)
    if "unit" in wanted:
        units = absence_memory.units(choice.board, address.state.version)
        names = {ALL: _("The whole administration"), **{unit: data.unit_name(unit) for unit in units if unit}}
        if len(names) > 1:
            yield of_address(address, _("Unit"), "unit", names, address.query.get("unit", ALL))
    if "year" in wanted:
        there = {str(year): str(year) for year in _years(data)}
        if choice.year:
            there.setdefault(str(choice.year), str(choice.year))
        if there:
            texts = {ALL: _("Latest figures"), **there}
            yield of_address(address, _("Year"), "year", texts, str(choice.year or ""))
    if "gender" in wanted:
        names = gender_names() | {"KM": _("Both")}
        yield of_address(address, _("Gender"), "gender", names, choice.gender, "T")
    if "asof" in wanted:
        yield from _state(address)


_years = page_cache(years.of_goals)


def _state(address: Address) -> tuple[Choices, ...]:
    if "asof" not in address.page.filters or not address.states:
        return ()
    return (of_address(address, _("Figures as of"), "asof", address.states, address.state.code),)
