"""A meeting: its agenda, the questions to it, and where its presentation begins."""

from lib.ui import choices
from lib.ui.meeting import page

choice, data = choices.board()
page.draw(data, choice)
