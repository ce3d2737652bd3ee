"""Figures and a target on either side of where a judgement turns, with the level and the reason."""

from lib.rules.periods import Period
from lib.rules.series import TargetSpan
from lib.rules.status import Level, Reason, Rule, TargetValue

MET, NEARLY, MISSED, NOT_YET, UNKNOWN = Level
Figures = dict[str, float | str]


def span(
    rule: str, value: float | None = None, valid: str = "2025", baseline: str = "", near: float | None = None
) -> TargetSpan:
    period = Period.parse(valid) if valid else None
    days = {"valid_from": period.start, "valid_to": period.end} if period else {}
    return TargetSpan(
        TargetValue(Rule(rule), value, near=near), **days, baseline=Period.parse(baseline) if baseline else None
    )


PART = "2025-01--2025-08"
CASES = {
    # Length of time: what is not said to accumulate is compared with its own length only.
    "count of eight months, at most a year": (
        "count",
        None,
        {PART: 320},
        span("at_most", 400),
        UNKNOWN,
        Reason.OTHER_LENGTH,
    ),
    "count of eight months, at least a year": (
        "count",
        None,
        {PART: 320},
        span("at_least", 400),
        UNKNOWN,
        Reason.OTHER_LENGTH,
    ),
    "sum of a tertial, at most a year": (
        "sum",
        None,
        {"2025-01--2025-04": 45.0},
        span("at_most", 61.5),
        UNKNOWN,
        Reason.OTHER_LENGTH,
    ),
    "count of a month, at most a year": (
        "count",
        None,
        {"2025-03": 12},
        span("at_most", 100),
        UNKNOWN,
        Reason.OTHER_LENGTH,
    ),
    "count of a year, at most a year": ("count", None, {"2025": 320}, span("at_most", 400), MET, Reason.WITHIN_LIMIT),
    "count of a month, at most that month": (
        "count",
        None,
        {"2025-03": 12},
        span("at_most", 10, "2025-03"),
        MISSED,
        Reason.OUTSIDE_LIMIT,
    ),
    "state of a month, at most a year": (
        "count",
        False,
        {"2025-03": 12},
        span("at_most", 10),
        MISSED,
        Reason.OUTSIDE_LIMIT,
    ),
    "share of eight months": ("share", None, {PART: 80}, span("at_least", 75), MET, Reason.WITHIN_LIMIT),
    "mean of a month": ("mean", None, {"2025-03": 12}, span("at_most", 10), MISSED, Reason.OUTSIDE_LIMIT),
    "index of eight months": ("index", None, {PART: 77}, span("at_least", 78), MISSED, Reason.OUTSIDE_LIMIT),
    # Part of a year that accumulates: not due, unless settled.
    "on the way to an upper limit": ("count", True, {PART: 320}, span("at_most", 400), NOT_YET, Reason.NOT_DUE),
    "on the way to a lower limit": ("count", True, {PART: 3}, span("at_least", 5), NOT_YET, Reason.NOT_DUE),
    "already over an upper limit": ("count", True, {PART: 401}, span("at_most", 400), MISSED, Reason.ALREADY_OVER),
    "at an upper limit": ("count", True, {PART: 400}, span("at_most", 400), NOT_YET, Reason.NOT_DUE),
    "at an upper limit that is not to be reached": (
        "count",
        True,
        {PART: 400},
        span("less_than", 400),
        MISSED,
        Reason.ALREADY_OVER,
    ),
    "already at a lower limit": ("count", True, {PART: 5}, span("at_least", 5), MET, Reason.ALREADY_REACHED),
    "at a lower limit that is to be passed": ("count", True, {PART: 5}, span("more_than", 5), NOT_YET, Reason.NOT_DUE),
    "below zero nothing is settled": ("sum", True, {PART: -2.0}, span("at_most", -3), NOT_YET, Reason.NOT_DUE),
    "the year's end": ("count", True, {"2025": 401}, span("at_most", 400), MISSED, Reason.OUTSIDE_LIMIT),
    # Baselines of the same length.
    "decrease, only a whole year before": (
        "count",
        None,
        {"2024": 100, PART: 70},
        span("decrease"),
        UNKNOWN,
        Reason.NO_BASELINE,
    ),
    "decrease, the same part a year before": (
        "count",
        None,
        {"2024-01--2024-08": 60, PART: 70},
        span("decrease"),
        MISSED,
        Reason.OUTSIDE_LIMIT,
    ),
    "decrease from a named year, of a month": (
        "count",
        None,
        {"2024": 600, "2025-12": 51},
        span("decrease", baseline="2024"),
        UNKNOWN,
        Reason.OTHER_LENGTH,
    ),
    "decrease from a named year, so far": (
        "count",
        True,
        {"2024": 100, PART: 70},
        span("decrease", baseline="2024"),
        NOT_YET,
        Reason.NOT_DUE,
    ),
    "decrease from a named year, already over": (
        "count",
        True,
        {"2024": 100, PART: 101},
        span("decrease", baseline="2024"),
        MISSED,
        Reason.ALREADY_OVER,
    ),
    "cumulative months are not compared": (
        "count",
        None,
        {"2025-01--2025-07": 70, PART: 80},
        span("decrease"),
        UNKNOWN,
        Reason.NO_BASELINE,
    ),
    "cumulative shares are not compared": (
        "share",
        None,
        {"2025-01--2025-07": 70, PART: 80},
        span("decrease"),
        UNKNOWN,
        Reason.NO_BASELINE,
    ),
    # Milestones.
    "milestone not done before its last day": (
        "count",
        None,
        {PART: 0},
        span("done"),
        NOT_YET,
        Reason.MILESTONE_NOT_DUE,
    ),
    "milestone not done on its last day": ("count", None, {"2025": 0}, span("done"), MISSED, Reason.MILESTONE_NOT_DONE),
    "milestone not done after its last day": (
        "count",
        None,
        {"2026": 0},
        span("done"),
        MISSED,
        Reason.MILESTONE_NOT_DONE,
    ),
    "milestone done early": ("count", None, {PART: 1}, span("done"), MET, Reason.MILESTONE_DONE),
    "milestone without a last day": (
        "count",
        None,
        {"2025": 0},
        span("done", valid=""),
        NOT_YET,
        Reason.MILESTONE_NOT_DUE,
    ),
    # A target in force.
    "nine years before the target": (
        "share",
        None,
        {"2016": 5},
        span("at_most", 5),
        UNKNOWN,
        Reason.TARGET_OF_OTHER_TIME,
    ),
    "the year after the target": ("share", None, {"2026": 5}, span("at_most", 5), UNKNOWN, Reason.TARGET_OF_OTHER_TIME),
    "twelve months of which three have the target": (
        "share",
        None,
        {"2024-10--2025-09": 5.8},
        span("at_most", 5, "2025-07--2025-12"),
        UNKNOWN,
        Reason.TARGET_OF_OTHER_TIME,
    ),
    "a month of the target": (
        "share",
        None,
        {"2025-09": 5.8},
        span("at_most", 5, "2025-07--2025-12"),
        MISSED,
        Reason.OUTSIDE_LIMIT,
    ),
    # The newest period decides.
    "newest is confidential": (
        "share",
        None,
        {"2024": 4, "2025": "confidential"},
        span("at_most", 5, ""),
        UNKNOWN,
        Reason.CONFIDENTIAL,
    ),
    "newest is missing": (
        "share",
        None,
        {"2024": 4, "2025": "missing"},
        span("at_most", 5, ""),
        UNKNOWN,
        Reason.MISSING_VALUE,
    ),
    "newest is hidden": ("share", None, {"2024": 4, "2025": "hidden"}, span("at_most", 5, ""), UNKNOWN, Reason.HIDDEN),
    # Nearly.
    "increase, went down within the margin": (
        "share",
        None,
        {"2024": 30.0, "2025": 29.5},
        span("increase", near=1),
        MISSED,
        Reason.OUTSIDE_LIMIT,
    ),
    "decrease by two, went up within the margin": (
        "share",
        None,
        {"2024": 30, "2025": 31},
        span("decrease", 2, near=3),
        MISSED,
        Reason.OUTSIDE_LIMIT,
    ),
    "decrease by two, went down by one": (
        "share",
        None,
        {"2024": 30, "2025": 29},
        span("decrease", 2, near=3),
        NEARLY,
        Reason.WITHIN_MARGIN,
    ),
    "more than, on the limit, margin nought": (
        "share",
        None,
        {"2025": 80},
        span("more_than", 80, near=0),
        MISSED,
        Reason.AT_LIMIT,
    ),
    "more than, on the limit, with a margin": (
        "share",
        None,
        {"2025": 80},
        span("more_than", 80, near=1),
        NEARLY,
        Reason.WITHIN_MARGIN,
    ),
    # No rounding before comparing.
    "a hair above": ("share", None, {"2025": 5.004}, span("at_most", 5), MISSED, Reason.OUTSIDE_LIMIT),
    "a third below": ("share", None, {"2025": 89.6667}, span("at_least", 90), MISSED, Reason.OUTSIDE_LIMIT),
}
