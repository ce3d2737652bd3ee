"""The store: the only module that speaks SQL. It only grows: every writing is a batch, corrections supersede.

Reads are of current rows, or of those that were current as of a batch.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DatabaseError, OperationalError

from lib.store.access import Forbidden, Right, access, require, require_writing, user
from lib.store.backup import before_upgrade, has_rows
from lib.store.batches import BatchInfo, carry_out, plan_changes, plan_sync
from lib.store.current import rows_of
from lib.store.database import StoreError as StoreError
from lib.store.database import Writing, cannot_open, cannot_write, connect
from lib.store.files import boards_of_file, erase, overwrite_what_is_deleted
from lib.store.people import People
from lib.store.permissions import require_plan, require_unlocked
from lib.store.plans import Plan, Written
from lib.store.presentations import Presentations
from lib.store.reads import StoreReads
from lib.store.undo import plan_undo
from lib.store.upgrade import check_version, upgrade
from lib.store.withheld import SECRET, Withheld
from lib.tables.base import SCHEMA_VERSION, Row
from lib.tables.records import Record, Records
from lib.words.language import _

R = TypeVar("R", bound=Row)
Revision = tuple[list[Record], list[Record]]
"""The records to put in place of the current ones of their keys, and those to withdraw."""


class Store(StoreReads):
    """A store that exists, at this schema version. Make one with `open_store` or `create_store`."""

    @cached_property
    def people(self) -> People:
        """Who is signed in, the roles given, and who has done what."""
        return People(self.engine)

    @cached_property
    def presentations(self) -> Presentations:
        """The presentations going on, which all servers share."""
        return Presentations(self.engine)

    def sync(
        self,
        records: Records,
        info: BatchInfo,
        boards: Collection[str] | None = None,
        since: Records | None = None,
    ) -> Written:
        """Make the current rows equal these records, in one batch. Writes nothing where nothing differs.

        Rows that seed or earlier batches of the same kind wrote and that are gone from the records are withdrawn;
        what other kinds of batches wrote (imports, edits) stays. With `boards`, all other boards are left alone;
        with `since`, what the rows were made equal to before, so is all that is the same there.
        Raises StoreError if the store cannot be written.
        """
        return self._write(lambda connection: plan_sync(connection, records, info.kind, boards, since), info)

    def plan(self, board: str, records: Records, withdraw: Records | None = None) -> Plan:
        """The plan that makes a board's rows of these keys equal the records and withdraws those of other keys.

        Rows of other keys are left alone; a column that a record lacks stays as it is. Rows about what is withheld
        are not compared with what stands there.
        """
        require_writing(board)
        withheld = self.withheld(board) if any(records.get(table) for table in SECRET) else Withheld()
        with self.engine.connect() as connection:
            return plan_changes(connection, board, records, withdraw or {}, withheld)

    def plan_undo(self, batch: int, board: str = "") -> Plan:
        """The plan that undoes a batch (as far as it is about a board, whose own row then stays)."""
        require_writing(board)
        withheld = Withheld(hours=not access(board).sees_secrets)
        with self.engine.connect() as connection:
            return plan_undo(connection, batch, board, withheld)

    def carry_out(self, plan: Plan, info: BatchInfo) -> Written:
        """Write a plan as one batch, whole or not at all; nothing if it has no steps.

        Raises Changed if something has been written since the plan was made, StoreError if the store cannot be written.
        """
        return self._write(lambda _connection: plan, info)

    def refused(self, plan: Plan) -> str:
        """Why the current user may not carry out a plan, in a sentence; '' where nothing hinders."""
        try:
            with self.engine.connect() as connection:
                require_plan(connection, plan)
        except Forbidden as refusal:
            return str(refusal)
        return ""

    def edit(self, table: type[Row], put: Iterable[Record], gone: Iterable[Record], info: BatchInfo) -> Written:
        """Put records in the place of the current rows of their keys and withdraw those of others, in one batch.

        Raises StoreError if the store cannot be written.
        """
        name = table.__tablename__
        return self._write(lambda connection: plan_changes(connection, "", {name: [*put]}, {name: [*gone]}), info)

    def revise(
        self,
        table: type[R],
        board: str,
        change: Callable[[list[R]], Revision],
        info: BatchInfo,
    ) -> Written:
        """Write what follows from a board's current rows of a table.

        Nobody else writes in between, in this process or another, so that a code that follows those taken is free.
        Raises StoreError if the store cannot be written.
        """
        name = table.__tablename__

        def plan(connection: Connection) -> Plan:
            put, gone = change(rows_of(connection, table, board))
            return plan_changes(connection, board, {name: put}, {name: gone})

        return self._write(plan, info)

    def erase(self, hash: str, who: str) -> bool:
        """Erase a file that batches were read from, for good; False if traces are left as someone is reading.

        Raises StoreError if the store cannot be written.
        """
        with self.writing() as connection:
            for board in boards_of_file(connection, hash):
                require(board, Right.ERASE)
            erase(connection, hash, _signed(who))
        self.people.note("erased", about=hash)
        return overwrite_what_is_deleted(self.engine)

    def _write(self, plan_of: Callable[[Connection], Plan], info: BatchInfo) -> Written:
        """Carry out a plan that the current user may, in the user's own name. Raises Forbidden, Changed, StoreError."""
        with self.writing() as connection:
            plan = plan_of(connection)
            require_plan(connection, plan)
            if info.kind != "seed":
                require_unlocked(connection, plan)
            written = carry_out(connection, plan, replace(info, who=_signed(info.who)))
        if written.batch is not None and info.kind != "seed":
            about = _("change {batch}").format(batch=written.batch)
            self.people.note("undid" if info.kind == "undo" else "wrote", plan.board or plan.boards[0], about)
        return written

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes, for this package. Raises StoreError if the store cannot be written."""
        try:
            with Writing(self.engine) as connection:
                yield connection
                self._identity.check(connection)  # what is written to another store than was read is not kept
        except OperationalError as error:
            raise StoreError(cannot_write(self.engine, error)) from error


def _signed(who: str) -> str:
    """The name of whoever is signed in; at the machine itself, the name given."""
    return who if user().is_local else user().signature


def create_store(url: str = "") -> Store:
    """Open the store, making its tables if there are none; an older one is backed up and upgraded.

    Raises StoreError with a plain sentence.
    """
    engine = connect(url)
    try:
        if 0 < has_rows(engine) < SCHEMA_VERSION:
            before_upgrade(engine)
        with engine.begin() as connection:
            upgrade(connection)
    except DatabaseError as error:
        engine.dispose()
        raise StoreError(cannot_open(engine, error)) from error
    return _checked(engine)


def open_store(url: str = "") -> Store:
    """Open a store that exists. Raises StoreError with a plain sentence if there is none of this version."""
    return _checked(connect(url))


def _checked(engine: Engine) -> Store:
    try:
        check_version(engine)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine)
