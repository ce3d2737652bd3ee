"""Version 11: a board may be archived, from a day."""

from alembic import op

from lib.store.migrations.ddl import columns_of

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the column that is lacking."""
    connection = op.get_bind()
    if "archived" not in columns_of(connection, "boards"):
        connection.exec_driver_sql("ALTER TABLE boards ADD COLUMN archived DATE")
