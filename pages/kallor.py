"""Sources and method: the rules of the statuses, each source and what it gave, contradictions and gaps."""

from lib.ui import choices

choices.read()
