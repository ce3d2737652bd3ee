"""HTML as `st.html` lets it through: it drops SVG, so that drawings travel as images, which ui.js sets in place."""

import base64
import re
from functools import lru_cache

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)


@lru_cache(maxsize=256)
def without_svg(html: str) -> str:
    """The same with each drawing in an image."""
    return _DRAWING.sub(_as_image, html)


def _as_image(found: re.Match[str]) -> str:
    data = base64.b64encode(found[0].encode()).decode()
    return f'<img class="mb-svg" alt="" src="data:image/svg+xml;base64,{data}">'
