"""Version 9: a board's settings may tell whom to write to about accessibility, which older stores refused."""

from pathlib import Path

from alembic import op

from lib.store.migrations.ddl import index_again, make_again, read

revision = "0009"
down_revision = "0008"

_NAMES = (
    "setting IN ('verdict-achieved', 'verdict-partly', 'verdict-not-achieved', 'verdict-not-assessable', "
    "'verdict-later', 'near', 'goal-level', 'accessibility-contact', 'accessibility-text')"
)


def upgrade() -> None:
    """Let the settings have the names that they have now."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        schema = read(Path(__file__).with_name("schema_0009.sql"), connection.dialect.name)
        make_again(connection, schema, "settings")
        index_again(connection, schema, "settings")
    else:
        connection.exec_driver_sql("ALTER TABLE settings DROP CONSTRAINT IF EXISTS ck_settings_setting")
        connection.exec_driver_sql(f"ALTER TABLE settings ADD CONSTRAINT ck_settings_setting CHECK ({_NAMES})")
