/* Hands the page over from the document to Streamlit, keeps plain links and forms inside the app, sets drawings in
   their places, fetches ahead what the next page needs. Knows nothing about the pages but their addresses,
   and of Streamlit what mbStreamlit tells. */
(() => {
  "use strict";

  const self = document.currentScript.dataset;
  const PATHS = new Set(self.paths.split(" "));
  const home = location.origin + "/";

  const { isConnected, hasRun, STATE, scroller, showAddress } = window.mbStreamlit;

  /* ---- plain links change page without loading the app again -------------------------------------- */

  let expected = null; // the address that was asked for, and what to do with scroll and focus when it is there

  const linkOf = (event) => event.composedPath().find((node) => node.nodeName === "A" && node.href);

  const asked = (event) => {
    if (event.defaultPrevented || event.button !== 0) return null;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
    const link = linkOf(event);
    if (!link || (link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !PATHS.has(url.pathname)) return null;
    if (url.hash && url.pathname + url.search === location.pathname + location.search) return null;
    return { link, url };
  };

  const languageOf = (search) => (new URLSearchParams(search).get("lang") === "en" ? "en" : "sv");

  // Show another address in this very window; `stay` is the id of what shall have the focus there, if not the heading.
  // Gives false where an ordinary load must do it.
  const go = (url, stay) => {
    if (!isConnected()) return false;
    // Another language is another document: titles, shell and all.
    if (languageOf(url.search) !== languageOf(location.search)) return false;
    history.replaceState({ ...history.state, mbTop: scroller()?.scrollTop ?? 0 }, "");
    if (url.pathname !== location.pathname) freeze();
    if (url.href !== location.href) history.pushState({}, "", url);
    expected = stay === undefined ? { at: exact(url), top: 0 } : { at: exact(url), id: stay };
    showAddress();
    return true;
  };

  document.addEventListener("click", (event) => {
    const found = asked(event);
    if (!found) return;
    const { link, url } = found;
    if (go(url, link.hasAttribute("data-mb-stay") ? link.id : undefined)) event.preventDefault();
  });

  /* ---- forms ask for an address too: a choice when it is picked, a search when it is sent --------------- */

  const formOf = (event) => event.target.closest?.(".mb-form");

  document.addEventListener("submit", (event) => {
    const form = formOf(event);
    if (!form) return;
    const url = new URL(form.action);
    const fields = new Map(); // several of one name are joined by commas, as the addresses have them
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) fields.set(name, fields.has(name) ? `${fields.get(name)},${value}` : value);
    }
    url.search = new URLSearchParams([...fields]);
    const { id } = form.querySelector("select, input[type=search]") ?? event.submitter ?? form;
    if (go(url, id)) event.preventDefault();
  });

  // With the arrow keys one goes through the options of a closed box: the one where one stays is picked.
  const STAY = 600;
  let byKey = false;
  let waiting = null;

  // By its id, since the page may have been drawn again meanwhile.
  const send = ({ id, value }) => {
    clearTimeout(waiting);
    waiting = null;
    const box = document.getElementById(id);
    if (!box) return;
    box.value = value;
    box.form.requestSubmit();
  };

  document.addEventListener("keydown", (event) => {
    byKey = event.key !== "Enter";
    if (!byKey && waiting && event.target.matches?.(".mb-form select")) send(event.target);
  });
  document.addEventListener("pointerdown", () => (byKey = false));
  document.addEventListener("change", (event) => {
    const box = event.target;
    if (!box.matches(".mb-form select")) return;
    clearTimeout(waiting);
    waiting = setTimeout(send, byKey ? STAY : 0, { id: box.id, value: box.value });
  });

  window.addEventListener("popstate", (event) => {
    if (!event.state?.mbOwn) expected = { at: exact(location.href), top: event.state?.mbTop ?? 0 };
  });

  // The address with its parameters in order, without empty ones and those that Streamlit keeps for itself.
  const exact = (address) => {
    const { pathname, searchParams } = new URL(address, home);
    const told = [...searchParams].filter(([name, value]) => value && !name.startsWith("embed"));
    const query = new URLSearchParams(told);
    query.sort();
    return `${pathname}?${query}`;
  };

  // What was sent tells which address it was drawn for: the page is there when that is the expected one, and the
  // script has ended. (The script's state alone would not do: a short run may come and go unseen.)
  const arrive = () => {
    const sent = document.querySelector("[data-mb-at]");
    if (!sent || !hasRun()) return;
    if (first && exact(sent.dataset.mbAt) === exact(location.href)) handOver();
    if (!expected || exact(sent.dataset.mbAt) !== expected.at) return;
    const { id, top } = expected;
    expected = null;
    thaw();
    const heading = scroller()?.querySelector("h1");
    if (top === undefined) {
      (id && document.getElementById(id))?.focus({ preventScroll: true });
      // Who does not see the page change hears what it is now.
      document.getElementById("mb-status").textContent = heading?.textContent ?? "";
      return;
    }
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
    scroller()?.scrollTo({ top, behavior: "instant" });
  };

  /* ---- the page of the document gives way to the same page as Streamlit draws it --------------------- */

  let first = document.getElementById("mb-first");

  const handOver = () => {
    const from = first;
    first = null;
    const focused = from.contains(document.activeElement) ? document.activeElement : null;
    const opened = [...from.querySelectorAll("details")].map((fold) => fold.open);
    scroller()?.querySelectorAll("details").forEach((fold, number) => (fold.open = opened[number] ?? fold.open));
    const place = focused ? [...from.querySelectorAll(focused.nodeName)].indexOf(focused) : -1;
    const top = from.scrollTop;
    from.remove();
    scroller()?.scrollTo({ top, behavior: "instant" });
    if (place >= 0) scroller()?.querySelectorAll(focused.nodeName)[place]?.focus({ preventScroll: true });
  };

  /* ---- between pages the one that was read stands until the next is drawn ------------------------------ */

  const LONGEST = 3000;
  let thaw = () => {};

  const freeze = () => {
    thaw();
    const transition = document.startViewTransition?.(
      () =>
        new Promise((resolve) => {
          thaw = resolve;
          setTimeout(resolve, LONGEST);
        }),
    );
    // The browser may skip it, as in a window that nobody sees.
    transition?.ready.catch(() => thaw());
    transition?.finished.catch(() => thaw());
  };

  /* ---- drawings: st.html drops <svg>, so they travel as images and are set into the page here ------ */

  const setIn = (image) => {
    const [, data] = image.src.split("base64,", 2);
    const bytes = Uint8Array.from(atob(data ?? ""), (letter) => letter.charCodeAt(0));
    const drawing = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml").documentElement;
    if (drawing.nodeName !== "svg") return;
    drawing.setAttribute("class", image.className.replace("mb-svg", "mb-drawing"));
    if (image.alt) {
      drawing.setAttribute("role", "img");
      drawing.setAttribute("aria-label", image.alt);
    } else if (!drawing.hasAttribute("role")) {
      drawing.setAttribute("aria-hidden", "true");
    }
    image.replaceWith(document.adoptNode(drawing));
  };

  // Content for paper alone waits until there is a print: it would delay the page for everybody else.
  const SCREEN = "img.mb-svg:not(.mb-print)";
  window.addEventListener("beforeprint", () => document.querySelectorAll("img.mb-svg").forEach(setIn));

  /* ---- an error names the field that it is about, which gets the focus and is tied to it ---------------- */

  const TIES = ["aria-invalid", "aria-describedby"];

  const tie = (error) => {
    const field = document.querySelector(`input[aria-label="${CSS.escape(error.dataset.mbWanted)}"]`);
    if (!field) return;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", error.id);
    field.addEventListener("input", () => TIES.forEach((name) => field.removeAttribute(name)), { once: true });
    field.focus();
  };

  const onChange = (changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE || !node.isConnected) continue;
        const error = node.matches("[data-mb-wanted]") ? node : node.querySelector("[data-mb-wanted]");
        if (error) tie(error);
        if (node.matches(SCREEN)) setIn(node);
        else node.querySelectorAll(SCREEN).forEach(setIn);
      }
    }
    arrive();
  };

  const watch = () => {
    const what = { subtree: true, childList: true, attributes: true, attributeFilter: [STATE] };
    new MutationObserver(onChange).observe(document.body, what);
    document.querySelectorAll(SCREEN).forEach(setIn);
    fetchLater();
  };

  /* ---- what the next page needs is fetched while this one is read ---------------------------------- */

  const fetchLater = () => {
    if (!self.later || navigator.connection?.saveData) return;
    const ask = () => {
      if (!hasRun()) return void setTimeout(ask, 500);
      for (const address of self.later.split(" ")) {
        const hint = document.createElement("link");
        Object.assign(hint, { rel: "prefetch", as: "script", href: address, crossOrigin: "anonymous" });
        document.head.append(hint);
      }
    };
    setTimeout(ask, 1500);
  };

  watch();
})();
