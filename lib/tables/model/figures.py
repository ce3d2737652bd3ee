"""Measurement: indicators, their observations, and the events that break a series."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped

from lib.rules.series import GENDERS, KINDS
from lib.rules.status import Better
from lib.rules.targets import Change
from lib.tables.base import Row, in_order, one_of, text_column, value_column
from lib.words.language import N_

STATUSES = ("normal", "preliminary", "missing", "not_applicable", "confidential")
QUALIFIERS = ("=", "<", ">", "~")
STATISTICS = ("share", "mean", "median", "count", "sum", "index", "ratio")
FREQUENCIES = ("month", "quarter", "tertial", "year", "irregular")


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


class Observation(Row):
    """One figure: of what, for whom, for which days, and how sure."""

    __tablename__ = "observations"
    key = ("board", "indicator", "unit", "gender", "period_start", "period_end", "kind")
    checks = (
        one_of("gender", GENDERS),
        one_of("kind", KINDS),
        one_of("qualifier", QUALIFIERS),
        one_of("status", STATUSES),
        one_of("change", ("", *Change)),
        in_order("period_start", "period_end"),
        in_order("lower", "upper"),
        CheckConstraint("count >= 0", name="count"),
        CheckConstraint(
            "value IS NOT NULL OR (lower IS NOT NULL AND upper IS NOT NULL)"
            " OR status IN ('missing', 'not_applicable', 'confidential')",
            name="figure_or_reason",
        ),
        CheckConstraint(
            "change = '' OR (status = 'missing' AND value IS NULL AND lower IS NULL AND upper IS NULL)",
            name="change_without_figure",
        ),
    )

    indicator: Mapped[str] = text_column(N_("Indicator"), refers="indicators")
    unit: Mapped[str] = text_column(N_("Unit"), refers="units")
    gender: Mapped[str] = text_column(N_("Gender"), choices=GENDERS)
    period_start: Mapped[dt.date] = value_column(N_("Period from"))
    period_end: Mapped[dt.date] = value_column(N_("Period to"))
    kind: Mapped[str] = text_column(N_("Kind of figure"), choices=KINDS)
    value: Mapped[float | None] = value_column(N_("Value"))
    lower: Mapped[float | None] = value_column(N_("Lower"))
    upper: Mapped[float | None] = value_column(N_("Upper"))
    qualifier: Mapped[str] = text_column(N_("Precision"), choices=QUALIFIERS)
    count: Mapped[int | None] = value_column(N_("Count"), unit="people")
    status: Mapped[str] = text_column(N_("Status of the figure"), choices=STATUSES)
    change: Mapped[str] = text_column(
        N_("Change without figure"),
        N_("With status missing: how it moved since the year or the measurement before, where no figure is given"),
        choices=("", *Change),
        later=True,
    )
    note: Mapped[str] = text_column(N_("Note"))
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
