/* In every measured page: when is it ready, and when has it changed after a click? Looked at in every frame.

   Ready = connected, the script not running, no skeleton, every chart drawn, every drawing set in, the main area not
   empty, and nothing of the content changed since, all of it held for HOLD ms. The time is that of the last change.
   Readable = heading and content are drawn, whoever drew them. Shift = how far what was drawn has moved since. */
(() => {
  "use strict";
  const HOLD = 500;
  const bench = { ready: null, readable: null, shift: 0, clicked: null, redrawn: null };
  window.bench = bench;

  const CONTENT = ["stPlotlyChart", "stHtml", "stMarkdown", "stHeading"].map((id) => `[data-testid="${id}"]`).join();
  // Ours in the document or in Streamlit, or the stock app's chart.
  const READABLE = ".stHtml h1 ~ *, .stHtml header ~ *, [data-testid=stPlotlyChart] .main-svg path";
  let changed = false;
  let lastChange = 0;
  let doneSince = null;

  const shown = (element) => element.getClientRects().length > 0;
  const isContent = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!element || element.closest(".hoverlayer, .modebar, .modebar-container")) return false;
    return Boolean(element.closest(CONTENT) || element.querySelector(CONTENT));
  };

  const done = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== "notRunning" || app.dataset.testConnectionState !== "CONNECTED") return false;
    const waiting = '[data-testid="stSkeleton"], [data-testid="stAppSkeleton"], [data-testid="stSpinner"], img.mb-svg';
    if ([...app.querySelectorAll(waiting)].some(shown)) return false;
    const charts = [...app.querySelectorAll('[data-testid="stPlotlyChart"], .mb-plot')];
    if (!charts.every((chart) => chart.querySelector(".main-svg path"))) return false;
    return Boolean(app.querySelector('[data-testid="stMain"] :is(h1, h2, svg, table)'));
  };

  const onChange = (changes) => {
    changed ||= changes.some(({ target, addedNodes, removedNodes }) => {
      const inside = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(CONTENT);
      return inside ? isContent(target) : [...addedNodes, ...removedNodes].some(isContent);
    });
  };

  const onFrame = () => {
    requestAnimationFrame(onFrame);
    const now = performance.now(); // the frame's own time is that of its start and may lie before the change
    if (bench.readable === null && [...document.querySelectorAll(READABLE)].some(shown)) bench.readable = now;
    if (changed) [changed, lastChange] = [false, now];
    if (!done()) return void (doneSince = null);
    doneSince ??= now;
    const at = Math.max(doneSince, lastChange);
    if (now - at < HOLD) return;
    bench.ready ??= at;
    if (bench.clicked !== null && lastChange > bench.clicked) bench.redrawn ??= at - bench.clicked;
  };

  const picked = (event) => ([bench.clicked, bench.redrawn] = [event.timeStamp, null]);
  const PICKS = '[role="option"], .mb-segments a';
  window.addEventListener("pointerdown", (event) => event.target.closest(PICKS) && picked(event), true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) bench.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  window.addEventListener("change", (event) => event.target.matches("select") && picked(event), true);
  new MutationObserver(onChange).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["d", "transform", "src"],
  });
  requestAnimationFrame(onFrame);
})();
