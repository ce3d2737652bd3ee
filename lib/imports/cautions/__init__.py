"""Figures and names that may be right but look wrong; who knows may accept them."""
