"""A presentation that is started on its meeting's page."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page


@dataclass(frozen=True)
class Addresses:
    """Where a presentation is shown, steered and followed."""

    projector: str
    presenter: str
    followers: str
    code: str


def start(page: Page) -> Addresses:
    """Start a presentation of the meeting that the page shows; it is ready when its own addresses are on the page."""
    page.get_by_role("button", name="Starta visningen").click()
    projector, presenter = (
        page.locator(f'a[href^="{path}?"][href*="code="]').get_attribute("href") or ""
        for path in ("/visa", "/visa/manus")
    )
    [code] = parse_qs(urlsplit(projector).query)["code"]
    # The page may list presentations from before, and this one a moment later than the links to show it.
    page.locator(f'.mb-code[href="/f/{code}"]').wait_for()
    return Addresses(projector, presenter, f"/f/{code}", code)
