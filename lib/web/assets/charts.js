/* Charts to explore: wherever a page has a place for one (.mb-plot), it is drawn there by Plotly.

   The drawing of a place is kept and drawn again in the next place of the same number, since to change a chart takes
   half the time of making one. Plotly itself is asked for when the first place is seen, or before (see shell.py). */
(() => {
  "use strict";
  const address = document.currentScript.dataset.plotly;
  const drawings = []; // one for each place, counted from the top of the page
  let asked = null;

  const library = () =>
    (asked ??= new Promise((come, missing) => {
      const script = Object.assign(document.createElement("script"), { src: address, onerror: missing });
      script.onload = () => come(self.Plotly);
      document.head.append(script);
    }));

  const figureOf = (place) => {
    const bytes = Uint8Array.from(atob(place.dataset.figure), (letter) => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  };

  const widths = new WeakMap(); // drawing -> the width of its place when it was drawn

  const fit = new ResizeObserver((changes) => {
    for (const { target, contentRect } of changes) {
      const { width } = contentRect;
      if (!width || !widths.has(target) || Math.abs(widths.get(target) - width) <= 1) continue;
      widths.set(target, width);
      self.Plotly.Plots.resize(target);
    }
  });

  const drawn = (number) => {
    if (!drawings[number]) fit.observe((drawings[number] = document.createElement("div")));
    return drawings[number];
  };

  const draw = (Plotly) => {
    document.querySelectorAll(".mb-plot").forEach((place, number) => {
      if (!place.dataset.figure) return;
      const { data, layout, config } = figureOf(place);
      delete place.dataset.figure;
      place.append(drawn(number));
      widths.set(drawn(number), drawn(number).clientWidth);
      Plotly.react(drawn(number), data, layout, config);
      place.dataset.drawn = "";
    });
  };

  const seek = () => {
    if (document.querySelector(".mb-plot[data-figure]")) library().then(draw, () => (asked = null)); // asked for again at the next change
  };

  new MutationObserver(seek).observe(document.body, { subtree: true, childList: true });
  seek();
})();
