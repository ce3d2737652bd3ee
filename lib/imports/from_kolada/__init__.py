"""Figures that come from Kolada by themselves: asked for, checked, held against what is stored, and written as a batch.

Nothing is fetched unless the installation's settings switch it on, and nothing but from the address that they name.
"""
