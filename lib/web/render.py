"""HTML of pages and slides from their templates; what a template may call beside its read model stands here."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from lib import site
from lib.charts import bullet, icons, svg_chart
from lib.views import statuses
from lib.web.own_words import marked
from lib.web.stage.parts import pieces
from lib.words.language import day_name
from lib.words.templates import ENDING, environment

FOLDER = Path(__file__).parent / "templates"


@cache
def templates() -> Environment:
    """The templates, each read at its first use."""
    return environment(
        FOLDER,
        site=site,
        href=site.href,
        day_name=day_name,
        pieces=pieces,
        draw_icon=icons.icon,
        line_chart=svg_chart.line_chart,
        sparkline=svg_chart.sparkline,
        draw_bullet=bullet.bullet,
        bar_of_shares=svg_chart.bar_of_shares,
        of_level=statuses.of_level,
        of_goal_level=statuses.of_goal_level,
        of_computed_in_brief=statuses.of_computed_in_brief,
        of_computed=statuses.of_computed,
        of_verdict=statuses.of_verdict,
        of_summary=statuses.of_summary,
    )


def render(template: str, /, **models: Any) -> str:
    """The HTML of a template ('goal' is templates/goal.html) filled with read models, the board's own words marked."""
    return marked(templates().get_template(f"{template}{ENDING}").render(models))
