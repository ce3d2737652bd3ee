"""The report of the goals for sound financial management: those and no others, with what is done about them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from docx import Document

from lib.documents.economy import economy_file, economy_goals
from lib.documents.report import report
from lib.views.as_of import BoardState
from lib.views.choice import Choice
from tests.helpers.rows import action, assessment, goal, goal_indicator, indicator, observation, target
from tests.helpers.seeded import read

DAY = BoardState("", 1, date(2017, 3, 1))


def test_it_lists_the_goals_that_bear_the_mark_and_no_others():
    data = read(
        goals=[goal(title="Budgeten hålls", economy=True, responsible="Controller"), goal(goal="h", title="Annat")],
        indicators=[indicator(name="Avvikelse")],
        goal_indicators=[goal_indicator(), goal_indicator(goal="h")],
        targets=[target(value=6.0)],
        observations=[observation(value=5.5)],
        assessments=[assessment(comment="Nära gränsen.")],
        actions=[action(text="Ändra avtalet", due=date(2017, 1, 1))],
    )
    made = report(data, Choice(), DAY)
    assert [one.code for one in economy_goals(made)] == ["g"]
    document = Document(BytesIO(economy_file(made)))
    texts = [paragraph.text.replace("\u00a0", " ") for paragraph in document.paragraphs]
    assert texts[0] == "Mål av betydelse för god ekonomisk hushållning"
    assert "Enligt siffrorna är 1 av 1 mål uppfyllt." in texts
    assert "Nära gränsen." in texts
    cells = [
        [cell.text.replace("\u00a0", " ") for cell in row.cells] for table in document.tables for row in table.rows
    ]
    assert cells[1][0] == "Budgeten hålls"
    assert cells[1][-1] == "Controller"
    assert [cell.strip() for cell in cells[3][:2]] == ["Ändra avtalet", "59 dagar försenad"]
    assert not any("Annat" in text for text in [*texts, *(cell for row in cells for cell in row)])
    assert economy_goals(replace(made, goals=())) == []
