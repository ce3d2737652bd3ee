"""Swedish and English: catalogues, numbers and dates, and the sentences that explain rules.

Knows the rules whose results it explains; no table, no page.
"""
