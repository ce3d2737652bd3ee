"""The answers about a file's tables as its session holds them, and the options of each answer."""

from collections.abc import Iterable, Mapping

import streamlit as st

from lib.imports.mapping import ColumnMapping
from lib.views.board import BoardData
from lib.words.figures import GENDERS, KINDS
from lib.words.language import N_, _

TARGET = N_("Target")


def of_file(file: str) -> dict[str, ColumnMapping]:
    """The user's answers about a file's tables, by the signature of the table."""
    mappings: dict[str, ColumnMapping] = st.session_state.get(_key(file), {})
    return mappings


def keep(file: str, given: Mapping[str, ColumnMapping]) -> None:
    """Add answers; the next run of the page reads the file with them."""
    mappings = dict(of_file(file))
    for key, mapping in given.items():
        mappings[key] = mappings.get(key, ColumnMapping()).joined(mapping)
    st.session_state[_key(file)] = mappings


def share(file: str, files: Iterable[str]) -> None:
    """Let a file have the answers that were given about the others dropped with it, but for their periods."""
    shared = dict[str, ColumnMapping]()
    for other in files:
        for key, mapping in of_file(other).items():
            given = mapping if other == file else mapping.without_period()
            shared[key] = shared.get(key, ColumnMapping()).joined(given)
    own = of_file(file)
    shared |= {key: shared[key].joined(mapping) for key, mapping in own.items()}
    st.session_state[_key(file)] = shared


def _key(file: str) -> str:
    return f"data-said-{file}"


def options_of_axis(axis: str, data: BoardData) -> dict[str, str]:
    """The values that an axis may have for a whole table, code and text."""
    if axis == "indicator":
        return {"": "–"} | {code: about.name for code, about in data.indicators.items()}
    if axis == "unit":
        return {"": _("The whole board")} | {code: unit.name for code, unit in data.units.items()}
    words = GENDERS if axis == "gender" else KINDS | {"target": TARGET} if axis == "kind" else {}
    return {code: _(word) for code, word in words.items()}
