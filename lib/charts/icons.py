"""The icons, one drawing each for pages, slides and documents: 24 units square, in the colour of the text beside.

Statuses differ in shape, so that no colour is needed to tell them apart.
"""

from functools import cache
from urllib.parse import quote

from lib.charts.svg import element

SIDE = 24
_ROUND = "M12 2.5a9.5 9.5 0 1 0 0 19a9.5 9.5 0 1 0 0-19z"
# Closed shapes, filled by the even-odd rule.
ICONS = {
    # Statuses, by the name of their tone.
    "met": "M20.3 5.2l2 2.1L9.4 20.2L1.8 12.6l2.1-2.1l5.5 5.5z",
    "nearly": f"{_ROUND}M12 5a7 7 0 0 1 0 14z",
    "missed": ("M5.6 3.4L12 9.8l6.4-6.4l2.2 2.2L14.2 12l6.4 6.4l-2.2 2.2L12 14.2l-6.4 6.4l-2.2-2.2L9.8 12L3.4 5.6z"),
    "unknown": (
        "M12 2a6.2 6.2 0 0 0-6.2 6.2H9a3 3 0 1 1 4.7 2.5c-1.9 1.3-3.3 2.5-3.3 5.3h3.2c0-1.3.7-1.9 1.9-2.7"
        "A6.2 6.2 0 0 0 12 2zM10.3 18.6h3.4V22h-3.4z"
    ),
    "later": "M3 10h4v4H3zM10 10h4v4h-4zM17 10h4v4h-4z",
    "split": "M7.5 3L2 8.5L7.5 14v-4H21V7H7.5zM16.5 10v4H3v3h13.5v4L22 15.5z",
    "none": "M4 10.7h16v2.6H4z",
    # Where figures and verdict say different things, and how a figure moves.
    "differs": (
        "M14.6 2.7l2.5 1.2L15.6 7H20v2.6h-5.7l-2.3 4.8h8V17h-9.3l-2.1 4.3l-2.5-1.2L7.7 17H4v-2.6h5l2.3-4.8H4V7h8.5z"
    ),
    "improving": "M12 3l8 9.5h-5V21H9v-8.5H4z",
    "worsening": "M12 21l-8-9.5h5V3h6v8.5h5z",
    "still": "M15 5l7 7l-7 7v-5H2v-4h13z",
    "hidden": (
        "M4.3 2.5L21.5 19.7l-1.8 1.8l-3.7-3.7c-1.3.5-2.6.7-4 .7c-4.5 0-8.3-2.5-10.5-6.5"
        "c1-1.9 2.4-3.4 4.1-4.5L2.5 4.3zM12 5.5c4.5 0 8.3 2.5 10.5 6.5c-.8 1.4-1.8 2.6-3 3.6L9.2 5.8"
        "c.9-.2 1.8-.3 2.8-.3z"
    ),
    # What one may do.
    "search": (
        "M10 2a8 8 0 1 0 4.9 14.3l5.4 5.4l1.8-1.8l-5.4-5.4A8 8 0 0 0 10 2zM10 4.6"
        "a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 0 1 0-10.8z"
    ),
    "up": "M5 15.5h14l-7-8z",
    "down": "M5 8.5h14l-7 8z",
    "left": "M15.5 5v14l-8-7z",
    "right": "M8.5 5v14l8-7z",
    "download": "M10.7 3h2.6v9.2l3.4-3.4l1.9 1.9L12 17.3L5.4 10.7l1.9-1.9l3.4 3.4zM4 18.5h16V21H4z",
    "add": "M10.6 4h2.8v6.6H20v2.8h-6.6V20h-2.8v-6.6H4v-2.8h6.6z",
    "link": (
        "M10.6 13.4a1.2 1.2 0 0 1-1.7 1.7a5 5 0 0 1 0-7.1l3.5-3.5a5 5 0 0 1 7.1 7.1l-2.1 2.1l-1.8-1.8"
        "l2.1-2.1a2.5 2.5 0 0 0-3.5-3.5l-3.6 3.5a2.5 2.5 0 0 0 0 3.6zM13.4 10.6a1.2 1.2 0 0 1 1.7-1.7"
        "a5 5 0 0 1 0 7.1l-3.5 3.5a5 5 0 0 1-7.1-7.1l2.1-2.1l1.8 1.8l-2.1 2.1a2.5 2.5 0 0 0 3.5 3.5"
        "l3.6-3.5a2.5 2.5 0 0 0 0-3.6z"
    ),
    "edit": "M16.8 2.8l4.4 4.4L8.5 19.9L3 21l1.1-5.5zM15.3 6.5L6.5 15.3l-.5 2.7l2.7-.5l8.8-8.8z",
    "home": "M12 2.5L22 11l-1.7 2L18.5 11.5V21h-13v-9.5L3.7 13L2 11z",
    "changed": "M4 5h10V2l6 5l-6 5V9H4zM20 15H10v-3l-6 5l6 5v-3h10z",
    "people": (
        "M8.5 3.5a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM1 20.5c0-4.5 3-7.5 7.5-7.5s7.5 3 7.5 7.5zM17 5"
        "a3.3 3.3 0 1 0 0 6.6a3.3 3.3 0 1 0 0-6.6zM18 20.5h5c0-4-2.2-6.9-6-7c-.6 0-1.1 0-1.6.2"
        "c1.6 1.6 2.6 4 2.6 6.8z"
    ),
    "calendar": "M6 2h2.5v2.5h7V2H18v2.5h3V21H3V4.5h3zM5.5 10v8.5h13V10z",
    "menu": "M3 5h18v2.6H3zM3 10.7h18v2.6H3zM3 16.4h18V19H3z",
    "close": ("M6.3 4.5L12 10.2l5.7-5.7l1.8 1.8L13.8 12l5.7 5.7l-1.8 1.8L12 13.8l-5.7 5.7l-1.8-1.8L10.2 12L4.5 6.3z"),
    "slides": "M3 4h18v12h-7.8v2.5l3.3 2V22h-9v-1.5l3.3-2V16H3zM5.2 6.2v7.6h13.6V6.2z",
    "table": ("M3 4h18v16H3zM5.2 9.2v3.6h5.6V9.2zM13 9.2v3.6h5.8V9.2zM5.2 14.6v3.2h5.6v-3.2zM13 14.6v3.2h5.8v-3.2z"),
    "window": "M3 4h18v16H3zM5.2 9.2v8.6h13.6V9.2z",
    "document": "M5 2h9.5L20 7.5V22H5zM7.5 4.5v15h10V9H13V4.5zM9.5 12h6v2h-6zM9.5 15.5h6v2h-6z",
}


def icon(name: str, size: float = SIDE) -> str:
    """An icon as an SVG of its own, passed by by screen readers: the word beside it says the same."""
    path = element("path", d=ICONS[name], fill="currentColor", fill_rule="evenodd")
    return element(
        "svg",
        path,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SIDE} {SIDE}",
        width=size,
        height=size,
        aria_hidden="true",
    )


@cache
def css() -> str:
    """A class for each icon, `mb-icon--NAME`, in the colour of the text: Streamlit drops SVG from what it shows."""
    return "\n".join(f".mb-icon--{name} {{ --mb-icon: url('{_address(path)}'); }}" for name, path in ICONS.items())


def _address(path: str) -> str:
    # A mask has no colour: whatever is drawn lets the colour through.
    shape = f"<path fill-rule='evenodd' d='{path}'/>"
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {SIDE} {SIDE}'>{shape}</svg>"
    return f"data:image/svg+xml,{quote(svg, safe='')}"
