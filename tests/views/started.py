"""The start page's read model of a board, with what changed since an earlier state of it."""

from datetime import date

from lib.views.as_of import BoardState
from lib.views.attention import late_actions, missed_and_worsening, overdue
from lib.views.board import BoardData
from lib.views.changes import changes
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.views.listing import Listing
from lib.views.start import StartPage, start_page

ALL_GOALS = Listing()
MEETING = BoardState("m", 1, date(2017, 2, 14), "Bokslut")


def start(
    data: BoardData,
    listing: Listing = ALL_GOALS,
    before: BoardData | None = None,
    day: date = date(2017, 3, 1),
    **choice,
) -> StartPage:
    """The page as it is on a day, after a meeting that saw the board as it was `before` (None = no meeting)."""
    chosen = Choice(board=data.code, **choice)
    report = ChangeReport(
        data,
        day,
        MEETING if before else None,
        changes(before, data, chosen) if before else None,
        missed_and_worsening(data, chosen),
        overdue(data, day, chosen),
        before,
        late_actions(data, day, chosen),
        day,
    )
    return start_page(data, report, chosen, listing)
