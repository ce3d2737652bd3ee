"""A chart in words: a sentence to stand beside it, and all of it fit to be read aloud.

The text alternative says what the page beside the chart says, from the same rules: the course of each series, its
level against its target, its direction and pace, and the gap between women and men.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from lib.rules.movement import gap_movement, movement
from lib.rules.periods import Period
from lib.rules.series import IndicatorTraits, Point, Series, TargetSpan
from lib.rules.status import Rule
from lib.words.figures import LEVELS, gap_text, gender_text, measure_text
from lib.words.judgement import arithmetic, tells_its_day
from lib.words.language import _, in_period, named, number, period_name
from lib.words.movement import gap_sentence, movement_sentences
from lib.words.targets import rule_text, target_text

# The fixed target that a target of change comes to, without and with a least change.
_FIXED = {
    Rule.INCREASE: (Rule.MORE_THAN, Rule.AT_LEAST),
    Rule.DECREASE: (Rule.LESS_THAN, Rule.AT_MOST),
    Rule.NOT_ABOVE: (Rule.AT_MOST, Rule.AT_MOST),
    Rule.NOT_BELOW: (Rule.AT_LEAST, Rule.AT_LEAST),
}
# More series than this are described by their course only: the rest would be a table read aloud.
MOST_IN_FULL = 3


def limit_of_change(span: TargetSpan, about: IndicatorTraits, baseline: Point | None) -> str:
    """The limit alone that a target of change comes to: 'högst 43'; '' where it is no change, or from no number."""
    target, wanted = span.target, span.target.wanted()
    if target.rule not in _FIXED or wanted is None or baseline is None or baseline.number is None:
        return ""
    fixed, limit = _FIXED[target.rule][bool(target.value)], wanted.moved(baseline.number).ends[0]
    return rule_text(fixed, number(limit, about.decimals), about)


def spoken(text: str) -> str:
    """Text without the signs that are not read aloud: a dash between words is 'to', a minus sign is 'minus'."""
    text = re.sub(r"(?<=\w)–(?=\w)", " " + _("to") + " ", text)
    text = re.sub(r"(?<!\w)[\u2212-](?=\d)", "minus ", text)
    text = re.sub(r"(?<!\w)\+(?=\d)", "plus ", text)
    return re.sub(r"\s*[→←]\s*", " ", text)


def summary(series: Series) -> str:
    """A chart of the series in one sentence: from what, to what, and when."""
    about = series.about
    points = _with_figures(series)
    name = about.name if series.gender == "T" else f"{about.name}, {gender_text(series.gender, about)}"
    if series.unit_name:
        name = f"{name}, {series.unit_name}"
    if not points:
        return _("{name}: no figures.").format(name=name)
    first, last = points[0], points[-1]
    if len(points) == 1:
        return _("{name}: {figure}.").format(name=name, figure=_dated(last, about))
    if first.measure == last.measure:
        return _("{name}: {figure} both {start} and {end}.").format(
            name=name,
            figure=measure_text(last.measure, about),
            start=in_period(first.period),
            end=in_period(last.period),
        )
    return _("{name}: from {first} to {last}.").format(name=name, first=_dated(first, about), last=_dated(last, about))


def _dated(point: Point, about: IndicatorTraits) -> str:
    """A figure with its period in brackets, so that a year is not read as a part of the figure: '241 (2021)'."""
    return f"{measure_text(point.measure, about)} ({period_name(point.period)})"


def alternative(series: Sequence[Series], year: int | None = None, until: date | None = None) -> str:
    """A chart's text alternative: what a listener needs to know as much as one who sees it.

    Levels are those of the year (None = newest, up to the day `until` if there are any). Women and men beside a total
    are described by their course and their gap.
    """
    whole = {(each.about.code, each.unit) for each in series if each.gender == "T"}
    sentences, full = [], 0
    for each in series:
        sentences.append(summary(each))
        if full < MOST_IN_FULL and (each.gender == "T" or (each.about.code, each.unit) not in whole):
            sentences += [*_extremes(each), *_status(each, year, until)]
            full += 1
    return spoken(" ".join(text for text in (*sentences, *_gaps(series, year, until)) if text))


def _with_figures(series: Series) -> list[Point]:
    return [point for point in series.outcomes() if point.measure is not None]


def _extremes(series: Series) -> Iterator[str]:
    """The lowest and the highest figure, where the course between first and last does not tell them."""
    points = [(point.measure.value, point) for point in _with_figures(series) if point.is_plain and point.measure]
    numbers = [(value, point) for value, point in points if value is not None]
    ends = {value for value, _point in (*numbers[:1], *numbers[-1:])}
    low = min(numbers, key=lambda pair: pair[0], default=None)
    high = max(numbers, key=lambda pair: pair[0], default=None)
    for pattern, end in ((_("Lowest: {figure}."), low), (_("Highest: {figure}."), high)):
        if end and end[0] not in ends:
            yield pattern.format(figure=_dated(end[1], series.about))


def _status(series: Series, year: int | None, until: date | None) -> Iterator[str]:
    """Level with its arithmetic, the targets where they have changed, direction and pace."""
    judged = series.judged(year, until)
    if judged.span is None:
        yield _("There is no target.")
    elif not judged.judgement.level.is_judged or judged.point is None:
        yield arithmetic(judged, series.about)
    else:
        status = _("The target is {level}").format(level=_(LEVELS[judged.judgement.level]))
        if not tells_its_day(judged):
            status = f"{status} ({period_name(judged.point.period)})"
        yield named(status, arithmetic(judged, series.about))
    yield _targets(series)
    moved = movement(series, until)
    if moved.trend.n > 1:
        yield from movement_sentences(moved, series.about)


def _targets(series: Series) -> str:
    """The targets with their days, where there is more than one; else ''."""
    texts = []
    for span in series.targets:
        text = target_text(span, series.about)
        if span.valid_from and span.valid_to:
            text = f"{text} ({period_name(Period(span.valid_from, span.valid_to))})"
        texts.append(text)
    return _("Targets: {targets}.").format(targets="; ".join(texts)) if len(set(texts)) > 1 else ""


def _gaps(series: Sequence[Series], year: int | None, until: date | None) -> Iterator[str]:
    """The gap between women and men, and how it moves, for each unit that both are drawn for."""
    by_key = {(each.about.code, each.unit, each.gender): each for each in series}
    for (code, unit, gender), women in by_key.items():
        men = by_key.get((code, unit, "M"))
        if gender == "K" and men is not None:
            yield gap_text(women.newest(year, until), men.newest(year, until), women.about)
            yield gap_sentence(gap_movement(women, men, until), women.about)
