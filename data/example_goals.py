"""The example board's goals, verdicts and meetings: all made up, in tables to read and to change."""

AREAS = (
    ("barn-unga", "Barn och unga"),
    ("vuxna", "Vuxna"),
    ("forsorjning", "Försörjning och arbete"),
    ("medarbetare", "Medarbetare"),
    ("kvalitet-ekonomi", "Kvalitet och ekonomi"),
)

# Goal, number, area, title, description, who answers for it, its indicators. The number tells what a goal is part of.
GOALS = (
    (
        ("trygga-barn", "1", "barn-unga", "Barn och unga får skydd och stöd i tid"),
        "Stödet kommer tidigt och barnet är med i det som gäller barnet.",
        "Socialnämnden",
        "orosanmalningar",
    ),
    (
        ("utredning-i-tid", "1.1", "barn-unga", "Barnutredningar blir klara inom fyra månader"),
        "Minst 90 % av utredningarna och 95 % av förhandsbedömningarna blir klara inom lagens tid.",
        "Barn och familj",
        "utredning-i-tid forhandsbedomning-14",
    ),
    (
        ("farre-placeringar", "1.2", "barn-unga", "Färre barn behöver placeras utanför hemmet"),
        "Fler får stöd hemma, och den som är placerad klarar skolan.",
        "Barn och familj",
        "placerade-barn placerade-gymnasiet avbrott-familjehem",
    ),
    (
        ("delaktiga-barn", "1.3", "barn-unga", "Barn är med i sin egen utredning"),
        "I mer än 85 % av utredningarna har någon talat med barnet enskilt.",
        "Barn och familj",
        "barn-samtal",
    ),
    (
        ("ratt-stod", "2", "vuxna", "Vuxna får rätt stöd och ett gott bemötande"),
        "Bemötandet ska inte bli sämre än det var 2024.",
        "Socialnämnden",
        "bemotande",
    ),
    (
        ("kort-vantan", "2.1", "vuxna", "Den som söker råd och stöd väntar kort och fullföljer"),
        "Väntan är kortare än 14 dagar och minst 60 % fullföljer sin öppenvård.",
        "Vuxen",
        "vantan-radgivning oppenvard-fullfoljd",
    ),
    (
        ("skydd-vald", "2.2", "vuxna", "Våldsutsatta får skydd samma dag"),
        "Alla som behöver skyddat boende får det samma dag.",
        "Vuxen",
        "skydd-samma-dag hedersvald",
    ),
    (
        ("egen-forsorjning", "3", "forsorjning", "Fler försörjer sig själva"),
        "Färre lever länge på försörjningsstöd.",
        "Socialnämnden",
        "langvarigt-bistand barn-bistand",
    ),
    (
        ("beslut-i-tid", "3.1", "forsorjning", "Beslut om försörjningsstöd kommer inom tio dagar"),
        "Tiden från ansökan till beslut är i snitt högst tio dagar, och minst hälften söker på nätet.",
        "Ekonomiskt bistånd",
        "dagar-till-beslut e-ansokan",
    ),
    (
        ("till-arbete", "3.2", "forsorjning", "Fler går från försörjningsstöd till arbete eller studier"),
        "Andelen ökar med minst två procentenheter från 2024.",
        "Ekonomiskt bistånd",
        "avslut-arbete",
    ),
    (
        ("bra-arbetsplats", "4", "medarbetare", "Socialförvaltningen är en bra arbetsplats"),
        "Medarbetarna trivs, stannar och har rimligt många ärenden.",
        "Socialförvaltningen",
        "hme personalomsattning arenden-handlaggare",
    ),
    (
        ("lagre-sjukfranvaro", "4.1", "medarbetare", "Sjukfrånvaron minskar"),
        "Sjukfrånvaron ligger under det tak som nämnden sätter.",
        "Socialförvaltningen",
        "sjukfranvaro",
    ),
    (
        ("god-hushallning", "5", "kvalitet-ekonomi", "Verksamheten är trygg, enkel och inom budget"),
        "Nämnden håller sin budget.",
        "Socialnämnden",
        "budgetavvikelse",
    ),
    (
        ("kostnad-placeringar", "5.1", "kvalitet-ekonomi", "Placeringarna kostar inte mer än budgeten"),
        "Kostnaden för placeringar av barn och unga håller sig inom årets ram.",
        "Barn och familj",
        "kostnad-placeringar",
    ),
    (
        ("e-tjanst", "5.2", "kvalitet-ekonomi", "Det går att göra en orosanmälan på nätet"),
        "E-tjänsten är i drift senast den 31 december 2026.",
        "Socialförvaltningen",
        "e-tjanst-orosanmalan",
    ),
)

