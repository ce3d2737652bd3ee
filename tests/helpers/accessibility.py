"""The rules of accessibility that a page breaks, by axe (WCAG 2.0-2.2)."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
# What another width or theme of the same page may break: the rest is of its elements, which are the same.
BY_LOOK = ("color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size")


def violations(
    page: Page, *tags: str, rules: tuple[str, ...] = (), within: str = "html"
) -> list[tuple[str, list[str]]]:
    """The rules that a page breaks, of those named or with one of the tags (all if none is given), and the elements.

    Only what lies within the selector is looked at. Only violations are reported in full: to describe all that passes
    takes longer than to find out that it does.
    """
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules or tags:
        options["runOnly"] = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(tags)}
    response = Axe().run(page, context=within, options=options).response
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in response["violations"]]
