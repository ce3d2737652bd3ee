"""Start page: which goals are met, what to ask about, and every goal in a line."""

from lib.ui import choices

choices.read()
