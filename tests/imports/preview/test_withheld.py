"""What is hidden is told by nothing: two stores that differ only there give the same bytes, whatever file is tried."""

from contextlib import closing, redirect_stdout
from io import StringIO

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings

from lib.imports import command
from lib.imports.preview.plan_text import BoardNames
from lib.imports.preview.preview import preview
from lib.imports.upload import Upload, read_in
from lib.store import reads
from lib.store import store as store_module
from lib.store.absence_published import AbsenceReader
from lib.store.access import Access, Right
from lib.store.batches import BatchInfo
from lib.store.store import Store
from lib.tables.records import Records
from lib.views.board import read_board
from lib.views.choice import Choice
from lib.web.batch import batch_rows
from lib.web.pages import data as data_html
from lib.web.pages import history as history_html
from tests.imports.preview.aimed_files import COUNTS, LATER, PEOPLE, SHARES, cases, rows, stored


def test_the_board_has_something_to_hide():
    assert (len(SHARES), len(COUNTS)) == (6, 6)


# All that is told


def told_of_file(store: Store, content: bytes) -> tuple[str, Upload]:
    """What the page and the command say of a file that is dropped."""
    upload = read_in(store, "b", "fil.csv", content)
    found = preview(store, upload.plan)
    said = StringIO()
    with redirect_stdout(said):
        command._print_reading(upload, found)
    reading = upload.reading
    texts = [reading.problems, reading.cautions, reading.unknown, reading.strange, reading.guesses, reading.recounted]
    pages = [data_html.story(found), data_html.changed_statuses(found), data_html.rows_table(found.rows(), "")]
    return "\n".join([*map(str, texts), *pages, *map(str, found.faults), said.getvalue()]), upload


def told_of_past(store: Store) -> str:
    """History, the newest batch with its rows and what taking it back would do, and the figures' versions."""
    entries, number = store.history("b"), store.version()
    choice, names = Choice(board="b"), BoardNames.of(read_board(store, "b"))
    batch = batch_rows(store, read_board(store, "b"), number)
    undo = preview(store, store.plan_undo(number, "b"))
    texts = [history_html.history(entries, choice), history_html.batch(entries[0], choice), batch.frame().to_csv()]
    texts += [data_html.story(undo), data_html.changed_statuses(undo), data_html.rows_table(undo.rows(), "")]
    texts += [data_html.rows_left(undo.plan, undo.names), str(undo.faults)]
    series = [(code, unit_code, gender) for code in ("i", "antal") for unit_code in PEOPLE for gender in "TKM"]
    batches = {one.id: one for one in store.batches()}
    for code, about in read_board(store, "b").indicators.items():
        versions = store.versions_of_figures("b", [key for key in series if key[0] == code])
        withheld = store.withheld("b", range(1, number + 1))
        texts.append(history_html.figures(about, versions, names, withheld, batches, choice))
    return "\n".join(texts)


def shown(store: Store) -> tuple:
    """All that the pages read of figures and hours, now and before."""
    frames = [store.observations("b", asof) for asof in (None, *range(1, store.version()))]
    return (*frames, *(AbsenceReader(store, "b", asof).cells(PEOPLE) for asof in (None, 1)))


def compare(other: Records, content: bytes) -> None:
    """Try a file on both stores, write it, and look back."""
    with closing(stored(rows())) as one, closing(stored(other)) as two:
        assume(shown(one) == shown(two))
        (said, upload), (said_of_other, upload_of_other) = (told_of_file(store, content) for store in (one, two))
        assert said == said_of_other
        if not upload.plan or preview(one, upload.plan).faults:
            return
        info = BatchInfo("import", "test", "fil.csv", upload.hash, at=LATER, content=content)
        for store, plan in ((one, upload.plan), (two, upload_of_other.plan)):
            store.carry_out(plan, info)
        if shown(one) == shown(two):  # else what was hidden is shown now, by whoever may write
            assert told_of_past(one) == told_of_past(two)


def attempts(many: int) -> settings:
    return settings(
        max_examples=many,
        derandomize=True,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


def whatever_the_file(many: int) -> None:
    attempts(many)(given(cases())(lambda case: compare(*case)))()


def test_two_stores_that_differ_only_in_what_is_hidden_tell_the_same():
    whatever_the_file(8)


@pytest.mark.soak
def test_and_so_do_they_for_many_files():
    whatever_the_file(1000)


def test_it_would_be_seen_if_files_were_merged_with_what_is_hidden(monkeypatch: pytest.MonkeyPatch):
    everything = Access(frozenset(Right), sees_secrets=True)
    for module in (reads, store_module):
        monkeypatch.setattr(module, "access", lambda _board: everything)
    with pytest.raises((AssertionError, ExceptionGroup)):
        whatever_the_file(12)
