"""The reading pages for other programs: `.csv`, `.json`, `.svg` and `.html` of the same address, and whole boards."""
