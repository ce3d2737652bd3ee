"""Throwing a store away, as long as it holds nothing but its seed."""

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from lib.store.database import StoreError, cannot_open, connect
from lib.tables.base import Base, Batch
from lib.words.language import _


def empty_store(url: str = "") -> None:
    """Throw away a store that holds nothing but its seed. Raises StoreError if it holds anything else."""
    engine = connect(url)
    try:
        with Session(engine) as session:
            there = engine.dialect.has_table(session.connection(), Batch.__tablename__)
            if there and session.scalar(select(func.count()).where(Batch.kind != "seed")):
                raise StoreError(_("The database holds more than its seed (imports or edits) and is not thrown away."))
        Base.metadata.drop_all(engine)
    except DatabaseError as error:
        raise StoreError(cannot_open(engine, error)) from error
    finally:
        engine.dispose()
