"""Sessions without a browser: clients of Streamlit's WebSocket that make choices and time the runs of the script.

A run is timed from the message that asks for it to the message that the script has finished, so with all that the
server sends in between and without any drawing.
"""

import asyncio
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import count
from typing import Self

import websockets
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

RUN_TIMEOUT = 60.0


@dataclass(frozen=True, slots=True)
class Visit:
    """A page to be at, and what to choose there: the key of a Streamlit select box, or values of a parameter."""

    name: str
    page: str
    query: str
    key: str
    values: tuple[str, ...] = ()


STOCK = Visit("stock app", "", "", "series")


class ScriptError(Exception):
    """The page showed an error."""


class Session:
    """One user at a place. Use as an async context manager."""

    def __init__(self, address: str, place: Visit) -> None:
        self.socket_address = address.replace("http", "ws", 1) + "/_stcore/stream"
        self.place = place
        self.query = place.query
        self.page_hash = ""
        self.box_id = ""
        self.options: list[str] = []

    async def __aenter__(self) -> Self:
        self.socket = await websockets.connect(
            self.socket_address, subprotocols=["streamlit"], max_size=None, open_timeout=RUN_TIMEOUT, ping_interval=None
        )
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.socket.close()

    async def run(self, choice: int | None = None) -> float:
        """One run of the script, after picking this option (counted around) if a choice is given; its seconds."""
        message = self._message(choice)
        begun = time.perf_counter()
        await self.socket.send(message)
        async with asyncio.timeout(RUN_TIMEOUT):
            while not self._take(await self.socket.recv()):
                pass
        return time.perf_counter() - begun

    def _message(self, choice: int | None) -> bytes:
        message = BackMsg()
        state = message.rerun_script
        values = self.place.values
        if choice is not None and values:
            self.query = f"{self.place.query}&{self.place.key}={values[choice % len(values)]}"
        state.query_string = self.query
        state.page_script_hash = self.page_hash
        state.page_name = "" if self.page_hash else self.place.page
        state.context_info.locale = "sv-SE"
        state.context_info.timezone = "Europe/Stockholm"
        state.context_info.color_scheme = "light"
        if choice is not None and not values:
            widget = state.widget_states.widgets.add(id=self.box_id)
            widget.string_value = self.options[choice % len(self.options)]
        return message.SerializeToString()

    def _take(self, data: str | bytes) -> bool:
        """Take in one message from the server; whether it says that the script has finished."""
        message = ForwardMsg.FromString(bytes(data, "latin-1") if isinstance(data, str) else data)
        match message.WhichOneof("type"):
            case "new_session":
                self.page_hash = message.new_session.page_script_hash or self.page_hash
            case "navigation":
                self.page_hash = message.navigation.page_script_hash or self.page_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "delta":
                self._look_at(message.delta.new_element)
            case "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                    raise ScriptError("the script does not compile")
                return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def _look_at(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise ScriptError(element.exception.message)
        if kind == "alert" and element.alert.format == Alert.ERROR:
            raise ScriptError(element.alert.body)
        if kind == "selectbox" and element.selectbox.id.endswith(f"-{self.place.key}"):
            self.box_id, self.options = element.selectbox.id, list(element.selectbox.options)


@dataclass(slots=True)
class Crowd:
    """The result of many sessions at once: the seconds of every run after the first, and what failed."""

    runs: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


async def crowd(address: str, places: Sequence[Visit], sessions: int, seconds: float, think: float) -> Crowd:
    """That many sessions, spread over the places, each choosing again and again after `think` seconds (+-50 %)."""
    result = Crowd()
    until = time.perf_counter() + seconds

    async def user(number: int) -> None:
        place = places[number % len(places)]
        try:
            await asyncio.sleep(random.random())
            async with Session(address, place) as session:
                await session.run()
                for choice in count(number):
                    await asyncio.sleep(think * random.uniform(0.5, 1.5))
                    if time.perf_counter() > until:
                        break
                    result.runs.append(await session.run(choice))
        except (ScriptError, OSError, TimeoutError, websockets.WebSocketException) as error:
            result.errors.append(f"{place.name}: {type(error).__name__}: {error}")

    await asyncio.gather(*(user(number) for number in range(sessions)))
    return result


async def open_sessions(stack: AsyncExitStack, address: str, places: Sequence[Visit], sessions: int) -> None:
    """Open sessions one after the other, run each once and once more with a choice, and leave them open."""
    for number, place in zip(range(sessions), _around(places), strict=False):
        session = await stack.enter_async_context(Session(address, place))
        await session.run()
        await session.run(number + 1)


def _around(places: Sequence[Visit]) -> Iterator[Visit]:
    return (places[number % len(places)] for number in count())
