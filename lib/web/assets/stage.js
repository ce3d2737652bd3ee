/* Shows a meeting's slides: on the projector, and on the presenter's own screen beside notes, next slide and clock.
   Every slide is in the document, so that a step only hides one and shows another. The windows of one browser keep
   together by a channel; other machines, and those who follow, by the server. */
(() => {
  "use strict";

  const query = new URLSearchParams(location.search);
  const body = document.body;
  const slides = [...document.querySelectorAll(".v-slide")];
  const manus = document.querySelector(".v-manus");
  const said = document.querySelector(".v-said");
  const spoken = document.querySelector(".v-spoken");
  const words = body.dataset;
  const code = query.get("code");
  const me = Math.random().toString(36).slice(2, 10);
  const place = `mb-visa:${query.get("board")}:${query.get("meeting")}`;
  const channel = new BroadcastChannel(place);

  let shown = 0;
  let black = false;
  let step = 0; // grows with every step, in all windows together
  let questions = [];
  let since = Date.now(); // when the slide shown came

  /* ---- showing ---------------------------------------------------------------------------------------- */

  const clamp = (number) => Math.min(Math.max(Math.trunc(number) || 1, 1), slides.length);
  const inAddress = () => clamp(location.hash.replace(/^#s?/, ""));

  // The projector is black; the presenter's own screen stays usable, and says so.
  const darken = (dark) => {
    black = dark;
    body.classList.toggle("v-black", dark);
    if (!manus) return;
    manus.querySelector('[data-key="b"]').setAttribute("aria-pressed", dark);
    part("black").textContent = dark ? words.black : "";
  };

  const show = (number, dark = false) => {
    const next = clamp(number);
    darken(dark);
    if (next === shown) return;
    if (shown) slides[shown - 1].hidden = true;
    slides[next - 1].hidden = false;
    shown = next;
    since = Date.now();
    history.replaceState(null, "", `#s${next}`);
    spoken.textContent = slides[next - 1].getAttribute("aria-label");
    if (manus) besides();
  };

  const tell = (text, long = false) => {
    said.textContent = text;
    clearTimeout(tell.timer);
    if (!long) tell.timer = setTimeout(() => (said.textContent = ""), 2500);
  };

  /* ---- going: shown here at once, then told to the other windows and to those who follow ---------------- */

  const go = (number, dark = false) => {
    if (said.textContent === words.came) tell("");
    show(number, dark);
    away("");
    step = Math.max(step + 1, Date.now());
    const now = { slide: shown, black, by: me, at: step, agenda: words.agenda };
    channel.postMessage(now);
    if (code) send(now);
  };

  // The projector may show a view that was opened from a slide: the presenter is told which.
  const away = (view) => {
    if (manus) part("away").textContent = view ? `${words.shows}: ${view}` : "";
  };
  const leaveFor = () => {
    sessionStorage.setItem("mb-visa", location.href);
    sessionStorage.setItem("mb-visa-agenda", words.agenda);
  };

  let sending = null;
  let waiting = null;
  const send = async (now) => {
    waiting = now;
    if (sending) return;
    while (waiting) {
      sending = waiting;
      waiting = null;
      try {
        const answer = await fetch(`/visa/live/${code}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(sending),
        });
        if (!answer.ok) tell(words.lost, true);
      } catch {
        tell(words.broken);
      }
    }
    sending = null;
  };

  const told = (state) => {
    if (state.by === me || state.at <= step) return;
    step = state.at;
    show(state.slide, state.black);
    away(state.shows ?? "");
  };
  channel.onmessage = (event) => (event.data.hello ? hello() : told(event.data));
  const hello = () => shown && channel.postMessage({ slide: shown, black, by: me, at: step });

  const receive = (state, first) => {
    if (said.textContent === words.broken) tell("");
    told(state);
    count(state);
    // A restarted server does not know where we are, and followers number slides by the agenda shown here.
    const behind = state.at < step || (state.at === 0 && shown > 1);
    if (first && (behind || (state.agenda && state.agenda !== words.agenda))) go(shown, black);
  };
  const broken = () => tell(words.broken, true);
  const gone = () => tell(words.lost, true);

  /* ---- keys, clickers and fingers ---------------------------------------------------------------------- */

  let digits = "";
  const leave = () => location.assign(words.back);
  const open = () => {
    const address = slides[shown - 1].dataset.address;
    if (!address) return;
    leaveFor();
    location.assign(address);
  };
  const keys = {
    ArrowRight: () => go(shown + 1),
    ArrowDown: () => go(shown + 1),
    PageDown: () => go(shown + 1),
    " ": () => go(shown + 1),
    "Shift ": () => go(shown - 1),
    n: () => go(shown + 1),
    ArrowLeft: () => go(shown - 1),
    ArrowUp: () => go(shown - 1),
    PageUp: () => go(shown - 1),
    Backspace: () => go(shown - 1),
    p: () => go(shown - 1),
    Home: () => go(1),
    End: () => go(slides.length),
    b: () => go(shown, !black),
    ".": () => go(shown, !black),
    t: theme.toggle,
    f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
    q: () => ask(),
    "?": () => document.querySelector(".v-keys")?.showModal(),
    Escape: leave,
  };

  const onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const name = event.key === " " && event.shiftKey ? "Shift " : event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const box = document.querySelector("dialog[open]");
    if (box) {
      // The key that opened it closes it, and a clicker goes on.
      if (["q", "?", "PageDown", "PageUp"].includes(name)) box.close();
      if (name !== "PageDown" && name !== "PageUp") return;
    }
    if (/^\d$/.test(name)) {
      digits = (digits + name).slice(-4);
      tell(digits);
      return;
    }
    if (name === "Enter" && digits) {
      event.preventDefault();
      go(Number(digits));
      tell("");
    } else if (name === "Enter" && !event.target.closest("a, button, summary")) {
      open();
    } else if (keys[name]) {
      // A key held down goes no further than one slide a stroke; the space of a focused link is its own.
      if (event.repeat || (name.endsWith(" ") && event.target.closest("a, button, summary"))) return;
      event.preventDefault();
      if (black && name !== "b" && name !== ".") go(shown);
      else keys[name]();
    }
    digits = "";
  };

  let from = null;
  const onTouch = (event) => (from = event.changedTouches[0]);
  const onLift = (event) => {
    const to = event.changedTouches[0];
    const across = from ? to.clientX - from.clientX : 0;
    const down = from ? to.clientY - from.clientY : 0;
    from = null;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) go(shown + (across < 0 ? 1 : -1));
  };

  /* ---- questions: at the slide they are about ------------------------------------------------------------ */

  const ask = () => {
    const box = document.querySelector(".v-questions");
    if (!box || manus) return;
    list(box);
    box.showModal();
  };
  const list = (box) => box.querySelector("ul").replaceChildren(...listed());
  const listed = () => {
    const own = questions.filter((one) => one.slides.includes(shown));
    if (!own.length) return [line(words.none)];
    return own.map((one) => {
      const told = [
        one.earlier && one.meeting,
        one.answer && `${words.answer}: ${one.answer}`,
        one.decision && `${words.decision}: ${one.decision}`,
      ];
      return line(one.text, told.filter(Boolean));
    });
  };
  const line = (text, more = []) => {
    const item = document.createElement("li");
    item.textContent = text;
    for (const part of more) item.append(Object.assign(document.createElement("em"), { textContent: part }));
    return item;
  };
  const fetchQuestions = async () => {
    try {
      const answer = await fetch(`/visa/fragor${location.search}`);
      if (answer.ok) questions = await answer.json();
      if (answer.ok && answer.headers.get("x-agenda") !== words.agenda) tell(words.changed, true);
    } catch {
      return;
    }
    const made = questions.filter((one) => one.decision && !one.earlier);
    decided(slides.at(-1), made.map((one) => one.decision));
    if (manus) besides();
    const box = document.querySelector(".v-questions[open]");
    if (box) list(box);
    for (const [place, slide] of slides.entries()) {
      const number = questions.filter((one) => one.slides.includes(place + 1)).length;
      slide.querySelector(".v-asked").textContent = number ? `${number} ${number > 1 ? words.questions : words.question}` : "";
    }
  };

  /* ---- the presenter's own screen: notes, the next slide, questions, clock --------------------------------- */

  const part = (name) => manus.querySelector(`.v-manus-${name}`);
  const copy = (slide, into) => {
    const twin = slide?.cloneNode(true);
    twin?.removeAttribute("id");
    twin?.removeAttribute("hidden");
    into.replaceChildren(...(twin ? [twin] : []));
    into.querySelectorAll("a").forEach((link) => link.setAttribute("tabindex", "-1"));
  };
  const besides = () => {
    copy(slides[shown - 1], part("now"));
    copy(slides[shown], part("next"));
    for (const note of manus.querySelectorAll("[data-note]")) note.hidden = Number(note.dataset.note) !== shown;
    part("where").textContent = `${shown} / ${slides.length}`;
    part("questions").replaceChildren(...listed());
  };
  let counted = null;
  const count = (state) => {
    if (manus) part("following").textContent = words.following.replace("{n}", state.following);
    if (manus && counted && state.questions > counted.questions) tell(words.came, true);
    if (state.questions !== (counted?.questions ?? 0) || state.edits !== (counted?.edits ?? 0)) fetchQuestions();
    counted = state;
  };
  const began = Date.now();
  const clock = () => {
    const pad = (number) => String(Math.trunc(number)).padStart(2, "0");
    const now = new Date();
    const gone = (Date.now() - began) / 1000;
    part("clock").textContent = `${pad(now.getHours())}:${pad(now.getMinutes())}`;
    part("gone").textContent = `${pad(gone / 60)}:${pad(gone % 60)}`;
    // The time left of the point's minutes, below nought where they are over.
    const minutes = Number(manus.querySelector(`[data-note="${shown}"]`)?.dataset.minutes);
    const left = minutes * 60 - (Date.now() - since) / 1000;
    const sign = left < 0 ? "−" : "";
    part("left").textContent = minutes ? words.left.replace("{time}", `${sign}${pad(Math.abs(left) / 60)}:${pad(Math.abs(left) % 60)}`) : "";
  };

  /* ---- begin ------------------------------------------------------------------------------------------------ */

  theme.begin();
  if (code) {
    const join = document.querySelector(".v-join");
    join.hidden = false;
    join.querySelector(".v-address").textContent = `${location.host}/f/${code}`;
    join.querySelector(".v-loopback").hidden = !/^(localhost|127\.|\[::1\])/.test(location.hostname);
    join.querySelector(".v-qr").src = `/visa/kod/${code}.svg`;
  }
  for (const button of document.querySelectorAll("[data-key]")) {
    button.addEventListener("click", () => keys[button.dataset.key]());
  }
  // A click goes on; so does a tap, but at the left edge, which goes back.
  document.addEventListener("click", (event) => {
    if (event.target.closest(".v-slide a")) leaveFor();
    else if (black && !manus) go(shown);
    else if (event.target.closest(".v-slide") && !manus) {
      go(shown + (event.pointerType === "touch" && event.clientX < innerWidth / 4 ? -1 : 1));
    }
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("touchstart", onTouch, { passive: true });
  document.addEventListener("touchend", onLift, { passive: true });
  addEventListener("hashchange", () => inAddress() !== shown && go(inAddress()));
  // Back from a view that was opened: the slide is where it was, and the way back is not offered again.
  addEventListener("pageshow", () => {
    if (!sessionStorage.getItem("mb-visa")) return;
    sessionStorage.removeItem("mb-visa");
    go(shown); // the presenter's screen is told that the slides are back
  });
  show(inAddress());
  // In an entrance hall the slides go round by themselves, in this window only.
  const seconds = Number(query.get("slinga"));
  if (seconds >= 5 && !manus && !code) setInterval(() => show((shown % slides.length) + 1), Math.min(seconds, 600) * 1000);
  channel.postMessage({ hello: true });
  // The key to it is a cookie that this window was given with its document.
  if (code) listen(code, `${location.search}&presenter=1`, { state: receive, broken, gone });
  fetchQuestions();
  if (manus) {
    clock();
    setInterval(clock, 1000);
  }
})();
