"""A board's aims and its own judgement of them: goals, their indicators, targets and assessments."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from lib.rules.series import GENDERS
from lib.rules.status import Rule, Verdict
from lib.tables.base import Row, in_order, one_of, text_column, value_column
from lib.words.language import N_

STAGES = ("forecast", "final")
LINK_JUDGES = ("", "gap", "nothing")


class Goal(Row):
    """A goal at the level the board gave it."""

    __tablename__ = "goals"
    key = ("board", "goal")
    checks = (in_order("valid_from", "valid_to"),)

    goal: Mapped[str] = text_column(N_("Goal"))
    number: Mapped[str] = text_column(N_("Number"))
    parent: Mapped[str] = text_column(N_("Part of"), refers="goals")
    area: Mapped[str] = text_column(N_("Area"), refers="areas")
    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    level: Mapped[str] = text_column(N_("Type of goal"))
    title: Mapped[str] = text_column(N_("Title"))
    description: Mapped[str] = text_column(N_("Description"))
    responsible: Mapped[str] = text_column(N_("Responsible"))
    follow_up: Mapped[str] = text_column(N_("Follow-up"))
    valid_from: Mapped[dt.date | None] = value_column(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = value_column(N_("Valid to"))
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))
    economy: Mapped[bool | None] = value_column(
        N_("Of importance for sound financial management"),
        N_("Yes: stands first in the interim and annual reports"),
        later=True,
    )


class GoalIndicator(Row):
    """The link between a goal and an indicator, and the targets of it that judge the goal: all of them if not given."""

    __tablename__ = "goal_indicators"
    key = ("board", "goal", "indicator")
    checks = (
        one_of("judges", LINK_JUDGES),
        one_of("gender", ("", *GENDERS)),
        CheckConstraint("gap >= 0", name="gap"),
    )

    goal: Mapped[str] = text_column(N_("Goal"), refers="goals")
    indicator: Mapped[str] = text_column(N_("Indicator"), refers="indicators")
    judges: Mapped[str] = text_column(
        N_("Judges the goal"),
        N_("Empty: the indicator's targets. gap: the difference between women and men. nothing: it is only shown"),
        choices=LINK_JUDGES,
        later=True,
    )
    unit: Mapped[str] = text_column(
        N_("Only the targets of unit"), N_("Empty: of the whole board and all units"), refers="units", later=True
    )
    gender: Mapped[str] = text_column(
        N_("Only the targets of gender"), N_("Empty: of all"), choices=("", *GENDERS), later=True
    )
    gap: Mapped[float | None] = value_column(
        N_("Largest difference"), N_("With gap: how far apart women and men may be"), later=True
    )


class Target(Row):
    """The value that an indicator should reach, for whom and when."""

    __tablename__ = "targets"
    key = ("board", "indicator", "unit", "gender", "valid_from")
    checks = (
        one_of("gender", GENDERS),
        one_of("rule", tuple(Rule)),
        in_order("valid_from", "valid_to"),
        in_order("value", "upper"),
        in_order("baseline_start", "baseline_end"),
        CheckConstraint("near >= 0", name="near"),
        CheckConstraint("rule <> 'between' OR (value IS NOT NULL AND upper IS NOT NULL)", name="between"),
    )

    indicator: Mapped[str] = text_column(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    gender: Mapped[str] = text_column(N_("Gender"), choices=GENDERS)
    valid_from: Mapped[dt.date | None] = value_column(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = value_column(N_("Valid to"))
    rule: Mapped[str] = text_column(N_("Rule"), choices=tuple(Rule))
    value: Mapped[float | None] = value_column(N_("Value"))
    upper: Mapped[float | None] = value_column(N_("Upper"))
    near: Mapped[float | None] = value_column(N_("Margin for nearly met"))
    baseline_start: Mapped[dt.date | None] = value_column(N_("Baseline from"))
    baseline_end: Mapped[dt.date | None] = value_column(N_("Baseline to"))
    note: Mapped[str] = text_column(N_("Note"))
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class Assessment(Row):
    """The board's or a department's own verdict on a goal, or on an aspect of it."""

    __tablename__ = "assessments"
    key = ("board", "goal", "indicator", "unit", "aspect", "period_start", "period_end", "stage")
    checks = (
        one_of("stage", STAGES),
        one_of("verdict", tuple(Verdict)),
        in_order("period_start", "period_end"),
    )

    goal: Mapped[str] = text_column(N_("Goal"), refers="goals")
    indicator: Mapped[str] = text_column(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    aspect: Mapped[str] = text_column(N_("Aspect"))
    period_start: Mapped[dt.date] = value_column(N_("Period from"))
    period_end: Mapped[dt.date] = value_column(N_("Period to"))
    stage: Mapped[str] = text_column(N_("Stage"), choices=STAGES)
    verdict: Mapped[str] = text_column(N_("Verdict"), choices=tuple(Verdict))
    comment: Mapped[str] = text_column(N_("Comment"))
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))
