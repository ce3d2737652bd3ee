"""Sickness absence: from the whole administration down to a unit, month by month, without pointing at anyone."""

from lib.ui import choices

choices.read()
