"""The list of boards on the page Data: each with how far it is, and what can be done with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lib.site import DATA, OVERVIEW, href
from lib.store.board_list import ListedBoard, RemovedBoard
from lib.views.choice import Choice
from lib.web.render import render
from lib.words.language import _, day_name

BOARDS, NEW = "boards", "new"
ARCHIVE, TAKE_OUT, REMOVE, RETURN = "archive", "take-out", "remove", "return"


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A board of the list: its name, where it opens, what is said of it, and what can be done with it."""

    name: str
    address: str
    about: str
    acts: tuple[tuple[str, str], ...]


def page(
    boards: Sequence[ListedBoard], removed: Sequence[RemovedBoard], removable: Sequence[str], choice: Choice
) -> str:
    """The list, with a link to set up a board. `removable` are the codes of those that never had a figure."""
    rows = [_row(board, board.code in removable, choice) for board in boards]
    gone = [BoardRow(board.name, "", "", tuple(_acts(board.code, [RETURN], choice))) for board in removed]
    return render("boards", rows=rows, gone=gone, new=href(DATA, choice.query(view=NEW)))


def _row(board: ListedBoard, is_removable: bool, choice: Choice) -> BoardRow:
    about = [board.municipality]
    if board.is_seeded:
        about.append(_("came with Målbild"))
    if board.archived:
        about.append(_("archived {day}").format(day=day_name(board.archived)))
    acts = [TAKE_OUT if board.archived else ARCHIVE, *([REMOVE] if is_removable else [])]
    address = href(OVERVIEW, {"board": board.code, "lang": choice.query().get("lang", "")})
    return BoardRow(board.name, address, ", ".join(filter(None, about)), tuple(_acts(board.code, acts, choice)))


def _acts(board: str, acts: Sequence[str], choice: Choice) -> Iterator[tuple[str, str]]:
    for act in acts:
        yield _texts()[act], href(DATA, choice.query(view=BOARDS, this=board, act=act))


def _texts() -> dict[str, str]:
    return {
        ARCHIVE: _("Archive"),
        TAKE_OUT: _("Take out of the archive"),
        REMOVE: _("Remove"),
        RETURN: _("Bring back"),
    }


def act_text(act: str) -> str:
    """What is done with a board, as its button says it."""
    return _texts()[act]
