"""How far a figure is from its limit: in words for a headline, and as the surface that a slide's chart shades."""

from dataclasses import replace

from lib.charts.background import Gap
from lib.charts.chart import Chart
from lib.rules.series import Judged
from lib.rules.status import Level
from lib.rules.traits import IndicatorTraits
from lib.views.leads import Lead
from lib.words.figures import difference_text
from lib.words.judgement import to_target
from lib.words.language import _

_KEPT = {"%", "‰"}
_TONES = {Level.MISSED: "missed", Level.NEARLY: "nearly"}


def distance(judged: Judged, about: IndicatorTraits) -> str:
    """'8 too many' of what is counted, '0.8 above the target' of what is measured; '' where nothing lacks.

    Without the unit, which stands with the figure, but for percentage points.
    """
    about = beside(about)
    judgement, point = judged.judgement, judged.point
    if judgement.level not in _TONES or point is None:
        return ""
    is_count = about.statistic == "count" and judged.plan is None and point.is_plain
    if judgement.level is Level.MISSED and judgement.gap and is_count:
        pattern = _("{difference} too many") if judgement.gap > 0 else _("{difference} too few")
        return pattern.format(difference=difference_text(judgement.gap, about))
    return to_target(judged, about)


def beside(about: IndicatorTraits) -> IndicatorTraits:
    """The indicator as its limits and differences are written beside a figure that has the unit."""
    return about if about.unit_of_measure in _KEPT else replace(about, unit_of_measure="")


def with_gap(chart: Chart, lead: Lead) -> Chart:
    """The chart with the way from the limit to the lead's figure shaded, and nothing else behind the line.

    As it is where the figure is not the last of its line, or nothing lacks.
    """
    judged = lead.judged
    judgement, limit, point = judged.judgement, judged.judgement.limit, judged.point
    if judgement.level not in _TONES or limit is None or point is None or point.number is None or judged.plan:
        return chart
    at = next((trace.marks[-1] for trace in chart.traces if trace.marks and trace.marks[-1].y == point.number), None)
    is_drawn = at is not None and any(step.x0 <= at.x <= step.x1 for step in chart.steps)
    if at is None or not is_drawn or at.y == limit:
        return chart
    text = distance(judged, lead.series.about)
    return replace(chart, processes=(), gap=Gap(at.x, at.y, limit, text, _TONES[judgement.level]))
