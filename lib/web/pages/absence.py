"""The absence page as HTML."""

from lib.charts.usual import usual_line
from lib.site import ABSENCE, href
from lib.views.absence.heat import heat_key
from lib.views.absence.page import VERSIONS, absence_page
from lib.views.absence.view import AbsenceView
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.web.memory import page_cache
from lib.web.render import render

MOST_COMPARED = 6

__all__ = ["MOST_COMPARED", "VERSIONS", "page"]


@page_cache
def page(data: BoardData, view: AbsenceView, compared: tuple[AbsenceView, ...], choice: Choice) -> str:
    """All of the page but the downloads."""

    def address(unit: str) -> str:
        return href(ABSENCE, choice.query(unit=unit, org=view.version))

    return render(
        "absence",
        page=absence_page(view, compared, address),
        data=data,
        choice=choice,
        ABSENCE=ABSENCE,
        MOST_COMPARED=MOST_COMPARED,
        usual_line=usual_line,
        heat_key=heat_key,
    )
