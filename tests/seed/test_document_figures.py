"""The seed has every figure of the documents it was read from, and says where a document contradicts itself."""

import pytest

from tests.seed.document_figures import COLUMNS, FIGURES, NOT_GIVEN

CONTRADICTION = "Motsägelse i källan:"


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
