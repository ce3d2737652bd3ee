"""Running the migrations that a store lacks, within the caller's transaction."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent


def scripts() -> ScriptDirectory:
    """The migrations there are, in their order."""
    return ScriptDirectory(str(SCRIPTS))


def migrate(connection: Connection) -> None:
    """Bring the tables up to the newest version; the connection's transaction is the caller's to commit."""
    directory = scripts()

    def steps(there: Any, _context: Any) -> Sequence[Any]:
        return directory._upgrade_revs("head", there)

    with EnvironmentContext(Config(), directory, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()
