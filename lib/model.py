"""The tables, declared once: keys, enumerations, constraints, and each column's title, help and unit.

From these classes come the database, the seed files and exports (same names, same order), their validation, and
the headings that users see. Every row also has three columns of the store's own, left out of the interchange:

- `batch`: the batch that wrote the row, `superseded`: the batch that replaced or withdrew it (None = current);
- `place`: the row's place in its table, kept by the rows that replace it, so that order survives corrections.

No value is ever changed or deleted: a correction is a new row. Rows as of batch n are those with batch <= n that
were not superseded by then.
"""

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import CheckConstraint, Column, DateTime, ForeignKey, Index, MetaData, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from lib.status import Better, Rule, Verdict
from lib.words import N_

SCHEMA_VERSION = 1

GENDERS = ("T", "K", "M")
KINDS = ("outcome", "forecast", "budget", "plan")
STATUSES = ("normal", "preliminary", "missing", "not_applicable", "confidential")
QUALIFIERS = ("=", "<", ">", "~")
STAGES = ("forecast", "final")
STATISTICS = ("share", "mean", "median", "count", "sum", "index", "ratio")
FREQUENCIES = ("month", "quarter", "tertial", "year", "irregular")
UNIT_KINDS = ("administration", "area", "department", "section", "unit", "municipality", "comparison")
BATCH_KINDS = ("seed", "import", "edit", "undo")


class Base(DeclarativeBase):
    """All tables; constraint names are given so that both databases report them alike."""

    metadata = MetaData(
        naming_convention={
            "pk": "pk_%(table_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "ix": "ix_%(table_name)s_%(column_0_name)s",
        }
    )


