"""A meeting with slides long, many and hostile."""

from playwright.sync_api import Page

from tests.helpers.rows import (
    agenda_item,
    board,
    goal,
    goal_indicator,
    indicator,
    meeting,
    observation,
    question,
    target,
    year,
)

HOSTILE = '"><script>document.title="taken"</script><img src=x onerror=alert(1)>'
LONG = "Målet om " + "ständigt förbättrad tillgänglighet och ett gott bemötande " * 6
MANY = [indicator(indicator=f"i{n}", name=f"Indikator {n} {HOSTILE}") for n in range(50)]
ROWS = {
    "boards": [board(name=f"Nämnden {HOSTILE}")],
    "goals": [goal(title="Fritt"), goal(goal="long", title=LONG), goal(goal="many", title=HOSTILE)],
    "indicators": [indicator(), indicator(indicator="j", name="Väntan", unit_of_measure="dagar"), *MANY],
    "goal_indicators": [goal_indicator(), *(goal_indicator(goal="many", indicator=f"i{n}") for n in range(50))],
    "targets": [target(value=5.0)],
    "observations": [
        *(observation(value=value, **year(2019 + n)) for n, value in enumerate((4.0, 4.5, 5.5))),
        *(observation(indicator="j", value=value, **year(2019 + n)) for n, value in enumerate((123456, 99))),
        *(observation(indicator=f"i{n}", value=float(n)) for n in range(50)),
    ],
    "meetings": [meeting(title=f"Möte {HOSTILE}")],
    "agenda_items": [
        agenda_item(item="p1", order=1, address="/"),
        agenda_item(item="p2", order=2, address="/mal?goal=g", notes=HOSTILE),
        agenda_item(item="p3", order=3, address="/mal?goal=long"),
        agenda_item(item="p4", order=4, address="/mal?goal=many", heading=HOSTILE),
        agenda_item(item="p5", order=5, address="/mal?goal=gone"),
        agenda_item(item="p6", order=6, address="/kallor"),
        agenda_item(item="p7", order=7, address="/trender?indicator=i"),
        agenda_item(item="p8", order=8, address="/trender?indicator=i%2Cj"),
        agenda_item(item="p9", order=9, address="/sjukfranvaro"),
    ],
    "questions": [question(text=f"Varför {HOSTILE}?", answer="Därför.", decision=HOSTILE)],
}
SLIDES = "/visa?board=b&meeting=m1"
SHOWN = ".v-slide:not([hidden])"


def other_window(page: Page, path: str) -> Page:
    window = page.context.new_page()
    window.goto(path)
    return window
