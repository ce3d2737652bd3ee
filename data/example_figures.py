"""The example board's indicators, targets and figures: all made up, in tables to read and to change.

Figures are given for women (K) and men (M), or for all (T) where they are not told apart; totals are computed.
"""

from datetime import date

# Indicator, area, name, unit of measure, decimals, better, statistic, frequency; definition.
INDICATORS = (
    (
        ("orosanmalningar", "barn-unga", "Orosanmälningar", "antal", 0, "none", "count", "month"),
        "Anmälningar om oro för barn och unga som kom in under månaden.",
    ),
    (
        ("utredning-i-tid", "barn-unga", "Barnutredningar klara inom fyra månader", "%", 0, "higher", "share", "year"),
        "Andel av årets avslutade barnutredningar som blev klara inom fyra månader.",
    ),
    (
        ("forhandsbedomning-14", "barn-unga", "Förhandsbedömningar inom 14 dagar", "%", 0, "higher", "share", "year"),
        "Andel förhandsbedömningar som blev klara inom 14 dagar från anmälan.",
    ),
    (
        ("placerade-barn", "barn-unga", "Placerade barn och unga", "antal", 0, "lower", "count", "month"),
        "Barn och unga som är placerade utanför hemmet den sista dagen i månaden.",
    ),
    (
        (
            "placerade-gymnasiet",
            "barn-unga",
            "Placerade unga med gymnasiebehörighet",
            "%",
            0,
            "higher",
            "share",
            "year",
        ),
        "Andel av de placerade unga som lämnar årskurs nio med behörighet till gymnasiet.",
    ),
    (
        ("avbrott-familjehem", "barn-unga", "Oplanerade avbrott i familjehem", "%", 0, "lower", "share", "year"),
        "Andel placeringar i familjehem som avbröts utan att det var planerat.",
    ),
    (
        ("barn-samtal", "barn-unga", "Utredningar med enskilt samtal med barnet", "%", 0, "higher", "share", "year"),
        "Andel barnutredningar där någon talat enskilt med barnet.",
    ),
    (
        ("bemotande", "vuxna", "Nöjda med bemötandet", "%", 0, "higher", "share", "year"),
        "Andel som är nöjda eller mycket nöjda med bemötandet i brukarundersökningen.",
    ),
    (
        ("vantan-radgivning", "vuxna", "Väntan på råd och stöd", "dagar", 0, "lower", "median", "year"),
        "Dagar från första kontakt till första besök, median.",
    ),
    (
        ("oppenvard-fullfoljd", "vuxna", "Fullföljd öppenvård", "%", 0, "higher", "share", "year"),
        "Andel som fullföljer sin öppenvård enligt plan.",
    ),
    (
        ("skydd-samma-dag", "vuxna", "Skyddat boende samma dag", "%", 0, "higher", "share", "year"),
        "Andel av dem som behöver skyddat boende som får det samma dag.",
    ),
    (
        ("hedersvald", "vuxna", "Ärenden om hedersrelaterat våld", "antal", 0, "none", "count", "year"),
        "Personer med ärende om hedersrelaterat våld och förtryck under året.",
    ),
    (
        ("langvarigt-bistand", "forsorjning", "Långvarigt försörjningsstöd", "personer", 0, "lower", "count", "year"),
        "Vuxna som haft försörjningsstöd i minst tio av årets månader.",
    ),
    (
        ("barn-bistand", "forsorjning", "Barn i familjer med försörjningsstöd", "antal", 0, "lower", "count", "year"),
        "Barn under 18 år i hushåll som fått försörjningsstöd under året.",
    ),
    (
        ("dagar-till-beslut", "forsorjning", "Dagar från ansökan till beslut", "dagar", 1, "lower", "mean", "month"),
        "Dagar från hel ansökan om försörjningsstöd till beslut, medel under månaden.",
    ),
    (
        ("e-ansokan", "forsorjning", "Ansökningar på nätet", "%", 0, "higher", "share", "year"),
        "Andel av ansökningarna om försörjningsstöd som görs i e-tjänsten.",
    ),
    (
        ("avslut-arbete", "forsorjning", "Avslut till arbete eller studier", "%", 0, "higher", "share", "year"),
        "Andel av dem som lämnar försörjningsstödet som gör det för arbete eller studier.",
    ),
    (
        ("hme", "medarbetare", "Hållbart medarbetarengagemang (HME)", "index", 0, "higher", "index", "year"),
        "Index 0–100 ur medarbetarenkäten.",
    ),
    (
        ("personalomsattning", "medarbetare", "Personalomsättning", "%", 0, "lower", "share", "year"),
        "Andel tillsvidareanställda som slutat i förvaltningen under året.",
    ),
    (
        ("arenden-handlaggare", "medarbetare", "Ärenden per handläggare", "antal", 1, "range", "ratio", "year"),
        "Pågående barnutredningar per handläggare, snitt under året. Både för många och för få är fel.",
    ),
    (
        ("sjukfranvaro", "medarbetare", "Sjukfrånvaro", "%", 1, "lower", "share", "month"),
        "Sjukfrånvaro i procent av ordinarie arbetstid under månaden, räknad ur alla enheters timmar.",
    ),
    (
        ("budgetavvikelse", "kvalitet-ekonomi", "Avvikelse från budget", "mnkr", 1, "higher", "sum", "year"),
        "Nämndens budget minus nettokostnad; ett underskott har minustecken.",
    ),
    (
        ("kostnad-placeringar", "kvalitet-ekonomi", "Kostnad för placeringar", "mnkr", 1, "lower", "sum", "year"),
        "Nettokostnad för placeringar av barn och unga.",
    ),
    (
        ("e-tjanst-orosanmalan", "kvalitet-ekonomi", "E-tjänst i drift", "ja/nej", 0, "none", "count", "irregular"),
        "Om e-tjänsten för orosanmälan är i drift (1 = ja, 0 = nej).",
    ),
)

