"""A meeting: its agenda, its questions, its slides, and which slide a presentation shows now.

Slides are made of read models and know nothing of the hours behind the figures.
"""
