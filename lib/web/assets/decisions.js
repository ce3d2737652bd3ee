/* What a meeting has decided, on its last slide: as large as all of it has room for, in place of what was proposed. */
const decided = (() => {
  "use strict";

  // A room of 1296 x 740 units holds this at a size: letters are about half as wide as they are high.
  const linesOf = (text, size) => Math.ceil(text.length / ((1296 - 36) / (0.52 * size)));
  const high = (texts, size) => texts.reduce((sum, text) => sum + linesOf(text, size) * 1.25 * size + 22, 0);
  const SIZES = [56, 50, 44, 40, 36, 32, 28, 24];

  const fitted = (texts) => {
    const size = SIZES.find((one) => high(texts, one) <= 740) ?? SIZES.at(-1);
    const shown = texts.slice();
    while (shown.length > 1 && high([...shown, "…"], size) > 740) shown.pop();
    if (shown.length < texts.length) shown.push("…");
    const most = Math.floor(740 / (1.25 * size)) * Math.floor((1296 - 36) / (0.52 * size));
    return [size, shown.map((text) => (text.length > most ? `${text.slice(0, most - 1)}…` : text))];
  };

  let proposed = null;
  return (slide, texts) => {
    const list = slide.querySelector(".v-decisions ul");
    const above = slide.querySelector(".v-proposed");
    proposed ??= { items: [...list.children], size: list.style.getPropertyValue("--size"), above: above.textContent };
    const [size, words] = texts.length ? fitted(texts) : [proposed.size, null];
    above.textContent = texts.length ? "" : proposed.above;
    list.style.setProperty("--size", size);
    list.replaceChildren(
      ...(words?.map((text) => Object.assign(document.createElement("li"), { textContent: text })) ?? proposed.items),
    );
  };
})();
