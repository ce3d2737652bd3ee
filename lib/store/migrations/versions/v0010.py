"""Version 10: who is signed in, the roles that administrators give, who has done what, and presentations going on."""

from pathlib import Path

from alembic import op

from lib.store.migrations.ddl import statements

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables, which are empty."""
    connection = op.get_bind()
    for statement in statements(Path(__file__).with_name("schema_0010.sql"), connection.dialect.name):
        connection.exec_driver_sql(statement)
