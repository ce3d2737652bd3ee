"""The seed against the five documents it was read from: figures, targets and verdicts copied here by hand.

Periods are written as their codes: 2016, 2018-01 (January), 2018-01--2018-08 (January to August).
"""

import re
from datetime import date
from pathlib import Path

import pytest

from data.example import CODE
from lib.rules.periods import Period
from lib.store.seed import SEED_DIR
from lib.store.store import Store

CONTRADICTION = "Motsägelse i källan:"


def exactly(value: float) -> tuple:
    return (value, None, None, "=")


def less_than(value: float) -> tuple:
    return (value, None, None, "<")


def more_than(value: float) -> tuple:
    return (value, None, None, ">")


def about(value: float) -> tuple:
    return (value, None, None, "~")


def between(lower: float, upper: float) -> tuple:
    return (None, lower, upper, "=")


NOT_GIVEN = (None, None, None, "=")


def without_figure(change: str) -> tuple:
    """How it moved, where the document gives no figure."""
    return (*NOT_GIVEN, change)


# Indicator, unit, gender, period, figure, unit of measure. All are outcomes.

HELSINGBORG = [
    ("skolfam-gymnasiebehorighet", "", "T", "2008-01--2016-12", exactly(95), "%"),
    ("skolfam-fullfoljt-gymnasium", "", "T", "2015", exactly(74), "%"),
    ("skolfam-kommuner", "", "T", "2016", exactly(28), "antal"),
    ("fullfoljandegrad", "vuxen", "T", "2016", exactly(57), "%"),
    ("barnrattsstrateger", "", "T", "2016", exactly(5), "antal"),
    ("part-projektplaner", "part", "T", "2016", exactly(100), "%"),
    ("kontakt-inom-7-arbetsdagar", "barn-unga-familj", "T", "2016", exactly(97), "%"),
    ("kontakt-inom-7-arbetsdagar", "vuxen", "T", "2016", exactly(63), "%"),
    ("serveringstillstand-inom-2-manader", "tillstandsenheten", "T", "2016", exactly(97), "%"),
    ("innovationsgrupper", "", "T", "2016", exactly(8), "antal"),
    ("foreningar-kontaktade", "", "T", "2016", exactly(100), "%"),
    ("ekologiska-inkop", "", "T", "2015", exactly(34), "%"),
    ("ekologiska-inkop", "", "T", "2016", about(24), "%"),  # "lite drygt"
    ("enheter-sjukfranvaro-5", "", "T", "2016", exactly(51), "%"),
    ("sjukfranvaro", "", "T", "2016", exactly(5.5), "%"),
    ("sjukfranvaro", "vuxen", "T", "2016", exactly(7), "%"),
    ("sjukfranvaro", "barn-unga-familj", "T", "2016", exactly(4.8), "%"),
    ("sjukfranvaro", "gemensamma-resurser", "T", "2016", exactly(3.8), "%"),
    ("sjukfranvaro", "ensamkommande", "T", "2016", exactly(5), "%"),
    ("hme", "", "T", "2016", exactly(77), "index"),
    ("hme-forandring", "", "T", "2016", exactly(4), "poäng"),  # "4 enheter" of an index
    ("hme-styrkor", "", "T", "2016", exactly(5), "antal"),
    ("antal-medarbetare", "", "T", "2016", without_figure("higher"), "antal"),  # "har ökat kraftigt"
    ("halsopris-arbetsplatser", "", "T", "2016", exactly(2), "antal"),
    ("besok-service-barn", "", "T", "2016", without_figure("higher"), "antal"),  # "fler besök"
    ("andel-service", "vuxen", "T", "2015", about(25), "%"),  # "cirka en fjärdedel", the year before
    ("andel-service", "vuxen", "T", "2016", without_figure("lower"), "%"),  # "en påtaglig minskning"
    ("servicearenden-radgivningen", "alkohol-drogradgivningen", "T", "2016", without_figure("lower"), "antal"),
    ("vakans-radgivningen", "alkohol-drogradgivningen", "T", "2016", exactly(6), "månader"),
    ("arendeinflode", "", "T", "2016", without_figure("higher"), "antal"),  # "ett ökat ärendeinflöde"
]

