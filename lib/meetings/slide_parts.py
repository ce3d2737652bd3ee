"""The pieces that several kinds of slides are made of: a view's filters, the order of figures, the line of sources."""

from collections.abc import Iterable, Sequence

from lib.rules.series import Series
from lib.rules.status import Level
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import source_line, source_text
from lib.views.leads import Lead
from lib.views.overview import VerdictRow
from lib.words.figures import GENDERS
from lib.words.language import _, join

_WORST_FIRST = (Level.MISSED, Level.NEARLY, Level.MET, Level.NOT_YET, Level.UNKNOWN)


def filters(data: BoardData, choice: Choice) -> str:
    """The filters in words, '' where none are set."""
    area = data.areas[choice.area].name if choice.area else ""
    gender = join([_(GENDERS[code]) for code in choice.gender]) if choice.gender != "T" else ""
    return " · ".join(part for part in (area, str(choice.year or ""), gender) if part)


def rank(lead: Lead) -> tuple[int, bool]:
    """The rank of a figure, so that those that decide come first: worst before best, figures before none."""
    return _WORST_FIRST.index(lead.judged.judgement.level), lead.judged.point is None


def sources(data: BoardData, series: Iterable[Series], verdicts: Sequence[VerdictRow] = (), *more: str) -> str:
    """The line that says where it comes from: the titles of the documents and registers, each once."""
    codes = [point.source for line in series for point in line.points] + [row.source for row in verdicts] + list(more)
    return source_line(*(source_text(data, code, "") for code in dict.fromkeys(codes) if code in data.sources))
