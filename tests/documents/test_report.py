"""The read model of the papers: the same words as the pages, what is chosen, and nothing that is to be hidden."""

import zipfile
from io import BytesIO

from lib.documents import excel, page, powerpoint, word
from lib.documents.report import report
from lib.views.as_of import BoardState
from lib.views.choice import Choice
from lib.views.goal import goal_view
from lib.views.goal_text import paragraph
from lib.views.overview import overview
from lib.views.totals import total_sentences
from tests.helpers.papers import NOW_STATE, deck_of, nobody, report_of, tricky


def test_what_is_shown_is_said():
    made = report_of(tricky())
    assert [term for term, _text in made.stamp] == ["Nämnd", "Uppgifter per", "Uppgifter sparade"]
    day = tricky().batch.at.date()
    told = [text for _term, text in made.stamp]
    assert told[1] == "i dag"
    assert told[2].startswith(f"{day.day} ")
    assert told[2].endswith(" (version 1)")
    assert made.line == " · ".join(text for _term, text in made.stamp)


def test_a_meeting_and_choices_are_said(helsingborg):
    state = BoardState("m1", 3, NOW_STATE.day, "Bokslut")
    made = report(helsingborg, Choice(next(iter(helsingborg.areas)), 2016, "KM"), state)
    area, period, gender, shown = [text for _term, text in made.stamp][1:5]
    assert area == next(iter(helsingborg.areas.values())).name
    assert (period, gender) == ("2016", "kvinnor och män")
    assert shown == "mötet den 22 november 2026 (Bokslut)"
    assert {goal.area for goal in made.goals} == {area}


def test_the_goals_say_what_their_pages_say(linkoping):
    made = report_of(linkoping)
    rows = overview(linkoping).rows
    assert list(made.totals) == total_sentences(overview(linkoping))
    assert [goal.code for goal in made.goals] == [row.goal.goal for row in rows]
    for goal in made.goals:
        view = goal_view(linkoping, goal.code)
        assert (goal.paragraph, goal.aloud) == (paragraph(view, titled=False), paragraph(view))
        assert goal.aloud.endswith(goal.paragraph)
        assert view.row.goal.title not in goal.paragraph
        comments = [row[3].text for row in goal.verdicts.rows] if goal.verdicts else []
        assert comments == [row.comment for row in view.row.verdicts]
        assert [one.name for one in goal.indicators] == [one.about.name for one in view.indicators]
        assert [len(one.figures) for one in goal.indicators] == [len(one.leads) for one in view.indicators]


def test_no_goals_for_a_choice(helsingborg):
    made = report(helsingborg, Choice(year=1999), NOW_STATE)
    assert (made.totals, made.goals, made.shares) == (("Inget mål gäller för detta val.",), (), ())
    for write in (word.word_file, excel.excel_book, page.html_file):
        assert write(made, nobody)


def test_tables_on_paper_hold_the_newest_figures_and_no_column_that_says_nothing():
    made = report_of(tricky())
    table = made.goals[0].indicators[0].newest
    assert list(table.headings) == ["Period", "Siffra", "Målvärde", "Status", "Källa"]
    assert [row[:4] for row in table.rows] == [
        ("2016", "4,0\u00a0%", "högst 5\u00a0%", "uppfyllt"),
        ("2015", "5,0\u00a0%", "–", "–"),
        ("2014", "6,0\u00a0%", "–", "–"),
        ("2013", "7,0\u00a0%", "–", "–"),
    ]


def unpacked(file: bytes) -> bytes:
    """Everything in an Office file, workbooks of its charts too."""
    found = b""
    with zipfile.ZipFile(BytesIO(file)) as packed:
        for name in packed.namelist():
            content = packed.read(name)
            found += unpacked(content) if name.endswith(".xlsx") else content
    return found


def test_what_small_groups_hide_is_in_no_file():
    made = report_of(tricky())
    files = [write(made, nobody) for write in (word.word_file, excel.excel_book)]
    content = b"".join(map(unpacked, [*files, powerpoint.powerpoint_file(deck_of(tricky()), nobody)]))
    content += page.html_file(made, nobody)
    assert [said for said in ("7654", "7 654", "7\u00a0654") if said.encode() in content] == []
    assert b"11 personer" in unpacked(files[1])


def test_progress_goes_from_little_to_all(helsingborg):
    made, deck = report_of(helsingborg), deck_of(helsingborg)
    for write in (word.word_file, excel.excel_book, page.html_file):
        seen: list[float] = []
        write(made, seen.append)
        assert (seen == sorted(seen), seen[-1]) == (True, 1.0)
    seen = []
    powerpoint.powerpoint_file(deck, seen.append)
    assert (seen == sorted(seen), seen[-1]) == (True, 1.0)
