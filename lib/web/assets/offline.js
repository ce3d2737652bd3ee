/* A meeting's slides in one file, with nobody to tell: keys, clicker, clicks and fingers. */
(() => {
  "use strict";

  const slides = [...document.querySelectorAll(".v-slide")];
  const spoken = document.querySelector(".v-spoken");
  const said = document.querySelector(".v-said");
  const help = document.querySelector(".v-keys");
  let shown = 0;
  let black = false;
  let digits = "";

  const clamp = (number) => Math.min(Math.max(Math.trunc(number) || 1, 1), slides.length);
  const go = (number, dark = false) => {
    black = dark;
    document.body.classList.toggle("v-black", dark);
    shown = clamp(number);
    slides.forEach((slide, place) => (slide.hidden = place + 1 !== shown));
    spoken.textContent = slides[shown - 1].getAttribute("aria-label");
    history.replaceState(null, "", `#s${shown}`);
  };
  const next = () => go(shown + 1);
  const before = () => go(shown - 1);
  const dark = () => go(shown, !black);
  const keys = {
    ArrowRight: next, ArrowDown: next, PageDown: next, " ": next, n: next,
    ArrowLeft: before, ArrowUp: before, PageUp: before, Backspace: before, "Shift ": before, p: before,
    Home: () => go(1), End: () => go(slides.length), b: dark, ".": dark, t: theme.toggle,
    f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = event.key === " " && event.shiftKey ? "Shift " : event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (help.open) {
      if (name === "?") help.close();
      return;
    }
    if (/^\d$/.test(name)) {
      digits = (digits + name).slice(-4);
      said.textContent = digits;
      return;
    }
    const number = digits;
    digits = said.textContent = "";
    if (name === "Enter" && number) go(Number(number));
    else if (keys[name] && !event.repeat) {
      if (black && name !== "b" && name !== ".") go(shown);
      else keys[name]();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (help.contains(event.target)) return;
    if (black) go(shown);
    else if (event.pointerType === "touch" && event.clientX < innerWidth / 4) before();
    else next();
  });
  addEventListener("hashchange", () => go(location.hash.replace(/^#s?/, "")));

  theme.begin();
  go(location.hash.replace(/^#s?/, ""));
})();
