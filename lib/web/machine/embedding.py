"""One chart as a page of its own, to stand in a frame on the sites that the settings allow."""

from lib.store.installation.given import installation
from lib.views.board import BoardData
from lib.views.datasets.dataset import Dataset
from lib.views.figures import source_line
from lib.web import static
from lib.web.machine.views import ChartFile
from lib.web.render import render


def framed() -> dict[str, str]:
    """The headers of a page for a frame: where it may stand, and that it runs nothing."""
    ancestors = " ".join(installation().embed_hosts) or "'none'"
    policy = (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self'; base-uri 'none'; "
        f"form-action 'none'; frame-ancestors {ancestors}"
    )
    return {"content-security-policy": policy}


def embedded(data: BoardData, drawing: ChartFile, address: str, table: Dataset) -> str:
    """The page: the chart, what it says, where the figures come from, and the way to the whole page."""
    told = " ".join(str(value) for row in table.rows for value in row[-1:])
    titles = {row.reference if row.kind == "kolada" else row.title for row in data.sources.values()}
    sources = sorted(title for title in titles if title and title in told)
    return render(
        "embedded",
        own=static.own,
        data=data,
        drawing=drawing,
        svg=drawing.draw(),
        address=address,
        source=source_line(*sources),
    )
