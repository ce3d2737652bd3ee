"""The page of a meeting: its agenda, questions and presentation."""
