"""The site map: the pages, their addresses, and how a link to one is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from lib.words.language import DEFAULT_LANGUAGE, LANGUAGES, N_, _

NAME = "Målbild"

# The addresses of the pages, and of what is served beside them.
OVERVIEW, GOAL, CHANGED, ABSENCE, TREND = "/", "/mal", "/sedan", "/sjukfranvaro", "/trender"
DOCUMENTS, MEETING, SOURCES, DATA = "/dokument", "/mote", "/kallor", "/data"
ACCESSIBILITY, PEOPLE = "/tillganglighet", "/behorighet"
PROJECTOR, PRESENTER, FOLLOWER = "/visa", "/visa/manus", "/f/"
DOWNLOAD = "/hamta/"
SIGN_IN, SIGNED_IN, SIGN_OUT = "/logga-in", "/logga-in/svar", "/logga-ut"
HEALTH, METRICS = "/halsa", "/metrics"

# The choices that follow the user from page to page; all others belong to one page.
KEPT = ("board", "asof", "area", "year", "gender", "lang", "edit")


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: its file in pages/, its address, its title's message id.

    `scripts` names the parts of Streamlit that only this page needs, so that they are asked for with its document
    and not after it has run, and fetched ahead while another page is read unless not `ahead`; so is the drawing
    library of a page with interactive `charts`, both only where an indicator is asked for. `filters` names the
    choices, beside the board, that the page uses. `icon` is that of a tab on a phone, where the title is `short`.
    One that `is_closed` is for administrators.
    """

    file: str
    path: str
    title: str
    scripts: tuple[str, ...] = ()
    ahead: bool = True
    charts: bool = False
    filters: tuple[str, ...] = ()
    icon: str = ""
    short: str = ""
    is_closed: bool = False

    @property
    def url_path(self) -> str:
        """The address without its slash, as Streamlit has it: '' is the start page."""
        return self.path.removeprefix("/")


PAGES = (
    SitePage(
        "maluppfyllelse.py",
        OVERVIEW,
        N_("The situation"),
        filters=("area", "year", "gender", "asof"),
        icon="home",
    ),
    SitePage("mal.py", GOAL, N_("Goals"), filters=("year", "gender", "asof")),
    SitePage(
        "sedan.py",
        CHANGED,
        N_("Changes"),
        filters=("since", "area", "year", "gender", "asof"),
        icon="changed",
        short=N_("What changed"),
    ),
    SitePage(
        "sjukfranvaro.py",
        ABSENCE,
        N_("Sickness absence"),
        filters=("unit", "year", "asof"),
        icon="people",
        short=N_("Absence"),
    ),
    SitePage("trender.py", TREND, N_("Trends"), ("Multiselect",), charts=True, filters=("area", "gender", "asof")),
    SitePage(
        "mote.py",
        MEETING,
        N_("Meeting"),
        ("Button", "LinkButton", "NumberInput", "TextInput", "TextArea", "DateInput"),
        ahead=False,
        icon="calendar",
    ),
    SitePage(
        "dokument.py",
        DOCUMENTS,
        N_("Documents"),
        ("Button", "FileUploader", "DownloadButton", "TextInput", "TextArea"),
        filters=("area", "year", "gender", "asof"),
    ),
    SitePage("data.py", DATA, N_("The data"), ("FileUploader", "TextInput", "Button"), ahead=False),
    SitePage("kallor.py", SOURCES, N_("Sources and method"), filters=("asof",)),
    SitePage("tillganglighet.py", ACCESSIBILITY, N_("Accessibility statement")),
    SitePage(
        "behorighet.py", PEOPLE, N_("Roles and log"), ("Button", "TextInput", "Selectbox"), ahead=False, is_closed=True
    ),
)
# The pages that have a link of their own in the header; the others stand under 'More'.
MAIN = (OVERVIEW, GOAL, CHANGED, ABSENCE, TREND, MEETING)
BY_PATH = {page.path: page for page in PAGES}


def language_of(query: Mapping[str, str]) -> str:
    """The language an address asks for; Swedish unless it says otherwise."""
    code = query.get("lang", DEFAULT_LANGUAGE)
    return code if code in LANGUAGES else DEFAULT_LANGUAGE


def document_title(page: SitePage, *about: str) -> str:
    """The title of the browser's window: what the page is about, the page's name if nothing, and the product's."""
    return " – ".join([*(about or [_(page.title)]), NAME])


def href(path: str, query: Mapping[str, str]) -> str:
    """An address with its query string, parameters without a value left out."""
    filled = {name: value for name, value in query.items() if value}
    return f"{path}?{urlencode(filled)}" if filled else path
