"""The seed has the verdicts of the documents it was read from, copied here by hand, and names nobody."""

import re
from pathlib import Path

import pytest

from lib.store.seed import SEED_DIR
from tests.seed.document_figures import period_of

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
