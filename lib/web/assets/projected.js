/* A view that was opened from a slide: without its frame and larger, so that the room can read it. The presenter's own
   screen is told what is shown; a step there, Esc here or the link leads back to the slides. */
(() => {
  "use strict";

  const back = sessionStorage.getItem("mb-visa");
  if (!back) return;
  const slides = new URL(back);
  const query = slides.searchParams;
  const code = query.get("code");
  const agenda = sessionStorage.getItem("mb-visa-agenda") ?? "";
  const channel = new BroadcastChannel(`mb-visa:${query.get("board")}:${query.get("meeting")}`);
  const me = "view";
  let step = Date.now();

  document.documentElement.classList.add("mb-projected");

  const link = document.createElement("a");
  Object.assign(link, { href: back, className: "mb-back", textContent: document.currentScript.dataset.back });
  document.body.append(link);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest?.("input, textarea, select, [role=dialog]")) link.click();
  });

  const tell = () => {
    step = Math.max(step + 1, Date.now());
    const slide = Number(slides.hash.replace(/\D/g, "")) || 1;
    const shows = document.title.replace(/ – [^–]*$/, "").slice(0, 120);
    const now = { slide, black: false, by: me, at: step, agenda, shows };
    channel.postMessage(now);
    if (!code) return;
    const sent = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(now) };
    fetch(`/visa/live/${code}`, sent).catch(() => {}); // where the server is away only this browser's windows are told
  };

  channel.onmessage = ({ data }) => {
    if (data.hello) tell();
    else if (data.by !== me && !data.shows && data.at > step) {
      slides.hash = `s${data.slide}`;
      location.assign(slides);
    }
  };
  new MutationObserver(tell).observe(document.querySelector("title"), { childList: true });
  tell();
})();
