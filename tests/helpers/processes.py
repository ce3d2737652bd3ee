"""Work in a thread or a Python of its own, as in a server that ran before this one or beside it."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def words_of(script: str) -> list[str]:
    """The words that a script prints."""
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()


def in_a_thread(run: Callable[[], T]) -> T:
    """Run it in a thread of its own: the browser's tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()
