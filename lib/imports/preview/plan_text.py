"""The rows of a plan or a batch in words: the subject of a row, and its old and new values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lib.imports.sheets.words import TITLES, word_for
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point
from lib.rules.status import Measure, Qualifier
from lib.rules.targets import Change
from lib.store.plans import RowChange
from lib.store.withheld import Withheld
from lib.tables.base import columns
from lib.tables.model import BY_NAME, Target
from lib.tables.records import Problem, Record
from lib.views.board import BoardData
from lib.views.board_series import span_of
from lib.words.figures import GENDERS, KINDS, STAGES, gender_text, point_text, status_text, verdict_text
from lib.words.language import N_, _, day_name, number, period_name
from lib.words.settings import setting_name, value_text
from lib.words.targets import target_text

TABLE_NAMES = {
    "questions": N_("Questions"),
    "absence": N_("Hours of sickness absence"),
    "successions": N_("Units that became others"),
} | TITLES
NEW, CHANGED, WITHDRAWN, UNCOMPARED = N_("new"), N_("changed"), N_("withdrawn"), N_("not compared")
# The columns that name a row which is no figure, target or verdict.
_TITLES = ("title", "name", "heading", "text")
_FIGURE = frozenset({"value", "lower", "upper", "qualifier", "status", "count"})
_HOURS = ("sick_1_14", "sick_15_59", "sick_60", "ordinary", "employees")
# Tables of which it is withheld even which rows there are.
_UNTOLD = frozenset({"absence"})
_NOTHING = Withheld()
_FROM = frozenset({"source", "locator"})
_TARGET = frozenset({"rule", "value", "upper", "near", "baseline_start", "baseline_end"})
_MAIN = {
    "observations": _FIGURE,
    "targets": _TARGET,
    "assessments": frozenset({"verdict"}),
    "settings": frozenset({"value"}),
}


@dataclass(frozen=True, slots=True)
class BoardNames:
    """The names of a board's codes."""

    indicators: Mapping[str, IndicatorTraits] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    goals: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def called(self, table: str, code: str) -> str:
        """The name of a code of a table; the code itself where it has none."""
        if table == "indicators":
            return self.indicators[code].name if code in self.indicators else code
        names = {"units": self.units, "goals": self.goals, "sources": self.sources}
        return names.get(table, {}).get(code, code)

    @classmethod
    def of(cls, *boards: BoardData) -> "BoardNames":
        """The names of a board in some of its states; a later one's go first."""
        indicators, units = dict[str, IndicatorTraits](), dict[str, str]()
        goals, sources = dict[str, str](), dict[str, str]()
        for data in boards:
            indicators |= data.indicators
            units |= {code: unit.name for code, unit in data.units.items()}
            goals |= {code: goal.title for code, goal in data.goals.items()}
            sources |= {code: source.title for code, source in data.sources.items()}
        return cls(indicators, units, goals, sources)


@dataclass(frozen=True, slots=True)
class RowText:
    """A row in words: the table, the kind of change, its subject in two steps, its period, old and new value.

    `secret` says that a figure is kept back.
    """

    table: str
    change: str
    name: str
    about: str
    period: str
    before: str
    after: str
    secret: bool = False


def row_text(step: RowChange, names: BoardNames, withheld: Withheld = _NOTHING, own: bool = False) -> RowText:
    """A step in words. Of withheld rows only the user's own value (`own`) is shown, never the one it replaces."""
    record = step.new or step.old or {}
    secret = withheld.has(step.table, step.key)
    placeholder = _("not shown")
    if secret:
        is_untold = step.table in _UNTOLD
        before = placeholder if step.old and not is_untold else ""
        after = (
            _written(step.table, step.new, names) if own and step.new else placeholder if step.new or is_untold else ""
        )
    else:
        before, after = _ends(step, names)
    name, about = _who(step.table, record, names)
    return RowText(step.table, _change(step, secret), name, about, _period(record), before, after, secret)


def _change(step: RowChange, secret: bool) -> str:
    if secret and step.table in _UNTOLD:
        return UNCOMPARED
    return CHANGED if step.old and step.new else NEW if step.new else WITHDRAWN


def _written(table: str, record: Record, names: BoardNames) -> str:
    """A row as it was written, by itself."""
    if table != "absence":
        return _main(table, record, names)
    given = (name for name in _HOURS if record[name] is not None)
    return "; ".join(_column(table, name, record, names) for name in given)


def fault_text(fault: Problem, names: BoardNames) -> str:
    """A rule that a plan would break, with the row named in words; unchanged where it is about no row."""
    about = fault.about
    if about is None:
        return str(fault)
    whom = [_(TABLE_NAMES[about.table]), *_who(about.table, about.record, names), _period(about.record)]
    if fault.column:
        title = next(column.info["title"] for column in columns(BY_NAME[about.table]) if column.name == fault.column)
        whom.append(_("column {column}").format(column=_(title)))
    return f"{', '.join(filter(None, whom))}: {about.sentence}"