LINKOPING = [
    ("latt-fa-kontakt", "ekonomiskt-bistand", "T", "2017", exactly(94), "%"),
    ("forstaelse", "ekonomiskt-bistand", "T", "2017", exactly(91), "%"),
    ("forstaelse", "ekonomiskt-bistand", "K", "2017", exactly(78), "%"),
    ("forstaelse", "ekonomiskt-bistand", "M", "2017", exactly(88), "%"),
    ("telefontid", "ekonomiskt-bistand", "T", "2018-01--2018-03", exactly(1), "timmar"),
    ("telefontid", "ekonomiskt-bistand", "T", "2018-05--2018-08", exactly(0.5), "timmar"),
    ("nojda-tillganglighet", "ifo", "T", "2017", exactly(90), "%"),
    ("nojda-bemotande", "ifo", "T", "2017", exactly(82), "%"),
    ("samarbetssamtal-vantan", "ifo", "T", "2018-01--2018-08", between(2, 3), "veckor"),
    ("ekb-vantan", "ifo", "T", "2018-01--2018-08", between(1, 2), "veckor"),
    # "det finns fortfarande utredningar som pågår längre än 120 dagar"
    ("utredningar-over-120", "ifo", "T", "2018-01--2018-08", more_than(0), "antal"),
    ("utredningstid-langsta", "ifo", "T", "2018-01--2018-08", more_than(120), "dagar"),
    ("granskade-barn", "ekonomiskt-bistand", "T", "2017", exactly(143), "personer"),
    ("granskade-barn", "ekonomiskt-bistand", "K", "2017", exactly(65), "personer"),
    ("granskade-barn", "ekonomiskt-bistand", "M", "2017", exactly(78), "personer"),
    ("internkontroll-barn", "ekonomiskt-bistand", "T", "2017", without_figure("higher"), "ej angiven"),
    ("barn-namns-generellt", "ekonomiskt-bistand", "T", "2017", exactly(83), "%"),
    ("barn-namns-specifikt", "ekonomiskt-bistand", "T", "2017", exactly(70), "%"),
    ("barnets-situation", "ekonomiskt-bistand", "T", "2017", less_than(60), "%"),
    ("barnets-behov-generellt", "ekonomiskt-bistand", "T", "2017", about(40), "%"),
    ("barnets-behov-specifikt", "ekonomiskt-bistand", "T", "2017", about(30), "%"),
    ("andrahand-till-forstahand", "ifo", "T", "2018-01--2018-08", exactly(18), "månader"),
    ("anbud-boende-missbruk", "ifo", "T", "2018-01--2018-08", exactly(0), "antal"),
    ("standard-processer", "ekonomiskt-bistand", "T", "2017-12--2018-08", exactly(1), "ja/nej"),
    ("processer-uppdaterade", "ekonomiskt-bistand", "T", "2017-12", exactly(100), "%"),
    ("placeringskostnad", "ifo", "T", "2018-01--2018-08", without_figure("higher"), "kvot"),
    ("synpunkter-efterfragade", "ekonomiskt-bistand", "T", "2017", exactly(87), "%"),
    ("paverka-hjalpen", "ekonomiskt-bistand", "T", "2017", exactly(78), "%"),
    ("utredningstid-medel", "ifo", "T", "2018-01", exactly(149), "dagar"),
    ("utredningstid-medel", "ifo", "T", "2018-05", exactly(98), "dagar"),
    ("utredningstid-median", "ifo", "T", "2018-05", exactly(103), "dagar"),
    # "Målet är ej uppnått": four months, 90 %
    ("barnutredning-tid", "ifo", "T", "2018-01--2018-08", more_than(4), "månader"),
    ("forhandsbedomning-14-dagar", "ifo", "T", "2018-01--2018-08", less_than(90), "%"),
    ("forhandsbedomning-medel", "ifo", "T", "2018-01--2018-05", between(10.8, 12.8), "dagar"),
    ("forhandsbedomning-median", "ifo", "T", "2018-01--2018-05", exactly(8), "dagar"),
    # "Beträffande VBU utredningar är målet uppnått": two weeks, all in time
    ("vbu-inledda", "ifo", "T", "2018-01--2018-08", between(0, 2), "veckor"),
    ("vbu-i-tid", "ifo", "T", "2018-01--2018-08", exactly(100), "%"),
    ("konsulter-lss", "aof", "T", "2018-01--2018-08", exactly(2), "personer"),
    ("samverkan-index", "", "T", "2017", exactly(54), "index"),
    ("samverkan-index", "", "T", "2018-01--2018-08", exactly(56), "index"),
    ("antal-sip", "ekonomiskt-bistand", "T", "2016-09--2017-08", exactly(12), "antal"),
    ("antal-sip", "ekonomiskt-bistand", "T", "2017-09--2018-08", exactly(19), "antal"),
    ("samverkansgrupper", "aof", "T", "2018-01--2018-08", exactly(1), "ja/nej"),
    ("hvb-kostnad", "ifo", "T", "2018-03--2018-05", more_than(0), "tkr"),  # over the budget in the spring
    ("utbetalningsarenden", "ekonomiskt-bistand", "T", "2018-01--2018-08", without_figure("lower"), "antal"),
    ("kollegiegranskning", "aof", "T", "2018-01--2018-08", exactly(100), "%"),
    ("mentorskoncept", "ekonomiskt-bistand", "T", "2018-01--2018-08", exactly(100), "%"),
    ("mentorskoncept", "aof", "T", "2018-01--2018-08", exactly(100), "%"),
    ("mentor-barngrupper", "ifo", "T", "2018-01--2018-08", exactly(100), "%"),
    ("verksamhetsstodjare", "ifo", "T", "2018-01--2018-08", exactly(2), "personer"),
    ("kompetensutveckling-enkat", "", "T", "2018-01--2018-08", without_figure("higher"), "index"),
    ("undersokningar-kon", "ekonomiskt-bistand", "T", "2018-01--2018-08", exactly(1), "ja/nej"),
    ("undersokningar-kon", "ifo", "T", "2018-01--2018-08", exactly(1), "ja/nej"),
    ("stressindex", "", "T", "2017", exactly(23), "index"),
    ("stressindex", "", "T", "2018-01--2018-08", exactly(13), "index"),
    ("arbetsmiljo-enkat", "", "T", "2018-01--2018-08", without_figure("higher"), "index"),
    ("organisationsindex", "", "T", "2018-01--2018-08", without_figure("higher"), "index"),
]

