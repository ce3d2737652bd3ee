"""Whether the file of a batch may be downloaded: all of it is compared with what is withheld now."""

from lib.imports.preview.preview import preview
from lib.imports.upload import read_in
from lib.imports.workbook.read import Unreadable
from lib.store.access import Right, access
from lib.store.store import Store
from lib.tables.model import BY_NAME
from lib.tables.records import key_of


def may_be_given(store: Store, board: str, name: str, content: bytes) -> bool:
    """Whether a kept file has nothing that is not shown, to whoever may have it.

    The file may hold more than its batch wrote: rows that stood as they were or were left out. What of it cannot be
    read cannot be judged either, so that a file with such parts is not given.
    """
    if not access(board).may(Right.ORIGINAL):
        return False
    try:
        upload = read_in(store, board, name, content)
    except Unreadable:
        return False
    reading = upload.reading
    if reading.problems or reading.unknown or reading.ignored:
        return False
    withheld = preview(store, upload.plan).withheld
    return not any(
        withheld.has(table, key_of(BY_NAME[table], record))
        for table, records in reading.records.items()
        for record in records
    )
