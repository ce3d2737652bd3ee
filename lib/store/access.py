"""Who may do what with a board, asked here and nowhere else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody may do with a board: see the figures of small groups and what is confidential; write."""

    sees_secrets: bool
    writes: bool


def access(board: str) -> Access:
    """What whoever asks may do with a board. Nobody has a role yet: all may write, and none sees what is secret."""
    del board
    return Access(sees_secrets=False, writes=True)