# Karlskrona's running text; the unit, the kind and the rest of the row. Its tables follow below.
KARLSKRONA_TEXT = [
    ("beredskapsarbeten", "", "2011-12", "outcome", exactly(20), "platser"),
    ("beredskapsarbeten", "", "2012-09--2012-11", "outcome", exactly(40), "platser"),
    ("beredskapsplatser-nya", "", "2012-01", "outcome", exactly(20), "platser"),
    ("sommarpraktik", "", "2013", "plan", about(40), "personer"),  # "ett 40-tal"
    ("inflode-arenden", "", "2010-01--2012-12", "outcome", exactly(35), "%"),
    ("barn-hvb-externt-forandring", "", "2012", "outcome", exactly(2), "gånger"),  # "dubbelt så många"
    ("platser-roslunden", "roslunden", "2012", "outcome", exactly(8), "platser"),
    ("hvb-ensamkommande", "familje-ungdom", "2012", "outcome", exactly(2), "boenden"),
    ("platser-ensamkommande", "", "2012", "outcome", exactly(19), "platser"),
    ("platser-behandlingshem", "behandlingshemmet", "2012", "outcome", exactly(16), "platser"),
    ("extra-tjanster", "ekonomisektionen", "2012-01--2013-12", "plan", exactly(4), "tjänster"),
    ("kommuner-krami", "", "2012", "outcome", exactly(3), "kommuner"),
    ("enheter-familje-ungdom", "familje-ungdom", "2012", "outcome", exactly(4), "antal"),
    ("sektioner", "", "2012", "outcome", exactly(3), "antal"),
    ("sektioner-jourtelefon", "", "2012", "outcome", exactly(100), "%"),  # "Samtliga sektioner har"
    ("hvb-narkotika-utrett", "", "2012", "outcome", exactly(1), "ja/nej"),  # "är slutfört under 2012"
    ("kvalitetsgrupp-personer", "", "2013", "plan", exactly(2), "personer per sektion"),
]

