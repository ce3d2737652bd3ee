"""The files that the pages offer, each at an address of its own.

    /hamta/trender.csv|xlsx         the figures of the page Trends
    /hamta/sjukfranvaro.csv|xlsx    the figures of the page Sickness absence
    /hamta/saknas.csv|xlsx          the list of missing figures and targets
    /hamta/rader.csv|xlsx           the rows of a batch
    /hamta/original                 the file that a batch was read from
    /hamta/mall.xlsx                the template for the board
    /hamta/god-ekonomisk-hushallning.docx  the goals of importance for sound financial management
    /hamta/kvartal.docx             the quarterly statistics on decisions not carried out
    /hamta/visning.html             the slides of a meeting in one file

A file is asked for by a plain link with the page's own choices. A download button of Streamlit also runs the page when
it is pressed, and that run may throw away the answer to the press: one press in twenty gave no file.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

import pandas as pd
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from lib.documents import table_files, word
from lib.documents.economy import economy_file, economy_goals
from lib.documents.quarterly import quarterly_file
from lib.documents.report import report
from lib.imports.sheets.template import template
from lib.imports.upload import visible_rows
from lib.site import DOWNLOAD, href, language_of
from lib.store.history import Entry
from lib.views import figures, missing, quarterly, trends
from lib.views.absence import download as absence
from lib.views.as_of import NOW
from lib.views.board import BoardData
from lib.views.choice import Choice, choice_of
from lib.web import absence_memory, memory, offered, papers
from lib.web.batch import batch_rows, gives_file, saved
from lib.web.plain import lost
from lib.web.render import render
from lib.words.language import _, period_name, use_language

OPEN = (DOWNLOAD,)
TREND, ABSENCE, MISSING, ROWS = "trender", "sjukfranvaro", "saknas", "rader"
ORIGINAL, TEMPLATE = f"{DOWNLOAD}original", f"{DOWNLOAD}mall.xlsx"
QUARTERLY = f"{DOWNLOAD}kvartal.docx"
SLIDES = f"{DOWNLOAD}visning.html"
ECONOMY = f"{DOWNLOAD}god-ekonomisk-hushallning.docx"


@dataclass(frozen=True, slots=True, eq=False)
class TableFile:
    """A table to take along, of a board; `of` tells it from the board's other files, `sheet` names it in Excel."""

    data: BoardData
    frame: pd.DataFrame
    sheet: str
    of: str = ""


Query = Mapping[str, str]


def links(table: str, choice: Choice, **more: str) -> str:
    """The links to a table as CSV and as Excel; `choice` and `more` are the choices of the page."""
    query = choice.query(**more)
    texts = {"csv": _("Download as CSV"), "xlsx": _("Download as Excel")}
    return _row(*((href(f"{DOWNLOAD}{table}.{ending}", query), text) for ending, text in texts.items()))


def link(address: str, text: str) -> str:
    """The link to one file."""
    return _row((address, text))


def _row(*files: tuple[str, str]) -> str:
    return render("files", files=files)


def _board(query: Query) -> BoardData | None:
    """The board of the address, in the state of the address."""
    code = query.get("board") or offered.first_board()
    state = memory.state(code, query.get("asof", NOW)) if code in memory.boards() else None
    try:
        return memory.board(code, state.version) if state else None
    except KeyError:  # it was not there then
        return None


def _codes(query: Query, name: str, known: Mapping[str, str]) -> list[str]:
    return [code for code in query.get(name, "").split(",") if code in known]


def _trend(data: BoardData, query: Query) -> TableFile | None:
    indicators = _codes(query, "indicator", trends.names(data))
    units = _codes(query, "unit", trends.units(data, indicators))
    years = {str(year): year for year in trends.years(data, indicators)}
    first, last = (years.get(query.get(name, "")) for name in ("from", "to"))
    series = trends.select(data, indicators, units, choice_of(data, query).gender, first, last)
    return TableFile(data, figures.download(data, series), _("Figures")) if series else None


def _absence(data: BoardData, query: Query) -> TableFile | None:
    version, unit = memory.state_or_now(data.code, query.get("asof", NOW)).version, query.get("unit", "")
    if unit not in absence_memory.units(data.code, version):
        return None
    view = absence_memory.absence(data.code, version, unit, query.get("org", ""), choice_of(data, query).year)
    return TableFile(data, absence.download(data, view), _("Sickness absence")) if view else None


def _missing(data: BoardData, _query: Query) -> TableFile | None:
    lacks = missing.missing(data, memory.today())
    return TableFile(data, missing.frame(data, lacks), _("Missing"), _("missing")) if lacks else None


def _rows(data: BoardData, query: Query) -> TableFile | None:
    entry = _entry(data, query)
    if entry is None:
        return None
    rows = batch_rows(memory.store(), data, entry.batch.id)
    return TableFile(data, rows.frame(), _("Rows"), f"{_('saved change')}-{entry.batch.id}")


def _entry(data: BoardData, query: Query) -> Entry | None:
    numbers = [number for number in saved(data.code) if str(number) == query.get("batch")]
    return next(iter(memory.store().history(data.code, numbers)), None)


