"""The example board's actions: all made up, to read and to change. Each as it was first written, and what became of it.

An action comes on the day of a stage or later; what becomes of it is told on the day it is known.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

# Action, goal, the day it was written, what it is, and what was known of it then.
ACTIONS: tuple[tuple[str, str, date, dict[str, Any]], ...] = (
    (
        "e-tjanst-drift",
        "e-tjanst",
        date(2026, 1, 27),
        {
            "text": "Upphandla e-tjänsten för orosanmälan om och ta den i drift",
            "responsible": "Utvecklingschef",
            "begun": date(2025, 11, 1),
            "due": date(2026, 6, 30),
            "state": "ongoing",
            "indicator": "e-tjanst-orosanmalan",
        },
    ),
    (
        "forslag-stod-hemma",
        "farre-placeringar",
        date(2026, 2, 17),
        {
            "text": "Ta fram ett förslag om förstärkt stöd hemma",
            "responsible": "Avdelningschef Barn och familj",
            "unit": "barn-familj",
            "due": date(2026, 11, 3),
            "meeting": "2026-02",
            "paragraph": "§ 14",
            "decision": "Förvaltningen återkommer i november med ett förslag om förstärkt stöd hemma.",
        },
    ),
    (
        "jamnare-arenden",
        "lagre-sjukfranvaro",
        date(2026, 4, 14),
        {
            "text": "Fördela ärendena jämnare mellan utredningsenheterna",
            "responsible": "Avdelningschef Barn och familj",
            "unit": "barn-familj",
            "begun": date(2026, 4, 1),
            "due": date(2026, 9, 30),
            "state": "ongoing",
            "indicator": "sjukfranvaro",
            "effect": "högst 6 % på avdelningen",
        },
    ),
    (
        "langre-telefontid",
        "ratt-stod",
        date(2026, 5, 12),
        {
            "text": "Pröva längre telefontid två dagar i veckan",
            "responsible": "Enhetschef Nybesök",
            "unit": "ekonomiskt-bistand",
            "begun": date(2026, 6, 1),
            "due": date(2026, 8, 31),
            "state": "ongoing",
            "indicator": "bemotande",
        },
    ),
    (
        "ramavtal",
        "kostnad-placeringar",
        date(2026, 8, 25),
        {
            "text": "Omförhandla ramavtalen för konsulentstödda familjehem",
            "responsible": "Controller",
            "begun": date(2026, 9, 1),
            "due": date(2027, 3, 31),
            "state": "ongoing",
            "indicator": "kostnad-placeringar",
            "effect": "2 mnkr lägre kostnad om året",
        },
    ),
    (
        "familjebehandlare",
        "farre-placeringar",
        date(2026, 11, 3),
        {
            "text": "Anställa två familjebehandlare för stöd hemma",
            "responsible": "Avdelningschef Barn och familj",
            "unit": "barn-familj",
            "due": date(2027, 1, 31),
            "meeting": "2026-11",
            "paragraph": "§ 97",
            "decision": "Nämnden ger förvaltningen i uppdrag att anställa två familjebehandlare från januari 2027.",
            "indicator": "placerade-barn",
            "effect": "minst tre färre placeringar",
        },
    ),
)

# Action, the day it was known, and what had become of it.
BECAME: tuple[tuple[str, date, dict[str, Any]], ...] = (
    ("forslag-stod-hemma", date(2026, 4, 14), {"begun": date(2026, 3, 1), "state": "ongoing"}),
    ("e-tjanst-drift", date(2026, 8, 18), {"due": date(2026, 9, 30)}),
    ("e-tjanst-drift", date(2026, 9, 22), {"state": "done", "ended": date(2026, 8, 31)}),
    ("langre-telefontid", date(2026, 9, 22), {"state": "stopped", "ended": date(2026, 9, 1)}),
    ("forslag-stod-hemma", date(2026, 10, 27), {"state": "done", "ended": date(2026, 10, 20)}),
)


def actions(day: date) -> Iterator[tuple[date, dict[str, Any]]]:
    """The actions that had been written by a day, as they stood, each with the day it was first written."""
    for code, goal, written, values in ACTIONS:
        if written <= day:
            later = [changed for of, known, changed in BECAME if of == code and known <= day]
            row = {"action": code, "goal": goal, "state": "planned"} | values
            for changed in later:
                row |= changed
            yield written, row
