"""A brake on guessing: who has been wrong too often in the last minute is not listened to."""

import time
from collections import OrderedDict, deque

_MOST, _TIME, _ADDRESSES = 20, 60.0, 10_000


class Brake:
    """How often each address has guessed wrong, for a minute."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def is_on(self, address: str) -> bool:
        """Whether an address has guessed wrong too often."""
        times = self._wrong.get(address, deque())
        while times and time.monotonic() - times[0] > _TIME:
            times.popleft()
        return len(times) >= _MOST

    def note(self, address: str) -> None:
        """Note a wrong guess; of very many addresses the oldest are forgotten."""
        self._wrong.setdefault(address, deque(maxlen=_MOST)).append(time.monotonic())
        self._wrong.move_to_end(address)
        while len(self._wrong) > _ADDRESSES:
            self._wrong.popitem(last=False)
