"""The columns that every row of the store has: its batch, its place, its key; and how a column is declared.

No value is ever changed or deleted: a correction is a new row. Beside its own columns every row has

- `batch`: the batch that wrote the row, `superseded`: the batch that replaced or withdrew it (None = current);
- `place`: the row's place in its table, kept by the rows that replace it, so that order survives corrections.

Rows as of batch n are those with batch <= n that were not superseded by then.
"""

import datetime as dt
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Text,
    text,
)
from sqlalchemy import Column as Column
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from lib.words.language import N_

SCHEMA_VERSION = 15
BATCH_KINDS = ("seed", "import", "edit", "undo")
OWN_COLUMNS = frozenset({"id", "batch", "superseded", "place"})


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
    """A fact about the store itself, such as the schema version it was made with."""

    __tablename__ = "store_settings"

    name: Mapped[str] = mapped_column(String, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Revision(Base):
    """The revision of the tables as Alembic keeps it: the schema version in four digits."""

    __tablename__ = "alembic_version"
    __table_args__ = (PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),)

    version_num: Mapped[str] = mapped_column(String(32))


def revision(version: int) -> str:
    """The revision that makes a store of this schema version."""
    return f"{version:04d}"


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


class BatchScope(StrEnum):
    """The most that a batch wrote of a board: figures, goals or settings, its list of meetings, or agendas only."""

    BOARD = "board"
    MEETINGS = "meetings"
    AGENDA = "agenda"


class BoardBatch(Base):
    """A board that a batch wrote something about, and the most that it wrote of it."""

    __tablename__ = "board_batches"

    board: Mapped[str] = mapped_column(String, primary_key=True)
    batch: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True, index=True)
    scope: Mapped[str] = mapped_column(String)


class Receipt(Base):
    """A batch beyond its rows: how many were unchanged or left out by the user, and the batch that it undoes.

    `board` is the board that a batch was limited to ('' = all). Batches older than this table have none.
    """

    __tablename__ = "receipts"

    batch: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    board: Mapped[str] = mapped_column(String, default="")
    unchanged: Mapped[int]
    left_out: Mapped[int]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("batches.id"))


class File(Base):
    """A file that a batch was read from, as it was uploaded, by the hash that the batch names."""

    __tablename__ = "files"

    hash: Mapped[str] = mapped_column(String, primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Erasure(Base):
    """A file that was erased for good: who did it and when. It is not kept again."""

    __tablename__ = "erasures"

    hash: Mapped[str] = mapped_column(String, primary_key=True)
    who: Mapped[str] = mapped_column(String)
    at: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class StoredMapping(Base):
    """The meaning of a board's columns in files that look alike (`signature`), as the newest batch has it."""

    __tablename__ = "mappings"
    __table_args__ = (Index("ix_mappings_board", "board", "batch"),)

    batch: Mapped[int] = mapped_column(ForeignKey("batches.id"), primary_key=True)
    board: Mapped[str] = mapped_column(String, primary_key=True)
    signature: Mapped[str] = mapped_column(String, primary_key=True)
    mapping: Mapped[str] = mapped_column(Text)


def text_column(
    title: str,
    help: str = "",
    *,
    choices: tuple[str, ...] = (),
    refers: str = "",
    sort_order: int = 0,
    later: bool = False,
) -> Any:
    """A text column ('' = not given). `choices` are its allowed values, `refers` the table its code is in.

    `later`: the column is younger than its table, so that older stores and files lack it.
    """
    info = {"title": title, "help": help, "choices": choices, "refers": refers, "later": later}
    return mapped_column(Text, default="", info=info, sort_order=sort_order)


def value_column(title: str, help: str = "", *, unit: str = "", later: bool = False) -> Any:
    """A column whose Python type says what it holds (number, date, truth); a `later` one may be empty."""
    return mapped_column(info={"title": title, "help": help, "unit": unit, "later": later})


def one_of(column: str, choices: tuple[str, ...]) -> CheckConstraint:
    """The database takes no other value than these."""
    allowed = ", ".join(f"'{choice}'" for choice in choices)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def in_order(first: str, last: str) -> CheckConstraint:
    """The database takes no row whose first column is above its last."""
    return CheckConstraint(f"{first} <= {last}", name=f"{first}_{last}")


_CURRENT = text("superseded IS NULL")
# Two rows that both hold from the beginning have the same key, though NULLs are never equal.
_OPEN_START = text("coalesce(valid_from, '0001-01-01')")


class Row(Base):
    """The base of every table of the interchange format. `key` names the columns that identify a current row."""

    __abstract__ = True
    key: ClassVar[tuple[str, ...]]
    checks: ClassVar[tuple[CheckConstraint, ...]] = ()

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-5)
    batch: Mapped[int] = mapped_column(ForeignKey("batches.id"), sort_order=-4)
    superseded: Mapped[int | None] = mapped_column(ForeignKey("batches.id"), sort_order=-3)
    place: Mapped[int] = mapped_column(sort_order=-2)
    board: Mapped[str] = text_column(N_("Board"), refers="boards", sort_order=-1)

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[Any, ...]:
        """One current row a key, in the database itself; history may hold many.

        Reads are of one board: of its current rows, of those as of a batch, or of what its batches wrote.
        """
        return (
            CheckConstraint("board <> ''", name="board_given"),
            CheckConstraint("superseded IS NULL OR superseded > batch", name="superseded_later"),
            *cls.checks,
            Index(f"ix_{cls.__tablename__}_board", "board", "superseded", "batch", "place"),
            Index(
                f"uq_{cls.__tablename__}_current",
                *(_OPEN_START if column == "valid_from" else column for column in cls.key),
                unique=True,
                sqlite_where=_CURRENT,
                postgresql_where=_CURRENT,
            ),
        )


def columns(table: type[Row]) -> list[Column[Any]]:
    """The columns of a table's interchange format, in order."""
    return [c for c in table.__table__.columns if isinstance(c, Column) and c.name not in OWN_COLUMNS]


def type_of(column: Column[Any]) -> type:
    """The Python type of a column's values: str, int, float, bool or date."""
    python_type: type = column.type.python_type
    return python_type