def _who(table: str, record: Record, names: BoardNames) -> tuple[str, str]:
    if table == "comparisons":
        return record["group"], names.called("units", record["unit"])
    if table == "actions":
        return record["text"], names.called("goals", record["goal"])
    if table == "events":
        about = (names.called("indicators", record["indicator"]), names.called("units", record["unit"]))
        return record["text"], ", ".join(part for part in about if part)
    if "indicator" in record and table not in ("indicators", "assessments"):
        name = names.called("indicators", record["indicator"])
        if table == "goal_indicators":
            return names.called("goals", record["goal"]), name
        return name, _of_unit(record, names)
    if table == "absence":
        return _(TABLE_NAMES[table]), ", ".join(filter(None, (_of_unit(record, names), record["age"])))
    if table == "assessments":
        return names.called("goals", record["goal"]), _of_unit(record, names)
    if table == "settings":
        return setting_name(record["setting"]), ""
    title = next((record[column] for column in _TITLES if record.get(column)), "")
    code = record[BY_NAME[table].key[-1]] if table != "units" else record["unit"]
    return str(title or code), ""


def _of_unit(record: Record, names: BoardNames) -> str:
    parts = [names.called("units", record["unit"])]
    if record.get("gender", "T") != "T":
        about = names.indicators.get(record.get("indicator", ""))
        parts.append(gender_text(record["gender"], about) if about else _(GENDERS[record["gender"]]))
    if record.get("kind", "outcome") != "outcome":
        parts.append(_(KINDS[record["kind"]]))
    parts.append(record.get("aspect", ""))
    if record.get("stage"):
        parts.append(_(STAGES[record["stage"]]))
    return ", ".join(part for part in parts if part)


def _period(record: Record) -> str:
    start, end = record.get("period_start"), record.get("period_end")
    if start and end:
        return period_name(Period(start, end), short=True)
    if "breaks_series" in record and record["date"]:
        return day_name(record["date"])
    first, last = record.get("valid_from"), record.get("valid_to")
    if first and last:
        return period_name(Period(first, last), short=True)
    if first or last:
        return _("from {day}").format(day=first) if first else _("until {day}").format(day=last)
    return ""


def _ends(step: RowChange, names: BoardNames) -> tuple[str, str]:
    """The old and the new values: the figure, target or verdict, and every other column that changes.

    The source is given only where nothing else changes.
    """
    ends = [record for record in (step.old, step.new) if record]
    mains = [_main(step.table, record, names) for record in ends]
    also = [name for name in step.differing() if name not in _covered(step.table)]
    if len(set(mains)) > 1 or not _FROM.issuperset(also):
        also = [name for name in also if name not in _FROM]
    sides = [
        "; ".join(filter(None, (main, *(_column(step.table, name, record, names) for name in also))))
        for main, record in zip(mains, ends, strict=True)
    ]
    return sides[0] if step.old else "", sides[-1] if step.new else ""


def _covered(table: str) -> frozenset[str]:
    """The columns that the main words of a row cover."""
    return _MAIN.get(table, frozenset())


def _main(table: str, record: Record, names: BoardNames) -> str:
    about = names.indicators.get(record.get("indicator", ""))
    if table == "observations" and about:
        return figure_text(record, about)
    if table == "targets" and about:
        return target_text(span_of(Target(**record)), about)
    if table == "assessments":
        return verdict_text(record["verdict"])
    if table == "settings":
        return value_text(record["setting"], record["value"])
    return ""


def figure_text(record: Record, about: IndicatorTraits) -> str:
    """An observation's figure, with its status where that is not the normal one and the count where it is given."""
    measure = Measure(record["value"], record["lower"], record["upper"], Qualifier(record["qualifier"]))
    none = record["value"] is None and record["lower"] is None
    period = Period(record["period_start"], record["period_end"])
    change = Change(record["change"]) if record["change"] else None
    figure = None if none else measure
    point = Point(period, record["kind"], figure, record["status"], record["count"], change=change)
    parts = [point_text(point, about), status_text(record["status"], about) if not none else ""]
    if record["count"] is not None:
        parts.append(_("count {n}").format(n=number(record["count"])))
    return ", ".join(part for part in parts if part)


def _column(table: str, name: str, record: Record, names: BoardNames) -> str:
    column = next(column for column in columns(BY_NAME[table]) if column.name == name)
    value = record[name]
    if value in (None, ""):
        text = "–"
    elif isinstance(value, float):
        text = number(value)
    else:
        text = names.called(column.info.get("refers", ""), word_for(table, name, str(value)))
    return f"{_(column.info['title'])}: {text}"
