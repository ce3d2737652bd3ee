"""When the example board's figures, targets and verdicts came, and which of them came late or were changed later."""

from datetime import date

# The days on which something was written, with what it was. The last of every three is a meeting, which freezes it.
STAGES = (
    (date(2026, 1, 27), "Mål, målvärden och månadsvärden till och med december 2025"),
    (date(2026, 2, 10), "Årsvärden och slutliga bedömningar för 2025, första prognosen för 2026"),
    (date(2026, 2, 17), "Februarimötets underlag fryst"),
    (date(2026, 4, 14), "Månadsvärden till och med mars, rättade årsvärden för 2025"),
    (date(2026, 5, 12), "Månadsvärden till och med april, sena värden, prognos efter fyra månader"),
    (date(2026, 5, 19), "Majmötets underlag fryst"),
    (date(2026, 6, 16), "Skärpt mål för sjukfrånvaron från juli, månadsvärden till och med maj"),
    (date(2026, 8, 18), "Månadsvärden till och med juli, rättade placeringar, prognos efter sju månader"),
    (date(2026, 8, 25), "Augustimötets underlag fryst"),
    (date(2026, 9, 22), "Sänkt krav på minskade placeringar, e-tjänsten i drift, månadsvärden till och med augusti"),
    (date(2026, 10, 27), "Månadsvärden till och med september, rättat långvarigt försörjningsstöd, ny prognos"),
    (date(2026, 11, 3), "Novembermötets underlag fryst"),
)

# Date of the meeting and its title; it is frozen the same day.
MEETINGS = (
    (date(2026, 2, 17), "Bokslut 2025"),
    (date(2026, 5, 19), "Uppföljning efter fyra månader"),
    (date(2026, 8, 25), "Uppföljning efter sju månader"),
    (date(2026, 11, 3), "Uppföljning efter nio månader"),
)

# Days from the end of a month or a year until its figures come.
MONTH_TAKES, YEAR_TAKES = 10, 35

# Figures that came later than that: indicator, period, day. HME for 2025 has not come at all.
LATE = {
    ("avslut-arbete", "2025"): date(2026, 4, 14),
    ("bemotande", "2025"): date(2026, 5, 12),
    ("dagar-till-beslut", "2026-03"): date(2026, 5, 12),
}

# Corrections: day, indicator, unit, gender, period, by how much the figure changed.
REVISED = (
    (date(2026, 4, 14), "utredning-i-tid", "", "K", "2025", 2.0),
    (date(2026, 4, 14), "utredning-i-tid", "", "M", "2025", 1.0),
    (date(2026, 4, 14), "kostnad-placeringar", "", "T", "2025", 0.5),
    (date(2026, 8, 18), "placerade-barn", "", "K", "2026-03", 1.0),
    (date(2026, 8, 18), "placerade-barn", "", "M", "2026-04", 1.0),
    (date(2026, 10, 27), "langvarigt-bistand", "", "K", "2025", 3.0),
)

# Changed targets: day, indicator, the first year of the target, what is changed in its row.
CHANGED_TARGETS: tuple[tuple[date, str, int, dict[str, object]], ...] = (
    (date(2026, 6, 16), "sjukfranvaro", 2024, {"valid_to": date(2026, 6, 30)}),
    (date(2026, 9, 22), "placerade-barn", 2025, {"value": 2.0, "note": "Nämnden sänkte kravet från 4 till 2."}),
)
# New targets: day, indicator, rule, value, near, from, to.
NEW_TARGETS = ((date(2026, 6, 16), "sjukfranvaro", "at_most", 5.0, 0.5, date(2026, 7, 1), date(2026, 12, 31)),)

# The days of the final verdicts on 2025 and of the three forecasts for 2026.
FINAL, FORECASTS = date(2026, 2, 10), (date(2026, 2, 10), date(2026, 5, 12), date(2026, 8, 18))

# Figures that are no outcomes: day, indicator, kind, year, value. A later day's takes an earlier's place.
PLANNED = (
    (date(2026, 1, 27), "kostnad-placeringar", "budget", 2021, 57.0),
    (date(2026, 1, 27), "kostnad-placeringar", "budget", 2022, 59.0),
    (date(2026, 1, 27), "kostnad-placeringar", "budget", 2023, 60.5),
    (date(2026, 1, 27), "kostnad-placeringar", "budget", 2024, 61.0),
    (date(2026, 1, 27), "kostnad-placeringar", "budget", 2025, 61.5),
    (date(2026, 1, 27), "kostnad-placeringar", "budget", 2026, 62.0),
    (date(2026, 1, 27), "kostnad-placeringar", "plan", 2027, 61.0),
    (date(2026, 1, 27), "kostnad-placeringar", "plan", 2028, 60.0),
    (date(2026, 2, 10), "kostnad-placeringar", "forecast", 2026, 63.0),
    (date(2026, 5, 12), "kostnad-placeringar", "forecast", 2026, 64.2),
    (date(2026, 8, 18), "kostnad-placeringar", "forecast", 2026, 65.8),
    (date(2026, 10, 27), "kostnad-placeringar", "forecast", 2026, 66.9),
    (date(2026, 5, 12), "budgetavvikelse", "forecast", 2026, -2.2),
    (date(2026, 8, 18), "budgetavvikelse", "forecast", 2026, -3.6),
    (date(2026, 10, 27), "budgetavvikelse", "forecast", 2026, -4.4),
)

# What had been spent from New Year on, and when that was known: day, indicator, period, value.
SO_FAR = (
    (date(2026, 1, 27), "kostnad-placeringar", "2025-01--2025-04", 20.3),
    (date(2026, 1, 27), "kostnad-placeringar", "2025-01--2025-08", 42.6),
    (date(2026, 5, 12), "kostnad-placeringar", "2026-01--2026-04", 21.4),
    (date(2026, 9, 22), "kostnad-placeringar", "2026-01--2026-08", 44.1),
)

# What was done, and when it was told: day, indicator, period, value.
DONE = ((date(2026, 9, 22), "e-tjanst-orosanmalan", "2026-01--2026-08", 1.0),)
