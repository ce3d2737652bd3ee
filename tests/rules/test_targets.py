"""Figures and targets as stretches of numbers, and the figures and targets that there cannot be."""

from math import inf, nan

import pytest

from lib.rules.targets import Bounds, FigureStatus, Measure, Qualifier, Rule, TargetValue, decimal_sum, without_noise

MEASURES = {
    "a number": (Measure(5), Bounds(5, 5)),
    "zero": (Measure(0), Bounds(0, 0)),
    "below zero": (Measure(-2.5), Bounds(-2.5, -2.5)),
    "float noise": (Measure(0.1 + 0.2), Bounds(0.3, 0.3)),
    "a range": (Measure(lower=2, upper=4), Bounds(2, 4)),
    "a range of one number": (Measure(lower=2, upper=2), Bounds(2, 2)),
    "a range from": (Measure(lower=2), Bounds(2, inf)),
    "a range to": (Measure(upper=4), Bounds(-inf, 4)),
    "an about range": (Measure(None, 2, 4, Qualifier.ABOUT), Bounds(2, 4)),
    "below": (Measure(5, qualifier=Qualifier.BELOW), Bounds(-inf, 5, high_open=True)),
    "above": (Measure(5, qualifier=Qualifier.ABOVE), Bounds(5, inf, low_open=True)),
    "about": (Measure(5, qualifier=Qualifier.ABOUT), Bounds(5, 5)),
    "qualifier as stored text": (Measure(5, qualifier="<"), Bounds(-inf, 5, high_open=True)),
    "a number with its uncertainty": (Measure(5, 4, 6), Bounds(5, 5)),
    "preliminary": (Measure(5, status=FigureStatus.PRELIMINARY), Bounds(5, 5)),
    "nothing": (Measure(), None),
    "missing": (Measure(5, status=FigureStatus.MISSING), None),
    "not applicable": (Measure(status=FigureStatus.NOT_APPLICABLE), None),
    "confidential": (Measure(5, status=FigureStatus.CONFIDENTIAL), None),
    "hidden": (Measure(lower=2, upper=4, status=FigureStatus.HIDDEN), None),
}


@pytest.mark.parametrize(("measure", "expected"), MEASURES.values(), ids=MEASURES)
def test_the_bounds_of_a_figure(measure, expected):
    assert measure.bounds() == expected


TARGETS = {
    "at least": (TargetValue(Rule.AT_LEAST, 5), Bounds(5, inf)),
    "more than": (TargetValue(Rule.MORE_THAN, 5), Bounds(5, inf, low_open=True)),
    "at most": (TargetValue(Rule.AT_MOST, 5), Bounds(-inf, 5)),
    "at most zero": (TargetValue(Rule.AT_MOST, 0), Bounds(-inf, 0)),
    "less than": (TargetValue(Rule.LESS_THAN, 5), Bounds(-inf, 5, high_open=True)),
    "between": (TargetValue(Rule.BETWEEN, 3, 5), Bounds(3, 5)),
    "equal": (TargetValue(Rule.EQUAL, 5), Bounds(5, 5)),
    "increase": (TargetValue(Rule.INCREASE), Bounds(0, inf, low_open=True)),
    "increase by nothing": (TargetValue(Rule.INCREASE, 0), Bounds(0, inf, low_open=True)),
    "increase by": (TargetValue(Rule.INCREASE, 2), Bounds(2, inf)),
    "decrease": (TargetValue(Rule.DECREASE), Bounds(-inf, 0, high_open=True)),
    "decrease by": (TargetValue(Rule.DECREASE, 2), Bounds(-inf, -2)),
    "not above": (TargetValue(Rule.NOT_ABOVE), Bounds(-inf, 0)),
    "not above, a value being of no use": (TargetValue(Rule.NOT_ABOVE, 7), Bounds(-inf, 0)),
    "not below": (TargetValue(Rule.NOT_BELOW), Bounds(0, inf)),
    "done": (TargetValue(Rule.DONE), None),
    "at least, without limit": (TargetValue(Rule.AT_LEAST), None),
    "between, without upper limit": (TargetValue(Rule.BETWEEN, 3), None),
    "between, without lower limit": (TargetValue(Rule.BETWEEN, upper=5), None),
}


@pytest.mark.parametrize(("target", "expected"), TARGETS.values(), ids=TARGETS)
def test_what_a_target_wants(target, expected):
    assert target.wanted() == expected


