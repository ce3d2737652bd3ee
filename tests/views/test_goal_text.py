"""A goal in words: exact sentences of the seed in both languages, and what is said when something is missing."""

import pytest

from lib.views.board import read_board
from lib.views.goal import goal_view
from lib.views.goal_text import paragraph
from lib.views.overview import in_page_order
from lib.words.chart_text import spoken
from lib.words.language import use_language
from tests.helpers.rows import goal, goal_indicator, indicator
from tests.helpers.seeded import read

EXACT = [
    (
        "helsingborg",
        "arbetsgivare",
        "sv",
        [
            "Målet: Nämnden är attraktiv som arbetsgivare.",
            "Strategi: ge förutsättningar för tät och varaktig kontakt med klienterna.",
            "Slutlig bedömning för 2016: uppnår inte sitt mål enligt nämnden.",
            "Enligt siffrorna är målet inte uppfyllt.",
            "1 av 9 indikatorer går att bedöma.",
            "Sjukfrånvaro, 2016: 5,5\u00a0% mot högst 5\u00a0%, 0,5\u00a0procentenheter över målet.",
            "3 av 9 indikatorer saknar siffra.",
            "5 av 9 indikatorer har siffror som inte går att jämföra med ett målvärde.",
        ],
    ),
    (
        "helsingborg",
        "arbetsgivare",
        "en",
        [
            "The goal: Nämnden är attraktiv som arbetsgivare.",
            "Strategi: ge förutsättningar för tät och varaktig kontakt med klienterna.",
            "Final assessment for 2016: not met according to the board.",
            "Computed from the figures, the goal is not met.",
            "1 of 9 indicators can be judged.",
            "Sjukfrånvaro, 2016: 5.5\u00a0% against at most 5\u00a0%, 0.5\u00a0percentage points above.",
            "No figure for 3 of 9 indicators.",
            "The figures of 5 of 9 indicators cannot be held against a target.",
        ],
    ),
    (
        "linkoping",
        "mal-4",
        "sv",
        [
            "Målet: Handläggningen är rättssäker och effektiv, med vård på lägsta effektiva nivå.",
            "Processerna ska ha en standard som följs allt bättre, brukarna ska känna sig delaktiga, "
            "placeringar ska kosta mindre i förhållande till öppenvård och våld i nära relation ska "
            "upptäckas tidigt.",
            "Delårsbedömning för januari till augusti 2018: uppnått enligt Ekonomiskt bistånd och IFO om "
            "VBU-utredningar; ej uppnått enligt IFO om tid för barnutredningar och förhandsbedömningar, "
            "IFO om lägsta effektiva omhändertagandenivå och ÄoF.",
            "Enligt siffrorna är målet delvis uppfyllt.",
            "8 av 23 indikatorer går att bedöma.",
            "Kostnad för placeringar i förhållande till öppenvård, IFO, januari till augusti 2018: har "
            "ökat, ingen siffra anges; ska minska (hela nämndens mål).",
            "Längsta tid för en barnutredning, IFO, januari till augusti 2018: mer än 4\u00a0månader mot "
            "högst 4\u00a0månader, målet nås inte.",
            "Förhandsbedömningar klara inom 14 dagar, IFO, januari till augusti 2018: mindre än "
            "90\u00a0% mot minst 90\u00a0%, målet nås inte.",
            "Ytterligare 5 värden har jämförts med sina målvärden.",
            "8 av 23 indikatorer saknar siffra.",
            "7 av 23 indikatorer har siffror som inte går att jämföra med ett målvärde.",
        ],
    ),
    (
        "linkoping",
        "mal-4",
        "en",
        [
            "The goal: Handläggningen är rättssäker och effektiv, med vård på lägsta effektiva nivå.",
            "Processerna ska ha en standard som följs allt bättre, brukarna ska känna sig delaktiga, "
            "placeringar ska kosta mindre i förhållande till öppenvård och våld i nära relation ska "
            "upptäckas tidigt.",
            "Interim assessment for January to August 2018: met according to Ekonomiskt bistånd and "
            "IFO on VBU-utredningar; not met according to IFO on tid för barnutredningar och "
            "förhandsbedömningar, IFO on lägsta effektiva omhändertagandenivå and ÄoF.",
            "Computed from the figures, the goal is partly met.",
            "8 of 23 indicators can be judged.",
            "Kostnad för placeringar i förhållande till öppenvård, IFO, January to August 2018: has "
            "increased, no figure is given; should decrease (the target of the whole board).",
            "Längsta tid för en barnutredning, IFO, January to August 2018: more than 4\u00a0månader "
            "against at most 4\u00a0månader, the target is not met.",
            "Förhandsbedömningar klara inom 14 dagar, IFO, January to August 2018: less than 90\u00a0% "
            "against at least 90\u00a0%, the target is not met.",
            "5 more figures were judged.",
            "No figure for 8 of 23 indicators.",
            "The figures of 7 of 23 indicators cannot be held against a target.",
        ],
    ),
    (
        "linkoping",
        "mal-11",
        "sv",
        [
            "Målet: Kvinnor och män, flickor och pojkar får likvärdigt bemötande, service och resurser.",
            "Undersökningar bland brukare ska kunna visa skillnader mellan könen, och nämndens allmänna "
            "ärenden följs upp för att se hur ofta jämställdhet tas upp.",
            "Delårsbedömning för januari till augusti 2018: uppnått enligt Ekonomiskt bistånd, IFO och ÄoF.",
            "Enligt siffrorna är målet delvis uppfyllt.",
            "Nämnden har bedömt målet annorlunda.",
            "2 av 6 indikatorer går att bedöma.",
            "Brukare som tycker att handläggaren visar förståelse, Ekonomiskt bistånd, 2017: 91\u00a0%.",
            "Kvinnor 78\u00a0%, män 88\u00a0%: kvinnor ligger 10\u00a0procentenheter lägre.",
            "Målet är ingen skillnad.",
            "Undersökningar som kan visa skillnader mellan könen, Ekonomiskt bistånd, januari till "
            "augusti 2018: klart.",
            "Undersökningar som kan visa skillnader mellan könen, IFO, januari till augusti 2018: klart.",
            "2 av 6 indikatorer saknar siffra.",
            "2 av 6 indikatorer har siffror som inte går att jämföra med ett målvärde.",
        ],
    ),
    (
        "linkoping",
        "mal-11",
        "en",
        [
            "The goal: Kvinnor och män, flickor och pojkar får likvärdigt bemötande, service och resurser.",
            "Undersökningar bland brukare ska kunna visa skillnader mellan könen, och nämndens allmänna "
            "ärenden följs upp för att se hur ofta jämställdhet tas upp.",
            "Interim assessment for January to August 2018: met according to Ekonomiskt bistånd, IFO and ÄoF.",
            "Computed from the figures, the goal is partly met.",
            "The board has assessed the goal differently.",
            "2 of 6 indicators can be judged.",
            "Brukare som tycker att handläggaren visar förståelse, Ekonomiskt bistånd, 2017: 91\u00a0%.",
            "Women 78\u00a0%, men 88\u00a0%: 10\u00a0percentage points lower for women.",
            "The target is no difference.",
            "Undersökningar som kan visa skillnader mellan könen, Ekonomiskt bistånd, January to August 2018: done.",
            "Undersökningar som kan visa skillnader mellan könen, IFO, January to August 2018: done.",
            "No figure for 2 of 6 indicators.",
            "The figures of 2 of 6 indicators cannot be held against a target.",
        ],
    ),
    (
        "blekinge-2012",
        "samtal-faltsekreterare",
        "sv",
        [
            "Målet: Minst 75 % av barnen erbjuds inom 14 dagar att träffa en fältsekreterare.",
            "Gäller alla under 18 år när sjukvård eller polis har gjort en anmälan; samtalet erbjuds "
            "barn och föräldrar tillsammans.",
            "Källan ger ingen bedömning av målet.",
            "Målet går inte att bedöma av siffrorna.",
            "Ingen av målets två indikatorer har någon siffra.",
        ],
    ),
    (
        "blekinge-2012",
        "samtal-faltsekreterare",
        "en",
        [
            "The goal: Minst 75 % av barnen erbjuds inom 14 dagar att träffa en fältsekreterare.",
            "Gäller alla under 18 år när sjukvård eller polis har gjort en anmälan; samtalet erbjuds "
            "barn och föräldrar tillsammans.",
            "The source gives no verdict on this goal.",
            "No status can be computed from the figures.",
            "None of the goal's two indicators has a figure.",
        ],
    ),
    (
        "karlskrona",
        "kf-sjukfranvaro",
        "sv",
        [
            "Målet: Kommunens sjukfrånvaro ska fortsätta minska, på sikt till 4 procent.",
            "Gäller den genomsnittliga sjukfrånvaron i hela kommunen.",
            "Källan ger ingen bedömning av målet.",
            "Enligt siffrorna är målet inte uppfyllt.",
            "1 av 2 indikatorer går att bedöma.",
            "Sjukfrånvaro bland kommunens anställda, Karlskrona, 2013: 6,4\u00a0% mot lägre än 6,0\u00a0%, "
            "som det var 2012, 0,4\u00a0procentenheter över målet.",
            "Sjukfrånvaro bland kommunens anställda: kvinnor 6,8\u00a0%, män 4,6\u00a0%, kvinnor ligger "
            "2,2\u00a0procentenheter högre.",
            "1 av 2 indikatorer saknar siffra.",
        ],
    ),
    (
        "karlskrona",
        "kf-sjukfranvaro",
        "en",
        [
            "The goal: Kommunens sjukfrånvaro ska fortsätta minska, på sikt till 4 procent.",
            "Gäller den genomsnittliga sjukfrånvaron i hela kommunen.",
            "The source gives no verdict on this goal.",
            "Computed from the figures, the goal is not met.",
            "1 of 2 indicators can be judged.",
            "Sjukfrånvaro bland kommunens anställda, Karlskrona, 2013: 6.4\u00a0% against less than "
            "6.0\u00a0%, as it was in 2012, 0.4\u00a0percentage points above.",
            "Sjukfrånvaro bland kommunens anställda: women 6.8\u00a0%, men 4.6\u00a0%, "
            "2.2\u00a0percentage points higher for women.",
            "No figure for 1 of 2 indicators.",
        ],
    ),
]


