"""Figures that may well be right but look wrong: what is told, and what is not."""

from datetime import date

import pytest

from lib.imports.cautions.plausibility import cautions, recount
from lib.imports.result import CellPlace, CellPlaces, ReadResult
from tests.helpers.rows import indicator, observation, tables, target, unit, year


def told(new, stored=(), statistic="share", units=()):
    around = tables(indicators=[indicator(statistic=statistic)], observations=list(stored), units=list(units))
    places = CellPlaces(CellPlace("Blad1", number, "Utfall") for number, _row in enumerate(new, start=2))
    found = cautions(ReadResult({"observations": list(new)}, {"observations": places}), around)
    assert {(one.where, one.column, one.table) for one in found} <= {("Blad1", "Utfall", "observations")}
    return [(one.kind, one.row, one.sentence) for one in found]


def series(*values, **same):
    return [observation(value=value, **year(2010 + place), **same) for place, value in enumerate(values)]


SEVEN = series(7.0, 6.8, 7.2, 7.1)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7.5, []),
        (20.0, []),
        (0.0, []),
        (
            0.07,
            [("fraction", 2, "0,07 för 2016 är ungefär en hundradel av det vanliga. I procent är det 7: skriv det.")],
        ),
        (70.0, [("jump", 2, "70 för 2016 ligger långt från allt som serien har haft. Kontrollera siffran.")]),
        (-30.0, [("impossible", 2, "−30 % för 2016 kan inte vara en andel av en helhet. Se efter en gång till.")]),
    ],
)
def test_a_figure_against_its_series(value, expected):
    assert told([observation(value=value)], SEVEN) == expected


def test_three_figures_are_too_few_and_other_series_are_not_asked():
    assert told([observation(value=70.0)], SEVEN[:3]) == []
    assert told([observation(value=70.0, gender="K")], SEVEN) == []
    months = [observation(value=7.0, period_start=date(2015, m, 1), period_end=date(2015, m, 28)) for m in range(1, 9)]
    assert told([observation(value=70.0)], months) == []


def test_what_is_stored_already_is_not_told_again():
    assert told([observation(value=70.0)], [*SEVEN, observation(value=70.0)]) == []


def by_gender(total, women, men):
    return [observation(value=value, gender=gender) for gender, value in zip("TKM", (total, women, men), strict=True)]


def test_a_total_outside_women_and_men():
    sentence = "9 för 2016: totalen ligger utanför kvinnor och män. Kontrollera de tre siffrorna."
    assert told(by_gender(9.0, 7.0, 5.0)) == [("gender", 2, sentence)]
    assert told(by_gender(6.0, 7.0, 5.0)) == []
    assert told(by_gender(7.05, 7.0, 5.0)) == []
    assert told(by_gender(9.0, 7.0, 5.0)[:1], by_gender(6.0, 7.0, 5.0)[1:]) == [("gender", 2, sentence)]


def test_counts_of_women_and_men_that_do_not_add_up():
    assert told(by_gender(12.0, 7.0, 5.0), statistic="count") == []
    assert told(by_gender(13.0, 7.0, 5.0), statistic="count") == [
        ("gender", 2, "13 för 2016: kvinnor och män blir inte tillsammans totalen. Kontrollera de tre siffrorna.")
    ]


