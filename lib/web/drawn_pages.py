"""Pages as they were drawn, kept for as long as the board that they were drawn from."""

from collections.abc import Callable, Hashable
from functools import wraps
from sys import getsizeof
from threading import Condition
from typing import TypeVar
from weakref import ref

from cachetools import LRUCache, cached

from lib.views.board import BoardData
from lib.views.changes_text import ChangeReport
from lib.words.language import language

T = TypeVar("T")
_BYTES_OF_PAGES = 30_000_000  # of each kind of page


def page_cache(draw: Callable[..., T]) -> Callable[..., T]:
    """Keep what a page draws: the same board as read, choices and language give the same HTML, or charts.

    What is drawn does not keep the board that it was drawn from.
    """
    pages: LRUCache[Hashable, T] = LRUCache(_BYTES_OF_PAGES, _bytes_drawn)

    @cached(pages, lambda *of: (language(), *map(_weakly, of)), condition=Condition())
    @wraps(draw)
    def page(*of: Hashable) -> T:
        return draw(*of)

    return page


def _weakly(of: Hashable) -> Hashable:
    return ref(of) if isinstance(of, BoardData | ChangeReport) else of


def _bytes_drawn(page: object) -> int:
    return getsizeof(getattr(page, "html", page))
