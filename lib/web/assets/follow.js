/* A follower's window: shows the slide that the presenter shows, lets one look around and come back, and says so
   when the presenter or the server is away. */
(() => {
  "use strict";

  const slides = [...document.querySelectorAll(".v-page")];
  const words = document.body.dataset;
  const find = (name) => document.querySelector(name);
  const news = find(".v-news");
  const back = find(".v-follow");

  let shown = 0;
  let theirs = 1; // the presenter's slide
  let apart = false;

  const show = (next) => {
    if (next !== shown) {
      if (shown) slides[shown - 1].hidden = true;
      slides[next - 1].hidden = false;
      shown = next;
      scrollTo(0, 0);
    }
    back.hidden = !apart;
    const of = words.of.replace("{n}", shown).replace("{total}", slides.length);
    find(".v-where").textContent = apart ? `${of}. ${words.apart}` : of;
  };

  const around = (step) => {
    const next = Math.min(Math.max(shown + step, 1), slides.length);
    apart = next !== theirs; // who comes back to the presenter's slide follows again
    show(next);
  };

  // The presenter shows slides of another agenda than this document has: it is loaded again, once for each.
  const renew = (agenda) => {
    if (!agenda || agenda === words.agenda || sessionStorage.getItem("mb-agenda") === agenda) return;
    sessionStorage.setItem("mb-agenda", agenda);
    location.reload();
  };

  let leaving;
  const follow = (state) => {
    clearTimeout(leaving);
    renew(state.agenda);
    theirs = Math.min(state.slide, slides.length);
    show(apart ? shown : theirs);
    // A presenter who only loads the page again is soon back.
    if (state.presenting) news.textContent = "";
    else leaving = setTimeout(() => (news.textContent = words.gone), news.textContent ? 0 : 3000);
  };
  const broken = () => {
    clearTimeout(leaving);
    news.textContent = words.broken;
  };
  const gone = () => (news.textContent = words.over);

  find(".v-previous").addEventListener("click", () => around(-1));
  find(".v-next").addEventListener("click", () => around(1));
  back.addEventListener("click", () => {
    apart = false;
    show(theirs);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowRight" || event.key === "PageDown") around(1);
    if (event.key === "ArrowLeft" || event.key === "PageUp") around(-1);
    if (event.key === "Escape") back.click();
  });
  show(1);
  // A presentation that is over may go on: after the server has restarted.
  listen(location.pathname.replace(/^\/f\//, ""), "", { state: follow, broken, gone, patience: 10000 });
})();