# A row of a table: outcome 2011, forecast 2012, budget 2013, plan 2014 and 2015. None: the cell is empty.
FIVE_COLUMNS = {
    # 6.2 Resultatbudget
    "resultat-intakter": ("mnkr", 44.1, 33.2, 33.2, 33.2, 33.2),
    "resultat-personal": ("mnkr", -90.2, -94.7, -94.7, -94.7, -94.7),
    "resultat-ovriga": ("mnkr", -137.8, -133.9, -125.2, -122.2, -122.2),
    "resultat-kapital": ("mnkr", -0.3, -0.2, -0.2, -0.2, -0.2),
    "resultat-kostnader": ("mnkr", -228.3, -228.8, -220.0, -217.0, -217.0),
    "resultat-netto": ("mnkr", -184.2, -195.6, -186.9, -183.9, -183.9),
    # 6.3 Investeringsbudget
    "investering-inventarier": ("tkr", 208, 200, 100, 200, 200),
    "investering-totalt": ("tkr", 208, 200, 100, 200, 200),
    # 7. Personal
    "tillsvidareanstallda": ("personer", 160, 162, 162, 162, 162),
    "tillsvidareanstallda-arsarbetare": ("årsarbetare", 157, 159, 159, 159, 159),
    "visstidsanstallda": ("personer", 26, 26, 26, 26, 26),
    "visstidsanstallda-arsarbetare": ("årsarbetare", 25.8, 25.8, 26, 26, 26),
    "timanstallda-arsarbetare": ("årsarbetare", 5.98, 8.9, 8, 7.5, 7),
    "andel-kvinnor": ("%", 71.88, 72.9, 71.1, 70.4, 69.8),
    "medelalder": ("år", 46.7, 47.1, 47, 46.5, 46.5),
    "andel-formell-utbildning": ("%", 83, 85, 86, 87, 88),
    "sjukfranvaro-dagar": ("dagar per anställd", 13.83, 13.5, 13, 12.5, 12),
    "frisknarvaro": ("%", 66.27, 66.3, 67, 67.5, 68.0),
    # 8. Kvalitetsmått och nyckeltal: Ekonomiskt bistånd/försörjningsstöd
    "hushall-per-manad": ("hushåll", 844, 850, 853, 815, 806),
    "hushall-totalt": ("hushåll", 1673, 1700, 1800, 1800, 1750),
    "personer-bistand": ("personer", 3144, 3190, 3390, 2500, 2200),
    "personer-bistand-vuxna": ("personer", 2140, 2175, 2310, 1900, 1700),
    "personer-bistand-barn": ("personer", 1004, 1015, 1080, 600, 500),  # run together: 1 004 1 015 1 080 600 500
    "hjalpmanader": ("månader", 10128, 10200, 10240, 9780, 5300),
    "hjalpmanader-snitt": ("månader", 6, 6, 6, 6, 6),
    # Barn och Ungdom: "på institution (externt)" stands under three headings
    "barn-kontaktfamilj": ("personer", 123, 130, 110, 105, 105),
    "barn-arsplacerade-familjehem": ("årsplaceringar", 39, 43, 40, 40, 40),
    "barn-arsplacerade-externt": ("årsplaceringar", 11, 24, 8, 8, 8),
    "barn-arsplacerade-internt": ("årsplaceringar", 7, 6, 6, 6, 6),
    "barn-varddygn": ("dygn", 20452, 26000, 21000, 21000, 21000),
    "barn-varddygn-familjehem": ("dygn", 14152, 15700, 15000, 15000, 15000),
    "barn-varddygn-externt": ("dygn", 3840, 8600, 3500, 3500, 3500),
    "barn-varddygn-internt": ("dygn", 2460, 1700, 2500, 2500, 2500),
    "barn-dygnskostnad": ("kr per dygn", 2383, 2755, 2300, 2300, 2300),
    "barn-dygnskostnad-familjehem": ("kr per dygn", 672, 705, 700, 700, 700),
    "barn-dygnskostnad-externt": ("kr per dygn", 3824, 3472, 3700, 3700, 3700),
    "barn-dygnskostnad-internt": ("kr per dygn", 2652, 4087, 2500, 2500, 2500),
    "barn-oppenvard": ("personer", 142, 167, 167, 167, 167),
    "barn-service": ("personer", 125, 139, 139, 139, 139),
    # Missbrukare vuxna
    "missbruk-placerade-externt": ("personer", 30, 35, 30, 30, 30),
    "missbruk-placerade-kbh": ("personer", 35, 28, 30, 30, 30),
    "missbruk-arsplacerade-externt": ("årsplaceringar", 8, 9, 7, 7, 7),
    "missbruk-arsplacerade-kbh": ("årsplaceringar", 13, 13, 13, 13, 13),
    "missbruk-varddygn-externt": ("dygn", 3610, 3600, 3000, 3000, 3000),
    "missbruk-varddygn-kbh": ("dygn", 4679, 4700, 5000, 5000, 5000),
    "missbruk-dygnskostnad-externt": ("kr per dygn", 2254, 2340, 2520, 2520, 2520),
    "missbruk-dygnskostnad-kbh": ("kr per dygn", 1447, 1410, 1665, 1665, 1665),
    "missbruk-oppenvard": ("personer", 210, 228, 228, 228, 228),
    # The last row has four values for five columns.
    "missbruk-service": ("personer", None, 1000, 1000, 1000, 1000),
}
# 6.1 Budgetramar: budget 2013, plan 2014 and 2015.
THREE_COLUMNS = {
    "ram-ifo": ("tkr", 104965, 104965, 104965),
    "ram-bistand": ("tkr", 81903, 78903, 78903),
    "ram-total": ("tkr", 186868, 183868, 183868),
}
COLUMNS = (("2011", "outcome"), ("2012", "forecast"), ("2013", "budget"), ("2014", "plan"), ("2015", "plan"))


def karlskrona_tables() -> list[tuple]:
    return [
        ("karlskrona", name, "", "T", period, kind, NOT_GIVEN if value is None else exactly(value), unit)
        for name, (unit, *values) in (FIVE_COLUMNS | THREE_COLUMNS).items()
        for (period, kind), value in zip(COLUMNS[-len(values) :], values, strict=True)
    ]


FIGURES = [
    *(("helsingborg", *row[:4], "outcome", *row[4:]) for row in HELSINGBORG),
    *(("linkoping", *row[:4], "outcome", *row[4:]) for row in LINKOPING),
    *(("karlskrona", *row[:2], "T", *row[2:]) for row in KARLSKRONA_TEXT),
    *karlskrona_tables(),
]