@pytest.mark.parametrize(("board", "code", "language", "sentences"), EXACT)
def test_the_paragraph_of_a_goal(seeded, board, code, language, sentences):
    use_language(language)
    assert paragraph(goal_view(read_board(seeded, board), code)) == " ".join(sentences)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("board", ["blekinge-2012", "ekero", "helsingborg", "karlskrona", "linkoping"])
def test_every_goals_paragraph_is_fit_to_be_read_aloud(seeded, board, language):
    use_language(language)
    data = read_board(seeded, board)
    for code in in_page_order(data):
        text = paragraph(goal_view(data, code))
        assert not set("→←≠<>{}|✔✖◐⇄\u2212") & set(text), text
        assert "..  " not in text
        assert text.endswith((".", "!", "?"))


def test_a_goal_without_anything():
    data = read(goals=[goal(title="Trygghet")])
    assert paragraph(goal_view(data, "g")) == (
        "Målet: Trygghet. Källan ger ingen bedömning av målet. "
        "Ingen indikator är kopplad till målet, så inget kan beräknas."
    )


def test_an_only_indicator_without_figures():
    data = read(goals=[goal(title="Trygghet?")], indicators=[indicator()], goal_indicators=[goal_indicator()])
    assert paragraph(goal_view(data, "g")) == (
        "Målet: Trygghet? Källan ger ingen bedömning av målet. "
        "Målet går inte att bedöma av siffrorna. Målets enda indikator saknar siffra."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("januari–augusti 2018", "januari till augusti 2018"),
        ("10,8–12,8 dagar", "10,8 till 12,8 dagar"),
        ("\u22124 dagar", "minus 4 dagar"),
        ("HVB-vård 2016-17", "HVB-vård 2016-17"),
        ("från A → B", "från A B"),
    ],
)
def test_signs_that_are_not_read_aloud(text, said):
    assert spoken(text) == said


def test_a_year_that_is_not_over_is_too_early_to_judge(seeded):
    view = goal_view(read_board(seeded, "exempelstad"), "kostnad-placeringar")
    assert paragraph(view, titled=False).replace("\u00a0", " ") == (
        "Delårsbedömning för 2026: inte uppfyllt enligt Barn och familj. Det är för tidigt att säga av siffrorna om "
        "målet nås. Kostnad för placeringar: 44,1 mnkr till och med 31 augusti 2026. Målet "
        "för hela året är högst 62 mnkr. 3,7 mnkr över planen per 31 augusti 2026 (40,4 mnkr, enligt förra årets "
        "mönster). Prognosen för hela året är 66,9 mnkr: 4,9 mnkr över målet."
    )
