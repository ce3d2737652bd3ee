"""A board and its parts: the board itself, its sources, areas, units over time, and its settings."""

import datetime as dt

from sqlalchemy.orm import Mapped

from lib.rules.organisation import BESIDE, COMPARISON
from lib.rules.settings import NAMES as SETTINGS
from lib.tables.base import Row, in_order, one_of, text_column, value_column
from lib.words.language import N_

SUCCESSION_KINDS = ("merge", "split")
UNIT_KINDS = ("administration", "area", "department", "section", "unit", *BESIDE)


class Board(Row):
    """A board (nämnd) whose goals are followed."""

    __tablename__ = "boards"
    key = ("board",)

    municipality: Mapped[str] = text_column(N_("Municipality"))
    municipality_code: Mapped[str] = text_column(N_("Municipality code"), N_("Four digits, as text"))
    name: Mapped[str] = text_column(N_("Name"))
    note: Mapped[str] = text_column(N_("Note"))
    archived: Mapped[dt.date | None] = value_column(
        N_("Archived"), N_("The day from which the board is no longer offered"), later=True
    )


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
    parent: Mapped[str] = text_column(N_("Part of"), refers="units")
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