# Whether the parts of a year add up; not said of persons, who may be counted in several parts of the year.
ACCUMULATES = {"orosanmalningar": True, "placerade-barn": False, "kostnad-placeringar": True}
# The indicators whose women and men are girls and boys.
ABOUT_CHILDREN = {
    *("orosanmalningar", "utredning-i-tid", "placerade-barn", "placerade-gymnasiet", "barn-samtal", "barn-bistand"),
}

# Indicator, unit, rule, value, upper, near, baseline, first and last year; they hold for all.
TARGETS: tuple[tuple[str, str, str, float | None, float | None, float | None, str, int, int], ...] = (
    ("utredning-i-tid", "", "at_least", 90, None, 3, "", 2024, 2026),
    ("forhandsbedomning-14", "mottagningen", "at_least", 95, None, None, "", 2024, 2026),
    ("placerade-barn", "", "decrease", 4, None, 2, "2024-12", 2025, 2026),
    ("placerade-gymnasiet", "", "at_least", 70, None, 5, "", 2024, 2026),
    ("barn-samtal", "", "more_than", 85, None, None, "", 2024, 2026),
    ("bemotande", "", "not_below", None, None, 1, "2024", 2025, 2026),
    ("vantan-radgivning", "vuxen", "less_than", 14, None, 2, "", 2024, 2026),
    ("oppenvard-fullfoljd", "vuxen", "at_least", 60, None, 3, "", 2024, 2026),
    ("skydd-samma-dag", "vuxen", "equal", 100, None, None, "", 2024, 2026),
    ("langvarigt-bistand", "", "not_above", None, None, None, "2023", 2024, 2026),
    ("dagar-till-beslut", "", "at_most", 10, None, 1, "", 2024, 2026),
    ("e-ansokan", "", "at_least", 50, None, 5, "", 2025, 2026),
    ("avslut-arbete", "", "increase", 2, None, 1, "2024", 2025, 2026),
    ("hme", "", "at_least", 78, None, 2, "", 2024, 2026),
    ("personalomsattning", "", "at_most", 12, None, 1, "", 2024, 2026),
    ("arenden-handlaggare", "barn-familj", "between", 12, 16, 1, "", 2024, 2026),
    ("sjukfranvaro", "", "at_most", 6, None, 0.5, "", 2024, 2026),
    ("budgetavvikelse", "", "at_least", 0, None, 0.5, "", 2021, 2026),
    ("kostnad-placeringar", "", "at_most", 61.5, None, 1, "", 2025, 2025),
    ("kostnad-placeringar", "", "at_most", 62, None, 1, "", 2026, 2026),
    ("e-tjanst-orosanmalan", "", "done", None, None, None, "", 2025, 2026),
)

