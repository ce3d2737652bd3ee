"""The measures, one function a heading, with the limits. The stock app and Målbild take turns throughout."""

import asyncio
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from itertools import product
from statistics import median, quantiles

from bench import files, presentations, statuses, views
from bench.report import Measurement
from bench.servers import ROOT, Bench, Server
from bench.sessions import STOCK, Crowd, Session, Visit, crowd, open_sessions
from bench.sizes import Size
from lib.site import PAGES

# The board opened first, the one with the most goals and the one with the most figures.
BOARDS = ("helsingborg", "karlskrona", "exempelstad")
GENDER, GENDERS = "gender", ("T", "K", "M", "KM")
PLACES = [
    Visit(f"{page.path} {board}", page.url_path, f"board={board}", GENDER, GENDERS)
    for page, board in product(PAGES, BOARDS)
]
START = PLACES[0]
# A choice of gender redraws this chart: there are yearly figures for women, men and all.
CHART = "/trender?indicator=kolada-n00090"
OFFICE = views.Network(mbit=10, round_trip=30)
PAUSE = 0.1  # between two runs of one session, so that no run waits for what the one before left behind


def rerun(bench: Bench, size: Size) -> Iterator[Measurement]:
    """One session: the server's processor time for a run, and the time from asking for it to its end."""
    with bench.both() as (stock, malbild):
        processor, wall = asyncio.run(_reruns(stock, malbild, size))
    for place in PLACES:
        for quantity, times in (("processor time", processor), ("time", wall)):
            name = f"rerun, {place.name}: {quantity}"
            yield Measurement(name, "ms", median(times[place]), median(times[STOCK]), _limit(place))


def _limit(place: Visit) -> float:
    return 0.5 if place is START else 1.0


async def _reruns(stock: Server, malbild: Server, size: Size) -> tuple[dict[Visit, list[float]], ...]:
    servers = {STOCK: stock} | dict.fromkeys(PLACES, malbild)
    processor: dict[Visit, list[float]] = {place: [] for place in servers}
    wall: dict[Visit, list[float]] = {place: [] for place in servers}
    for place, server in [*servers.items()] * (size.rounds + 1):
        async with Session(server.address, place) as session:
            await session.run()
            await session.run(1)
            await asyncio.sleep(PAUSE)
            before, times = server.processor_seconds(), []
            for turn in range(size.runs):
                times.append(1000 * await session.run(turn + 2))
                await asyncio.sleep(PAUSE)
            processor[place].append(1000 * (server.processor_seconds() - before) / size.runs)
            wall[place].append(median(times))
    # the first round filled the caches
    return tuple({place: values[1:] for place, values in by_place.items()} for by_place in (processor, wall))


