"""Where the texts of a page stand: which lie over each other, and which are cut by the box they are in."""

from playwright.sync_api import Page

# What the page looks like with the spacing that a reader may set (WCAG 1.4.12).
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }"""

# Texts by the places of their lines. What is hidden from the eye, and words in drawings, which are placed by rules of
# their own, are left out; so is what is scrolled out of a box that scrolls, which is not cut but further on.
_TEXTS = """() => {
  const clipped = (element) => {
    for (let around = element; around; around = around.parentElement) {
      if (getComputedStyle(around).clipPath !== "none") return true;
    }
    return false;
  };
  const hidden = (element) => element.closest("svg, script, style, select, #root")
    || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || clipped(element);
  const within = (element, { left, right, top, bottom, height }) => {
    const scroller = element.closest(".mb-scroll, .mb-cards, .mb-filters, .mb-nav")?.getBoundingClientRect();
    const [from, to] = scroller ? [scroller.left, scroller.right] : [-Infinity, Infinity];
    return { left: Math.max(left, from), right: Math.min(right, to), top, bottom, height };
  };
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || hidden(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const places = [...range.getClientRects()].map((box) => within(element, box));
    const words = node.data.trim().slice(0, 40);
    for (const box of places.filter((box) => box.right - box.left > 1)) texts.push({ words, element, box });
  }
  return texts;
}"""
_CUT = """({ element, box, words }) => {
  for (let around = element; around && around !== document.body; around = around.parentElement) {
    const style = getComputedStyle(around);
    const inner = around.getBoundingClientRect();
    const beside = box.left < inner.left - 1 || box.right > inner.right + 1;
    const below = box.top < inner.top - 1 || box.bottom > inner.bottom + 1;
    if (/auto|scroll/.test(style.overflowX) && beside) return false;
    if (/auto|scroll/.test(style.overflowY) && below) return false;
    if (/hidden|clip/.test(style.overflowX) && beside) return true;
    if (/hidden|clip/.test(style.overflowY) && below) return true;
    if (style.position === "fixed") return false;
  }
  return false;
}"""
# The box of a line has room above and below its letters, which may be shared: the letters may not.
_OVER = """(texts) => {
  const over = [];
  const head = (box) => box.top + 0.22 * box.height;
  const foot = (box) => box.bottom - 0.22 * box.height;
  texts.sort((a, b) => a.box.top - b.box.top);
  texts.forEach((one, place) => {
    for (let next = place + 1; next < texts.length && texts[next].box.top < one.box.bottom - 4; next += 1) {
      const other = texts[next];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(foot(one.box), foot(other.box)) - Math.max(head(one.box), head(other.box));
      if (across > 2 && down > 1) over.push(`${one.words} / ${other.words}`);
    }
  });
  return over;
}"""
_FAULTS = f"""() => {{
  const frame = (text) => text.element.closest("#mb-frame") ? "frame" : "page";
  const texts = ({_TEXTS})();
  const cut = texts.filter({_CUT}).map((text) => text.words);
  const over = ["frame", "page"].flatMap((part) => ({_OVER})(texts.filter((text) => frame(text) === part)));
  const main = document.querySelector("#mb-first");
  const beside = main.scrollWidth - main.clientWidth > 0 ? ["the page scrolls sideways"] : [];
  return {{ cut, over, beside, texts: texts.length }};
}}"""


def faults(page: Page) -> dict[str, list[str]]:
    """The texts that are `cut`, those that lie `over` others, and whether the page scrolls `beside`."""
    found: dict[str, list[str]] = page.evaluate(_FAULTS)
    assert found.pop("texts"), "there is no text on the page"
    return {kind: texts for kind, texts in found.items() if texts}
