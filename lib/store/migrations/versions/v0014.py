"""Version 14: what is done about a goal, and the risks that are written about it before a meeting."""

from pathlib import Path

from alembic import op

from lib.store.migrations.ddl import columns_of, index_again, make_again, read

revision = "0014"
down_revision = "0013"

_PARTS = (
    "part IN ('reference', 'officer', 'recipient', 'proposal', 'summary', 'children', 'equality', 'economy', 'basis', "
    "'comment', 'risk', 'action', 'responsible', 'due')"
)


def upgrade() -> None:
    """Make the table of actions, and let the texts of papers have one more part."""
    connection = op.get_bind()
    schema = read(Path(__file__).with_name("schema_0014.sql"), connection.dialect.name)
    if not columns_of(connection, "actions"):
        for statement in (schema.tables["actions"], *schema.indexes["actions"].values()):
            connection.exec_driver_sql(statement)
    if connection.dialect.name == "sqlite":
        make_again(connection, schema, "meeting_texts")
        index_again(connection, schema, "meeting_texts")
    else:
        connection.exec_driver_sql("ALTER TABLE meeting_texts DROP CONSTRAINT IF EXISTS ck_meeting_texts_part")
        connection.exec_driver_sql(f"ALTER TABLE meeting_texts ADD CONSTRAINT ck_meeting_texts_part CHECK ({_PARTS})")
