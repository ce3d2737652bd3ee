"""Tables of figures as people draw them: found on a sheet, their columns and rows understood, read as observations."""