def new(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """As rerun, for choices that nobody has made before, so that nothing is kept of what they show."""
    with bench.both() as (stock, malbild):
        for place in PLACES:
            times = asyncio.run(_new_choices([(stock, STOCK), (malbild, place)]))
            yield Measurement(f"new choice, {place.name}: time", "ms", times[place], times[STOCK], _limit(place))


async def _new_choices(users: list[tuple[Server, Visit]]) -> dict[Visit, float]:
    times: dict[Visit, list[float]] = defaultdict(list)
    for language, (server, place) in product(("sv", "en"), users):
        there = replace(place, query=f"{place.query}&lang={language}")
        async with Session(server.address, there) as session:
            await session.run()
            for turn in range(1, 4):
                await asyncio.sleep(PAUSE)
                times[place].append(1000 * await session.run(turn))
    return {place: median(values) for place, values in times.items()}


def sessions(bench: Bench, size: Size) -> Iterator[Measurement]:
    """Fifty sessions that choose every other second or so: the 95th percentile of the time of a run, and errors."""
    crowds = {"stock": Crowd(), "malbild": Crowd()}
    with bench.both() as servers:
        for server in servers * 2:
            places = [STOCK] if server.name == "stock" else PLACES
            asyncio.run(crowd(server.address, places, 4 * len(places), 3, 1))
            sessions = asyncio.run(crowd(server.address, places, 50, size.load_seconds, 2))
            crowds[server.name].runs += sessions.runs
            crowds[server.name].errors += sessions.errors
    stock, ours = ([1000 * seconds for seconds in crowds[name].runs] for name in ("stock", "malbild"))
    yield Measurement("50 sessions: median time of a run", "ms", median(ours), median(stock))
    yield Measurement("50 sessions: 95th percentile", "ms", quantiles(ours, n=20)[-1], quantiles(stock, n=20)[-1], 0.1)
    errors = crowds["malbild"].errors
    yield Measurement("50 sessions: errors", "", len(errors), len(crowds["stock"].errors), 0, ratio=False)
    for text in dict.fromkeys(errors[:5]):
        print(f"  {text}")


def view(bench: Bench, size: Size) -> Iterator[Measurement]:
    """The first view with an empty cache: the time until it is ready, on a fast and a slower network."""
    times: dict[tuple[str, bool], list[views.FirstView]] = defaultdict(list)
    with bench.both() as (stock, malbild), views.browser() as running:
        pages = {"stock": stock.address, "start": malbild.address, "trends": malbild.address + "/trender"}
        for address in pages.values():
            views.first_view(running, address)  # the first of all visitors fills the server's caches
        for slow, _round, (name, address) in product((False, True), range(size.rounds), pages.items()):
            times[name, slow].append(views.first_view(running, address, OFFICE if slow else None))
    limits = {("start", False): 0.5, ("start", True): 0.25, ("trends", True): 0.6}
    for name, slow in product(("start", "trends"), (False, True)):
        network = "10 Mbit/s, 30 ms" if slow else "local"
        ours, theirs = times[name, slow], median(view.ready for view in times["stock", slow])
        ready, readable = median(view.ready for view in ours), median(view.readable for view in ours)
        yield Measurement(f"first view, {name} page, {network}", "ms", ready, theirs, limits.get((name, slow)))
        limit = 0.10 if slow else 0.15
        yield Measurement(f"first view, {name} page, {network}: can be read", "ms", readable, theirs, limit)
        shift = max(view.shift for view in ours)
        yield Measurement(
            f"first view, {name} page, {network}: moved after it was drawn", "%", 100 * shift, limit=0.01, ratio=False
        )


def wire(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """The requests of the first view with an empty cache: bytes until it is ready, and no host but our own."""
    with bench.both() as (stock, malbild), views.browser() as running:
        theirs = views.requests_of(running, stock.address).megabytes
        start = views.requests_of(running, malbild.address, stay=4)
        trends = views.requests_of(running, malbild.address + "/trender")
        addresses = [f"{malbild.address}/{place.page}?{place.query}" for place in PLACES]
        others = [url for address in addresses for url in views.requests_of(running, address, stay=3).other_hosts]
    yield Measurement("first view, start page, until it can be read", "MB", start.readable, limit=0.12, ratio=False)
    yield Measurement("first view, start page, over the wire", "MB", start.megabytes, theirs, 0.2)
    yield Measurement("first view, start page, with what is fetched ahead", "MB", start.with_later, theirs)
    yield Measurement("first view, trends page, over the wire", "MB", trends.megabytes, theirs, 0.35)
    yield Measurement("requests to other hosts, all pages", "", len(others), limit=0, ratio=False)
    for url in dict.fromkeys(others):
        print(f"  {url}")


def choosing(bench: Bench, size: Size) -> Iterator[Measurement]:
    """From the pick of an option to the last change on the screen."""
    with bench.both() as (stock, malbild), views.browser() as running:
        opened = [(stock.address, "series"), (malbild.address + CHART, ""), (malbild.address, "")]
        with views.choosers(running, opened) as pages:
            times = [[page.choose(turn) for page in pages] for turn in range(4 * size.rounds + 2)][2:]
    theirs, trends, start = (median(column) for column in zip(*times, strict=True))
    yield Measurement("choosing, trends page: until redrawn", "ms", trends, theirs, 0.8)
    yield Measurement("choosing, start page: until redrawn", "ms", start, theirs)


def store(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """Building the store from its seed tables, as a command."""
    times = [bench.build("--force") for _round in range(3)]
    yield Measurement("building the store", "s", median(times), limit=3, ratio=False)


def disclosure(_bench: Bench, _size: Size) -> Iterator[Measurement]:
    """The figures to hide in a month of 3,000 units: women, men and all of each and of every unit above them."""
    command = [sys.executable, "-m", "bench.month"]
    runs = [
        json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout) for _round in range(3)
    ]
    seconds, memory = (median(run[name] for run in runs) for name in ("seconds", "megabytes"))
    yield Measurement("disclosure control of a month, 3,000 units", "s", seconds, limit=5, ratio=False)
    yield Measurement("disclosure control of a month: memory of the process", "MB", memory, limit=500, ratio=False)


def documents(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """PowerPoint, Word, Excel and HTML of a board with 135 goals, one after the other."""
    command = [sys.executable, "-m", "bench.papers"]
    output = subprocess.run(command, cwd=ROOT, env=bench.environment(), check=True, capture_output=True).stdout
    measures = json.loads(output)
    for kind, seconds in measures["seconds"].items():
        yield Measurement(f"documents of 135 goals: {kind}", "s", seconds, limit=20, ratio=False)
    yield Measurement(
        "documents of 135 goals: memory of the process", "MB", measures["megabytes"], limit=500, ratio=False
    )


def importing(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """The work of the page with a large file beside reading it: the preview, and a file in which every row is wrong."""
    yield from files.shown(bench.folder)


def status(bench: Bench, size: Size) -> Iterator[Measurement]:
    """Level, direction and pace of many series, as many times the time to read them from the store."""
    return statuses.measured(bench.folder, size.series)


def start(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """From the command that starts the app, its store built, to the first good answer about its health."""
    seconds: dict[str, list[float]] = {"stock": [], "malbild": []}
    for _round in range(3):
        with bench.stock() as stock:
            seconds["stock"].append(stock.started_in)
        with bench.malbild() as malbild:
            seconds["malbild"].append(malbild.started_in)
    ours, theirs = median(seconds["malbild"]), median(seconds["stock"])
    yield Measurement("second start of the app", "s", ours, theirs, limit=5, ratio=False)


def memory(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """The memory of the server for each of fifty open sessions."""

    async def growth(server: Server, places: list[Visit]) -> float:
        await crowd(server.address, places, 2 * len(places), 5, 0.2)
        before = server.memory()
        async with AsyncExitStack() as opened:
            await open_sessions(opened, server.address, places, 50)
            return (server.memory() - before) / 50

    with bench.both() as (stock, malbild):
        ours, theirs = asyncio.run(growth(malbild, PLACES)), asyncio.run(growth(stock, [STOCK]))
    yield Measurement("memory of a session", "MB", ours, theirs, limit=1, ratio=False)


def soak(bench: Bench, size: Size) -> Iterator[Measurement]:
    """Memory after each of three spells of ten busy sessions: the third must be about as the second."""
    with bench.malbild() as malbild:
        readings, errors = [], list[str]()
        for _spell in range(3):
            spell = asyncio.run(crowd(malbild.address, PLACES, 10, size.soak_seconds, 0.5))
            errors += spell.errors
            readings.append(malbild.memory())
            time.sleep(1)
    for number, reading in enumerate(readings, 1):
        limit = 1.15 * readings[1] if number == 3 else None
        yield Measurement(f"memory after spell {number} of 10 sessions", "MB", reading, limit=limit, ratio=False)
    yield Measurement("spells of 10 sessions: errors", "", len(errors), limit=0, ratio=False)


def reading(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """Reading a large file in and writing it, beside what openpyxl alone needs to read it."""
    yield from files.measured(bench.folder)


def absence(bench: Bench, _size: Size) -> Iterator[Measurement]:
    """Sixty months of 3,000 units beside thirty: drawing the absence page again, publishing a month, memory."""
    results: dict[int, dict[str, float]] = {}
    for units in (30, 3000):
        path = str(bench.folder / f"absence-{units}.sqlite")
        results[units] = _absence("build", str(units), path) | _absence("read", path)
    for page in ("whole", "middle", "lowest"):
        name = f"absence page, 3,000 units beside 30: {page}"
        yield Measurement(name, "ms", results[3000][page], limit=3 * results[30][page], ratio=False)
    yield Measurement("publishing a month of 3,000 units", "s", results[3000]["publishing"], limit=5, ratio=False)
    yield Measurement("memory after reading 3,000 units", "MB", results[3000]["memory"], limit=500, ratio=False)


def _absence(*words: str) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.absence", *words]
    answer = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(answer.stdout))


def presenting(bench: Bench, size: Size) -> Iterator[Measurement]:
    """A step on the projector with fifty followers, beside a choice in the stock app."""
    yield from presentations.measured(bench, size.runs)


ALL: dict[str, Callable[[Bench, Size], Iterator[Measurement]]] = {
    measure.__name__: measure
    for measure in (
        rerun,
        new,
        sessions,
        view,
        wire,
        choosing,
        presenting,
        store,
        disclosure,
        documents,
        importing,
        status,
        start,
        memory,
        soak,
        reading,
        absence,
    )
}