@pytest.fixture(scope="module")
def records(seeded: Store) -> dict:
    """The boards that were read from documents: all but the made-up one."""
    return {name: [row for row in rows if row["board"] != CODE] for name, rows in seeded.records().items()}


@pytest.fixture(scope="module")
def observations(records: dict) -> dict[tuple, dict]:
    """What the documents gave, by board, indicator, unit, gender, period and kind."""
    return {
        (row["board"], row["indicator"], row["unit"], row["gender"], period_of(row).code, row["kind"]): row
        for row in records["observations"]
        if row["source"] != "kolada"
    }


@pytest.fixture(scope="module")
def indicators(records: dict) -> dict[tuple[str, str], dict]:
    return {(row["board"], row["indicator"]): row for row in records["indicators"]}


def period_of(row: dict) -> Period:
    return Period(row["period_start"], row["period_end"])


@pytest.mark.parametrize("board", ["helsingborg", "linkoping", "karlskrona"])
def test_figures(observations, indicators, board):
    """Every figure with its unit of measure, missing where the document leaves it out, and where it stands."""
    wanted = {
        row[:6]: ((*row[6], "")[:5], *row[7:], "missing" if row[6][:4] == NOT_GIVEN else "normal")
        for row in FIGURES
        if row[0] == board
    }
    stored = {
        key: (
            tuple(row[name] for name in ("value", "lower", "upper", "qualifier", "change")),
            indicators[key[:2]]["unit_of_measure"],
            row["status"],
        )
        for key, row in observations.items()
        if key in wanted
    }
    assert stored == wanted
    assert [key for key in wanted if not observations[key]["locator"]] == []


@pytest.mark.parametrize("board", ["helsingborg", "linkoping"])
def test_no_figure_of_the_document_is_missing_above(observations, board):
    assert {key for key in observations if key[0] == board} == {row[:6] for row in FIGURES if row[0] == board}


@pytest.mark.parametrize(
    ("place", "many"),
    [
        ("tabell Budget och plan för perioden", 9),
        ("tabell Ekonomiskt sammandrag", 30),
        ("tabell Investeringsbudget", 10),
        ("tabell Personalredovisning", 50),
        ("tabell Verksamhetsmått", 154),
        ("tabell ", 253),
    ],
)
def test_every_figure_of_karlskronas_tables_is_there(observations, place, many):
    found = [row for row in observations.values() if row["board"] == "karlskrona" and place in row["locator"]]
    assert sum(row["value"] is not None for row in found) == many


@pytest.mark.parametrize("board", ["blekinge-2012", "ekero"])
def test_documents_without_figures(observations, board):
    assert [key for key in observations if key[0] == board] == []


def test_ekero_has_fourteen_indicators_and_no_target(records):
    names = [row["indicator"] for row in records["indicators"] if (row["board"], row["kolada"]) == ("ekero", "")]
    measured = [row["indicator"] for row in records["goal_indicators"] if row["board"] == "ekero"]
    assert (len(names), sorted(measured)) == (14, sorted(names))
    assert [row for row in records["targets"] if row["board"] == "ekero"] == []


def test_medians_beside_means(indicators):
    wanted = {
        "utredningstid-medel": "mean",
        "utredningstid-median": "median",
        "forhandsbedomning-medel": "mean",
        "forhandsbedomning-median": "median",
    }
    assert {name: indicators["linkoping", name]["statistic"] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("board", "indicator", "unit", "gender", "period", "kind"),
    [
        ("linkoping", "forstaelse", "ekonomiskt-bistand", "T", "2017", "outcome"),
        ("linkoping", "forstaelse", "ekonomiskt-bistand", "K", "2017", "outcome"),
        ("linkoping", "forstaelse", "ekonomiskt-bistand", "M", "2017", "outcome"),
        ("karlskrona", "beredskapsarbeten", "", "T", "2011-12", "outcome"),
        ("karlskrona", "beredskapsplatser-nya", "", "T", "2012-01", "outcome"),
        ("karlskrona", "personer-bistand", "", "T", "2013", "budget"),
        ("karlskrona", "hushall-per-manad", "", "T", "2015", "plan"),
    ],
)
def test_where_a_source_contradicts_itself_the_note_says_so(observations, board, indicator, unit, gender, period, kind):
    assert observations[board, indicator, unit, gender, period, kind]["note"].startswith(CONTRADICTION)


NOT_THE_SUM = {(total, year) for total in ("resultat-kostnader", "resultat-netto") for year in ("2013", "2014", "2015")}


SUMS = {
    "resultat-kostnader": ["resultat-personal", "resultat-ovriga", "resultat-kapital"],
    "resultat-netto": ["resultat-intakter", "resultat-kostnader"],
    "investering-totalt": ["investering-inventarier"],
    "personer-bistand": ["personer-bistand-vuxna", "personer-bistand-barn"],
    "barn-varddygn": ["barn-varddygn-familjehem", "barn-varddygn-externt", "barn-varddygn-internt"],
}