class Setting(Base):
    """What the store says of itself, such as the schema version it was made with."""

    __tablename__ = "store_settings"

    name: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Batch(Base):
    """One writing: who, when, from what file. Its number is the data version."""

    __tablename__ = "batches"
    __table_args__ = (CheckConstraint(f"kind IN {BATCH_KINDS}", name="kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String)
    who: Mapped[str] = mapped_column(String)
    at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    file: Mapped[str] = mapped_column(String, default="")
    hash: Mapped[str] = mapped_column(String, default="")
    note: Mapped[str] = mapped_column(Text, default="")


def _text(title: str, help: str = "", *, choices: tuple[str, ...] = (), refers: str = "", sort_order: int = 0) -> Any:
    """A text column ('' = not given). `choices` are its allowed values, `refers` the table its code is in."""
    info = {"title": title, "help": help, "choices": choices, "refers": refers}
    return mapped_column(Text, default="", info=info, sort_order=sort_order)


def _value(title: str, help: str = "", *, unit: str = "") -> Any:
    """A column whose Python type says what it holds (number, date, truth)."""
    return mapped_column(info={"title": title, "help": help, "unit": unit})


def _one_of(column: str, choices: tuple[str, ...], empty: bool = False) -> CheckConstraint:
    allowed = ", ".join(f"'{choice}'" for choice in ((*choices, "") if empty else choices))
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _in_order(first: str, last: str) -> CheckConstraint:
    return CheckConstraint(f"{first} <= {last}", name=f"{first}_{last}")


_CURRENT = text("superseded IS NULL")
# Two rows that both hold from the beginning have the same key, though NULLs are never equal.
_OPEN_START = text("coalesce(valid_from, '0001-01-01')")


class Row(Base):
    """What every table of the interchange format has. `key` names the columns that identify a current row."""

    __abstract__ = True
    key: ClassVar[tuple[str, ...]]
    checks: ClassVar[tuple[CheckConstraint, ...]] = ()

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-5)
    batch: Mapped[int] = mapped_column(ForeignKey("batches.id"), index=True, sort_order=-4)
    superseded: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), index=True, sort_order=-3)
    place: Mapped[int] = mapped_column(sort_order=-2)
    board: Mapped[str] = _text(N_("Board"), refers="boards", sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        """One current row a key, in the database itself; history may hold many."""
        return (
            CheckConstraint("board <> ''", name="board_given"),
            CheckConstraint("superseded IS NULL OR superseded > batch", name="superseded_later"),
            *cls.checks,
            Index(
                f"uq_{cls.__tablename__}_current",
                *(_OPEN_START if column == "valid_from" else column for column in cls.key),
                unique=True,
                sqlite_where=_CURRENT,
                postgresql_where=_CURRENT,
            ),
        )


class Board(Row):
    """A board (nämnd) whose goals are followed."""

    __tablename__ = "boards"
    key = ("board",)

    municipality: Mapped[str] = _text(N_("Municipality"))
    municipality_code: Mapped[str] = _text(N_("Municipality code"), N_("Four digits, as text"))
    name: Mapped[str] = _text(N_("Name"))
    note: Mapped[str] = _text(N_("Note"))


class Source(Row):
    """A document or register that figures come from."""

    __tablename__ = "sources"
    key = ("board", "source")

    source: Mapped[str] = _text(N_("Source"))
    title: Mapped[str] = _text(N_("Title"))
    kind: Mapped[str] = _text(N_("Kind"))
    date: Mapped[dt.date | None] = _value(N_("Date"))
    reference: Mapped[str] = _text(N_("Reference"))
    note: Mapped[str] = _text(N_("Note"))


class Area(Row):
    """A subject area that goals and indicators are sorted under."""

    __tablename__ = "areas"
    key = ("board", "area")

    area: Mapped[str] = _text(N_("Area"))
    name: Mapped[str] = _text(N_("Name"))
    order: Mapped[int] = _value(N_("Order"))


class Unit(Row):
    """A part of the organisation, or something it is compared with; '' elsewhere means the whole board."""

    __tablename__ = "units"
    key = ("board", "unit", "valid_from")
    checks = (_one_of("kind", UNIT_KINDS), _in_order("valid_from", "valid_to"))

    unit: Mapped[str] = _text(N_("Unit"))
    parent: Mapped[str] = _text(N_("Parent"), refers="units")
    name: Mapped[str] = _text(N_("Name"))
    kind: Mapped[str] = _text(N_("Kind"), choices=UNIT_KINDS)
    valid_from: Mapped[dt.date | None] = _value(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = _value(N_("Valid to"))


class Goal(Row):
    """A goal at the level the board gave it."""

    __tablename__ = "goals"
    key = ("board", "goal")
    checks = (_in_order("valid_from", "valid_to"),)

    goal: Mapped[str] = _text(N_("Goal"))
    number: Mapped[str] = _text(N_("Number"))
    parent: Mapped[str] = _text(N_("Parent"), refers="goals")
    area: Mapped[str] = _text(N_("Area"), refers="areas")
    unit: Mapped[str] = _text(N_("Unit"), refers="units")
    level: Mapped[str] = _text(N_("Level"))
    title: Mapped[str] = _text(N_("Title"))
    description: Mapped[str] = _text(N_("Description"))
    responsible: Mapped[str] = _text(N_("Responsible"))
    follow_up: Mapped[str] = _text(N_("Follow-up"))
    valid_from: Mapped[dt.date | None] = _value(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = _value(N_("Valid to"))
    source: Mapped[str] = _text(N_("Source"), refers="sources")
    locator: Mapped[str] = _text(N_("Place in the source"))


class Indicator(Row):
    """Something measured, with how its figures are to be read."""

    __tablename__ = "indicators"
    key = ("board", "indicator")
    checks = (
        _one_of("better", tuple(Better)),
        _one_of("statistic", STATISTICS),
        _one_of("frequency", FREQUENCIES),
        CheckConstraint("decimals >= 0", name="decimals"),
        CheckConstraint("minimum_group >= 0", name="minimum_group"),
    )

    indicator: Mapped[str] = _text(N_("Indicator"))
    area: Mapped[str] = _text(N_("Area"), refers="areas")
    name: Mapped[str] = _text(N_("Name"))
    definition: Mapped[str] = _text(N_("Definition"))
    unit_of_measure: Mapped[str] = _text(N_("Unit of measure"))
    decimals: Mapped[int] = _value(N_("Decimals"), N_("The fewest decimals to show"))
    better: Mapped[str] = _text(N_("Better"), choices=tuple(Better))
    statistic: Mapped[str] = _text(N_("Statistic"), choices=STATISTICS)
    frequency: Mapped[str] = _text(N_("Frequency"), choices=FREQUENCIES)
    divided_by_gender: Mapped[bool] = _value(N_("Divided by gender"))
    kolada: Mapped[str] = _text(N_("Kolada id"))
    minimum_group: Mapped[int] = _value(N_("Smallest group shown"), unit="people")
    source: Mapped[str] = _text(N_("Source"), refers="sources")
    locator: Mapped[str] = _text(N_("Place in the source"))


class GoalIndicator(Row):
    """Which indicators measure which goals."""

    __tablename__ = "goal_indicators"
    key = ("board", "goal", "indicator")

    goal: Mapped[str] = _text(N_("Goal"), refers="goals")
    indicator: Mapped[str] = _text(N_("Indicator"), refers="indicators")


class Target(Row):
    """What an indicator shall reach, for whom and when."""

    __tablename__ = "targets"
    key = ("board", "indicator", "unit", "gender", "valid_from")
    checks = (
        _one_of("gender", GENDERS),
        _one_of("rule", tuple(Rule)),
        _in_order("valid_from", "valid_to"),
        _in_order("value", "upper"),
        _in_order("baseline_start", "baseline_end"),
        CheckConstraint("near >= 0", name="near"),
        CheckConstraint("rule <> 'between' OR (value IS NOT NULL AND upper IS NOT NULL)", name="between"),
    )

    indicator: Mapped[str] = _text(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = _text(N_("Unit"), refers="units")
    gender: Mapped[str] = _text(N_("Gender"), choices=GENDERS)
    valid_from: Mapped[dt.date | None] = _value(N_("Valid from"))
    valid_to: Mapped[dt.date | None] = _value(N_("Valid to"))
    rule: Mapped[str] = _text(N_("Rule"), choices=tuple(Rule))
    value: Mapped[float | None] = _value(N_("Value"))
    upper: Mapped[float | None] = _value(N_("Upper"))
    near: Mapped[float | None] = _value(N_("Margin for nearly met"))
    baseline_start: Mapped[dt.date | None] = _value(N_("Baseline from"))
    baseline_end: Mapped[dt.date | None] = _value(N_("Baseline to"))
    note: Mapped[str] = _text(N_("Note"))
    source: Mapped[str] = _text(N_("Source"), refers="sources")
    locator: Mapped[str] = _text(N_("Place in the source"))


class Observation(Row):
    """One figure: of what, for whom, for which days, and how sure."""

    __tablename__ = "observations"
    key = ("board", "indicator", "unit", "gender", "period_start", "period_end", "kind")
    checks = (
        _one_of("gender", GENDERS),
        _one_of("kind", KINDS),
        _one_of("qualifier", QUALIFIERS),
        _one_of("status", STATUSES),
        _in_order("period_start", "period_end"),
        _in_order("lower", "upper"),
        CheckConstraint("count >= 0", name="count"),
        CheckConstraint(
            "value IS NOT NULL OR (lower IS NOT NULL AND upper IS NOT NULL)"
            " OR status IN ('missing', 'not_applicable', 'confidential')",
            name="figure_or_reason",
        ),
    )

    indicator: Mapped[str] = _text(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = _text(N_("Unit"), refers="units")
    gender: Mapped[str] = _text(N_("Gender"), choices=GENDERS)
    period_start: Mapped[dt.date] = _value(N_("Period from"))
    period_end: Mapped[dt.date] = _value(N_("Period to"))
    kind: Mapped[str] = _text(N_("Kind"), choices=KINDS)
    value: Mapped[float | None] = _value(N_("Value"))
    lower: Mapped[float | None] = _value(N_("Lower"))
    upper: Mapped[float | None] = _value(N_("Upper"))
    qualifier: Mapped[str] = _text(N_("Qualifier"), choices=QUALIFIERS)
    count: Mapped[int | None] = _value(N_("Count"), unit="people")
    status: Mapped[str] = _text(N_("Status"), choices=STATUSES)
    note: Mapped[str] = _text(N_("Note"))
    source: Mapped[str] = _text(N_("Source"), refers="sources")
    locator: Mapped[str] = _text(N_("Place in the source"))


class Assessment(Row):
    """The board's or a department's own verdict on a goal, or on an aspect of it."""

    __tablename__ = "assessments"
    key = ("board", "goal", "indicator", "unit", "aspect", "period_start", "period_end", "stage")
    checks = (
        _one_of("stage", STAGES),
        _one_of("verdict", tuple(Verdict)),
        _in_order("period_start", "period_end"),
    )

    goal: Mapped[str] = _text(N_("Goal"), refers="goals")
    indicator: Mapped[str] = _text(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = _text(N_("Unit"), refers="units")
    aspect: Mapped[str] = _text(N_("Aspect"))
    period_start: Mapped[dt.date] = _value(N_("Period from"))
    period_end: Mapped[dt.date] = _value(N_("Period to"))
    stage: Mapped[str] = _text(N_("Stage"), choices=STAGES)
    verdict: Mapped[str] = _text(N_("Verdict"), choices=tuple(Verdict))
    comment: Mapped[str] = _text(N_("Comment"))
    source: Mapped[str] = _text(N_("Source"), refers="sources")
    locator: Mapped[str] = _text(N_("Place in the source"))


TABLES: tuple[type[Row], ...] = (
    Board,
    Source,
    Area,
    Unit,
    Goal,
    Indicator,
    GoalIndicator,
    Target,
    Observation,
    Assessment,
)
BY_NAME = {table.__tablename__: table for table in TABLES}
OWN_COLUMNS = frozenset({"id", "batch", "superseded", "place"})


def columns(table: type[Row]) -> list[Column[Any]]:
    """The columns of a table's interchange format, in order."""
    return [c for c in table.__table__.columns if isinstance(c, Column) and c.name not in OWN_COLUMNS]
