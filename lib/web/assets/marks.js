/* The figures of a large chart, one at a time: where the pointer is, and from the newest by the arrow keys. */
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const PLACE = ".mb-marks svg";

  // The browser's own tip comes late and not by keyboard: the words move to a label, which is also read out.
  const words = (mark) => {
    const title = mark.querySelector("title");
    if (title) {
      mark.setAttribute("aria-label", title.textContent);
      title.remove();
    }
    return mark.getAttribute("aria-label");
  };

  const tipOf = (drawing) => {
    const made = drawing.querySelector(".mb-tip");
    if (made) return made;
    const tip = document.createElementNS(SVG, "g");
    tip.setAttribute("class", "mb-tip");
    tip.setAttribute("aria-hidden", "true");
    tip.append(document.createElementNS(SVG, "rect"), document.createElementNS(SVG, "text"));
    return drawing.appendChild(tip);
  };

  const show = (mark) => {
    const drawing = mark.ownerSVGElement;
    const tip = tipOf(drawing);
    const [box, text] = tip.children;
    text.textContent = words(mark);
    const { e: x, f: y } = mark.transform.baseVal[0].matrix;
    const { width: room } = drawing.viewBox.baseVal;
    const width = text.getComputedTextLength() + 16;
    const left = Math.min(Math.max(x - width / 2, 0), room - width);
    const top = y > 44 ? y - 38 : y + 14;
    for (const [name, value] of Object.entries({ x: left, y: top, width, height: 24, rx: 4 })) box.setAttribute(name, value);
    text.setAttribute("x", left + 8);
    text.setAttribute("y", top + 16);
    tip.classList.add("mb-tip--shown");
  };

  const hide = (mark) => mark.ownerSVGElement?.querySelector(".mb-tip")?.classList.remove("mb-tip--shown");

  const markOf = (event) => (event.target.closest?.(PLACE) ? event.target.closest(".mb-mark") : null);
  const at = (mark) => mark.transform.baseVal[0].matrix.e;

  // Left and right along the line; up and down to the figure nearest in time on another line.
  const next = (mark, key) => {
    const lines = [...mark.ownerSVGElement.querySelectorAll("g")].filter((g) => g.querySelector(":scope > .mb-mark"));
    const here = lines.indexOf(mark.parentNode);
    const own = [...mark.parentNode.querySelectorAll(":scope > .mb-mark")];
    const place = own.indexOf(mark);
    if (key === "ArrowLeft") return own[place - 1];
    if (key === "ArrowRight") return own[place + 1];
    if (key === "Home") return own[0];
    if (key === "End") return own.at(-1);
    const other = lines[here + (key === "ArrowDown" ? 1 : -1)];
    const marks = [...(other?.querySelectorAll(":scope > .mb-mark") ?? [])];
    return marks.sort((a, b) => Math.abs(at(a) - at(mark)) - Math.abs(at(b) - at(mark)))[0];
  };

  document.addEventListener("pointerover", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
  });
  document.addEventListener("pointerout", (event) => {
    const mark = markOf(event);
    if (mark && mark !== document.activeElement) hide(mark);
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
  });
  document.addEventListener("focusout", (event) => {
    const mark = markOf(event);
    if (mark) hide(mark);
  });
  document.addEventListener("keydown", (event) => {
    const mark = markOf(event);
    if (!mark || !/^(Arrow|Home$|End$)/.test(event.key)) return;
    event.preventDefault();
    const there = next(mark, event.key);
    if (!there) return;
    mark.setAttribute("tabindex", "-1");
    there.setAttribute("tabindex", "0");
    there.focus();
  });
})();