def test_a_sum_that_is_not_that_of_its_parts_is_kept_and_marked(observations):
    def row(indicator: str, period: str, kind: str) -> dict:
        return observations["karlskrona", indicator, "", "T", period, kind]

    differing = {
        (total, period): row(total, period, kind)["note"]
        for total, parts in SUMS.items()
        for period, kind in COLUMNS
        if round(sum(row(part, period, kind)["value"] for part in parts), 1) != row(total, period, kind)["value"]
    }
    assert differing.keys() == NOT_THE_SUM
    assert [key for key, note in differing.items() if not note.startswith(CONTRADICTION)] == []


# Indicator, unit, rule, value, upper.

BLEKINGE_TARGETS = [
    ("samtal-inom-14-dagar", "", "at_least", 75),
    ("tid-till-samtal", "", "at_most", 14),
    ("stod-barn-bevittnat-vald", "", "at_least", 100),
    ("genomgang-barnens-ekonomi", "", "at_least", 100),
    ("stod-barn-missbruk", "", "at_least", 100),
    ("sjalvforsorjande-6-manader", "", "at_least", 50),
    ("i-sysselsattning", "", "at_least", 100),
    ("hushall-10-av-12-manader", "", "decrease", None),
    ("drogfria-6-manader", "", "at_least", 50),
    ("varddygn-institution", "", "not_above", None),
    ("stod-valdsutsatta", "", "at_least", 100),
    ("tillfalligt-boende", "", "at_least", 100),
    ("beslut-inom-90-dagar", "", "at_least", 100),
    ("tid-till-beslut", "", "at_most", 90),
    ("genomforandeplan", "", "at_least", 75),
    ("individuell-plan", "", "increase", None),
]
KARLSKRONA_TARGETS = [
    ("sysselsatta-bistand", "", "at_least", 95),
    ("personer-bistand", "", "decrease", None),
    ("barn-hjalp-i-kommunen", "", "more_than", 95),
    ("vuxna-hjalp-i-kommunen", "", "more_than", 90),
    ("bistand-over-3-manader", "", "at_most", 0),
    ("passivt-bistand", "", "at_most", 0),
    ("utredningsstart-missbruk", "", "at_most", 2),
    ("samtal-service", "", "at_most", 3),
    ("moten-skolledare", "", "at_least", 1),
    ("heltid-erbjuden", "", "at_least", 100),
    ("arbetslosa-erbjudna", "", "at_least", 100),
    ("budgetsamtal-erbjudna", "", "at_least", 100),
    ("handlingsplan-bistand", "", "at_least", 100),
    ("insatsplan-fore-behandling", "", "at_least", 100),
    ("boende-erbjudet", "", "at_least", 100),
    ("unga-under-25-aktiva", "", "at_least", 100),
    ("hvb-narkotika-utrett", "", "done", None),
    ("kolada-n00090", "", "decrease", None),
    ("kolada-n31807", "", "decrease", None),
    ("socionomer-utredning", "utredningsgruppen", "at_least", 100),
    ("ansvariga-handlaggare", "", "equal", 1),
    ("brukarenkater", "familje-ungdom", "at_least", 1),
    ("brukarenkater", "alkohol-drog", "at_least", 1),
    ("brukarenkater", "ekonomisektionen", "at_least", 1),
    ("sjukfranvaro-dagar", "", "decrease", None),
    ("frisknarvaro", "", "increase", None),
]
HELSINGBORG_TARGETS = [
    ("sjukfranvaro", "", "at_most", 5),
    ("tid-till-kontakt", "", "at_most", 7),
    ("tid-serveringstillstand", "", "at_most", 2),
    ("familjehandlingsplan", "", "at_least", 100),
    ("kontakt-inom-7-arbetsdagar", "", "at_least", 100),
    ("serveringstillstand-inom-2-manader", "", "at_least", 100),
    ("ekologiska-inkop", "", "increase", None),
    ("besok-service-barn", "", "increase", None),
    ("andel-service", "vuxen", "increase", None),
    ("hme", "", "at_least", None),  # there is a target, but the document does not say which
    ("andel-oppenvard", "", "increase", None),
    ("placeringslangd", "", "decrease", None),
]
LINKOPING_TARGETS = [
    ("nojda-brukare", "", "at_least", 80),
    ("latt-fa-kontakt", "ekonomiskt-bistand", "at_least", 80),
    ("forstaelse", "ekonomiskt-bistand", "at_least", 80),
    ("nojda-tillganglighet", "ifo", "at_least", 80),
    ("nojda-bemotande", "ifo", "at_least", 80),
    ("samtal-per-barnutredning", "ifo", "at_least", 2),
    ("faderskapsutredning-tid", "ifo", "at_most", 1),
    ("sammanbrott", "ifo", "decrease", None),
    ("paverka-hjalpen", "ekonomiskt-bistand", "at_least", 75),
    ("barnutredning-tid", "ifo", "at_most", 4),
    ("forhandsbedomning-14-dagar", "ifo", "at_least", 90),
    ("forhandsbedomning-tid", "ifo", "at_most", 14),
    ("utredningar-over-120", "ifo", "at_most", 0),
    ("utredningstid-langsta", "ifo", "at_most", 120),
    ("organisationsindex", "", "increase", None),
    ("vbu-inledda", "ifo", "at_most", 2),
    ("antal-sip", "ekonomiskt-bistand", "increase", None),
    ("bokslut-avvikelse", "", "equal", 0),
    ("mentorskoncept", "", "at_least", 100),
    ("arbetsmiljoinsatser", "", "at_least", 5),
    ("hushall-forsorjningsstod", "", "decrease", None),
]


