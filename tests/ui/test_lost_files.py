"""A file that the browser still has in the uploader, and that is gone with the server it was sent to."""

from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.app_test import TESTING_KEY

from tests.ui.test_data_page import drop, page, store

__all__ = ["store"]


def test_a_file_that_is_gone_with_its_server_is_told_and_nothing_hangs_on_it(store, monkeypatch):
    row = "i;T;2024-01-01;2024-12-31;outcome;9\n"
    app, session = page(), SessionState()
    session[TESTING_KEY] = {}
    app._session_state = SafeSessionState(session, lambda: None)  # of a server that knows no control yet
    with monkeypatch.context() as gone:
        gone.setattr(AppTest, "_register_uploaded_files", lambda *_of: None)  # the browser has it, this server has not
        app = drop(app, row)
    assert [warning.value for warning in app.warning] == [
        "Filen är borta, inget sparades: kontakten med servern var bruten för länge, eller så startades servern om. "
        "Släpp filen igen."
    ]
    assert [button for button in app.button if button.key == "data-confirm"] == []
    assert app.file_uploader[0].key == "data-file-1"
    assert [warning.value for warning in app.run().warning] != []
    app = drop(app, row)
    assert [warning.value for warning in app.warning] == []
    assert not app.button(key="data-confirm").disabled
    app.file_uploader[0].clear().run()  # whoever takes it away is not told
    assert [warning.value for warning in app.warning] == []
    assert len(store.batches()) == 1
