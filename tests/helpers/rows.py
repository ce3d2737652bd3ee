"""Rows of every table as the interchange format has them: whole and valid; a test puts in what it cares about."""

from datetime import date

from lib.tables.model import TABLES

YEAR = {"period_start": date(2016, 1, 1), "period_end": date(2016, 12, 31)}


def board(name: str = "Nämnden", **values) -> dict:
    return {
        "board": "b",
        "municipality": "B",
        "municipality_code": "0001",
        "name": name,
        "note": "",
        "archived": None,
    } | values


def setting(**values) -> dict:
    return {
        "board": "b",
        "setting": "goal-level",
        "valid_from": None,
        "valid_to": None,
        "value": "all-met",
        "note": "",
        "source": "",
        "locator": "",
    } | values


def source(**values) -> dict:
    return {
        "board": "b",
        "source": "s",
        "title": "Bokslut",
        "kind": "bokslut",
        "date": None,
        "reference": "",
        "note": "",
    } | values


def area(**values) -> dict:
    return {"board": "b", "area": "a", "name": "Område", "order": 1} | values


def unit(**values) -> dict:
    return {
        "board": "b",
        "unit": "u",
        "parent": "",
        "name": "Enhet",
        "kind": "unit",
        "valid_from": None,
        "valid_to": None,
    } | values


def goal(**values) -> dict:
    return {
        "board": "b",
        "goal": "g",
        "number": "",
        "parent": "",
        "area": "",
        "unit": "",
        "level": "",
        "title": "",
        "description": "",
        "responsible": "",
        "follow_up": "",
        "valid_from": None,
        "valid_to": None,
        "source": "",
        "locator": "",
        "economy": None,
    } | values


def indicator(**values) -> dict:
    return {
        "board": "b",
        "indicator": "i",
        "area": "",
        "name": "Indikator",
        "definition": "",
        "unit_of_measure": "%",
        "decimals": 1,
        "better": "lower",
        "statistic": "share",
        "frequency": "year",
        "accumulates": None,
        "divided_by_gender": True,
        "about_children": None,
        "kolada": "",
        "minimum_group": 11,
        "source": "",
        "locator": "",
    } | values


def goal_indicator(**values) -> dict:
    empty = {"judges": "", "unit": "", "gender": "", "gap": None}
    return {"board": "b", "goal": "g", "indicator": "i"} | empty | values


def target(**values) -> dict:
    return {
        "board": "b",
        "indicator": "i",
        "unit": "",
        "gender": "T",
        "valid_from": None,
        "valid_to": None,
        "rule": "at_most",
        "value": None,
        "upper": None,
        "near": None,
        "baseline_start": None,
        "baseline_end": None,
        "note": "",
        "source": "",
        "locator": "",
    } | values


def observation(**values) -> dict:
    return {
        "board": "b",
        "indicator": "i",
        "unit": "",
        "gender": "T",
        **YEAR,
        "kind": "outcome",
        "value": 5.5,
        "lower": None,
        "upper": None,
        "qualifier": "=",
        "count": None,
        "status": "normal",
        "change": "",
        "note": "",
        "source": "",
        "locator": "",
    } | values


def succession(**values) -> dict:
    return {
        "board": "b",
        "unit": "u",
        "successor": "v",
        "date": date(2016, 7, 1),
        "kind": "merge",
        "note": "",
    } | values


def event(**values) -> dict:
    return {
        "board": "b",
        "event": "nytt-system",
        "date": date(2016, 7, 1),
        "text": "Nytt verksamhetssystem",
        "area": "",
        "indicator": "",
        "unit": "",
        "breaks_series": True,
        "source": "",
        "locator": "",
    } | values


def absence(**values) -> dict:
    return {
        "board": "b",
        "unit": "u",
        "period_start": date(2016, 1, 1),
        "period_end": date(2016, 1, 31),
        "gender": "T",
        "age": "",
        "sick_1_14": 60.0,
        "sick_15_59": 20.0,
        "sick_60": 40.0,
        "ordinary": 2400.0,
        "employees": 15,
        "status": "normal",
        "source": "",
        "locator": "",
    } | values


def assessment(**values) -> dict:
    return {
        "board": "b",
        "goal": "g",
        "indicator": "",
        "unit": "",
        "aspect": "",
        **YEAR,
        "stage": "final",
        "verdict": "achieved",
        "comment": "",
        "source": "",
        "locator": "",
    } | values


def meeting(**values) -> dict:
    return {
        "board": "b",
        "meeting": "m1",
        "date": date(2017, 3, 1),
        "title": "Möte",
        "frozen": None,
        "note": "",
        "sent": None,
    } | values


def agenda_item(**values) -> dict:
    return {
        "board": "b",
        "meeting": "m1",
        "item": "p1",
        "order": 1,
        "address": "/",
        "heading": "",
        "notes": "",
        "minutes": None,
    } | values


def comparison(**values) -> dict:
    return {"board": "b", "group": "liknande kommuner", "unit": "u", "kind": "similar", "note": ""} | values


def action(**values) -> dict:
    return {
        "board": "b",
        "action": "anstall",
        "goal": "g",
        "text": "Anställ två",
        "responsible": "Enhetschef",
        "unit": "",
        "begun": None,
        "due": date(2017, 6, 30),
        "state": "planned",
        "ended": None,
        "meeting": "",
        "paragraph": "",
        "decision": "",
        "indicator": "",
        "effect": "",
        "note": "",
    } | values


def meeting_text(**values) -> dict:
    return {"board": "b", "meeting": "m1", "part": "summary", "goal": "", "text": "Sammanfattning."} | values


def question(**values) -> dict:
    return {
        "board": "b",
        "meeting": "m1",
        "question": "f1",
        "address": "/mal?goal=g",
        "text": "Varför?",
        "asked": date(2017, 2, 20),
        "answer": "",
        "decision": "",
    } | values


def year(of: int) -> dict:
    """The first and last day of a calendar year, as a row has them."""
    return {"period_start": date(of, 1, 1), "period_end": date(of, 12, 31)}


def tables(**rows) -> dict:
    """Records of every table, empty where none are given."""
    return {table.__tablename__: rows.get(table.__tablename__, []) for table in TABLES}