@pytest.mark.parametrize(
    ("board", "targets"),
    [
        ("blekinge-2012", BLEKINGE_TARGETS),
        ("karlskrona", KARLSKRONA_TARGETS),
        ("helsingborg", HELSINGBORG_TARGETS),
        ("linkoping", LINKOPING_TARGETS),
    ],
)
def test_targets(records, board, targets):
    wanted = {(indicator, unit): [(rule, value, None, "T")] for indicator, unit, rule, value in targets}
    stored = {
        (indicator, unit): [
            (row["rule"], row["value"], row["upper"], row["gender"])
            for row in records["targets"]
            if (row["board"], row["indicator"], row["unit"]) == (board, indicator, unit)
        ]
        for indicator, unit in wanted
    }
    assert stored == wanted


def test_a_long_term_target_does_not_hold_in_the_years_of_the_plan(records):
    found = {
        (row["rule"], row["value"], row["valid_from"])
        for row in records["targets"]
        if (row["board"], row["indicator"]) == ("karlskrona", "sjukfranvaro-kommunen")
    }
    assert found == {("decrease", None, date(2013, 1, 1)), ("at_most", 4.0, date(2016, 1, 1))}


@pytest.mark.parametrize(
    ("board", "indicator", "baseline"),
    [
        ("blekinge-2012", "varddygn-institution", "2009"),
        ("blekinge-2012", "individuell-plan", "2011"),
        ("linkoping", "sammanbrott", "2017"),
        ("linkoping", "utbetalningsarenden", "2017-01--2017-08"),
        ("helsingborg", "ekologiska-inkop", "2015"),
        ("helsingborg", "andel-service", "2015"),
    ],
)
def test_what_a_target_is_compared_with(records, board, indicator, baseline):
    found = [
        Period(row["baseline_start"], row["baseline_end"]).code
        for row in records["targets"]
        if (row["board"], row["indicator"]) == (board, indicator)
    ]
    assert found == [baseline]


@pytest.mark.parametrize(
    ("indicator", "last_day"),
    [
        ("forslag-lamnat-augusti", date(2012, 8, 24)),
        ("kvalitetssystem-redovisat", date(2012, 6, 1)),
        ("kvalitetssakring-rapporterad", date(2012, 11, 1)),
        ("mal-redovisade-fullmaktige", date(2012, 11, 30)),
    ],
)
def test_what_is_to_be_done_by_a_day(records, indicator, last_day):
    found = [
        (row["rule"], row["valid_to"])
        for row in records["targets"]
        if (row["board"], row["indicator"]) == ("blekinge-2012", indicator)
    ]
    assert found == [("done", last_day)]


