"""The progress of a long task."""

from collections.abc import Callable

# Called with the part that is done, 0 to 1.
Progress = Callable[[float], None]


def unseen(_done: float) -> None:
    """Progress that nobody looks at."""
