"""The editors of the page Data: a table each, or of the settings those of one kind."""

from collections.abc import Callable
from dataclasses import dataclass

from lib.imports.preview.plan_text import TABLE_NAMES
from lib.rules.settings import CONTACT, GOAL_LEVEL, NEAR, STATEMENT, VERDICT_SETTINGS
from lib.tables.records import Problem, Record, Records
from lib.views.board import BoardData
from lib.words.language import N_, _
from lib.words.settings import setting_name


@dataclass(frozen=True, slots=True)
class Part:
    """An editor: a table, or of the settings those of one kind, whose values are chosen or written in one way."""

    table: str
    about: str
    settings: tuple[str, ...] = ()

    def has(self, record: Record) -> bool:
        """True if a row is in this editor."""
        return not self.settings or record["setting"] in self.settings

    def fixed(self) -> dict[str, str]:
        """The values that hold for every row and are not shown."""
        return {"setting": self.settings[0]} if len(self.settings) == 1 else {}

    def title(self) -> str:
        """The heading above it."""
        if self.settings == (*VERDICT_SETTINGS,):
            return _("Words for verdicts")
        if self.settings == (CONTACT, STATEMENT):
            return _("Accessibility statement")
        return setting_name(self.settings[0]) if self.fixed() else _(TABLE_NAMES[self.table])


@dataclass(frozen=True, slots=True)
class Edited:
    """The content of an editor: rows to put by table and rows of its own to withdraw, problems, and its key."""

    put: Records
    gone: list[Record]
    problems: list[Problem]
    key: str

    @property
    def has_changes(self) -> bool:
        """Whether there is anything to save or to correct."""
        return bool(any(self.put.values()) or self.gone or self.problems)


_HOW = N_("Change a cell by a double click or Enter, add a row at the end, or mark rows by their edge and remove them.")
_NO_CODE = N_("Something new needs no code: one is made from its name. An old one's code stays.")
PARTS = {
    "goals": (Part("goals", _NO_CODE),),
    "indicators": (Part("indicators", _NO_CODE),),
    "goal_indicators": (Part("goal_indicators", N_("Which indicators measure a goal, and what of them judges it.")),),
    "targets": (Part("targets", _HOW),),
    "areas": (Part("areas", _NO_CODE),),
    "units": (Part("units", N_("A unit that moves has a row for each time, with the same code.")),),
    "successions": (Part("successions", N_("Which unit became which on a day, when units merged or were split.")),),
    "comparisons": (
        Part("comparisons", N_("What the board is compared with: each member of a group is a row, and a unit.")),
    ),
    "assessments": (Part("assessments", _HOW),),
    "events": (
        Part(
            "events",
            N_("What happened, and whether it breaks the series: limits and trends then begin again on that day."),
        ),
    ),
    "actions": (
        Part("actions", N_("What is done about a goal: who answers for it, by role, when it is due and its state.")),
    ),
    "meetings": (Part("meetings", N_("Their agendas are made on the page Meeting.")),),
    "sources": (Part("sources", N_("The documents and registers that figures come from.")),),
    "settings": (
        Part(
            "settings",
            N_("The board's own words for its verdicts, and from when they are valid."),
            (*VERDICT_SETTINGS,),
        ),
        Part(
            "settings",
            N_("How far from its target a figure is nearly met, by unit of measure, such as 3 %; 2 dagar; 0,5 mnkr."),
            (NEAR,),
        ),
        Part("settings", N_("How a goal's computed status follows from its indicators."), (GOAL_LEVEL,)),
        Part(
            "settings",
            N_("Whom to tell about what is hard to use, and what the municipality itself says in the statement."),
            (CONTACT, STATEMENT),
        ),
    ),
}
# The one that opens where the address names none.
USUAL = "targets"


def called(data: BoardData) -> Callable[[Record], str]:
    """The name of a row; '' while its subject is not filled in."""

    def goal(code: str) -> str:
        return data.goals[code].title if code in data.goals else ""

    def unit(code: str) -> str:
        return data.units[code].name if code in data.units else ""

    def name(record: Record) -> str:
        indicator = data.indicators.get(record.get("indicator", ""))
        if "setting" in record:
            return setting_name(record["setting"])
        if "rule" in record:
            return indicator.name if indicator else ""
        if "judges" in record:
            return " – ".join(filter(None, (goal(record["goal"]), indicator.name if indicator else "")))
        if "successor" in record:
            return " → ".join(filter(None, (unit(record["unit"]), unit(record["successor"]))))
        if "group" in record:
            return " – ".join(filter(None, (record["group"], unit(record["unit"]))))
        if "breaks_series" in record or "ended" in record:
            return str(record["text"])
        if "verdict" in record:
            return goal(record["goal"])
        return str(record.get("name") or record.get("title") or record.get("unit") or "")

    return name
