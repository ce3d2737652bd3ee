"""A figure that speaks for an indicator, in words: for a page, a slide or a document."""

from dataclasses import dataclass

from lib.charts.bullet import Bullet
from lib.charts.chart import Chart
from lib.rules.series import OUTCOME, Point, Series
from lib.views.bullets import bullet_of
from lib.views.leads import Lead
from lib.views.statuses import Look, of_level
from lib.words.figures import KINDS, change_since, gender_text, point_text
from lib.words.judgement import arithmetic, judged_target, tells_its_day
from lib.words.language import _, named, period_name
from lib.words.targets import target_text


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure with its name, its target and its level; `look` is None where there is no target.

    `name` is indicator, unit and gender; `who` only the last two. `in_full` is the period unabbreviated, `moves` its
    direction in words. `limit` is the target as the figure was compared with it, and `bullet` draws the two. Where the
    sentence `tells_its_day` the period need not stand before it.
    """

    name: str
    figure: str
    period: str = ""
    target: str = ""
    change: str = ""
    sentence: str = ""
    look: Look | None = None
    chart: Chart | None = None
    who: str = ""
    in_full: str = ""
    moves: str = ""
    limit: str = ""
    bullet: Bullet | None = None
    tells_its_day: bool = False

    @property
    def dated(self) -> str:
        """The figure with its period: '7,0 % (2016)'."""
        return f"{self.figure} ({self.period})" if self.period else self.figure

    @property
    def about(self) -> str:
        """Of what, of whom and when: 'Sjukfrånvaro, Vuxenavdelningen, sep. 2026'."""
        return ", ".join(filter(None, (self.name, self.period)))

    @property
    def lead(self) -> str:
        """Of whom and when: 'Vuxenavdelningen, kvinnor, 2016'."""
        text = ", ".join(filter(None, (self.who, self.in_full)))
        return text[:1].upper() + text[1:]

    @property
    def explanation(self) -> str:
        """The grounds of the level, and the change since the figure before."""
        return f"{self.sentence} {self.change[0].upper()}{self.change[1:]}." if self.change else self.sentence

    @property
    def told(self) -> str:
        """What the figure is about, the grounds of its level and its change, as one paragraph."""
        return named(self.name if self.tells_its_day else self.about, self.explanation)


def series_name(series: Series) -> str:
    """Indicator, unit and gender of a series, the last two as far as they are not the whole."""
    return ", ".join(filter(None, (series.about.name, whose(series))))


def whose(series: Series, several: bool = False) -> str:
    """Unit and gender, as far as they are not the whole; the total is named where there are `several` genders."""
    gender = gender_text(series.gender, series.about) if series.gender != "T" or several else ""
    return ", ".join(filter(None, (series.unit_name, gender)))


def key_figure(lead: Lead, chart: Chart | None = None, *, several: bool = False, moves: str = "") -> KeyFigure:
    """A figure with its target and its level, in words; among those of several genders the total is named."""
    judged, about = lead.judged, lead.series.about
    point = judged.point
    return KeyFigure(
        name=series_name(lead.series),
        figure=point_text(point, about) if point else _("no figures"),
        period=_when(point, short=True),
        target=target_text(judged.span, about),
        change=change_since(lead.series, point) if point and point.kind == OUTCOME else "",
        sentence=arithmetic(judged, about),
        look=of_level(judged.judgement.level) if judged.span or judged.women else None,
        chart=chart,
        who=whose(lead.series, several),
        in_full=_when(point),
        moves=moves,
        limit=judged_target(judged, about),
        bullet=bullet_of(lead),
        tells_its_day=tells_its_day(judged),
    )


def _when(point: Point | None, short: bool = False) -> str:
    """The period, and what kind of figure it is where it is no outcome."""
    if point is None:
        return ""
    period = period_name(point.period, short=short)
    return period if point.kind == OUTCOME else f"{period}, {_(KINDS[point.kind])}"