IMPOSSIBLE = {
    "not a number": (lambda: Measure(nan), "A figure must be a finite number, not nan."),
    "endless value": (lambda: Measure(inf), "A figure must be a finite number, not inf."),
    "endless lower": (lambda: Measure(lower=-inf, upper=2), "A figure must be a finite number, not -inf."),
    "upper not a number": (lambda: Measure(upper=nan), "A figure must be a finite number, not nan."),
    "upside down": (lambda: Measure(lower=4, upper=2), "A range cannot go from 4 up to 2."),
    "below nothing": (lambda: Measure(upper=4, qualifier=Qualifier.BELOW), "A figure with '<' needs a value."),
    "above nothing": (lambda: Measure(qualifier=Qualifier.ABOVE), "A figure with '>' needs a value."),
    "limit not a number": (lambda: TargetValue(Rule.AT_LEAST, nan), "A figure must be a finite number, not nan."),
    "endless upper limit": (lambda: TargetValue(Rule.BETWEEN, 1, inf), "A figure must be a finite number, not inf."),
    "endless margin": (lambda: TargetValue(Rule.AT_LEAST, 1, near=inf), "A figure must be a finite number, not inf."),
    "negative margin": (lambda: TargetValue(Rule.AT_LEAST, 5, near=-1), "A margin cannot be negative (-1)."),
    "negative increase": (lambda: TargetValue(Rule.INCREASE, -1), "The least change is given without sign (-1)."),
    "negative decrease": (lambda: TargetValue(Rule.DECREASE, -1), "The least change is given without sign (-1)."),
    "limits upside down": (lambda: TargetValue(Rule.BETWEEN, 5, 3), "A target cannot go from 5 up to 3."),
}


@pytest.mark.parametrize(("make", "sentence"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_impossible_figures_and_targets(make, sentence):
    with pytest.raises(ValueError, match=r"^[A-Z]") as caught:
        make()
    assert str(caught.value) == sentence


def test_what_the_rules_need():
    assert {rule.value for rule in Rule if rule.needs_baseline} == {
        "increase",
        "decrease",
        "not_above",
        "not_below",
    }
    assert {rule.value for rule in Rule if rule.needs_value} == {
        "at_least",
        "more_than",
        "at_most",
        "less_than",
        "between",
        "equal",
    }


CLOSED, OPEN = Bounds(2, 4), Bounds(2, 4, True, True)


@pytest.mark.parametrize(
    ("one", "other", "inside", "apart"),
    [
        (CLOSED, CLOSED, True, False),
        (OPEN, CLOSED, True, False),
        (CLOSED, OPEN, False, False),
        (OPEN, OPEN, True, False),
        (Bounds(2, 3), OPEN, False, False),
        (Bounds(3, 4), OPEN, False, False),
        (Bounds(1, 2), CLOSED, False, False),
        (Bounds(1, 2), OPEN, False, True),
        (Bounds(1, 2, high_open=True), CLOSED, False, True),
        (Bounds(4, 5), CLOSED, False, False),
        (Bounds(4, 5), OPEN, False, True),
        (Bounds(4, 5, low_open=True), CLOSED, False, True),
        (Bounds(1, 5), CLOSED, False, False),
        (Bounds(), CLOSED, False, False),
        (CLOSED, Bounds(), True, False),
        (Bounds(high=3), Bounds(high=3), True, False),
    ],
)
def test_inside_and_apart(one, other, inside, apart):
    assert (one.inside(other), one.apart(other), other.apart(one)) == (inside, apart, apart)


def test_ends_and_points():
    assert [b.ends for b in (CLOSED, Bounds(2, 2), Bounds(high=4), Bounds())] == [(2, 4), (2,), (4,), ()]
    assert [b.is_point for b in (CLOSED, Bounds(2, 2), Bounds(high=4))] == [False, True, False]


def test_widened():
    assert Bounds(0.3, 5, True, True).widened(0.1) == Bounds(0.2, 5.1)
    assert Bounds(low=5).widened(5) == Bounds(0, inf)


def test_change_from():
    assert Bounds(5, 7).change_from(Bounds(1, 2)) == Bounds(3, 6)
    assert Bounds(0.3, 0.3).change_from(Bounds(0.1, 0.1)) == Bounds(0.2, 0.2)
    assert Bounds(5, 5).change_from(Bounds(high=3, high_open=True)) == Bounds(2, inf, low_open=True)
    assert Bounds(5, 5).change_from(Bounds(low=3, low_open=True)) == Bounds(-inf, 2, high_open=True)
    assert Bounds(low=5, low_open=True).change_from(Bounds(3, 3)) == Bounds(2, inf, low_open=True)
    assert Bounds(high=5, high_open=True).change_from(Bounds(3, 3)) == Bounds(-inf, 2, high_open=True)
    assert Bounds(high=5).change_from(Bounds(high=3)) == Bounds()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0.1 + 0.2, "0.3"),
        (1.1 * 3, "3.3"),
        (0.3 - 0.1 - 0.2, "0.0"),
        (-0.0, "0.0"),
        (1234567890.12, "1234567890.12"),
        (123456789012.3, "123456789012.0"),
        (0.1234567890123, "0.123456789"),
        (-94.7, "-94.7"),
        (7, "7.0"),
        (inf, "inf"),
    ],
)
def test_without_noise(number, expected):
    assert repr(without_noise(number)) == expected


def test_decimal_sum():
    assert decimal_sum(1000000000.3, -1000000000.1) == 0.2
    assert decimal_sum(-inf, 5) == -inf
    assert repr(decimal_sum(5.0, -5.0)) == "0.0"
