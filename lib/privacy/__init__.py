"""Small groups: which figures are secret, and which others must be hidden so that no secret one can be worked out.

Knows HiGHS and the rules beside it; nothing of where figures are stored or shown.
"""
