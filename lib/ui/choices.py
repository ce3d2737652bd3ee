"""The user's choices. The address is the state: read at every run, written only when the user picks something.

A choice at its default is left out of the address; a code that does not exist is reported and not used.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from lib.site import href
from lib.views import as_of as asof
from lib.views.as_of import NOW, BoardState
from lib.views.board import BoardData
from lib.views.choice import DEFAULT_BOARD, Choice, choice_of
from lib.views.selection import gender_names, stamp
from lib.web import memory
from lib.web.pages import as_of, forms, parts
from lib.words.language import _

LATEST = ""
ALL = ""
# Parameters that belong to the state that is shown, and are dropped with it.
OF_STATE = frozenset({"asof", "since"})


def sidebar() -> tuple[Choice, BoardData]:
    """Draw the choices that all pages share; gives them, with their board as of the state chosen.

    A board that the store did not have at that time ends the page with a sentence that says so.
    """
    boards = memory.boards()
    board, boxes = _box_of_boards(boards)
    state, box = _shown(board)
    boxes += box
    data = _as_it_stood(board, state)
    if data is None:
        st.sidebar.html(boxes)
        report_dropped()
        st.html(as_of.nothing_then(boards[board], state))
        st.stop()
    if data.is_example:
        st.html(parts.example())
    areas = {ALL: _("All areas"), **{code: a.name for code, a in data.areas.items()}}
    years = {LATEST: _("Latest"), **{str(year): str(year) for year in data.years()}}
    area, of_areas = _box(_("Area"), "area", areas)
    year, of_years = _box(_("Year"), "year", years)
    gender, of_genders = _box(_("Gender"), "gender", gender_names(), "T")
    st.sidebar.html(boxes + of_areas + of_years + of_genders)
    choice = Choice(area, int(year) if year else None, gender, board, state.code)
    st.html(parts.stamp(stamp(data, choice, state)))
    return choice, data


def board_now() -> tuple[Choice, BoardData]:
    """The choice of board alone, for a page that is about all of it as it is now; the other choices are kept."""
    board, box = _box_of_boards(memory.boards())
    st.sidebar.html(box)
    data = memory.board(board)
    if data.is_example:
        st.html(parts.example())
    whose, *_rest, version = stamp(data, Choice(), memory.state_or_now(board, NOW))
    st.html(parts.stamp((whose, version)))
    code = st.query_params.get("asof", NOW)
    state = code if memory.state(board, code) else NOW
    return replace(choice_of(data, st.query_params), board=board, asof=state), data


def _box_of_boards(boards: Mapping[str, str]) -> tuple[str, str]:
    return _box(_("Board"), "board", boards, board_of({}, boards))


def _shown(board: str) -> tuple[BoardState, str]:
    """The state to show, and a select box of now and the meetings where the board has any."""
    meetings, code = memory.meetings(board), st.query_params.get("asof", NOW)
    state = memory.state(board, code)
    if not meetings:
        if state is None:
            report(_("Figures as of"), code)
        return state or memory.now(board), ""
    states = {NOW: _("Now"), **{meeting.code: asof.name(meeting) for meeting in meetings}}
    if state and state.code not in states:
        states[state.code] = asof.name(state)
    picked, box = _box(_("Figures as of"), "asof", states)
    return memory.state_or_now(board, picked), box


def _as_it_stood(board: str, state: BoardState) -> BoardData | None:
    """The board in the state to show, below a banner if that is not now; None if it was not in the store then."""
    if state.code != NOW:
        now = {key: value for key, value in st.query_params.to_dict().items() if key not in OF_STATE}
        st.html(as_of.banner(state, href(st.session_state.get("path", "/"), now)))
    try:
        return memory.board(board, state.version)
    except KeyError:
        return None


def compared_with(choice: Choice) -> BoardState | None:
    """A select box of the meetings before the state shown, the newest chosen; None if there are none."""
    earlier = memory.earlier(choice.board, memory.state_or_now(choice.board, choice.asof))
    if not earlier:
        return None
    texts = {meeting.code: asof.name(meeting) for meeting in earlier}
    code, box = _box(_("Compared with"), "since", texts, earlier[0].code)
    st.html(f'<div class="mb-boxes">{box}</div>')
    return next(meeting for meeting in earlier if meeting.code == code)


def board_of(query: Mapping[str, str], boards: Mapping[str, str]) -> str:
    """The board an address asks for, or the one that the first visit opens."""
    first = DEFAULT_BOARD if DEFAULT_BOARD in boards else next(iter(boards))
    code = query.get("board", first)
    return code if code in boards else first


def searched() -> str:
    """The text to search for in the address ('' = none)."""
    return " ".join(st.query_params.get("q", "")[: forms.LONGEST_SEARCH].split())


def _box(label: str, name: str, options: Mapping[str, str], default: str = "") -> tuple[str, str]:
    """The chosen code of a parameter of the address, and its select box as HTML. `options` is code -> text."""
    code = code_of(label, name, options, default)
    path, rest = st.session_state.get("path", "/"), _without(name, st.query_params.to_dict())
    return code, forms.select(label, name, options, code, default, path, rest)


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


def code_of(label: str, name: str, options: Mapping[str, str], default: str = "") -> str:
    """The code in the address, if there is such an option; else the default."""
    code = st.query_params.get(name, default)
    if code in options:
        return code
    report(label, code)
    return default


def codes_of(label: str, name: str, options: Mapping[str, str], limit: int) -> list[str]:
    """The codes in the address, joined by commas or each a parameter of its own, that are such options."""
    codes = [code for text in st.query_params.get_all(name) for code in text.split(",") if code]
    for code in codes:
        if code not in options:
            report(label, code)
    return list(dict.fromkeys(code for code in codes if code in options))[:limit]


def _without(name: str, query: Mapping[str, str]) -> dict[str, str]:
    """The rest of the address when another value of this choice is picked.

    Another board drops all that belonged to the one before, another state drops the meeting it is compared with.
    """
    if name == "board":
        return {other: value for other, value in query.items() if other in {"gender", "lang"}}
    dropped = OF_STATE if name == "asof" else {name}
    return {other: value for other, value in query.items() if other not in dropped}


def pick_many(
    label: str, name: str, options: Mapping[str, str], default: Sequence[str] = (), limit: int = 8
) -> list[str]:
    """As `pick`, for several at once; in the address they are joined by commas."""
    text = st.query_params.get(name)
    codes = list(default) if text is None else [code for code in text.split(",") if code]
    picked = list(dict.fromkeys(code for code in codes if code in options))[:limit]
    for code in codes:
        if code not in options:
            report(label, code)
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
    texts = {str(year): str(year) for year in years}
    first, from_year = _box(_("From year"), "from", {"": _("First"), **texts})
    last, to_year = _box(_("To year"), "to", {"": _("Latest"), **texts})
    st.html(f'<div class="mb-boxes">{from_year}{to_year}</div>')
    return int(first) if first else None, int(last) if last else None


def report(label: str, code: str) -> None:
    """Note that a code in the address is not used, for `report_dropped`."""
    text = _("{label}: “{code}” does not exist and was left out.").format(label=label, code=code[:40])
    st.session_state.setdefault("told", []).append(text)


def report_dropped() -> None:
    """Report the codes in the address that were not used in this run, once each."""
    for text in dict.fromkeys(st.session_state.pop("told", [])):
        st.warning(plain(text))


def plain(text: str) -> str:
    """Text for a place where Streamlit reads Markdown, which a text of a user, a file or an address never is.

    Only what would be markup is escaped, since a screen reader is given a label as it is written.
    """
    return _BEGINS.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


_MARKUP = re.compile(r"[\\`*_\[\]<>$|~@]|:(?=\S)|(?i:(?<=www)\.)")
_BEGINS = re.compile(r"^(\s*|\s*\d+)((?<=\d)[.)]|(?<!\d)[#+=-])", re.MULTILINE)


def _write(name: str, default: str) -> None:
    code = st.session_state[f"choice-{name}"]
    query = _without(name, st.query_params.to_dict())
    st.query_params.from_dict(query if code == default else query | {name: code})


def _write_many(name: str, default: tuple[str, ...]) -> None:
    codes = tuple(st.session_state[f"choice-{name}"])
    query = {**st.query_params.to_dict(), name: ",".join(codes)}
    if codes == default:
        del query[name]
    st.query_params.from_dict(query)