@pytest.mark.parametrize(
    ("about", "row", "expected"),
    [
        ({}, {"value": 720.0}, ["720 % för 2016 kan inte vara en andel av en helhet. Se efter en gång till."]),
        ({"statistic": "mean"}, {"value": 720.0}, []),
        ({"statistic": "count"}, {"value": -12.0}, ["−12 för 2016 är färre än inga. Se efter en gång till."]),
        ({}, {"value": 50.0, **year(2035)}, ["2035 ligger långt bort i tiden. Stämmer perioden?"]),
        ({}, {"value": 50.0, **year(1924)}, ["1924 ligger långt bort i tiden. Stämmer perioden?"]),
        ({}, {"value": 50.0, **year(2021)}, ["2021 är inte slut än. Är 50 ett utfall?"]),
        ({}, {"value": 50.0, "kind": "budget", **year(2021)}, []),
        (
            {"name": "Frånvaro"},
            {"value": 50.0, "period_start": date(2020, 10, 1), "period_end": date(2020, 10, 31)},
            ["Frånvaro följs inte upp så ofta som för oktober 2020. Stämmer perioden?"],
        ),
        (
            {"frequency": "month"},
            {"value": 50.0, "period_start": date(2020, 10, 1), "period_end": date(2020, 10, 31)},
            [],
        ),
        ({}, {"value": 0.85}, ["0,85 för 2016 ser ut som en andel. I procent är det 85: skriv det."]),
        ({"unit_of_measure": "tkr", "statistic": "sum", "decimals": 0}, {"value": 1.5}, []),
        (
            {"unit_of_measure": "tkr", "statistic": "sum", "decimals": 0},
            {"value": 12.345},
            ["12,345 för 2016 kan vara 12\u00a0345. Skriv det utan punkt eller komma."],
        ),
    ],
)
def test_a_figure_that_can_hardly_be(about, row, expected):
    reading = ReadResult({"observations": [observation(**row)]}, {"observations": CellPlaces([CellPlace("Blad1", 2)])})
    stored = tables(indicators=[indicator(**({"unit_of_measure": "%", "statistic": "share"} | about))])
    assert [one.sentence for one in cautions(reading, stored, date(2021, 5, 1))] == expected


UNITS = [unit(unit="a"), unit(unit="b")]


def test_units_that_do_not_add_up_to_the_whole():
    rows = [observation(value=3.0, unit="a"), observation(value=4.0, unit="b"), observation(value=8.0)]
    sentence = "8 för 2016 är inte summan av enheterna, 7. Rätta summan eller någon av enheterna."
    assert told(rows, statistic="count", units=UNITS) == [("sum", 4, sentence)]
    assert told(rows, statistic="share", units=UNITS) == []
    assert told(rows[1:], statistic="count", units=UNITS) == []


LEVELS = [unit(unit="norr"), *(unit(unit=code, parent="norr") for code in ("n1", "n2")), unit(unit="soder")]


def counted(**values):
    return [observation(unit=code, value=float(value)) for code, value in values.items()]


@pytest.mark.parametrize(
    ("new", "stored", "expected"),
    [
        pytest.param(counted(n1=3, n2=4, norr=7), [], [], id="right"),
        pytest.param(
            counted(n1=3, n2=4, norr=8),
            [],
            [("sum", 4, "8 för 2016 är inte summan av enheterna, 7. Rätta summan eller någon av enheterna.")],
            id="a level below the top",
        ),
        pytest.param(
            counted(n1=3, norr=8),
            counted(n2=4),
            [
                (
                    "sum",
                    3,
                    "8 för 2016 stämmer inte med underenheterna tillsammans, varav någon står som förut. "
                    "Kontrollera enheterna.",
                )
            ],
            id="a part that is stored is not told",
        ),
        pytest.param(
            counted(n1=3),
            counted(n2=4, norr=8),
            [("sum", 2, "Enheternas summa stämmer inte med Norr (3, 2016). Kontrollera enheterna.")],
            id="the whole is stored",
        ),
        pytest.param(counted(n1=3), counted(n1=2, n2=4, norr=8), [], id="it did not add up before"),
        pytest.param(counted(n1=3, norr=8), [], [], id="a part is unknown"),
    ],
)
def test_sums_at_every_level(new, stored, expected):
    units = [row | {"name": row["unit"].capitalize()} for row in LEVELS]
    assert told(new, stored, "count", units) == expected
    assert told(new, stored, "share", units) == []


@pytest.mark.parametrize(
    ("values", "statistic", "is_told"),
    [
        ((1.2, 1.3, 2.6), "sum", False),
        ((1.2, 1.3, 2.7), "sum", True),
        ((10, 11, 22), "sum", False),
        ((10, 11, 23), "sum", True),
        ((10, 11, 22), "count", True),
    ],
)
def test_sums_are_right_within_the_rounding_of_what_is_shown(values, statistic, is_told):
    new = counted(**dict(zip(("n1", "n2", "norr"), values, strict=True)))
    assert bool(told(new, (), statistic, LEVELS)) is is_told