# The goals that the municipality counts to its sound financial management.
ECONOMY = frozenset({"egen-forsorjning", "god-hushallning", "kostnad-placeringar"})

# Letters of the verdicts below.
VERDICTS = {"A": "achieved", "P": "partly", "N": "not_achieved", "X": "not_assessable", "L": "later"}

# The comments stand at every stage, so they tell nothing that came later.
# Goal, department, aspect; the final verdict on 2025; the forecasts for 2026 given in February, May and August; why.
ASSESSMENTS = (
    ("trygga-barn", "", "", "P", "PPN", "Vägs samman av delmålen."),
    ("utredning-i-tid", "barn-familj", "utredningar", "P", "AAA", "Stadig förbättring fem år i rad."),
    ("utredning-i-tid", "barn-familj", "förhandsbedömningar", "A", "AAA", "Mottagningen håller tiden."),
    ("farre-placeringar", "barn-familj", "", "N", "PNN", "Antalet placerade barn växer."),
    ("delaktiga-barn", "barn-familj", "", "A", "AAA", "Bedöms efter arbetssättet, som är infört överallt."),
    ("ratt-stod", "vuxen", "", "L", "LAP", "Bedöms efter brukarundersökningen."),
    ("ratt-stod", "ekonomiskt-bistand", "", "P", "PPP", "Telefontiden upplevs som för kort."),
    ("kort-vantan", "vuxen", "väntetid", "A", "AAA", "Väntan är kortare än någonsin."),
    ("kort-vantan", "vuxen", "fullföljd öppenvård", "N", "NNN", "Fler avbryter i förtid."),
    ("skydd-vald", "vuxen", "", "A", "AAA", "Alla fick skydd; ett fåtal först dagen efter."),
    ("egen-forsorjning", "ekonomiskt-bistand", "", "N", "NNN", "Det långvariga biståndet ökar."),
    ("beslut-i-tid", "ekonomiskt-bistand", "", "A", "AAP", "Snittet ligger nära gränsen och växlar."),
    ("till-arbete", "ekonomiskt-bistand", "", "A", "AAA", "Samarbetet med Arbetsförmedlingen ger resultat."),
    ("till-arbete", "vuxen", "", "X", "XXX", "Avdelningen följer inte upp detta."),
    ("bra-arbetsplats", "", "", "P", "PPP", "Enkäten för 2025 är inte sammanställd."),
    ("lagre-sjukfranvaro", "barn-familj", "", "N", "NPN", "Högst sjukfrånvaro i förvaltningen."),
    ("lagre-sjukfranvaro", "vuxen", "", "A", "AAP", "Tydligt lägre sedan hösten 2024."),
    ("lagre-sjukfranvaro", "ekonomiskt-bistand", "", "A", "AAA", "Tydligt lägre sedan hösten 2024."),
    ("god-hushallning", "", "", "N", "PNN", "Underskottet beror på placeringarna."),
    ("kostnad-placeringar", "barn-familj", "", "N", "PNN", "Placeringarna är fler än budgeten räknade med."),
    ("e-tjanst", "", "", "N", "AAA", "Tjänsten upphandlades om; driftstart under 2026."),
)
