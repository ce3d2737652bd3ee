"""The agendas of the example board's meetings, and the questions asked at them: all made up, to read and to change.

An agenda comes with the papers, a week before its meeting; answers and decisions come at the meeting.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

# Meeting, the day its papers were sent out, its points: address, heading ('' = the view's own), the presenter's notes.
AGENDAS: tuple[tuple[str, date, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "2026-02",
        date(2026, 2, 10),
        (
            ("/?year=2025", "Året 2025 i korthet", "Börja med vad som lyckades: skyddet och förhandsbedömningarna."),
            ("/mal?goal=utredning-i-tid&year=2025", "", "Fem år av förbättring. Vad gjorde mottagningen annorlunda?"),
            ("/mal?goal=farre-placeringar&year=2025", "", "Placeringarna driver kostnaden, se nästa punkt."),
            ("/mal?goal=kostnad-placeringar&year=2025", "", ""),
            ("/mal?gender=KM&goal=egen-forsorjning&year=2025", "Vilka lever länge på försörjningsstöd?", ""),
            ("/sjukfranvaro?year=2025", "", "Gå ner till Barn och familj om någon frågar."),
        ),
    ),
    (
        "2026-05",
        date(2026, 5, 12),
        (
            ("/", "", ""),
            ("/sedan", "", "Rättade årsvärden för 2025: utredningarna och placeringarnas kostnad."),
            ("/mal?goal=beslut-i-tid", "", "Marssiffran kom sent."),
            ("/trender?from=2024&indicator=placerade-barn", "Placerade barn och unga, månad för månad", ""),
            ("/mal?goal=god-hushallning", "", "Prognosen visar underskott. Åtgärder väntas till augusti."),
        ),
    ),
    (
        "2026-08",
        date(2026, 8, 18),
        (
            ("/", "", ""),
            ("/sedan", "", "Taket för sjukfrånvaron är skärpt från juli."),
            ("/mal?gender=KM&goal=lagre-sjukfranvaro", "", ""),
            ("/sjukfranvaro?unit=barn-familj", "Sjukfrånvaron på Barn och familj", "Utredningsenheterna ligger högst."),
            ("/mal?goal=farre-placeringar", "", ""),
            ("/mal?goal=kostnad-placeringar", "", "Prognosen har höjts två gånger."),
            ("/mal?goal=ratt-stod", "", ""),
        ),
    ),
    (
        "2026-11",
        date(2026, 10, 27),
        (
            ("/", "Så långt har vi kommit 2026", "Två minuter. Peka på det som ändrats sedan i augusti."),
            ("/sedan", "", "Kravet på minskade placeringar sänktes i september: säg det högt."),
            ("/sedan?part=worsening", "", "Det här är listan att fråga om."),
            ("/mal?goal=farre-placeringar", "", "Frågan om förstärkt stöd hemma återkommer från februari."),
            (
                "/trender?from=2023&indicator=placerade-barn%2Ckostnad-placeringar",
                "Placeringarna och vad de kostar",
                "Jämför lutningarna.",
            ),
            ("/mal?gender=KM&goal=egen-forsorjning", "", "Kvinnor och män ligger numera lika."),
            ("/mal?goal=beslut-i-tid", "", ""),
            ("/mal?goal=skydd-vald", "", "2025 års siffra om hedersrelaterat våld är sekretessbelagd."),
            ("/sjukfranvaro?unit=barn-familj", "Sjukfrånvaron på Barn och familj", ""),
            ("/mal?goal=e-tjanst", "", "I drift sedan augusti."),
            ("/mal?goal=god-hushallning", "Budgeten", "Avsluta med åtgärderna."),
        ),
    ),
)

# Meeting, address, the day it was asked, the question; the day of the answer, the answer and the decision.
QUESTIONS: tuple[tuple[str, str, date, str, date, str, str], ...] = (
    (
        "2026-02",
        "/mal?goal=farre-placeringar",
        date(2026, 2, 12),
        "Vad krävs för att fler barn ska kunna få stöd hemma i stället för att placeras?",
        date(2026, 2, 17),
        "Fler familjebehandlare. I dag är väntan på stöd hemma omkring fem veckor.",
        "Förvaltningen återkommer i november med ett förslag om förstärkt stöd hemma.",
    ),
    (
        "2026-02",
        "/mal?goal=egen-forsorjning",
        date(2026, 2, 17),
        "Hur många av dem som lever länge på försörjningsstöd är sjukskrivna?",
        date(2026, 2, 17),
        "Omkring fyra av tio, enligt en genomgång av ärendena.",
        "",
    ),
    (
        "2026-05",
        "/mal?goal=beslut-i-tid",
        date(2026, 5, 14),
        "Varför kom siffran för mars så sent?",
        date(2026, 5, 19),
        "Systemet byttes i april och uttaget fick göras om för hand.",
        "",
    ),
    (
        "2026-08",
        "/sjukfranvaro?unit=barn-familj",
        date(2026, 8, 20),
        "Beror frånvaron på Barn och familj på arbetsbelastningen?",
        date(2026, 8, 25),
        "Delvis. De enheter som har flest ärenden per handläggare har också högst frånvaro.",
        "Förvaltningen redovisar ärenden per handläggare för varje enhet i februari 2027.",
    ),
    (
        "2026-11",
        "/mal?goal=farre-placeringar",
        date(2026, 10, 27),
        "Hur går det med förslaget om förstärkt stöd hemma?",
        date(2026, 11, 3),
        "Förslaget är klart: två familjebehandlare till, som betalas av minst tre färre placeringar.",
        "Nämnden ger förvaltningen i uppdrag att anställa två familjebehandlare från januari 2027.",
    ),
    (
        "2026-11",
        "/mal?goal=e-tjanst",
        date(2026, 10, 27),
        "Kommer fler orosanmälningar in nu när det går att anmäla på nätet?",
        date(2026, 11, 3),
        "Det är för tidigt att säga. En uppföljning görs när tjänsten har varit i drift ett halvår.",
        "",
    ),
    (
        "2026-11",
        "/mal?goal=delaktiga-barn",
        date(2026, 10, 30),
        "Frågar vi barnen själva vad de tyckte om samtalet?",
        date(2026, 11, 3),
        "Inte än.",
        "Förvaltningen prövar en kort enkät till barn från tolv år under 2027.",
    ),
)

# Meeting, the day its papers were sent out, and what was written in them: part, goal ('' = the whole letter), text.
TEXTS: tuple[tuple[str, date, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "2026-11",
        date(2026, 10, 27),
        (
            ("reference", "", "SN 2026/118"),
            ("officer", "", "Controller, socialförvaltningen"),
            ("recipient", "", "Socialnämnden"),
            (
                "proposal",
                "",
                "Socialnämnden godkänner uppföljningen av målen.\n"
                "Socialnämnden ger förvaltningen i uppdrag att återkomma i februari med läget för placeringarna.",
            ),
            (
                "children",
                "",
                "Placeringar rör barn direkt. Att fler får stöd hemma är till barnets bästa när hemmet är tryggt;"
                " varje barn ska ha fått säga sin mening.",
            ),
            ("comment", "farre-placeringar", "Fler ungdomar över 15 år placeras, och de stannar längre än förr."),
            ("risk", "farre-placeringar", "Blir behandlarna inte anställda i januari räcker inte stödet till våren."),
            ("action", "farre-placeringar", "Två familjebehandlare till, för stöd hemma i stället för placering."),
            ("responsible", "farre-placeringar", "Barn och familj"),
            ("due", "farre-placeringar", "januari 2027"),
            ("action", "kostnad-placeringar", "Ramavtalen för konsulentstödda hem omförhandlas."),
            ("responsible", "kostnad-placeringar", "Barn och familj"),
            ("due", "kostnad-placeringar", "mars 2027"),
        ),
    ),
)


def agenda_items(day: date) -> Iterator[tuple[date, dict[str, Any]]]:
    """The points of the meetings whose papers had been sent out by a day, each with the day they were."""
    for meeting, sent, points in AGENDAS:
        if sent <= day:
            for order, (address, heading, notes) in enumerate(points, start=1):
                about = {"meeting": meeting, "item": f"p{order}", "order": order}
                yield sent, about | {"address": address, "heading": heading, "notes": notes}


def questions(day: date) -> Iterator[tuple[date, dict[str, Any]]]:
    """The questions asked by a day, with what had been answered and decided, each with the day it was asked."""
    numbers: dict[str, int] = {}
    for meeting, address, asked, text, answered, answer, decision in QUESTIONS:
        numbers[meeting] = numbers.get(meeting, 0) + 1
        if asked <= day:
            about = {"meeting": meeting, "question": f"f{numbers[meeting]}", "address": address}
            outcome = (answer, decision) if answered <= day else ("", "")
            yield asked, about | {"text": text, "asked": asked, "answer": outcome[0], "decision": outcome[1]}


def texts(day: date) -> Iterator[tuple[date, dict[str, Any]]]:
    """The texts of the papers that had been sent out by a day, each with the day they were."""
    for meeting, sent, written in TEXTS:
        if sent <= day:
            for part, goal, text in written:
                yield sent, {"meeting": meeting, "part": part, "goal": goal, "text": text}
