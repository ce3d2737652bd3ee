"""Changes since the last meeting, and points that need attention."""

from lib.ui import choices

choices.read()