def test_a_unit_that_has_ceased_is_no_part_of_the_sum():
    units = [*LEVELS, unit(unit="n3", parent="norr", valid_to=date(2015, 12, 31))]
    assert [one[0] for one in told(counted(n1=3, n2=4, norr=8), (), "count", units)] == ["sum"]


STOOD = series(7.0, 6.8, 7.2, 7.1, 6.9)


def test_figures_that_have_moved_a_year():
    moved = series(6.0, 7.0, 6.8, 7.2, 7.1, 6.9)
    assert told(moved, STOOD) == [
        (
            "shifted",
            3,
            "De flesta av de 6 siffrorna för Indikator, till exempel 7 för 2011, är de som gällde 1 år tidigare."
            " Har perioderna flyttats? Rätta rubrikerna, eller godkänn siffrorna om de stämmer.",
        )
    ]
    earlier = [one | year(one["period_start"].year - 2) for one in STOOD]
    assert [one[0] for one in told(earlier, STOOD)] == ["shifted"]
    assert "som gäller 2 år senare" in told(earlier, STOOD)[0][2]


def test_what_has_not_moved():
    assert told(series(7.0, 6.8, 7.2, 7.1, 6.9, 6.7), STOOD) == []
    assert told(series(6.0, 6.1, 7.0, 6.9, 7.2), STOOD) == []
    same = series(5.0, 5.0, 5.0, 5.0)
    assert told([observation(value=5.0, **year(2014))], same) == []


def test_months_that_have_moved_a_month():
    def months(first, *values):
        days = [date(2015, first + place, 1) for place in range(len(values))]
        return [
            observation(value=value, period_start=day, period_end=day.replace(day=28))
            for value, day in zip(values, days, strict=True)
        ]

    assert "1 månad tidigare" in told(months(2, 5.0, 6.0, 7.0, 8.0), months(1, 5.0, 6.0, 7.0, 8.0))[0][2]


def test_a_hundredth_of_the_target_where_there_is_no_series():
    around = tables(indicators=[indicator()], targets=[target(value=7.0)], observations=[])
    reading = ReadResult(
        {"observations": [observation(value=0.0735)]}, {"observations": CellPlaces([CellPlace("Blad1", 2, "Utfall")])}
    )
    assert [one.kind for one in cautions(reading, around)] == ["fraction"]
    recount(reading, around)
    assert (reading.records["observations"][0]["value"], reading.cautions, reading.recounted) == (7.35, [], 1)


def names(table, stored, given):
    place = {table: CellPlaces([CellPlace("Enheter", 5, "Namn")])}
    return [
        (one.kind, one.where, one.row, one.column, one.sentence)
        for one in cautions(ReadResult({table: [given]}, place), stored)
    ]


def test_a_unit_and_an_indicator_with_another_name():
    stored = tables(units=[unit(unit="norr", name="Norr")], indicators=[indicator(name="Sjukfrånvaro")])
    assert names("units", stored, unit(unit="norr", name="norr ")) == []
    assert names("units", stored, unit(unit="soder", name="Söder")) == []
    assert names("units", stored, unit(unit="norr", name="Norra distriktet")) == [
        (
            "renamed",
            "Enheter",
            5,
            "Namn",
            "”norr” heter ”Norr” här men ”Norra distriktet” i filen. Läses raden in byter den namn."
            " Rätta filen om det inte är meningen.",
        )
    ]
    assert [one[0] for one in names("indicators", stored, indicator(name="Väntetid"))] == ["renamed"]


def test_a_new_unit_with_the_figures_of_a_known_one():
    stored = series(7.0, 6.8, 7.2, unit="a")
    [found] = told(
        series(7.0, 6.8, 7.2, 6.5, unit="norra"), stored, units=[unit(unit="a", name="Norr"), unit(unit="b")]
    )
    sentence = "Den nya enheten ”norra” har samma siffror som ”Norr”. Är det samma enhet, skriv koden a."
    assert found == ("renamed", 2, sentence)
    assert told(series(7.0, 6.8, 9.2, 6.5, unit="norra"), stored, units=[unit(unit="a")]) == []
