"""Every newest figure of every board's goals stands in every format: page, slide, Word, PowerPoint, HTML and Excel.

What should stand is counted from the store's own rows, and never from the read models that the formats share.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from operator import itemgetter
from typing import Any

import pandas as pd
import pytest
from lxml import html
from openpyxl import load_workbook
from pptx import Presentation

from lib.documents import excel, page, powerpoint
from lib.documents.figures_by_period import LONG_UNIT
from lib.documents.ooxml import xml_of
from lib.documents.report import Report
from lib.meetings.slide import Deck
from lib.rules.periods import Period
from lib.rules.status import Measure, Qualifier
from lib.rules.targets import Change
from lib.store.store import Store
from lib.tables.model import ComparisonMember, GoalIndicator
from lib.views.board import BoardData, read_board
from lib.views.choice import Choice
from lib.web.pages import goal as goal_page
from lib.words.figures import CHANGES, YES_OR_NO, gender_text, measure_text, status_text
from lib.words.language import _, period_name
from tests.documents.test_office import BOARDS
from tests.helpers.frames import shown
from tests.helpers.papers import deck_of, nobody, read_word, report_of

Lines = dict[tuple[str, str], list[str]]
"""What stands under a goal and an indicator: a line a paragraph, or a row of a table."""


@dataclass(frozen=True)
class NewestFigure:
    """A newest figure of a goal: what must be on one line, each of them in one of its ways."""

    goal: str
    indicator: str
    texts: tuple[tuple[str, ...], ...]

    def is_in(self, lines: Lines) -> bool:
        return any(
            all(any(way in line for way in ways) for ways in self.texts) for line in lines[self.goal, self.indicator]
        )


def title(data: BoardData, code: str) -> str:
    goal = data.goals[code]
    return f"{goal.number}. {goal.title}" if goal.number else goal.title


def plain(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").replace("\u00a0", " ")).strip()


Row = dict[str, Any]
Newest = Sequence[tuple[str, Row]]


def newest_rows(store: Store, data: BoardData) -> Iterator[tuple[str, Row]]:
    """Each goal's code with the newest row of each indicator, unit and gender: outcomes before what is planned.

    What others have stands beside the board's own in ways of its own (see test_beside.py).
    """
    others = {member.unit for member in store.rows(ComparisonMember, data.code)}
    groups: dict[str, dict[tuple[str, str], list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in shown(store, data.code).to_dict("records"):
        if row["unit"] not in others:
            groups[row["indicator"]][row["unit"], row["gender"]].append(row)
    for link in store.rows(GoalIndicator, data.code):
        until = data.goals[link.goal].valid_to
        for group in groups[link.indicator].values():
            outcomes = [row for row in group if row["kind"] == "outcome"]
            timely = [row for row in outcomes if until is None or row["period_end"] <= until]
            if told := timely or outcomes:
                last = max(row["period_end"] for row in told)
                yield link.goal, min((row for row in told if row["period_end"] == last), key=itemgetter("period_start"))
            else:
                yield link.goal, min(group, key=itemgetter("period_end"))


def number_of(value: object) -> float | None:
    return None if pd.isna(value) else float(value)


def figure_of(row: Row, data: BoardData) -> tuple[str, ...]:
    about = data.indicators[row["indicator"]]
    ends = [number_of(row[name]) for name in ("value", "lower", "upper")]
    if row["change"]:
        words = plain(_(CHANGES[Change(row["change"])]))
        return words, words.capitalize()
    if ends == [None] * 3:
        return (plain(status_text(row["status"], about)),)
    text = plain(measure_text(Measure(*ends, Qualifier(row["qualifier"])), about))
    done = {1.0: _("Done."), 0.0: _("Not done.")}.get(ends[0]) if about.unit_of_measure == YES_OR_NO else None
    unit = about.unit_of_measure  # a long one stands over the column, once
    bare = text.removesuffix(f" {unit}") if len(unit) >= LONG_UNIT else text
    return tuple(dict.fromkeys(filter(None, (text, done, bare))))


def periods(period: Period) -> tuple[str, ...]:
    names = [plain(period_name(period, short=short)) for short in (True, False)]
    return *names, *(name[:1].upper() + name[1:] for name in names)


def expected(rows: Newest, data: BoardData) -> list[NewestFigure]:
    found = []
    for code, row in rows:
        period = Period(row["period_start"], row["period_end"])
        texts = [figure_of(row, data), periods(period)]
        if row["unit"]:
            texts.append((plain(data.units[row["unit"]].name),))
        if row["gender"] != "T":
            words = gender_text(row["gender"], data.indicators[row["indicator"]])
            texts.append((words, words.capitalize()))
        found.append(
            NewestFigure(plain(title(data, code)), plain(data.indicators[row["indicator"]].name), tuple(texts))
        )
    return found


def texts_in(element: html.HtmlElement) -> Iterator[str]:
    for one in element.iter("p", "tr"):
        yield plain(" ".join(one.itertext()))


def on_pages(data: BoardData, goals: set[str]) -> Lines:
    """The pages of these goals, without the tables of all figures that open: a panel is one line, a card many."""
    lines: Lines = defaultdict(list)
    for code in goals:
        whole = html.fromstring(goal_page.draw(data, code, Choice(board=data.code)))
        goal = plain(title(data, code))
        for heading in whole.xpath("//h2[@id='mb-panel']"):
            panel, about = (whole.find_class(name)[0] for name in ("mb-goalpage__panel", "mb-goalpage__about"))
            lines[goal, plain(heading.text)] += [plain(" ".join(panel.itertext())), *texts_in(about)]
        for card in whole.xpath("//article"):
            lines[goal, plain(card.findtext("h3"))] += texts_in(card)
    return lines


def table_lines(about: str, table: list[list[str]]) -> Iterator[str]:
    """The lines of a table: its rows, and each cell with its row's name and its column's heading."""
    headings, *rows = table
    for first, *cells in rows:
        yield plain(" ".join([about, first, *cells]))
        yield from (plain(f"{about} {first} {over} {cell}") for over, cell in zip(headings[1:], cells, strict=True))


def in_html(report: Report) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = defaultdict(list)
    for goal in html.fromstring(page.html_file(report, nobody)).xpath("//article"):
        for table in goal.iter("table"):
            about = table.xpath("string(ancestor::section[1]/h5)")
            cells = [["".join(cell.itertext()) for cell in row.xpath("th|td")] for row in table.iter("tr")]
            lines[plain(goal.findtext("h4"))] += table_lines(about, cells)
    return lines


def in_word(report: Report) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = defaultdict(list)
    goal = indicator = ""
    document = read_word(report)
    names = {style.style_id: style.name for style in document.styles}  # looking one up takes longer than the rest
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            cells = [[cell.text for cell in row.cells] for row in block.rows]
            lines[goal] += table_lines(indicator, cells)
        elif (style := names.get(xml_of(block).style)) == "Heading 3":
            goal, indicator = plain(block.text), ""
        elif style == "Heading 4":
            indicator = plain(block.text)
    return lines


def of_all(lines: dict[str, list[str]], data: BoardData) -> Lines:
    """Lines of a goal that do not say under which indicator they stand: those that name it, and tables about it."""
    return defaultdict(
        list,
        {
            (goal, name): [line for line in found if name in line]
            for goal, found in lines.items()
            for name in {plain(about.name) for about in data.indicators.values()}
        },
    )


def on_slides(deck: Deck, data: BoardData) -> Lines:
    lines: dict[str, list[str]] = defaultdict(list)
    for slide in deck.slides:
        for table in filter(None, (slide.table, *slide.others)):
            about = table.caption if table in slide.others else ""
            lines[plain(slide.heading)] += [
                plain(" ".join([about, *(cell.marked for cell in row)])) for row in table.rows
            ]
    return of_all(lines, data)


def in_powerpoint(deck: Deck, data: BoardData) -> Lines:
    lines: dict[str, list[str]] = defaultdict(list)
    for slide in Presentation(BytesIO(powerpoint.powerpoint_file(deck, nobody))).slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        top = [re.sub(r" \(forts\. \d+\)$", "", plain(text)) for text in said]
        titles = (title(data, code) for code in data.goals)
        heading = next((one for one in map(plain, titles) for text in top if f"{text} · ".startswith(f"{one} · ")), "")
        about = " ".join(text for text in said if text.startswith("Per enhet och kön: "))
        for shape in slide.shapes:
            if shape.has_table:
                lines[heading] += [
                    plain(" ".join([about, *(cell.text for cell in row.cells)])) for row in shape.table.rows
                ]
    return of_all(lines, data)


# Newest figures of the goals' indicators, counted in the store when this was written: a format that has none is told.
COUNTS = {"blekinge-2012": 0, "ekero": 0, "exempelstad": 63, "helsingborg": 31, "linkoping": 58, "karlskrona": 48}


@pytest.mark.parametrize("board", BOARDS)
def test_every_newest_figure_stands_in_every_format(seeded, board):
    data = read_board(seeded, board)
    rows = list(newest_rows(seeded, data))
    figures = expected(rows, data)
    assert len(figures) == COUNTS[board]
    report, deck = report_of(data), deck_of(data)
    formats = {
        "page": on_pages(data, {code for code, _row in rows}),  # no other is looked for
        "slide": on_slides(deck, data),
        "Word": of_all(in_word(report), data),
        "PowerPoint": in_powerpoint(deck, data),
        "HTML": of_all(in_html(report), data),
    }
    assert [(name, figure) for name, lines in formats.items() for figure in figures if not figure.is_in(lines)] == []
    assert left_out_of_excel(report, rows, data) == []


def left_out_of_excel(report: Report, newest: Newest, data: BoardData) -> list[tuple[object, ...]]:
    """The newest figures that are no numbers of their own in the workbook."""
    sheet = load_workbook(BytesIO(excel.excel_book(report, nobody)), read_only=True)["Siffror"]
    first, *rows = sheet.iter_rows(values_only=True)
    names = ("Indikator", "Enhet", "Kön", "Period från", "Period till", "Värde", "Värde från", "Värde till")
    places = [first.index(name) for name in names]
    written = {tuple(day(row[place]) for place in places) for row in rows}
    figures = [
        (
            data.indicators[row["indicator"]].name,
            data.series[row["indicator"], row["unit"], row["gender"]].unit_name or "Hela nämnden",
            gender_text(row["gender"], data.indicators[row["indicator"]]),
            row["period_start"],
            row["period_end"],
            *(number_of(row[name]) for name in ("value", "lower", "upper")),
        )
        for _code, row in newest
    ]
    return [figure for figure in figures if figure not in written]


def day(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value
