"""A meeting's agenda: the views it goes through, in order, each an address in Målbild with a heading and notes.

An address is a page and its choices, `/mal?goal=trygghet&gender=KM`: without the board, which is the meeting's, and
without the language and the state shown, which follow from who reads and when.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2s
from urllib.parse import parse_qsl, urlencode, urlsplit

from lib.rules.status import GoalLevel, Verdict
from lib.site import CHANGED, GOAL, OVERVIEW, TREND
from lib.tables.model import AgendaItem, Meeting, Question
from lib.tables.records import Record
from lib.views.attention import Worsening
from lib.views.board import BoardData
from lib.views.changes import Changes
from lib.views.overview import GoalRow, Summary, in_page_order, overview
from lib.words.language import _

# The part of the page of changes that a point is about.
PART, WORSENING = "part", "worsening"

_NOT_OF_A_VIEW = frozenset({"board", "asof", "lang", "q"})
LONGEST_ADDRESS, LONGEST_HEADING, LONGEST_TEXT = 500, 200, 2000


@dataclass(frozen=True, slots=True)
class View:
    """A point of a meeting. Without a heading it has the view's own; `minutes` are those set aside for it."""

    item: str
    address: str
    heading: str = ""
    notes: str = ""
    minutes: int | None = None

    @property
    def path(self) -> str:
        """The page."""
        return urlsplit(self.address).path

    @property
    def query(self) -> dict[str, str]:
        """The choices."""
        return dict(parse_qsl(urlsplit(self.address).query))


def clean(address: str, paths: Iterable[str]) -> str:
    """An address as the agenda keeps it; '' where it leads to none of these pages or is too long."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path not in set(paths) or len(address) > LONGEST_ADDRESS:
        return ""
    return to(parts.path, dict(parse_qsl(parts.query)))


def to(path: str, query: Mapping[str, str]) -> str:
    """The address of a page with choices, in one order, without parameters that are not the view's own."""
    own = sorted((name, value) for name, value in query.items() if value and name not in _NOT_OF_A_VIEW)
    return f"{path}?{urlencode(own)}" if own else path


def to_goal(code: str) -> str:
    """The address of a goal."""
    return to(GOAL, {"goal": code})


def views(rows: Iterable[AgendaItem], meeting: str) -> tuple[View, ...]:
    """A meeting's points, in order."""
    own = sorted((row for row in rows if row.meeting == meeting), key=lambda row: (row.order, row.item))
    return tuple(View(row.item, row.address, row.heading, row.notes, row.minutes) for row in own)


def records(board: str, meeting: str, points: Sequence[View]) -> list[Record]:
    """Points as rows of the store, numbered in this order."""
    return [
        {
            "board": board,
            "meeting": meeting,
            "item": point.item,
            "order": order,
            "address": point.address,
            "heading": point.heading,
            "notes": point.notes,
            "minutes": point.minutes,
        }
        for order, point in enumerate(points, start=1)
    ]


def mark(points: Iterable[View]) -> str:
    """A mark that distinguishes agendas: their slides are numbered differently."""
    text = "\n".join(f"{point.item} {point.address} {point.heading}" for point in points)
    return blake2s(text.encode(), digest_size=6).hexdigest()


def default(data: BoardData, changes: Changes | None, worse: Sequence[Worsening]) -> tuple[View, ...]:
    """The agenda proposed from the data: overview, changes, missed and worsening, then every goal.

    Goals that are met and that nothing has changed for come last, noted as there to be asked about.
    """
    addresses = [OVERVIEW]
    addresses += [CHANGED] if changes else []
    addresses += [to(CHANGED, {PART: WORSENING})] if worse else []
    calm = _calm(data, changes)
    order = in_page_order(data)
    addresses += [to_goal(code) for code in order if code not in calm]
    points = [View("", address) for address in addresses]
    return numbered([*points, *(View("", to_goal(code), notes=_("If asked.")) for code in order if code in calm)])


def _calm(data: BoardData, changes: Changes | None) -> set[str]:
    """The goals that are met, by the verdict or, without one, by the figures, and that nothing has changed for."""
    touched = changes.touched(data) if changes else set()
    return {row.goal.goal for row in overview(data).rows if row.goal.goal not in touched and _is_met(row)}


def _is_met(row: GoalRow) -> bool:
    if row.summary is Summary.NONE:
        return row.computed is GoalLevel.MET
    return row.summary.value == Verdict.ACHIEVED.value and row.agreement is not False


def numbered(points: Iterable[View], taken: Iterable[str] = ()) -> tuple[View, ...]:
    """The points with codes, p1, p2 …, that follow all those taken."""
    start = int(next_code(taken, "p")[1:])
    return tuple(replace(point, item=f"p{place}") for place, point in enumerate(points, start=start))


def newest(meetings: Iterable[Meeting]) -> tuple[Meeting, ...]:
    """Meetings, the latest first."""
    return tuple(sorted(meetings, key=lambda meeting: (meeting.date, meeting.meeting), reverse=True))


def about(data: BoardData, address: str) -> tuple[str, ...]:
    """The goals that an address is about: the goal itself, or those that its indicators measure."""
    view = View("", address)
    if view.path == GOAL:
        return (goal_of(data, view),)
    codes = view.query.get("indicator", "").split(",") if view.path == TREND else []
    return tuple(dict.fromkeys(goal.goal for code in codes for goal in data.goals_of(code)))


def goal_of(data: BoardData, view: View) -> str:
    """The code of the goal that a goal's view shows: the one it names, else the first, as on the page."""
    return view.query.get("goal") or next(iter(in_page_order(data)), "")


def belongs(data: BoardData, address: str, point: str) -> bool:
    """Whether a question about one address is shown at a point with another: the same view, or the same goal."""
    return address == point or (urlsplit(point).path == GOAL and about(data, point)[0] in about(data, address))


def of_goal(data: BoardData, questions: Iterable[Question], goal: str) -> tuple[Question, ...]:
    """The questions that were left on a goal or its indicators, the newest first."""
    own = [question for question in questions if goal in about(data, question.address)]
    return tuple(sorted(own, key=lambda question: (question.asked, question.question), reverse=True))


def moved(points: Sequence[View], item: str, place: int) -> tuple[View, ...]:
    """The points with one of them at another place, counted from 1; as they are where there is none of that code."""
    moving = [point for point in points if point.item == item]
    others = [point for point in points if point.item != item]
    at = min(max(place, 1), len(points)) - 1
    return (*others[:at], *moving, *others[at:])


def written(text: str, longest: int) -> str:
    """A user's text as it is stored: no control characters but line breaks, and no longer than so much."""
    letters = "".join(letter for letter in text.replace("\r\n", "\n") if letter == "\n" or letter.isprintable())
    return letters.strip()[:longest]


def next_code(taken: Iterable[str], letter: str) -> str:
    """The first code that follows all those taken, f1, f2 …"""
    used = [int(code[1:]) for code in taken if code[:1] == letter and code[1:].isdecimal()]
    return f"{letter}{max(used, default=0) + 1}"
