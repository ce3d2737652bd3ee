"""The accessibility statement: what is known of the product, and what the municipality says in its settings."""

from datetime import date

from lib.site import DATA, href
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web.memory import page_cache
from lib.web.render import render

# The day on which what the page says of the product was last looked through.
REVIEWED = date(2026, 11, 30)


@page_cache
def page(data: BoardData, choice: Choice, day: date) -> str:
    """The whole page, with the board's own texts as they hold on a day."""
    settings = data.settings_on(day)
    return render(
        "accessibility",
        board=data.board.name,
        contact=settings.contact,
        statement=settings.statement,
        reviewed=REVIEWED,
        fill_in=href(DATA, choice.query(asof="", view="edit", table="settings")),
    )
