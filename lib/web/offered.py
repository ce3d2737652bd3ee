"""The boards that are offered: one's own, those to choose among, and the one that opens first."""

from collections.abc import Mapping

from lib.store.board_list import ListedBoard
from lib.store.installation.given import installation
from lib.web import memory

# The made-up board.
EXAMPLE = "exempelstad"


def own_boards() -> tuple[ListedBoard, ...]:
    """The boards that were set up here, less those that are archived."""
    return tuple(board for board in memory.listed_boards() if not (board.is_seeded or board.archived))


def offered_boards(current: str) -> Mapping[str, str]:
    """The boards to choose among: those that are archived only where they are shown already."""
    archived = {board.code for board in memory.listed_boards() if board.archived}
    return {code: name for code, name in memory.boards().items() if code not in archived or code == current}


def first_board() -> str:
    """The board that opens where an address names none: the one that the settings say, one's own, or the example."""
    there, chosen = memory.boards(), installation().first_board
    wanted = [chosen, *(board.code for board in own_boards()), EXAMPLE]
    return next((code for code in wanted if code in there), next(iter(there), ""))