FIRST_YEAR = 2021
# Indicator, unit, gender; the figures of the years from the first; how many people they are about.
YEARLY: tuple[tuple[str, str, str, tuple[float | None, ...], tuple[int, ...]], ...] = (
    ("utredning-i-tid", "", "K", (72, 76, 81, 84, 88), (96, 101, 99, 104, 110)),
    ("utredning-i-tid", "", "M", (70, 75, 79, 83, 87), (112, 118, 121, 117, 125)),
    ("forhandsbedomning-14", "mottagningen", "T", (96, 97, 95, 98, 97), ()),
    ("placerade-gymnasiet", "", "K", (60, 67, 67, 58, 64), (10, 12, 9, 12, 11)),
    ("placerade-gymnasiet", "", "M", (56, 63, 55, 67, 62), (9, 8, 11, 9, 8)),
    ("avbrott-familjehem", "", "T", (14, 9, 16, 11, 13), (58, 61, 57, 63, 66)),
    ("barn-samtal", "", "K", (79, 81, 78, 84, 86), (96, 101, 99, 104, 110)),
    ("barn-samtal", "", "M", (77, 79, 80, 82, 84), (112, 118, 121, 117, 125)),
    ("bemotande", "", "K", (84, 82, None, 83, 86), (141, 136, 0, 148, 139)),
    ("bemotande", "", "M", (80, 83, None, 82, 79), (118, 109, 0, 121, 113)),
    ("vantan-radgivning", "vuxen", "T", (24, 19, None, 16, 14), ()),
    ("oppenvard-fullfoljd", "vuxen", "K", (68, 66, 64, 61, 58), (64, 61, 66, 69, 71)),
    ("oppenvard-fullfoljd", "vuxen", "M", (63, 62, 59, 57, 55), (91, 94, 89, 97, 99)),
    ("skydd-samma-dag", "vuxen", "T", (96, 100, 98, 100, 97), (27, 31, 41, 29, 36)),
    ("hedersvald", "vuxen", "T", (13, 15, 12, 16, None), (13, 15, 12, 16, 0)),
    ("langvarigt-bistand", "", "K", (88, 92, 97, 104, 112), (88, 92, 97, 104, 112)),
    ("langvarigt-bistand", "", "M", (94, 97, 103, 109, 116), (94, 97, 103, 109, 116)),
    ("barn-bistand", "", "K", (118, 116, 115, 113, 114), (118, 116, 115, 113, 114)),
    ("barn-bistand", "", "M", (123, 120, 123, 116, 119), (123, 120, 123, 116, 119)),
    ("avslut-arbete", "", "K", (24, 26, 25, 27, 29), (310, 304, 297, 300, 292)),
    ("avslut-arbete", "", "M", (31, 30, 32, 33, 36), (288, 291, 283, 280, 276)),
    ("e-ansokan", "", "T", (None, None, None, 40, 52), ()),
    ("hme", "", "T", (76, 77, 76, 78, None), (141, 139, 146, 150, 0)),
    ("hme", "barn-familj", "T", (74, 75, 73, 76, None), (61, 60, 64, 65, 0)),
    ("hme", "vuxen", "T", (78, 78, 77, 80, None), (40, 39, 41, 43, 0)),
    ("hme", "ekonomiskt-bistand", "T", (77, 79, 79, 79, None), (40, 40, 41, 42, 0)),
    ("personalomsattning", "", "K", (15, 17, 14, 13, 14), (130, 132, 134, 136, 138)),
    ("personalomsattning", "", "M", (13, 16, 15, 12, 13), (39, 39, 39, 39, 39)),
    ("arenden-handlaggare", "barn-familj", "T", (17.5, 16.8, 16.1, 15.2, 14.6), ()),
    ("budgetavvikelse", "", "T", (1.2, -0.4, 0.6, -1.8, -3.1), ()),
    ("kostnad-placeringar", "", "T", (58.4, 59.9, 61.7, 63.8, 64.9), ()),
    ("e-tjanst-orosanmalan", "", "T", (None, None, None, None, 0), ()),
)

# What is said of a figure besides its number.
MARKS: dict[tuple[str, str], dict[str, object]] = {
    ("bemotande", "2023"): {"status": "missing", "note": "Undersökningen gjordes inte 2023."},
    ("vantan-radgivning", "2023"): {"lower": 12.0, "upper": 18.0, "note": "Uppskattat efter byte av system."},
    ("vantan-radgivning", "2025"): {"qualifier": "<", "note": "Rapporterat som kortare än två veckor."},
    ("hedersvald", "2025"): {"status": "confidential", "note": "Omfattas av sekretess."},
    ("e-ansokan", "2024"): {"qualifier": "~", "note": "Uppskattning; e-tjänsten öppnade under våren 2024."},
}

FIRST_MONTH, MONTHS = date(2021, 10, 1), 60
# Indicator, gender: level, change a month, how much it varies, how much the summer months differ.
MONTHLY = {
    ("orosanmalningar", "K"): (46.0, 0.0, 9.0, -12.0),
    ("orosanmalningar", "M"): (52.0, 0.0, 9.0, -14.0),
    ("placerade-barn", "K"): (17.0, 0.12, 1.6, 0.0),
    ("placerade-barn", "M"): (20.0, 0.10, 1.6, 0.0),
    ("dagar-till-beslut", "T"): (9.6, 0.0, 1.8, 0.0),
}
