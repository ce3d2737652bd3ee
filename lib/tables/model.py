"""The tables, declared once: keys, enumerations, constraints, and each column's title, help and unit.

From these classes come the database, the seed files and exports (same names, same order), their validation, and
the headings that users see.
"""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from lib.rules.organisation import BESIDE, COMPARISON
from lib.rules.series import GENDERS, KINDS
from lib.rules.settings import NAMES as SETTINGS
from lib.rules.status import Better, Rule, Verdict
from lib.tables.base import Base, Row, in_order, one_of, text_column, value_column
from lib.words.language import N_

STATUSES = ("normal", "preliminary", "missing", "not_applicable", "confidential")
QUALIFIERS = ("=", "<", ">", "~")
STAGES = ("forecast", "final")
STATISTICS = ("share", "mean", "median", "count", "sum", "index", "ratio")
FREQUENCIES = ("month", "quarter", "tertial", "year", "irregular")
AGES = ("", "-29", "30-49", "50-")
ABSENCE_STATUSES = ("normal", "preliminary", "missing")
SUCCESSION_KINDS = ("merge", "split")
UNIT_KINDS = ("administration", "area", "department", "section", "unit", *BESIDE)
# An absence row's columns of hours: sickness absence by its length, then the ordinary working time.
HOURS = ("sick_1_14", "sick_15_59", "sick_60", "ordinary")
LINK_JUDGES = ("", "gap", "nothing")


class Board(Row):
    """A board (nämnd) whose goals are followed."""

    __tablename__ = "boards"
    key = ("board",)

    municipality: Mapped[str] = text_column(N_("Municipality"))
    municipality_code: Mapped[str] = text_column(N_("Municipality code"), N_("Four digits, as text"))
    name: Mapped[str] = text_column(N_("Name"))
    note: Mapped[str] = text_column(N_("Note"))


class Source(Row):
    """A document or register that figures come from."""

    __tablename__ = "sources"
    key = ("board", "source")

    source: Mapped[str] = text_column(N_("Source"))
    title: Mapped[str] = text_column(N_("Title"))
    kind: Mapped[str] = text_column(N_("Kind"))
    date: Mapped[dt.date | None] = value_column(N_("Date"))
    reference: Mapped[str] = text_column(N_("Reference"))
    note: Mapped[str] = text_column(N_("Note"))


class Area(Row):
    """A subject area that goals and indicators are sorted under."""

    __tablename__ = "areas"
    key = ("board", "area")

    area: Mapped[str] = text_column(N_("Area"))
    name: Mapped[str] = text_column(N_("Name"))
    order: Mapped[int] = value_column(N_("Order"))


