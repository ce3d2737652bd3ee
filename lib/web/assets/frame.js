/* The frame: sets it in its place as it was sent, outside of what Streamlit draws; its menus, files and link to copy. */
(() => {
  "use strict";

  const self = document.currentScript.dataset;

  let framed = null;

  const setFrame = () => {
    const sent = document.querySelector("[data-mb-frame]");
    if (!sent || sent.dataset.mbFrame === framed) return;
    framed = sent.dataset.mbFrame;
    const frame = document.getElementById("mb-frame");
    const bytes = Uint8Array.from(atob(framed), (letter) => letter.charCodeAt(0));
    const html = new TextDecoder().decode(bytes);
    document.body.classList.toggle("mb-edits", sent.dataset.mbEdits === "1");
    if (frame.mbHtml === html) return;
    const { id } = frame.contains(document.activeElement) ? document.activeElement : {};
    const tops = [...frame.querySelectorAll(".mb-filters, .mb-nav")].map((bar) => bar.scrollLeft);
    frame.innerHTML = html;
    frame.mbHtml = html;
    [...frame.querySelectorAll(".mb-filters, .mb-nav")].forEach((bar, number) => (bar.scrollLeft = tops[number]));
    if (id) document.getElementById(id)?.focus({ preventScroll: true });
  };

  // The files that a page offers stand in the frame's menu too.
  const liftFiles = () => {
    const menu = document.querySelector("[data-mb-lift]");
    if (!menu) return;
    const files = [...document.querySelectorAll("#root .mb-downloads a")];
    const lifted = menu.querySelectorAll(".mb-lifted");
    const there = [...lifted].map((item) => item.firstChild.getAttribute("href")).join();
    if (there === files.map((link) => link.getAttribute("href")).join()) return;
    lifted.forEach((item) => item.remove());
    for (const file of files) {
      const item = Object.assign(document.createElement("li"), { className: "mb-lifted" });
      item.append(Object.assign(document.createElement("a"), { textContent: file.textContent }));
      item.firstChild.setAttribute("href", file.getAttribute("href"));
      menu.append(item);
    }
  };

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll(".mb-menu[open]")) {
      if (!menu.contains(event.target) || event.target.closest?.("a")) menu.open = false;
    }
    const copy = event.target.closest?.("[data-mb-copy]");
    if (!copy) return;
    navigator.clipboard?.writeText(new URL(copy.dataset.mbCopy, location.origin).href).then(() => {
      document.getElementById("mb-status").textContent = self.copied;
      copy.classList.add("mb-done");
      setTimeout(() => copy.classList.remove("mb-done"), 2000);
    });
  });

  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && document.querySelector(".mb-menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  const onChange = () => {
    setFrame();
    liftFiles();
  };
  const what = { subtree: true, childList: true, attributes: true, attributeFilter: ["data-mb-frame"] };
  new MutationObserver(onChange).observe(document.body, what);
})();
