"""The page of changes since the last meeting."""

from lib.views.attention import GRACE
from lib.views.changes_page import changes_page
from lib.views.changes_text import ChangeReport
from lib.views.choice import Choice
from lib.web import memory
from lib.web.memory import page_cache
from lib.web.render import render
from lib.words.language import number


def page(report: ChangeReport, choice: Choice) -> str:
    """The whole page; where nothing has changed since the newest meeting, with the changes since one before."""
    return draw(report, choice, _instead(report, choice))


@page_cache
def draw(report: ChangeReport, choice: Choice, instead: ChangeReport | None = None) -> str:
    """The page of a report, and of another to show where nothing has changed."""
    days = {name: number(days) for name, days in GRACE.items()}
    return render("changes", page=changes_page(report, choice, instead), days=days)


def _instead(report: ChangeReport, choice: Choice) -> ChangeReport | None:
    """The changes since the newest meeting that there are any since, where there are none since the newest."""
    if report.since is None or report.changes:
        return None
    state = memory.state_or_now(choice.board, choice.asof)
    newest, *others = memory.earlier(choice.board, state) or (None,)
    if newest != report.since:
        return None
    reports = (memory.change_report(choice.board, state, since, choice) for since in others)
    return next((other for other in reports if other.changes), None)