_TABLES: dict[str, Callable[[BoardData, Query], TableFile | None]] = {
    TREND: _trend,
    ABSENCE: _absence,
    MISSING: _missing,
    ROWS: _rows,
}


def table(request: Request) -> Response:
    """A table as CSV or Excel."""
    query, data = _asked(request)
    make = _TABLES.get(request.path_params["table"])
    file = make(data, query) if make and data else None
    if file is None:
        return nothing(request)
    name = figures.file_name(file.data, request.path_params["ending"], file.of)
    memory.store().people.note("exported", file.data.code, name)
    match request.path_params["ending"]:
        case "csv":
            return _file(table_files.csv_file(file.frame), name, table_files.CSV_TYPE)
        case "xlsx":
            return _file(table_files.excel_file(file.frame, file.sheet), name, table_files.EXCEL_TYPE)
    return nothing(request)


def original(request: Request) -> Response:
    """The file that a batch was read from, where all of it may be shown."""
    query, data = _asked(request)
    entry = _entry(data, query) if data else None
    if data is None or entry is None or not gives_file(data.code, entry.batch.id):
        return nothing(request)
    name, content = memory.store().content_of(entry.batch.id) or ("", b"")
    memory.store().people.note("exported", data.code, name)
    return _file(content, name, "application/octet-stream") if entry.original else nothing(request)


def blank(request: Request) -> Response:
    """The template for the board, to fill in."""
    _query, data = _asked(request)
    if data is None:
        return nothing(request)
    content = template(visible_rows(memory.store(), data.code), data.code)
    return _file(content, f"malbild-{_('template')}-{data.code}.xlsx", table_files.EXCEL_TYPE)


def quarterly_report(request: Request) -> Response:
    """The statistics of a quarter as a Word file; without one asked for, of the newest."""
    query, data = _asked(request)
    there = {quarterly.quarter_code(period): period for period in quarterly.quarters(data)} if data else {}
    period = there.get(query.get("quarter") or next(iter(there), ""))
    if data is None or period is None:
        return nothing(request)
    content = quarterly_file(data, quarterly.quarterly(data, period, memory.today()))
    name = figures.file_name(data, "docx", f"{_('quarter')}-{quarterly.quarter_code(period)}")
    return _file(content, name, word.TYPE)


def slides(request: Request) -> Response:
    """A meeting's slides in one file; of one without an agenda there are none."""
    query, data = _asked(request)
    meeting = memory.meeting(data.code, query.get("meeting", "")) if data else None
    wanted = papers.of_meeting(data.code, meeting) if data and meeting else None
    if wanted is None or not wanted.points:
        return nothing(request)
    name = papers.name_of(papers.SLIDES, wanted)
    memory.store().people.note("exported", wanted.data.code, name)
    return _file(papers.make(papers.SLIDES, wanted), name, papers.of_kind(papers.SLIDES).type)


def quarterly_links(data: BoardData, choice: Choice) -> str:
    """The links to the statistics of each quarter; '' where nothing of it is reported."""
    address = {quarterly.quarter_code(period): period for period in quarterly.quarters(data)}
    files = [(href(QUARTERLY, choice.query(quarter=code)), period_name(period)) for code, period in address.items()]
    return _row(*files) if files else ""


def economy_report(request: Request) -> Response:
    """The goals of importance for sound financial management as a Word file, in the state and year asked for."""
    query, data = _asked(request)
    if data is None or not has_economy(data):
        return nothing(request)
    state = memory.state_or_now(data.code, query.get("asof", ""))
    made = report(data, choice_of(data, query), state)
    if not economy_goals(made):
        return nothing(request)
    return _file(economy_file(made), figures.file_name(data, "docx", _("sound financial management")), word.TYPE)


def has_economy(data: BoardData) -> bool:
    """Whether any goal bears the mark of importance for sound financial management."""
    return any(goal.economy for goal in data.goals.values())


def economy_link(data: BoardData, choice: Choice) -> str:
    """The link to the report of those goals; '' where none bears the mark."""
    address = href(ECONOMY, choice.query(area=""))
    return _row((address, _("Goals for sound financial management, Word"))) if has_economy(data) else ""


def _asked(request: Request) -> tuple[Query, BoardData | None]:
    use_language(language_of(request.query_params))
    return request.query_params, _board(request.query_params)


def _file(content: bytes, name: str, media_type: str) -> Response:
    headers = {
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
        "cache-control": "no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def nothing(request: Request) -> Response:
    """The answer where there is no such file."""
    return lost(request.headers, language_of(request.query_params))


ROUTES = [
    Route(ORIGINAL, original),
    Route(TEMPLATE, blank),
    Route(QUARTERLY, quarterly_report),
    Route(SLIDES, slides),
    Route(ECONOMY, economy_report),
    Route(f"{DOWNLOAD}{{table}}.{{ending}}", table),
    Route(f"{DOWNLOAD}{{rest:path}}", nothing),
]
