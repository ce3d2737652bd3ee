"""Stores of other versions: an empty one gets its tables, an older one is migrated, a newer one is refused."""

from sqlalchemy import Connection, Engine, insert, select, text, update
from sqlalchemy.exc import DatabaseError

from lib.store.database import StoreError, cannot_open, unlimited
from lib.tables.base import SCHEMA_VERSION, Base, Revision, Setting, revision
from lib.words.language import _

_VERSION = "schema_version"
EPOCH = "epoch"
"""The setting that names a store's life: a new one when a backup has replaced all that it held."""
_BUILDING = 7_010_702  # any number: it names the lock under which one server at a time makes or migrates the tables


def version_of(connection: Connection) -> int:
    """The version of a store's tables; 0 where there are none."""
    if not connection.dialect.has_table(connection, Setting.__tablename__):
        return 0
    return int(connection.scalar(select(Setting.value).where(Setting.name == _VERSION)) or 0)


def epoch_of(connection: Connection) -> str:
    """The name of a store's life; '' for one that nothing has replaced yet."""
    return connection.scalar(select(Setting.value).where(Setting.name == EPOCH)) or ""


def upgrade(connection: Connection) -> None:
    """Make the tables of an empty store, migrate an older one; a newer one is left as it is.

    One at a time does so: whoever comes second finds it done.
    """
    if connection.dialect.name == "sqlite":
        connection.execute(text("BEGIN IMMEDIATE"))
    else:
        unlimited(connection)
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")  # whoever comes second waits for the first
        connection.execute(text("SELECT pg_advisory_xact_lock(:building)"), {"building": _BUILDING})
    version = version_of(connection)
    if version == 0:
        Base.metadata.create_all(connection)
        connection.execute(insert(Setting).values(name=_VERSION, value=str(SCHEMA_VERSION)))
        connection.execute(insert(Revision).values(version_num=revision(SCHEMA_VERSION)))
    elif version < SCHEMA_VERSION or not connection.dialect.has_table(connection, Revision.__tablename__):
        # Half a second that a store of this version does without.
        from lib.store.migrations.run import migrate

        migrate(connection)
        connection.execute(update(Setting).where(Setting.name == _VERSION).values(value=str(SCHEMA_VERSION)))


def check_version(engine: Engine) -> None:
    """Raises StoreError with a plain sentence if the store is empty or of another version than this."""
    try:
        with engine.connect() as connection:
            version = version_of(connection)
    except DatabaseError as error:
        raise StoreError(cannot_open(engine, error)) from error
    if version == 0:
        raise StoreError(_("The database is empty. Run “python -m lib build” first."))
    if version < SCHEMA_VERSION:
        raise StoreError(
            _("The database was made by an older version of Målbild. Run “python -m lib build”, which upgrades it.")
        )
    if version > SCHEMA_VERSION:
        raise StoreError(
            _("The database was made by a newer version of Målbild ({theirs}, this is {ours}). Update Målbild.").format(
                theirs=version, ours=SCHEMA_VERSION
            )
        )
