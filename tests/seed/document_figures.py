"""The figures of three documents, copied by hand.

Periods are written as their codes: 2016, 2018-01 (January), 2018-01--2018-08 (January to August).
"""

from lib.rules.periods import Period


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


def period_of(row: dict) -> Period:
    return Period(row["period_start"], row["period_end"])
