"""What is wrong with how a meeting's slides stand on a screen."""

from playwright.sync_api import Page

# No part of a slide lies outside it, over its foot or another part, is cut, or smaller than 24 of its 1080; no figure,
# status or number of a table is parted between lines or runs out of its box.
FAULTS = r"""() => {
  const found = [], narrow = matchMedia("(max-aspect-ratio: 3/2)").matches;
  const unit = Math.min(innerWidth / (narrow ? 1440 : 1920), innerHeight / 1080);
  const all = [...document.querySelectorAll(".v-slide")];
  const broken = (node) => {
    const range = document.createRange(), parts = [];
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      for (const word of walk.currentNode.data.matchAll(/[^ \n]*\d[^ \n]*/g)) {
        if (word[0].length > 20) continue;
        range.setStart(walk.currentNode, word.index);
        range.setEnd(walk.currentNode, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((at) => Math.round(at.top))).size > 1) parts.push(word[0]);
      }
    }
    return parts;
  };
  for (const slide of all) {
    all.forEach((one) => (one.hidden = one !== slide));
    const box = slide.getBoundingClientRect(), foot = slide.querySelector(".v-foot").getBoundingClientRect();
    for (const part of slide.querySelectorAll(":is(h1, p, li, td, th, text)")) {
      const at = part.getBoundingClientRect(), svg = part.ownerSVGElement;
      if (!at.width || part.closest("caption") || !part.textContent.trim()) continue;
      const size = parseFloat(getComputedStyle(part).fontSize) / unit
        * (svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1);
      const over = !part.closest(".v-foot") && at.bottom > foot.top + 1;
      const cut = !svg && getComputedStyle(part).display !== "inline" && part.scrollWidth > part.clientWidth + 1;
      if (cut || over || at.right > box.right || at.bottom > box.bottom || size < 23.9)
        found.push([slide.id, part.tagName, part.textContent.slice(0, 30), size]);
      if (!svg) for (const word of broken(part)) found.push([slide.id, part.tagName, word, "broken"]);
    }
    for (const status of slide.querySelectorAll(".v-status")) {
      const at = status.getBoundingClientRect(), room = status.closest("td, li, p, div").getBoundingClientRect();
      if (at.width && (at.right > room.right + 1 || status.getClientRects().length > 1))
        found.push([slide.id, "status", status.textContent, at.right - room.right]);
    }
    const parts = [...slide.querySelectorAll(".v-body > *")].map((one) => [one, one.getBoundingClientRect()]);
    const drawn = parts.filter(([, at]) => at.width);
    drawn.slice(1).forEach(([one, at], before) => {
      if (at.top < drawn[before][1].bottom - 1) found.push([slide.id, one.className, "over the part before"]);
    });
  }
  all.forEach((one, place) => (one.hidden = place !== 0));
  return found;
}"""


def faults(page: Page) -> list:
    """The faults of all slides of a projector's page, when its font is there."""
    page.wait_for_function("document.fonts.ready.then(() => true)")
    assert page.evaluate("document.fonts.load('16px \"Source Sans\"').then((faces) => faces.length)")
    return page.evaluate(FAULTS)