class Unit(Row):
    """A part of the organisation, or something it is compared with; '' elsewhere means the whole board."""

    __tablename__ = "units"
    key = ("board", "unit", "valid_from")
    checks = (one_of("kind", UNIT_KINDS), in_order("valid_from", "valid_to"))

    unit: Mapped[str] = text_column(N_("Unit"))
    parent: Mapped[str] = text_column(N_("Parent"), refers="units")
    name: Mapped[str] = text_column(N_("Name"))
    kind: Mapped[str] = text_column(N_("Kind"), choices=UNIT_KINDS)
    valid_from: Mapped[dt.date | None] = value_column(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = value_column(N_("Valid to"))

    @property
    def is_comparison(self) -> bool:
        """Whether the board is only compared with it."""
        return self.kind == COMPARISON


class Succession(Row):
    """A unit that went into another on a day: several merge into one, or one is split into several."""

    __tablename__ = "successions"
    key = ("board", "unit", "successor", "date")
    checks = (one_of("kind", SUCCESSION_KINDS),)

    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    successor: Mapped[str] = text_column(N_("Successor"), refers="units")
    date: Mapped[dt.date] = value_column(N_("Date"), N_("The first day of the new unit"))
    kind: Mapped[str] = text_column(N_("Kind"), choices=SUCCESSION_KINDS)
    note: Mapped[str] = text_column(N_("Note"))


class Goal(Row):
    """A goal at the level the board gave it."""

    __tablename__ = "goals"
    key = ("board", "goal")
    checks = (in_order("valid_from", "valid_to"),)

    goal: Mapped[str] = text_column(N_("Goal"))
    number: Mapped[str] = text_column(N_("Number"))
    parent: Mapped[str] = text_column(N_("Parent"), refers="goals")
    area: Mapped[str] = text_column(N_("Area"), refers="areas")
    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    level: Mapped[str] = text_column(N_("Level"))
    title: Mapped[str] = text_column(N_("Title"))
    description: Mapped[str] = text_column(N_("Description"))
    responsible: Mapped[str] = text_column(N_("Responsible"))
    follow_up: Mapped[str] = text_column(N_("Follow-up"))
    valid_from: Mapped[dt.date | None] = value_column(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = value_column(N_("Valid to"))
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class Indicator(Row):
    """Something measured, with how its figures are to be read."""

    __tablename__ = "indicators"
    key = ("board", "indicator")
    checks = (
        one_of("better", tuple(Better)),
        one_of("statistic", STATISTICS),
        one_of("frequency", FREQUENCIES),
        CheckConstraint("decimals >= 0", name="decimals"),
        CheckConstraint("minimum_group >= 0", name="minimum_group"),
    )

    indicator: Mapped[str] = text_column(N_("Indicator"))
    area: Mapped[str] = text_column(N_("Area"), refers="areas")
    name: Mapped[str] = text_column(N_("Name"))
    definition: Mapped[str] = text_column(N_("Definition"))
    unit_of_measure: Mapped[str] = text_column(N_("Unit of measure"))
    decimals: Mapped[int] = value_column(N_("Decimals"), N_("The fewest decimals to show"))
    better: Mapped[str] = text_column(N_("Better"), choices=tuple(Better))
    statistic: Mapped[str] = text_column(N_("Statistic"), choices=STATISTICS)
    frequency: Mapped[str] = text_column(N_("Frequency"), choices=FREQUENCIES)
    accumulates: Mapped[bool | None] = value_column(
        N_("Accumulates within the year"),
        N_("Of a count or a sum. Yes: parts of the year add up. No: a state, of any day. Empty: not known"),
        later=True,
    )
    divided_by_gender: Mapped[bool] = value_column(N_("Divided by gender"))
    about_children: Mapped[bool | None] = value_column(
        N_("About children"), N_("Yes: women and men are called girls and boys"), later=True
    )
    kolada: Mapped[str] = text_column(N_("Kolada id"))
    minimum_group: Mapped[int] = value_column(N_("Smallest group shown"), unit="people")
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class GoalIndicator(Row):
    """Which indicators measure which goals, and what of an indicator judges the goal: all its targets, if not said."""

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
    """What an indicator shall reach, for whom and when."""

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


class Observation(Row):
    """One figure: of what, for whom, for which days, and how sure."""

    __tablename__ = "observations"
    key = ("board", "indicator", "unit", "gender", "period_start", "period_end", "kind")
    checks = (
        one_of("gender", GENDERS),
        one_of("kind", KINDS),
        one_of("qualifier", QUALIFIERS),
        one_of("status", STATUSES),
        in_order("period_start", "period_end"),
        in_order("lower", "upper"),
        CheckConstraint("count >= 0", name="count"),
        CheckConstraint(
            "value IS NOT NULL OR (lower IS NOT NULL AND upper IS NOT NULL)"
            " OR status IN ('missing', 'not_applicable', 'confidential')",
            name="figure_or_reason",
        ),
    )

    indicator: Mapped[str] = text_column(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    gender: Mapped[str] = text_column(N_("Gender"), choices=GENDERS)
    period_start: Mapped[dt.date] = value_column(N_("Period from"))
    period_end: Mapped[dt.date] = value_column(N_("Period to"))
    kind: Mapped[str] = text_column(N_("Kind"), choices=KINDS)
    value: Mapped[float | None] = value_column(N_("Value"))
    lower: Mapped[float | None] = value_column(N_("Lower"))
    upper: Mapped[float | None] = value_column(N_("Upper"))
    qualifier: Mapped[str] = text_column(N_("Qualifier"), choices=QUALIFIERS)
    count: Mapped[int | None] = value_column(N_("Count"), unit="people")
    status: Mapped[str] = text_column(N_("Status"), choices=STATUSES)
    note: Mapped[str] = text_column(N_("Note"))
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class Absence(Row):
    """A unit's hours of a month, by gender and age: ordinary working time and, of it, sickness absence by its length.

    `age` '' means all ages. The total is what the source says, and no sum of women and men.
    """

    __tablename__ = "absence"
    key = ("board", "unit", "period_start", "period_end", "gender", "age")
    checks = (
        one_of("gender", GENDERS),
        one_of("age", AGES),
        one_of("status", ABSENCE_STATUSES),
        in_order("period_start", "period_end"),
        CheckConstraint("sick_1_14 >= 0 AND sick_15_59 >= 0 AND sick_60 >= 0", name="sick"),
        CheckConstraint("sick_1_14 + sick_15_59 + sick_60 <= ordinary", name="sick_ordinary"),
        CheckConstraint("employees > 0", name="employees"),
        CheckConstraint(
            "status = 'missing' OR (ordinary IS NOT NULL AND sick_1_14 IS NOT NULL AND sick_15_59 IS NOT NULL"
            " AND sick_60 IS NOT NULL)",
            name="hours_or_missing",
        ),
    )

    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    period_start: Mapped[dt.date] = value_column(N_("Period from"))
    period_end: Mapped[dt.date] = value_column(N_("Period to"))
    gender: Mapped[str] = text_column(N_("Gender"), choices=GENDERS)
    age: Mapped[str] = text_column(N_("Age"), N_("Empty for all ages"), choices=AGES)
    sick_1_14: Mapped[float | None] = value_column(N_("Sick, day 1–14"), unit="hours")
    sick_15_59: Mapped[float | None] = value_column(N_("Sick, day 15–59"), unit="hours")
    sick_60: Mapped[float | None] = value_column(N_("Sick, day 60 or later"), unit="hours")
    ordinary: Mapped[float | None] = value_column(N_("Ordinary working time"), unit="hours")
    employees: Mapped[int | None] = value_column(N_("Employees"), unit="people")
    status: Mapped[str] = text_column(N_("Status"), choices=ABSENCE_STATUSES)
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class Published(Base):
    """What may be shown of the absence of a group and month, kept as it was when its batch was written.

    No table of the interchange format: it follows from `absence`, `units` and what was published before. `part` is a
    gender, an age or a length of absence; where `hole` says why nothing is shown there are no figures.
    """

    __tablename__ = "absence_published"
    __table_args__ = (
        Index("ix_absence_published_unit", "board", "unit", "superseded"),
        Index("ix_absence_published_month", "board", "part", "month"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    batch: Mapped[int] = mapped_column(ForeignKey("batches.id"))
    superseded: Mapped[int | None] = mapped_column(ForeignKey("batches.id"))
    board: Mapped[str]
    unit: Mapped[str]
    month: Mapped[dt.date]
    part: Mapped[str]
    sick: Mapped[float | None]
    ordinary: Mapped[float | None]
    employees: Mapped[int | None]
    hole: Mapped[str]
    preliminary: Mapped[bool]


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


class BoardEvent(Row):
    """Something that happened on a day and shows in figures; '' as area, indicator or unit = all of them."""

    __tablename__ = "events"
    key = ("board", "event")

    event: Mapped[str] = text_column(N_("Event"))
    date: Mapped[dt.date] = value_column(N_("Date"), N_("The first day on which it holds"))
    text: Mapped[str] = text_column(N_("Text"))
    area: Mapped[str] = text_column(N_("Area"), N_("Empty for all areas"), refers="areas")
    indicator: Mapped[str] = text_column(N_("Indicator"), N_("Empty for all indicators"), refers="indicators")
    unit: Mapped[str] = text_column(N_("Unit"), N_("Empty for the whole board and all of its units"), refers="units")
    breaks_series: Mapped[bool] = value_column(
        N_("Breaks the series"), N_("Yes where figures from before and after the day cannot be compared")
    )
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class Meeting(Row):
    """A meeting of the board. `frozen` is the day whose data the meeting saw, once that is settled."""

    __tablename__ = "meetings"
    key = ("board", "meeting")

    meeting: Mapped[str] = text_column(N_("Meeting"))
    date: Mapped[dt.date] = value_column(N_("Date"))
    title: Mapped[str] = text_column(N_("Title"))
    frozen: Mapped[dt.date | None] = value_column(N_("Frozen"), N_("The day whose data the meeting saw"))
    note: Mapped[str] = text_column(N_("Note"))


class BoardSetting(Row):
    """A setting of a board and the days it holds for, such as a word of its scale or how a goal's level comes about."""

    __tablename__ = "settings"
    key = ("board", "setting", "valid_from")
    checks = (one_of("setting", SETTINGS), in_order("valid_from", "valid_to"))

    setting: Mapped[str] = text_column(N_("Setting"), choices=SETTINGS)
    valid_from: Mapped[dt.date | None] = value_column(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = value_column(N_("Valid to"))
    value: Mapped[str] = text_column(N_("Value"))
    note: Mapped[str] = text_column(N_("Note"))
    source: Mapped[str] = text_column(N_("Source"), refers="sources")
    locator: Mapped[str] = text_column(N_("Place in the source"))


class AgendaItem(Row):
    """A point of a meeting: a view of Målbild, by its address without the board, and what the presenter says of it."""

    __tablename__ = "agenda_items"
    key = ("board", "meeting", "item")

    meeting: Mapped[str] = text_column(N_("Meeting"), refers="meetings")
    item: Mapped[str] = text_column(N_("Point"))
    order: Mapped[int] = value_column(N_("Order"))
    address: Mapped[str] = text_column(N_("Address"), N_("Page and choices, such as /mal?goal=…"))
    heading: Mapped[str] = text_column(N_("Heading"))
    notes: Mapped[str] = text_column(N_("Notes"))


class Question(Row):
    """A question that a member left at a view before or in a meeting, with the answer and what was decided."""

    __tablename__ = "questions"
    key = ("board", "meeting", "question")

    meeting: Mapped[str] = text_column(N_("Meeting"), refers="meetings")
    question: Mapped[str] = text_column(N_("Question"))
    address: Mapped[str] = text_column(N_("Address"), N_("Page and choices, such as /mal?goal=…"))
    text: Mapped[str] = text_column(N_("Text"))
    asked: Mapped[dt.date] = value_column(N_("Asked"))
    answer: Mapped[str] = text_column(N_("Answer"))
    decision: Mapped[str] = text_column(N_("Decision"))


TABLES: tuple[type[Row], ...] = (
    Board,
    Source,
    Area,
    Unit,
    Succession,
    Goal,
    Indicator,
    GoalIndicator,
    Target,
    Observation,
    Absence,
    Assessment,
    BoardEvent,
    Meeting,
    BoardSetting,
    AgendaItem,
    Question,
)
# What is said of a board in its meetings, and no figure, goal or verdict: no state of the board begins with it.
OF_MEETINGS: tuple[type[Row], ...] = (Meeting, AgendaItem, Question)
BY_NAME = {table.__tablename__: table for table in TABLES}
