"""The rules of accessibility that a page breaks, by axe (WCAG 2.0-2.2)."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def violations(page: Page, *tags: str) -> list[tuple[str, list[str]]]:
    """The rules that a page breaks, of those with one of the tags (all if none is given), and the elements.

    Only violations are reported in full: to describe all that passes takes longer than to find out that it does.
    """
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if tags:
        options["runOnly"] = {"type": "tag", "values": list(tags)}
    response = Axe().run(page, options=options).response
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in response["violations"]]
