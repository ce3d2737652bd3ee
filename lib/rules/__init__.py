"""Periods, targets, statuses and trends: pure functions and frozen values.

Knows the standard library only: no database, no language, no page.
"""