HELSINGBORG_VERDICTS = {
    ("sysselsattning", "", ""): "partly",
    ("levnadsvillkor-barn", "", ""): "partly",
    ("tjanstegarantier", "", ""): "not_achieved",
    ("delaktighet", "", ""): "achieved",
    ("miljopaverkan", "", ""): "not_achieved",
    ("arbetsgivare", "", ""): "not_achieved",
    ("kontakt", "", ""): "partly",
    ("kostnadseffektivitet", "", ""): "achieved",
}
LINKOPING_VERDICTS = {
    ("mal-1", "ekonomiskt-bistand", ""): "achieved",
    ("mal-1", "ifo", "bemötande och tillgänglighet"): "achieved",
    ("mal-1", "ifo", "utredningstider"): "not_achieved",
    ("mal-1", "aof", "tillgänglighet och information"): "partly",
    ("mal-1", "aof", "bemötande"): "achieved",
    ("mal-2", "ekonomiskt-bistand", ""): "achieved",
    ("mal-2", "ifo", "förhandsbedömningar"): "later",
    ("mal-2", "ifo", "samtal med barn i barnutredningar"): "later",
    ("mal-2", "ifo", ""): "partly",
    ("mal-2", "aof", ""): "later",
    ("mal-3", "ekonomiskt-bistand", ""): "achieved",
    ("mal-3", "ifo", ""): "partly",
    ("mal-4", "ekonomiskt-bistand", ""): "achieved",
    ("mal-4", "ifo", "tid för barnutredningar och förhandsbedömningar"): "not_achieved",
    ("mal-4", "ifo", "VBU-utredningar"): "achieved",
    ("mal-4", "ifo", "lägsta effektiva omhändertagandenivå"): "not_achieved",
    ("mal-4", "aof", ""): "not_achieved",
    ("mal-5", "ekonomiskt-bistand", ""): "achieved",
    ("mal-5", "ifo", ""): "achieved",
    ("mal-5", "aof", ""): "achieved",
    ("mal-6", "ekonomiskt-bistand", ""): "achieved",
    ("mal-6", "ifo", ""): "not_achieved",
    ("mal-7", "ekonomiskt-bistand", ""): "achieved",
    ("mal-8", "", ""): "achieved",
    ("mal-9", "ekonomiskt-bistand", ""): "achieved",
    ("mal-9", "ifo", ""): "achieved",
    ("mal-9", "aof", ""): "achieved",
    ("mal-10", "ekonomiskt-bistand", "mentorskoncept"): "achieved",
    ("mal-10", "ifo", ""): "achieved",
    ("mal-10", "aof", ""): "achieved",
    ("mal-11", "ekonomiskt-bistand", ""): "achieved",  # one joint verdict for two departments
    ("mal-11", "ifo", ""): "achieved",
    ("mal-11", "aof", ""): "achieved",
    ("mal-12", "", ""): "achieved",
}


@pytest.mark.parametrize(
    ("board", "period", "stage", "verdicts"),
    [
        pytest.param("helsingborg", "2016", "final", HELSINGBORG_VERDICTS, id="helsingborg"),
        pytest.param("linkoping", "2018-01--2018-08", "forecast", LINKOPING_VERDICTS, id="linkoping"),
    ],
)
def test_verdicts(records, board, period, stage, verdicts):
    rows = [row for row in records["assessments"] if row["board"] == board]
    assert {(row["goal"], row["unit"], row["aspect"]): row["verdict"] for row in rows} == verdicts
    assert {(period_of(row).code, row["stage"]) for row in rows} == {(period, stage)}


def test_only_two_documents_give_verdicts(records):
    assert {row["board"] for row in records["assessments"]} == {"helsingborg", "linkoping"}


@pytest.mark.parametrize(("board", "many"), [("ekero", 5), ("helsingborg", 8), ("linkoping", 12)])
def test_how_many_goals_the_document_sets(records, board, many):
    highest = [row["goal"] for row in records["goals"] if row["board"] == board and not row["parent"]]
    assert len(highest) == many


def test_the_municipality_that_a_document_does_not_name_is_left_unnamed(records):
    named = {row["board"]: (row["municipality"], row["municipality_code"]) for row in records["boards"]}
    assert named == {
        "blekinge-2012": ("", ""),
        "ekero": ("Ekerö", "0125"),
        "helsingborg": ("Helsingborg", "1283"),
        "karlskrona": ("Karlskrona", "1080"),
        "linkoping": ("Linköping", "0580"),
    }


# Karlskrona's document begins with the titles of others', from these municipalities.
OTHERS = (
    "Arvika|Emmaboda|Eskilstuna|Eslöv|Fagersta|Järfälla|Kristianstad|Lilla Edet|Mjölby|Mora|Nacka|Norrköping|Storuman"
    "|Timrå|Tranås|Trelleborg|Upplands Väsby|Vellinge|Örebro|Örnsköldsvik"
)


def named_in(folder: Path, names: str) -> list[tuple[str, str]]:
    """The files below a folder that have one of these names, and the name."""
    return [(str(path), name) for path in folder.rglob("*.*") for name in re.findall(names, path.read_text("utf-8"))]


def test_nothing_is_taken_from_the_titles_of_other_documents():
    assert named_in(SEED_DIR / "karlskrona", rf"\b(?:{OTHERS})") == []


# Everyone whom the documents name, by surname.
PERSONS = (
    "Almén|Bring|Brönnert|Chen|Eriksson|Evaldsson|Fridh|Hermansson|Karlsson|Korpi|Lagerlund|Larsson|Lindstrand|Lundberg"
    "|Lundh|Nilsson|Nyberg|Nygren|Olsson|Poromaa|Ratcovich|Rissanen|Sjögren|Sonnsjö|Stark|Svensson|Särnmark|Tillman"
    "|Valtersson"
)


def test_no_person_is_named():
    assert named_in(SEED_DIR, rf"\b(?:{PERSONS})\b") == []
