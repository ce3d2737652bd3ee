"""The seed has the targets of the documents it was read from, copied here by hand."""

from datetime import date

import pytest

from lib.rules.periods import Period

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
