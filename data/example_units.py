"""The example board's organisation and what its absence is made from: all made up, in a table to read and to change.

One unit merged, one was split, one moved and one changed name on the way; nine have ten employees or fewer.
"""

from datetime import date
from typing import Any

FIRST, MERGED, SPLIT, MOVED, RENAMED = (
    date(2021, 10, 1),
    date(2024, 7, 1),
    date(2025, 1, 1),
    date(2023, 1, 1),
    date(2025, 4, 1),
)

# Area, name, and the absence of its latest twelve months in percent; what a Swedish administration published for 2016.
DEPARTMENTS = (
    ("barn-familj", "Barn och familj", 7.0),
    ("vuxen", "Vuxen", 4.8),
    ("ekonomiskt-bistand", "Ekonomiskt bistånd", 5.0),
    ("gemensamt", "Gemensamma funktioner", 3.8),
)

# Unit, parent, name, first and last day; women and men; level of absence, before the area's level is set, in percent.
UNITS: tuple[tuple[str, str, str, date | None, date | None, int, int, float], ...] = (
    ("mottagningen", "barn-familj", "Mottagningen", None, None, 20, 4, 8.4),
    ("utredning-norr", "barn-familj", "Utredning Norr", None, None, 22, 4, 7.8),
    ("utredning-soder", "barn-familj", "Utredning Söder", None, None, 21, 4, 6.4),
    ("utredning-oster", "barn-familj", "Utredning Öster", None, None, 19, 3, 9.0),
    ("familjehem", "barn-familj", "Familjehem", None, None, 16, 4, 5.9),
    ("familjeratt", "barn-familj", "Familjerätt", None, None, 8, 1, 4.4),
    ("ungdomsteam", "barn-familj", "Ungdomsteamet", None, None, 11, 11, 4.6),
    ("oppenvard-barn", "barn-familj", "Öppenvård barn", None, None, 16, 4, 7.0),
    ("kontakt", "barn-familj", "Kontaktpersoner", None, None, 6, 2, 9.5),
    ("natjour", "barn-familj", "Socialjouren", None, None, 6, 4, 4.2),
    ("beroende", "vuxen", "Beroendemottagningen", None, None, 14, 12, 4.9),
    ("boendestod", "vuxen", "Boendestöd", None, date(2024, 12, 31), 23, 12, 6.4),
    ("boendestod-norr", "vuxen", "Boendestöd Norr", SPLIT, None, 12, 6, 4.6),
    ("boendestod-syd", "vuxen", "Boendestöd Syd", SPLIT, None, 11, 6, 7.4),
    ("vald-nara", "vuxen", "Våld i nära relation", None, None, 8, 1, 3.9),
    ("socialpsykiatri", "vuxen", "Socialpsykiatri", None, None, 16, 11, 6.5),
    ("akutboende", "vuxen", "Akutboendet", None, None, 12, 12, 4.0),
    ("radgivning", "ekonomiskt-bistand", "Råd och stöd", None, date(2022, 12, 31), 11, 2, 3.1),
    ("radgivning", "vuxen", "Råd och stöd", MOVED, None, 11, 2, 3.1),
    ("halsa", "vuxen", "Hälsoteamet", None, None, 7, 1, 2.4),
    ("budget-skuld", "vuxen", "Budget och skuld", None, None, 6, 2, 3.4),
    ("nybesok", "ekonomiskt-bistand", "Nybesök", None, None, 16, 4, 6.4),
    ("forsorjning-ett", "ekonomiskt-bistand", "Försörjning 1", None, None, 18, 5, 6.9),
    ("forsorjning-tva", "ekonomiskt-bistand", "Försörjning 2", None, None, 17, 5, 6.1),
    ("introduktion", "ekonomiskt-bistand", "Introduktion", None, date(2024, 6, 30), 9, 4, 5.2),
    ("nyanlanda", "ekonomiskt-bistand", "Nyanlända", None, date(2024, 6, 30), 9, 4, 4.6),
    ("etablering", "ekonomiskt-bistand", "Etablering", MERGED, None, 18, 7, 4.4),
    ("bostad", "ekonomiskt-bistand", "Bostadsgruppen", None, None, 6, 2, 5.8),
    ("arbete-studier", "ekonomiskt-bistand", "Arbete och studier", None, None, 10, 2, 3.6),
    ("ekonomi", "gemensamt", "Ekonomi", None, None, 10, 3, 3.2),
    ("hr", "gemensamt", "Personal", None, date(2025, 3, 31), 8, 1, 3.0),
    ("hr", "gemensamt", "Personal och arbetsmiljö", RENAMED, None, 8, 1, 3.0),
    ("it", "gemensamt", "Systemstöd", None, None, 2, 6, 2.6),
    ("namnd", "gemensamt", "Nämndsekretariat", None, None, 5, 1, 4.0),
    ("utveckling", "gemensamt", "Verksamhetsutveckling", None, None, 10, 4, 2.5),
    ("administration", "gemensamt", "Administration", None, None, 18, 2, 5.6),
)

# Unit, successor, day, kind.
SUCCESSIONS = (
    ("introduktion", "etablering", MERGED, "merge"),
    ("nyanlanda", "etablering", MERGED, "merge"),
    ("boendestod", "boendestod-norr", SPLIT, "split"),
    ("boendestod", "boendestod-syd", SPLIT, "split"),
)

# What happened and shows in the figures: new staffing that the absence in one area has had since, and a new way in.
EVENTS: tuple[dict[str, Any], ...] = (
    {
        "event": "ny-bemanning-vuxen",
        "date": date(2024, 9, 1),
        "text": "Ny bemanning inom vuxenenheterna",
        "indicator": "sjukfranvaro",
        "unit": "vuxen",
        "breaks_series": True,
    },
    {
        "event": "e-tjanst-orosanmalan",
        "date": date(2025, 2, 1),
        "text": "Orosanmälan kan göras som e-tjänst",
        "indicator": "orosanmalningar",
        "breaks_series": False,
    },
)

# From a day on, by how much the absence of a unit, or of all units of an area, is another than before.
CHANGES = (
    ("vuxen", date(2024, 9, 1), 0.84),
    ("ekonomiskt-bistand", date(2024, 9, 1), 0.84),
    ("forsorjning-ett", date(2025, 11, 1), 0.55),
    ("utredning-soder", date(2026, 2, 1), 1.7),
)

# From a day on, a unit has other numbers of women and men.
STAFF = (("natjour", date(2026, 6, 1), 8, 4), ("oppenvard-barn", date(2024, 1, 1), 18, 4))

# The days on which hours came: in the beginning, and before each meeting.
HOURS_COME = (date(2026, 1, 27), date(2026, 5, 12), date(2026, 8, 18), date(2026, 10, 27))

# What came later than other units' hours: unit, month, day.
LATE_HOURS = (("akutboende", "2026-04", date(2026, 8, 18)),)

# What was corrected: day, unit, gender, month, hours of absence of day 1-14 that were added.
CORRECTED_HOURS = (
    (date(2026, 5, 12), "beroende", "K", "2025-12", 41),
    (date(2026, 8, 18), "utredning-soder", "K", "2026-05", -24),
)

# The first month that was reported by age.
AGES_FROM = date(2024, 1, 1)

# The shares of the hours: absence by length; and ordinary time and absence by age, how many and how much more or less.
LENGTHS = (0.36, 0.16)  # the rest is day 60 or later
AGE_SHARES, AGE_ABSENCE = (0.19, 0.5, 0.31), (0.85, 0.95, 1.2)
"""Of the youngest, those between and the oldest."""
