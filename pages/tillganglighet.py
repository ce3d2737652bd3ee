"""The accessibility statement: how far the law's demands are met, what was tested, and whom to tell."""

from lib.ui import choices

choices.read()
