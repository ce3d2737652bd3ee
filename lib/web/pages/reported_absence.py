"""The absence page of a board without hours: the figures that its documents and Kolada give, honestly thin."""

from html import escape

from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.goal import indicator_view
from lib.views.goal_story import indicator_story
from lib.views.reported_absence import indicators
from lib.web.memory import page_cache
from lib.web.pages import indicator
from lib.words.language import _


@page_cache
def page(data: BoardData, choice: Choice) -> str:
    """Each figure as on its goal's page, below a note on the data that are lacking."""
    codes = indicators(data)
    title = f'<h1>{escape(_("Sickness absence"))}</h1><p class="mb-board">{escape(data.board.name)}</p>'
    lacking = _(
        "The board's documents give no hours by unit and month, so there is nothing to go down into. What they and "
        "Kolada give stands below, as they give it."
    )
    if not codes:
        lacking = _("Neither the board's documents nor Kolada give any figures of absence.")
    views = (indicator_view(data, code, choice.year, choice.gender) for code in codes)
    cards = "".join(indicator.card(data, indicator_story(data, view, choice), choice) for view in views)
    heading = f"<h2>{escape(_('Indicators'))}</h2>" if cards else ""
    note = f'<p class="mb-note mb-told">{escape(lacking)}</p>'
    return f'{title}{note}{heading}<div class="mb-indicators">{cards}</div>'
