"""The quarterly statistics: what is reported in the quarter, by type of support; few people are not shown."""

from datetime import date
from io import BytesIO

import docx
import pytest

from lib.documents.quarterly import quarterly_file
from lib.tables.statutory import CHECK, NOT_EXECUTED, NOT_EXECUTED_DAYS, statutory_goals, with_statutory
from lib.views.quarterly import quarter_code, quarterly, quarters
from tests.helpers.rows import observation, unit
from tests.helpers.seeded import read

QUARTER = {"period_start": date(2026, 1, 1), "period_end": date(2026, 3, 31)}
TODAY = date(2026, 4, 20)
TYPES = {"sabo": "Särskilt boende", "hemtjanst": "Hemtjänst", "kontakt": "Kontaktperson"}


def count(place: str, value: float, gender: str = "T", **more) -> dict:
    return observation(indicator=NOT_EXECUTED, unit=place, gender=gender, value=value, **{**QUARTER, **more})


def days(place: str, value: float, people: int) -> dict:
    return observation(indicator=NOT_EXECUTED_DAYS, unit=place, value=value, count=people, **QUARTER)


@pytest.fixture
def data():
    return read(
        **with_statutory("b", statutory_goals(), {}),
        units=[unit(unit=code, name=name) for code, name in TYPES.items()],
        observations=[
            count("", 48), count("sabo", 25), count("hemtjanst", 20), count("kontakt", 3),
            count("sabo", 13, "K"), count("sabo", 12, "M"),
            days("sabo", 140, 25), days("kontakt", 365, 3),
            count("sabo", 30, period_start=date(2025, 10, 1), period_end=date(2025, 12, 31)),
            count("sabo", 99, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31)),
        ],
    )  # fmt: skip


def test_the_quarters_that_are_reported_newest_first(data):
    assert [quarter_code(period) for period in quarters(data)] == ["2026-1", "2025-4"]


def test_few_people_are_hidden_with_what_would_tell_how_many(data):
    [table, interrupted] = quarterly(data, quarters(data)[0], TODAY).tables
    shown = {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}
    assert list(shown) == [*TYPES.values(), "Alla"]
    assert shown["Kontaktperson"][0] == "visas inte: färre än 11 personer"
    assert shown["Kontaktperson"][3] == "visas inte: färre än 11 personer"
    known = [row[0] for row in shown.values() if row[0].isdecimal()]
    assert len(known) <= 2  # else the hidden one follows from the sum
    assert interrupted.rows == ()


def test_the_document_says_what_it_stands_on(data):
    period = quarters(data)[0]
    content = quarterly_file(data, quarterly(data, period, TODAY))
    document = docx.Document(BytesIO(content))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0].startswith("Statistikrapport över beslut som inte verkställts,")
    assert "2026" in texts[0]
    assert CHECK in texts
    assert any("34 kap. 3 § socialtjänstlagen" in text for text in texts)
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert "visas inte: färre än 11 personer" in cells
    assert "3" not in cells
    assert "Inga beslut är redovisade för kvartalet." in texts
