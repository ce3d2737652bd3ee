"""What the pages show as tables for other programs: codes, ISO dates and numbers, each column with its type."""
