"""The pieces that several kinds of slides are made of: a view's filters, figures in words, the line of sources."""

from collections.abc import Iterable, Sequence

from lib.charts.chart import Chart
from lib.rules.series import OUTCOME, Series
from lib.rules.status import Level
from lib.views.board import BoardData
from lib.views.choice import Choice
from lib.views.figures import source_text
from lib.views.key_figure import KeyFigure
from lib.views.overview import Lead, VerdictRow
from lib.views.statuses import of_level
from lib.words.figures import GENDERS, change_since, point_text, target_text
from lib.words.judgement import arithmetic
from lib.words.language import _, join, period_name

_WORST_FIRST = (Level.MISSED, Level.NEARLY, Level.MET, Level.UNKNOWN)


def filters(data: BoardData, choice: Choice) -> str:
    """The filters in words, '' where none are set."""
    area = data.areas[choice.area].name if choice.area else ""
    gender = join([_(GENDERS[one]) for one in choice.gender]) if choice.gender != "T" else ""
    return " · ".join(part for part in (area, str(choice.year or ""), gender) if part)


def series_name(series: Series) -> str:
    """What a figure is of: indicator, unit and gender, as far as they are not the whole."""
    gender = _(GENDERS[series.gender]) if series.gender != "T" else ""
    return ", ".join(part for part in (series.about.name, series.unit_name, gender) if part)


def key_figure(lead: Lead, chart: Chart | None = None) -> KeyFigure:
    """A figure with its target and its level, in words."""
    judged, about = lead.judged, lead.series.about
    point = judged.point
    return KeyFigure(
        series_name(lead.series),
        point_text(point, about) if point else _("no figures"),
        period_name(point.period, short=True) if point else "",
        target_text(judged.span, about),
        change_since(lead.series, point) if point and point.kind == OUTCOME else "",
        arithmetic(judged, about),
        of_level(judged.judgement.level) if judged.span else None,
        chart,
    )


def lead_sentence(lead: Lead) -> str:
    """A figure and how it stands against its target, in a sentence that names what it is of."""
    judged, about = lead.judged, lead.series.about
    if judged.point and judged.point.measure and not judged.span:
        pattern, period = _("{name}: {figure} ({period}), no target is set."), period_name(judged.point.period)
        return pattern.format(name=series_name(lead.series), figure=point_text(judged.point, about), period=period)
    return f"{series_name(lead.series)}: {arithmetic(judged, about)}"


def rank(lead: Lead) -> tuple[int, bool]:
    """What to sort figures by, so that those that decide come first: worst before best, figures before none."""
    return _WORST_FIRST.index(lead.judged.judgement.level), lead.judged.point is None


def sources(data: BoardData, series: Iterable[Series], verdicts: Sequence[VerdictRow] = (), *more: str) -> str:
    """The line that says where it comes from: the titles of the documents and registers, each once."""
    codes = [point.source for one in series for point in one.points] + [row.source for row in verdicts] + list(more)
    titles = [source_text(data, code, "") for code in dict.fromkeys(codes) if code in data.sources]
    pattern = _("Source: {titles}")
    own = pattern.format(titles="")  # Kolada asks to be named with the word already there
    return pattern.format(titles="; ".join(title.removeprefix(own) for title in titles)) if titles else ""
