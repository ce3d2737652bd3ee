"""The rules for a single row beyond its columns' types: a code, no negative counts, limits that a rule needs.

The database takes no row that breaks these, or a page could not be drawn from it; here each is a sentence instead.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from lib.rules.actions import ENDED
from lib.rules.periods import Period
from lib.rules.status import Qualifier, Rule
from lib.tables.base import Row
from lib.tables.model import HOURS
from lib.words.language import N_, _, shortest

RowValues = Mapping[str, Any]

_NOT_NEGATIVE = {
    "indicators": ("decimals", "minimum_group"),
    "goal_indicators": ("gap",),
    "targets": ("near",),
    "observations": ("count",),
    "absence": ("sick_1_14", "sick_15_59", "sick_60", "ordinary"),
}
MOST_DECIMALS = 10
# An observation with one of these says why there is no figure.
_REASONS = ("missing", "not_applicable", "confidential")


def complaints(table: type[Row], record: RowValues) -> Iterator[tuple[str, str]]:
    """The columns of a row that break a rule, each with what to say."""
    name = table.__tablename__
    for column in _codes(table):
        if record[column] == "":
            yield column, _("The value is missing.")
    for column in _NOT_NEGATIVE.get(name, ()):
        if (record[column] or 0) < 0:
            yield column, _("{value} is below zero.").format(value=shortest(record[column]))
    for column, is_broken, sentence in _RULES.get(name, ()):
        if is_broken(record):
            yield column, _(sentence).format(**record)


def _codes(table: type[Row]) -> tuple[str, ...]:
    """The codes that a row cannot be without: its board, its own code, or of two things linked both."""
    return table.key if table.__tablename__ in ("goal_indicators", "comparisons") else table.key[:2]


def _has_many_decimals(indicator: RowValues) -> bool:
    return bool(indicator["decimals"] > MOST_DECIMALS)


def _lacks_limit(target: RowValues) -> bool:
    return target["rule"] == Rule.BETWEEN and None in (target["value"], target["upper"])


def _is_signed(target: RowValues) -> bool:
    return target["rule"] in (Rule.INCREASE, Rule.DECREASE) and (target["value"] or 0) < 0


def _has_no_figure(observation: RowValues) -> bool:
    in_range = observation["lower"] is not None and observation["upper"] is not None
    return observation["value"] is None and not in_range and observation["status"] not in _REASONS


def _has_no_number(observation: RowValues) -> bool:
    return observation["qualifier"] in (Qualifier.BELOW, Qualifier.ABOVE) and observation["value"] is None


def _has_figure_and_change(observation: RowValues) -> bool:
    figure = [observation[name] for name in ("value", "lower", "upper")]
    return bool(observation["change"]) and (observation["status"] != "missing" or figure != [None, None, None])


def _says_nothing(event: RowValues) -> bool:
    return not event["text"].strip()


def _has_no_end(action: RowValues) -> bool:
    return action["state"] in ENDED and action["ended"] is None


def _has_end(action: RowValues) -> bool:
    return action["state"] not in ENDED and action["ended"] is not None


def _lacks_hours(absence: RowValues) -> bool:
    return absence["status"] != "missing" and None in [absence[name] for name in HOURS]


def _is_sick_longer(absence: RowValues) -> bool:
    short, medium, long, ordinary = (absence[name] for name in HOURS)
    return None not in (short, medium, long, ordinary) and short + medium + long > ordinary


def _employs_nobody(absence: RowValues) -> bool:
    return absence["employees"] is not None and absence["employees"] <= 0


def _is_no_month(absence: RowValues) -> bool:
    first, last = absence["period_start"], absence["period_end"]
    return first is not None and last is not None and first <= last and Period(first, last).months != 1


_RULES: dict[str, tuple[tuple[str, Callable[[RowValues], bool], str], ...]] = {
    "indicators": (("decimals", _has_many_decimals, N_("{decimals} decimals are more than ten.")),),
    "targets": (
        ("rule", _lacks_limit, N_("The rule “between” needs both value and upper.")),
        ("value", _is_signed, N_("The least change of the rule “{rule}” is given without a minus sign.")),
    ),
    "absence": (
        ("ordinary", _lacks_hours, N_("Hours are missing; zero is written 0, and “missing” stands as status.")),
        ("ordinary", _is_sick_longer, N_("There are more hours of absence than of ordinary working time.")),
        ("employees", _employs_nobody, N_("{employees} employees is not possible; leave it empty if not known.")),
        ("period_end", _is_no_month, N_("{period_start} to {period_end} is not a calendar month.")),
    ),
    "actions": (
        ("text", _says_nothing, N_("The value is missing.")),
        ("ended", _has_no_end, N_("An action that is done or stopped has the day on which it was.")),
        ("ended", _has_end, N_("Only an action that is done or stopped has a day on which it was.")),
    ),
    "events": (("text", _says_nothing, N_("The value is missing.")),),
    "observations": (
        (
            "value",
            _has_no_figure,
            N_("There is neither a figure (value, or lower and upper) nor a status that says why."),
        ),
        (
            "change",
            _has_figure_and_change,
            N_("A change without figure has the status missing, and neither value, lower nor upper."),
        ),
        ("qualifier", _has_no_number, N_("“{qualifier}” needs a value that the figure is below or above.")),
    ),
}
