"""The ASGI app: Streamlit's server around the frame, with our shell, headers and static files in front."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from lib.ui.failure import on_script_error
from lib.web import downloads, health, plain, presenting
from lib.web.machine import answers
from lib.web.shell import Shell

FRAME = Path(__file__).parent / "lib" / "ui" / "frame.py"

shell = Middleware(Shell, open_paths=(*presenting.OPEN, *downloads.OPEN, *health.OPEN, *answers.OPEN))
app = st.App(
    FRAME,
    middleware=[Middleware(health.Counted), shell],
    routes=[*presenting.ROUTES, *downloads.ROUTES, *answers.ROUTES, *health.ROUTES],
    lifespan=presenting.lifespan,
    on_script_error=on_script_error,
    exception_handlers={Exception: plain.failed},
)
