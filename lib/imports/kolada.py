"""Kolada's titles of the indicators that social services boards follow: its own exports have titles and no codes.

Titles change over the years; one that is not here is suggested by its likeness or by its figures.
"""

import re

# Titles as of 2025, by Kolada's code.
TITLES = {
    "N00090": "Sjukfrånvaro totalt bland anställda, kommun, andel (%)",
    "N28016": "Nettokostnad funktionsnedsättning LSS och SFB, kr/inv",
    "N28018": "Nettokostnadsavvikelse LSS (%)",
    "N28891": "Invånare 0-22 år med insatser enligt LSS, antal/10 000 inv 0-22 år",
    "N30001": "Nettokostnadsavvikelse individ- och familjeomsorg, (%)",
    "N30005": "Nettokostnad individ- och familjeomsorg, kr/inv",
    "N30101": "Kostnad individ- och familjeomsorg, kr/inv",
    "N31001": "Kostnad ekonomiskt bistånd, kr/inv",
    "N31807": "Invånare som någon gång under året erhållit ekonomiskt bistånd, andel (%) av bef.",
    "N31814": (
        "Vuxna biståndsmottagare (18+ år) med långvarigt ekonomiskt bistånd, andel (%) av biståndsmottagare 18+ år"
    ),
    "N31816": "Vuxna biståndsmottagare (18+ år) med långvarigt ekonomiskt bistånd, andel (%) av befolkningen",
    "N31849": "Utbetalt ekonomiskt bistånd, kr/hushåll",
    "N33802": "Invånare 0-20 år som var föremål för individuellt biståndsbedömda öppna insatser, andel (%)",
    "N33816": "Barn och unga 0-20 år som har varit placerade på HVB någon gång under året, antal/1000 inv",
    "N33817": "Barn och unga 0-20 år som har varit placerade på familjehem någon gång under året, antal/1000 inv",
    "U00200": "Medarbetarengagemang (HME) totalt kommunen - Totalindex",
    "U30200": "Medarbetarengagemang (HME) individ- och familjeomsorg - Totalindex",
    "U30447": "Brukarbedömning individ- och familjeomsorg totalt - få kontakt, andel (%)",
    "U30448": "Brukarbedömning individ- och familjeomsorg totalt - tydlig information, andel (%)",
    "U30449": "Brukarbedömning individ- och familjeomsorg totalt - visar förståelse, andel (%)",
    "U30450": "Brukarbedömning individ- och familjeomsorg totalt - inflytande, andel (%)",
    "U30451": "Brukarbedömning individ- och familjeomsorg totalt - påverka hjälp, andel (%)",
    "U30452": "Brukarbedömning individ- och familjeomsorg totalt - helhetssyn, andel (%)",
    "U30453": "Brukarbedömning individ- och familjeomsorg totalt - förbättrad situation, andel (%)",
    "U31402": "Väntetid i antal dagar från ansökan vid nybesök till beslut inom försörjningsstöd, medelvärde",
    "U31462": (
        "Ej återaktualiserade vuxna personer med försörjningsstöd ett år efter avslutat försörjningsstöd, andel (%)"
    ),
    "U31500": "Brukarbedömning ekonomiskt bistånd IFO - få kontakt, andel (%)",
    "U31506": "Brukarbedömning ekonomiskt bistånd IFO - förbättrad situation, andel (%)",
    "U31801": (
        "Vuxna biståndsmottagare (18+ år) med mycket långvarigt ekonomiskt bistånd, "
        "andel (%) av biståndsmottagare 18+ år"
    ),
    "U31803": "Barn i befolkningen som ingår i familjer med ekonomiskt bistånd, andel (%)",
    "U31804": "Unga vuxna med ekonomiskt bistånd, andel (%) av invånare 18-24 år",
    "U33401": (
        "Utredningstid i antal dagar från påbörjad utredning till avslutad utredning "
        "inom barn och ungdom 0-20 år, medelvärde"
    ),
}
_ENDED = re.compile(r"\s*\(\s*[-–]\s*\d{4}\)$")


def bare_title(text: str) -> str:
    """A title without the year in which the indicator ended: 'Väntetid (- 2024)'."""
    return _ENDED.sub("", text)
