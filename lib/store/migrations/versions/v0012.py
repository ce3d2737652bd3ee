"""Version 12: the boards that a batch is about are found by the batch too."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the index that is lacking."""
    op.get_bind().exec_driver_sql("CREATE INDEX IF NOT EXISTS ix_board_batches_batch ON board_batches (batch)")
