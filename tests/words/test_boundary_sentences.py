"""Where a judgement turns, in words: what is said of each case, in whole sentences."""

from datetime import date

import pytest

from lib.rules.series import Inherited, TargetSpan
from lib.rules.status import Measure, Rule, TargetValue
from lib.words.judgement import arithmetic
from tests.rules.boundary_cases import PART, span
from tests.words.boundary_sentences import (
    ABOUT,
    ABOVE,
    BELOW,
    CANNOT,
    NOTHING_BEFORE,
    OTHER_LENGTH,
    Case,
    days,
    number_of,
    of,
    percent,
    so_far,
)

BETWEEN = TargetSpan(TargetValue(Rule.BETWEEN, 10, 20), date(2025, 1, 1), date(2025, 12, 31))
CASES = {
    "a tertial's sum against a year's": Case(
        "sum",
        {"2025-01--2025-04": 45.0},
        (span("at_most", 61.5),),
        f"45,0 mnkr mot högst 61,5 mnkr. {OTHER_LENGTH}",
        "mnkr",
        1,
    ),
    "a month's count against a year's": number_of(
        {"2025-03": 12}, span("at_most", 100), text=f"12 mot högst 100. {OTHER_LENGTH}"
    ),
    "a part without the same part before": number_of(
        {"2024": 100, PART: 70}, span("decrease"), text=f"70. Målet är att det ska minska. {NOTHING_BEFORE}"
    ),
    "a month against a named year": number_of(
        {"2024": 600, "2025-12": 51},
        span("decrease", baseline="2024"),
        text=f"51. Målvärdet är färre än 600, som det var 2024. {OTHER_LENGTH}",
    ),
    "cumulative months": number_of(
        {"2025-01--2025-07": 70, PART: 80}, span("decrease"), text=f"80. Målet är att det ska minska. {NOTHING_BEFORE}"
    ),
    "a unit's count and the board's target": Case(
        "count", {"2025": 12}, (), "12. Målvärdet gäller hela nämnden.", whose=Inherited.FROM_BOARD
    ),
    "women's count and the target for all": Case(
        "count", {"2025": 52}, (), "52. Målvärdet gäller alla, inte vartdera könet.", whose=Inherited.FROM_ALL
    ),
    "so far, over the plan": so_far(320, span("at_most", 400), "320", "högst 400", "53 över planen", 267),
    "so far, three of five": so_far(3, span("at_least", 5), "3", "minst 5", "Det är ungefär enligt planen", 3),
    "so far, two of five": so_far(2, span("at_least", 5), "2", "minst 5", "1 under planen", 3),
    "so far, none where none is the limit": so_far(0, span("at_most", 0), "0", "0", "Det är enligt planen", 0),
    "so far, one where none is the limit": so_far(1, span("at_most", 0), "1", "0", "Det är redan överskridet"),
    "so far, above a range": so_far(21, BETWEEN, "21", "10–20", "Det är redan överskridet"),
    "so far, inside a range": so_far(15, BETWEEN, "15", "10–20", "2 över planen", 13),
    "so far, above an exact number": so_far(6, span("equal", 5), "6", "exakt 5", "Det är redan överskridet"),
    "so far, at an exact number": so_far(5, span("equal", 5), "5", "exakt 5", "2 över planen", 3),
    "so far, less than": so_far(Measure(401, qualifier=BELOW), span("at_most", 400), "Mindre än 401", "högst 400"),
    "so far, more than": so_far(
        Measure(400, qualifier=ABOVE), span("at_most", 400), "Mer än 400", "högst 400", "Det är redan överskridet"
    ),
    "so far, about": so_far(
        Measure(400, qualifier=ABOUT), span("at_most", 400), "Cirka 400", "högst 400", "133 över planen", 267
    ),
    "a milestone done after its last day": number_of({"2026": 1}, span("done"), text="Klart."),
    "a milestone not done on its last day": number_of({PART: 0}, span("done", valid=PART), text="Inte klart."),
    "a yes or no before its milestone begins": Case(
        "count",
        {"2024": 0},
        (span("done", valid="2025"),),
        f"Svaret är nej. {CANNOT} målvärde saknas för perioden.",
        "ja/nej",
    ),
    "decreased by just enough": number_of(
        {"2024": 30, "2025": 28}, span("decrease", 2), text="28 mot högst 28, två färre än 2024: precis på gränsen."
    ),
    "decreased by too little": number_of(
        {"2024": 30, "2025": 29}, span("decrease", 2), text="29 mot högst 28, två färre än 2024: 1 över målet."
    ),
    "unchanged within the margin": number_of(
        {"2024": 30, "2025": 30},
        span("decrease", 2, near=3),
        text="30 mot högst 28, två färre än 2024: 2 över målet, inom marginalen.",
    ),
    "more of them than before": number_of(
        {"2024": 12, "2025": 19}, span("increase"), text="19 mot fler än 12, som det var 2024: 7 över målet."
    ),
    "not above, the same": percent(
        {"2024": 4, "2025": 4},
        span("not_above"),
        text="4,0 % mot högst 4,0 %, som 2024: precis på gränsen.",
        decimals=1,
    ),
    "not above a named year without figure": Case(
        "count", {"2025": 5}, (span("not_above", baseline="2009"),), f"5. Målet: inte högre än 2009. {NOTHING_BEFORE}"
    ),
    "up from less than": percent(
        {"2024": Measure(60, qualifier=BELOW), "2025": 55},
        span("increase"),
        text=f"55 %. Målet är att det ska öka. {CANNOT} den tidigare siffran är inte ett enda tal.",
    ),
    "up above less than": percent(
        {"2024": Measure(60, qualifier=BELOW), "2025": 61},
        span("increase"),
        text="61 %: ska öka från mindre än 60 % (2024).",
    ),
    "a range across the limit": days(
        Measure(lower=10.8, upper=12.8),
        span("at_most", 12),
        f"10,8–12,8 dagar mot högst 12 dagar. {CANNOT} siffran kan ligga på båda sidor om gränsen.",
    ),
    "a range up to the limit": days(
        Measure(lower=10.8, upper=12.0), span("at_most", 12), "10,8–12,0 dagar mot högst 12 dagar: inom målet."
    ),
    "a range from above the limit": days(
        Measure(lower=12.1, upper=13.0),
        span("at_most", 12, near=1),
        "12,1–13,0 dagar mot högst 12 dagar: minst 0,1 dagar över målet, inom marginalen.",
    ),
    "newest missing": percent(
        {"2024": 4, "2025": "missing"},
        span("at_most", 5, ""),
        text=f"{CANNOT} siffra saknas. Den senaste kända siffran är 4 % (2024).",
    ),
    "newest hidden, nothing before": percent(
        {"2025": "hidden"}, span("at_most", 5), text="Går inte att bedöma, visas inte: färre än 11 personer."
    ),
    "newest confidential": percent(
        {"2024": 4, "2025": "confidential"},
        span("at_most", 5, ""),
        text=f"{CANNOT} sekretess. Den senaste kända siffran är 4,0 % (2024).",
        decimals=1,
    ),
    "newest not applicable": percent(
        {"2024": 4, "2025": "not_applicable"},
        span("at_most", 5, ""),
        text=f"{CANNOT} inte tillämpligt. Den senaste kända siffran är 4 % (2024).",
    ),
    "confidential before": number_of(
        {"2024": "confidential", "2025": 28},
        span("decrease"),
        text=f"28. Målet är att det ska minska. {NOTHING_BEFORE}",
    ),
    "two years before": number_of(
        {"2023": 30, "2025": 28}, span("decrease"), text="28 mot färre än 30, som det var 2023: 2 under målet."
    ),
    "16 of 20 at the limit": percent(
        {"2025": of(80, 20)},
        span("at_least", 80),
        text="80 % mot minst 80 %: kan inte skiljas från målet, det sanna värdet kan vara 58 till 92 %.",
    ),
    "12 of 19 below the limit": percent(
        {"2025": of(63, 19)},
        span("at_least", 70),
        text="63 % mot minst 70 %: kan inte skiljas från målet, det sanna värdet kan vara 41 till 81 %.",
    ),
    "10 of 12 above the limit": percent(
        {"2025": of(83, 12)},
        span("at_least", 80),
        text="83 % mot minst 80 %: kan inte skiljas från målet, det sanna värdet kan vara 55 till 95 %.",
    ),
    "a given interval across the limit": percent(
        {"2025": Measure(76, 70, 82)},
        span("at_least", 75),
        text="76 % mot minst 75 %: kan inte skiljas från målet, det sanna värdet kan vara 70 till 82 %.",
    ),
    "a given interval from the limit on": percent(
        {"2025": Measure(78, 75, 82)}, span("at_least", 75), text="78 % mot minst 75 %: 3 procentenheter över målet."
    ),
    "all of all": percent({"2025": of(100, 100)}, span("at_least", 100), text="100 %, precis enligt målet."),
    "nearly all of all": percent(
        {"2025": of(98, 50)}, span("at_least", 100), text="98 % mot 100 %: 2 procentenheter under målet."
    ),
    "at the margin's edge": percent(
        {"2025": 6.0},
        span("at_most", 5, near=1),
        text="6,0 % mot högst 5 %: 1,0 procentenheter över målet, inom marginalen.",
        decimals=1,
    ),
    "a hair outside the margin": percent(
        {"2025": 6.004},
        span("at_most", 5, near=1),
        text="6,004 % mot högst 5 %: 1,004 procentenheter över målet.",
        decimals=1,
    ),
    "a hair above the limit": percent(
        {"2025": 5.004}, span("at_most", 5), text="5,004 % mot högst 5 %: 0,004 procentenheter över målet.", decimals=1
    ),
    "a third below the limit": percent(
        {"2025": 89.6667}, span("at_least", 90), text="89,7 % mot minst 90 %: 0,3 procentenheter under målet."
    ),
    "the wrong way within the margin": percent(
        {"2024": 30, "2025": 29.5},
        span("increase", near=1),
        text="29,5 % mot högre än 30,0 %, som det var 2024: 0,5 procentenheter under målet.",
        decimals=1,
    ),
    "at a limit to be passed": percent(
        {"2025": 80},
        span("more_than", 80, near=0),
        text="80,0 % mot mer än 80 %: precis på gränsen, vilket inte räcker.",
        decimals=1,
    ),
    "at a limit not to be reached": days(
        14.0, span("less_than", 14), "14,0 dagar mot mindre än 14 dagar: precis på gränsen, vilket inte räcker."
    ),
    "the figure in the target's own words": Case(
        "mean",
        {"2025": Measure(14, qualifier=BELOW)},
        (span("less_than", 14),),
        "Mindre än 14 dagar, precis enligt målet.",
        "dagar",
    ),
    "nine years before the target": percent(
        {"2016": 5}, span("at_most", 5), text=f"5,0 %. {CANNOT} målvärde saknas för perioden.", decimals=1
    ),
    "about, against an earlier year": percent(
        {"2024": 34, "2025": Measure(24, qualifier=ABOUT)},
        span("decrease"),
        text="Cirka 24 % mot lägre än 34 %, som det var 2024: 10 procentenheter under målet. Siffran är ungefärlig.",
    ),
    "a quarter's sum against its step": Case(
        "sum",
        {"2025-01--2025-03": 10.0},
        (span("at_most", 9.5, "2025-01--2025-03"),),
        "10,0 mnkr mot högst 9,5 mnkr: 0,5 mnkr över målet.",
        "mnkr",
        1,
    ),
    "minus nought": Case(
        "sum", {"2025": -0.0}, (span("at_least", 0),), "0,0 mnkr mot minst 0 mnkr: precis på gränsen.", "mnkr", 1
    ),
    "lower than a whole number of an earlier year": percent(
        {"2012": 4, "2025": 4.5},
        span("decrease", baseline="2012"),
        text="4,5 % mot lägre än 4,0 %, som det var 2012: 0,5 procentenheter över målet.",
        decimals=1,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_is_said_where_a_judgement_turns(case: Case):
    text = arithmetic(case.series.judged(), case.series.about).replace("\u00a0", " ")
    assert text == case.text
    assert (text[0], text[-1]) == (text[0].upper(), ".")
