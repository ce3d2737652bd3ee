"""What an address asks for: the page, and on it a board in a state, with a filter. The address is the state.

A choice at its default is left out of the address; a code that does not exist is reported and not used.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lib.site import ACCESSIBILITY, DATA, PEOPLE, SitePage
from lib.store.access import access
from lib.views import as_of
from lib.views.as_of import NOW, BoardState
from lib.views.board import BoardData
from lib.views.choice import Choice, choice_of
from lib.views.selection import gender_names
from lib.web import memory, offered
from lib.words.language import _

LONGEST_SEARCH = 80
# Parameters that belong to the state that is shown, and are dropped with it.
OF_STATE = frozenset({"asof", "since"})
# Pages that are about all of a board as it is now.
_OF_NOW = frozenset({ACCESSIBILITY, DATA, PEOPLE})


@dataclass(frozen=True)
class Address:
    """A page with the parameters of its address. `unknown` gathers a sentence for each code that does not exist."""

    page: SitePage
    query: Mapping[str, str]
    unknown: list[str] = field(default_factory=list)

    @cached_property
    def boards(self) -> Mapping[str, str]:
        """Every board's code and name."""
        return memory.boards()

    @cached_property
    def board(self) -> str:
        """The board's code: the one asked for, or the one that the first visit opens."""
        return self.code_of(_("Board"), "board", self.boards, offered.first_board())

    @cached_property
    def meetings(self) -> tuple[BoardState, ...]:
        """The states of the board's meetings, the newest first."""
        return memory.meetings(self.board)

    @cached_property
    def state(self) -> BoardState:
        """The state asked for, or the current one."""
        code = self.query.get("asof", NOW)
        state = memory.state(self.board, code)
        if state is None:
            self.report(_("Figures as of"), code)
        return state or memory.now(self.board)

    @cached_property
    def data(self) -> BoardData | None:
        """The board in the state to show, on pages about now as it is now; None where there was none then."""
        try:
            return memory.board(self.board, None if self.page.path in _OF_NOW else self.state.version)
        except KeyError:
            return None

    @property
    def existing(self) -> BoardData:
        """The board in the state to show. Raises ValueError where there was none then."""
        if self.data is None:
            raise ValueError(f"the board {self.board} was not there at version {self.state.version}")
        return self.data

    @cached_property
    def choice(self) -> Choice:
        """The filter with board and state."""
        data = self.existing
        if self.page.path in _OF_NOW:
            state = self.query.get("asof", NOW) if memory.state(self.board, self.query.get("asof", NOW)) else NOW
            return replace(choice_of(data, self.query), board=self.board, asof=state)
        area = self.code_of(_("Area"), "area", {"": "", **{code: row.name for code, row in data.areas.items()}})
        year = self.code_of(_("Year"), "year", {"": "", **{str(year): "" for year in data.years()}})
        gender = self.code_of(_("Gender"), "gender", gender_names(), "T")
        return Choice(area, int(year) if year else None, gender, self.board, self.state.code)

    @property
    def search(self) -> str:
        """The text to search for ('' = none)."""
        return " ".join(self.query.get("q", "")[:LONGEST_SEARCH].split())

    @property
    def is_editing(self) -> bool:
        """Whether what writes is offered too: it is asked for, and there is something that the user may write."""
        return self.query.get("edit") == "1" and access(self.board).edits

    def code_of(self, label: str, name: str, options: Mapping[str, str], default: str = "") -> str:
        """The code of a parameter, if there is such an option; else the default."""
        code = self.query.get(name, default)
        if code in options:
            return code
        self.report(label, code)
        return default

    def codes_of(
        self, label: str, name: str, options: Mapping[str, str], default: Sequence[str] = (), limit: int = 8
    ) -> list[str]:
        """As `code_of`, for several at once, which are joined by commas."""
        text = self.query.get(name)
        codes = list(default) if text is None else [code for code in text.split(",") if code]
        for code in codes:
            if code not in options:
                self.report(label, code)
        return list(dict.fromkeys(code for code in codes if code in options))[:limit]

    def report(self, label: str, code: str) -> None:
        """Note that a code is not used."""
        sentence = _("{label}: “{code}” does not exist and was left out.").format(label=label, code=code[:40])
        if sentence not in self.unknown:
            self.unknown.append(sentence)

    def without(self, name: str) -> dict[str, str]:
        """The rest of the address when another value of this choice is picked.

        Another board drops all that belonged to the one before, another state drops the meeting it is compared with.
        Of a list in parts the first is shown again.
        """
        if name == "board":
            return {other: value for other, value in self.query.items() if other in {"gender", "lang", "edit"}}
        dropped = {*(OF_STATE if name == "asof" else {name}), "page"}
        return {other: value for other, value in self.query.items() if other not in dropped}

    @property
    def states(self) -> dict[str, str]:
        """Now and the meetings that the board can be shown at, by code; empty where there was no meeting."""
        if not self.meetings and self.state.code == NOW:
            return {}
        listed = (
            self.meetings if self.state in (memory.now(self.board), *self.meetings) else (*self.meetings, self.state)
        )
        return {NOW: _("Today’s figures"), **{state.code: as_of.name(state) for state in listed}}


def joined(parameters: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The parameters of an address by name; several of one name are joined by commas."""
    texts: dict[str, str] = {}
    for name, text in parameters:
        texts[name] = f"{texts[name]},{text}" if name in texts else text
    return texts
