"""Roles and log: who may do what, given and taken by an administrator, and who has done what."""

from lib.ui import choices, people_page

_choice, data = choices.board()
people_page.draw(data)
