"""The user's choices. The address is the state: read at every run, written only when the user picks something."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from lib.site import SitePage
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web import reading
from lib.web.address import Address, joined
from lib.web.choices import of_address
from lib.web.render import render
from lib.web.seams.html import without_svg
from lib.words.language import _

_ADDRESS = "address"


def begin(page: SitePage) -> Address:
    """Read the address of this run."""
    given = ((name, text) for name in st.query_params for text in st.query_params.get_all(name))
    address = Address(page, joined(given))
    st.session_state[_ADDRESS] = address
    return address


def address() -> Address:
    """The address of this run."""
    read: Address = st.session_state[_ADDRESS]
    return read


def show(html: str) -> None:
    """Show HTML with drawings, which Streamlit drops from HTML."""
    st.html(without_svg(html))


def line(text: str, *, quiet: bool = False, address: str = "", link: str = "") -> None:
    """Show a line of text, with a link after it where an address is given."""
    st.html(render("line", text=text, quiet=quiet, address=address, link=link))


def read() -> None:
    """Show a page that is only read."""
    show(reading.page(address()))


def board() -> tuple[Choice, BoardData]:
    """The filter and the board of a page that has controls, below what stands above every page.

    A board that the store did not have at that time ends the page with a sentence that says so.
    """
    here = address()
    if here.data is None:
        read()
        st.stop()
    choice = here.choice
    show(reading.above(here))
    here.unknown.clear()
    return choice, here.existing


def code_of(label: str, name: str, options: Mapping[str, str], default: str = "") -> str:
    """The code in the address, if there is such an option; else the default."""
    return address().code_of(label, name, options, default)


def pick(label: str, name: str, options: Mapping[str, str], default: str = "") -> str:
    """A select box that can be written in, drawn where the page is; gives the chosen code."""
    code = code_of(label, name, options, default)
    key = f"choice-{name}"
    st.session_state[key] = code
    st.selectbox(
        label,
        list(options),
        key=key,
        format_func=lambda code: options.get(code, code),
        on_change=_write,
        args=(name, default),
    )
    return code


def pick_many(
    label: str, name: str, options: Mapping[str, str], default: Sequence[str] = (), limit: int = 8
) -> list[str]:
    """As `pick`, for several at once; in the address they are joined by commas."""
    picked = address().codes_of(label, name, options, default, limit)
    key = f"choice-{name}"
    st.session_state[key] = picked
    st.multiselect(
        label,
        list(options),
        key=key,
        format_func=lambda code: options.get(code, code),
        placeholder=_("Type to search"),
        max_selections=limit,
        on_change=_write_many,
        args=(name, tuple(default)),
    )
    return picked


def years_between(years: Sequence[int]) -> tuple[int | None, int | None]:
    """Two select boxes for the first and last year to show; (None, None) when all years are."""
    here, texts = address(), {str(year): str(year) for year in years}
    first = here.code_of(_("From year"), "from", {"": "", **texts})
    last = here.code_of(_("To year"), "to", {"": "", **texts})
    boxes = (
        of_address(here, _("From year"), "from", {"": _("First"), **texts}, first),
        of_address(here, _("To year"), "to", {"": _("Latest"), **texts}, last),
    )
    st.html(render("boxes", boxes=boxes))
    return int(first) if first else None, int(last) if last else None


def report(label: str, code: str) -> None:
    """Note that a code in the address is not used, for `report_dropped`."""
    address().report(label, code)


def report_dropped() -> None:
    """Report the codes in the address that were not used since the last report."""
    unknown = address().unknown
    if unknown:
        st.html(render("unknown", unknown=tuple(unknown)))
        unknown.clear()


def plain(text: str) -> str:
    """Text for a place where Streamlit reads Markdown, which a text of a user, a file or an address never is.

    Only what would be markup is escaped, since a screen reader is given a label as it is written.
    """
    return _BEGINS.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


_MARKUP = re.compile(r"[\\`*_\[\]<>$|~@]|:(?=\S)|(?i:(?<=www)\.)")
_BEGINS = re.compile(r"^(\s*|\s*\d+)((?<=\d)[.)]|(?<!\d)[#+=-])", re.MULTILINE)


def _write(name: str, default: str) -> None:
    code = st.session_state[f"choice-{name}"]
    query = Address(address().page, st.query_params.to_dict()).without(name)
    st.query_params.from_dict(query if code == default else query | {name: code})


def _write_many(name: str, default: tuple[str, ...]) -> None:
    codes = tuple(st.session_state[f"choice-{name}"])
    query = {**st.query_params.to_dict(), name: ",".join(codes)}
    if codes == default:
        del query[name]
    st.query_params.from_dict(query)
