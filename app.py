"""The ASGI app: Streamlit's server around the frame, with our shell, headers and static files in front."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from lib.store.access import Forbidden
from lib.ui.failure import on_script_error
from lib.web import downloads, health, plain, presenting
from lib.web.entrance import identity, signing_in
from lib.web.entrance.gate import Gate
from lib.web.machine import answers
from lib.web.seams.runs import header_of_run
from lib.web.shell import Shell

FRAME = Path(__file__).parent / "lib" / "ui" / "frame.py"

# From here on nobody is let in unseen: without a word from the gate the store is nobody's.
identity.serve(lambda: header_of_run(identity.HEADER))

shell = Middleware(Shell, open_paths=(*presenting.OPEN, *downloads.OPEN, *health.OPEN, *answers.OPEN, *signing_in.OPEN))
app = st.App(
    FRAME,
    middleware=[Middleware(health.Counted), Middleware(Gate), shell],
    routes=[*presenting.ROUTES, *downloads.ROUTES, *answers.ROUTES, *health.ROUTES, *signing_in.ROUTES],
    lifespan=presenting.lifespan,
    on_script_error=on_script_error,
    exception_handlers={Exception: plain.failed, Forbidden: plain.not_allowed},
)
