"""Hours of sickness absence as they are reported, and what of them may be shown."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from lib.rules.series import GENDERS
from lib.tables.base import Base, Row, in_order, one_of, text_column, value_column
from lib.words.language import N_

AGES = ("", "-29", "30-49", "50-")
ABSENCE_STATUSES = ("normal", "preliminary", "missing")
# An absence row's columns of hours: sickness absence by its length, then the ordinary working time.
HOURS = ("sick_1_14", "sick_15_59", "sick_60", "ordinary")


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
    """The publishable absence of a group and month, as it was when its batch was written.

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
