"""The absence page of a board without hours: the figures that its documents and Kolada give, honestly thin."""

from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figure_table import figure_table
from lib.views.goal import indicator_view
from lib.views.goal_story import indicator_story
from lib.views.reported_absence import indicators
from lib.web.memory import page_cache
from lib.web.render import render


@page_cache
def page(data: BoardData, choice: Choice) -> str:
    """Each figure as on its goal's page, below a note on the data that are lacking."""
    views = [indicator_view(data, code, choice.year, choice.gender) for code in indicators(data)]
    stories = [indicator_story(data, view, choice) for view in views]
    tables = [(story.name, figure_table(data, story.series)) for story in stories]
    return render("reported_absence", data=data, choice=choice, stories=stories, tables=tables)
