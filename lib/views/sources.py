"""Sources: the rows each one gave, and the notes that tell where it contradicts itself or is unclear."""

from collections import Counter
from dataclasses import dataclass

from lib.rules.periods import Period
from lib.rules.series import Series
from lib.tables.model import Source
from lib.views.board import BoardData
from lib.words.language import period_name

# The seed's marks, in a row's note or text, of a source that says two things or is unclear.
CONTRADICTION = "Motsägelse i källan:"
UNCLEAR = "Otydligt i källan:"


@dataclass(frozen=True, slots=True)
class SourceCounts:
    """A source and how many rows of each kind it gave."""

    source: Source
    goals: int
    indicators: int
    targets: int
    figures: int
    verdicts: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A note on a row of the store: what the row is about, the note, and its place in the source."""

    about: str
    note: str
    source: str
    locator: str


def given(data: BoardData, year: int | None = None, gender: str = "T") -> list[SourceCounts]:
    """Every source of the board with what came from it; figures of the year (None = all) and the genders.

    Gender 'T' counts every figure, since it is where the choice stands when nothing is chosen.
    """
    goals = Counter(goal.source for goal in data.goals.values())
    indicators = Counter(row.source for row in data.indicators.values())
    targets = Counter(span.source for row in data.series.values() for span in row.targets if _own(row, span.gender))
    figures = Counter(
        point.source
        for row in data.series.values()
        for point in row.points
        if (year is None or point.period.year == year) and (gender == "T" or row.gender in gender)
    )
    verdicts = Counter(row.source for rows in data.assessments.values() for row in rows)
    return [
        SourceCounts(source, goals[code], indicators[code], targets[code], figures[code], verdicts[code])
        for code, source in data.sources.items()
    ]


def _own(series: Series, gender: str) -> bool:
    return series.gender == gender and not any(span.inherited for span in series.targets)


def remarks(data: BoardData, mark: str) -> list[Remark]:
    """Every note that begins with, or holds, the mark; the same note on several rows is given once."""
    matches = [*_of_figures(data, mark), *_of_targets(data, mark), *_of_texts(data, mark)]
    first: dict[tuple[str, str], Remark] = {}
    for remark in matches:
        first.setdefault((remark.about, remark.note), remark)
    return list(first.values())


def _of_figures(data: BoardData, mark: str) -> list[Remark]:
    return [
        Remark(
            f"{series.about.name}, {period_name(point.period, short=True)}",
            _after(point.note, mark),
            point.source,
            point.locator,
        )
        for series in data.series.values()
        for point in series.points
        if mark in point.note
    ]


def _of_targets(data: BoardData, mark: str) -> list[Remark]:
    return [
        Remark(series.about.name, _after(span.note, mark), span.source, span.locator)
        for series in data.series.values()
        for span in series.targets
        if mark in span.note and not span.inherited
    ]


def _of_texts(data: BoardData, mark: str) -> list[Remark]:
    texts = [(goal.title, goal.description, goal.source, goal.locator) for goal in data.goals.values()]
    texts += [(row.name, row.definition, row.source, row.locator) for row in data.indicators.values()]
    texts += [
        (
            f"{data.goals[goal].title}, {period_name(Period(row.period_start, row.period_end), short=True)}",
            row.comment,
            row.source,
            row.locator,
        )
        for goal, rows in data.assessments.items()
        for row in rows
    ]
    texts += [(source.title, source.note, code, "") for code, source in data.sources.items()]
    return [Remark(name, _after(text, mark), source, locator) for name, text, source, locator in texts if mark in text]


def _after(text: str, mark: str) -> str:
    """The part of a note that follows the mark, up to the next mark."""
    rest = text.split(mark, 1)[1]
    for other in (CONTRADICTION, UNCLEAR):
        rest = rest.split(other, 1)[0]
    rest = rest.strip()
    return rest[:1].upper() + rest[1:]
