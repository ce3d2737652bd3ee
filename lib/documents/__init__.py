"""A board's papers: PowerPoint, Word, Excel and one HTML file, all from one reading of the board."""
