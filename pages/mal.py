"""One goal: its status, its verdicts, and the figures of each of its indicators."""

from lib.ui import choices

choices.read()
