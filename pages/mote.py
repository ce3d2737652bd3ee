"""A meeting: its agenda, the questions to it, and where its presentation begins."""

from lib.ui import choices, meeting_page

chosen, data = choices.sidebar()
meeting_page.draw(data, chosen)
