"""Figures as rows for the tables beside the charts, and as frames for the files to download.

A row has indicator, unit, period, figure, target and source in the words of the page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from lib.rules.series import OUTCOME, Point, Series
from lib.views.board import BoardData
from lib.words.figures import KINDS, gender_text, level_text, point_text, status_text
from lib.words.language import _, period_name
from lib.words.targets import target_text


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One observation in words. `target` and `level` are empty for figures that are not outcomes."""

    indicator: str
    unit: str
    gender: str
    period: str
    kind: str
    figure: str
    target: str
    level: str
    note: str
    source: str


def figure_rows(data: BoardData, series: Iterable[Series]) -> list[FigureRow]:
    """The observations of some series, newest first within each."""
    return [_row(data, line, point) for line in series for point in reversed(line.points)]


def within(point: Point, first: int | None, last: int | None) -> bool:
    """Whether a point's year lies from `first` to `last` (None = open)."""
    return (first is None or first <= point.period.year) and (last is None or point.period.year <= last)


def cut(series: Series, first: int | None, last: int | None) -> Series:
    """The series with only the points of these years."""
    return replace(series, points=tuple(point for point in series.points if within(point, first, last)))


def _row(data: BoardData, series: Series, point: Point) -> FigureRow:
    about = series.about
    judged = series.judge(point) if point.kind == OUTCOME and point.is_known else None
    notes = [status_text(point.status, about) if point.measure else "", point.note]
    return FigureRow(
        indicator=about.name,
        unit=series.unit_name or _("Whole board"),
        gender=gender_text(series.gender, series.about),
        period=period_name(point.period, short=True),
        kind=_(KINDS[point.kind]),
        figure=point_text(point, about),
        target=target_text(judged.span, about) if judged else "",
        level=level_text(judged.judgement.level) if judged and judged.span else "",
        note=". ".join(note.rstrip(".") for note in notes if note),
        source=source_text(data, point.source, point.locator),
    )


def source_text(data: BoardData, code: str, locator: str) -> str:
    """The source's title and the place in it; Kolada's figures carry the words that Kolada asks for."""
    if code not in data.sources:
        return locator
    source = data.sources[code]
    title = source.reference if source.kind == "kolada" else source.title
    return f"{title}, {locator}" if locator else title


def source_line(*titles: str) -> str:
    """The words that say where something comes from, '' where nothing does; Kolada's title has the term already."""
    pattern = _("Source: {titles}")
    own = pattern.format(titles="")
    named = [title.removeprefix(own) for title in titles if title]
    return pattern.format(titles="; ".join(_places(named))) if named else ""


def _places(titles: Sequence[str]) -> Iterator[str]:
    """Places in sources, what they begin with alike said once: 'Målanalys, bokslut 2016, Mål 1; Mål 2'."""
    before: list[str] = []
    for title in titles:
        parts = title.split(", ")
        same = next((n for n, (one, other) in enumerate(zip(parts, before, strict=False)) if one != other), len(before))
        yield ", ".join(parts[same:] if same < len(parts) else parts)
        before = parts


def download(data: BoardData, series: Sequence[Series]) -> pd.DataFrame:
    """The same figures with numbers as numbers, for CSV and Excel: a row an observation, headings in words."""
    rows = [_download_row(data, line, point) for line in series for point in line.points]
    frame = pd.DataFrame(rows, columns=_headings())
    if data.is_example:
        frame.insert(0, _("Example data"), _("made up"))
    return frame


def file_name(data: BoardData, ending: str, of: str = "") -> str:
    """The name of a file of the board's figures, or of some part of them; that of made-up figures says so."""
    parts = ("exempeldata" if data.is_example else "malbild", data.code, of)
    return f"{'-'.join(filter(None, parts))}.{ending}"


def _headings() -> list[str]:
    return [
        _("Board"),
        _("Indicator"),
        _("Unit"),
        _("Gender"),
        _("Period from"),
        _("Period to"),
        _("Kind of figure"),
        _("Value"),
        _("Lower"),
        _("Upper"),
        _("Precision"),
        _("Unit of measure"),
        _("Status of the figure"),
        _("Target"),
        _("Note"),
        _("Source"),
    ]


def _download_row(data: BoardData, series: Series, point: Point) -> list[object]:
    about, measure = series.about, point.measure
    judged = series.judge(point) if point.kind == OUTCOME and point.is_known else None
    return [
        data.board.name,
        about.name,
        series.unit_name or _("Whole board"),
        gender_text(series.gender, series.about),
        point.period.start,
        point.period.end,
        _(KINDS[point.kind]),
        measure.value if measure else None,
        measure.lower if measure else None,
        measure.upper if measure else None,
        measure.qualifier.value if measure else "",
        about.unit_of_measure,
        status_text(point.status, about),
        target_text(judged.span, about) if judged else "",
        point.note,
        source_text(data, point.source, point.locator),
    ]
