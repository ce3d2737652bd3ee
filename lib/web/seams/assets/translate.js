/* Streamlit's own words are written in English in its scripts, with no way to choose. Where the page is in
   Swedish they are said in Swedish here, as they come into the page; what it tells of files that were not taken is said
   plainly in both languages. `<html lang>` follows the address. */
(() => {
  "use strict";

  // Of words.py: whole texts, and patterns for texts with values in them; in English, what we say in its place.
  const made = (patterns) => patterns.map(([from, to]) => [new RegExp(from), to.replace(/\{(\d)\}/g, "$$$1")]);
  const SENTENCES = window.mbSwedish.SENTENCES;
  const WORDS = { sv: new Map(Object.entries(window.mbSwedish.WORDS)), en: new Map() };
  const PATTERNS = { sv: made([...SENTENCES.sv, ...window.mbSwedish.PATTERNS]), en: made(SENTENCES.en) };
  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-description", "aria-valuetext"];
  // The pages' own texts are in the right language already, even where a word looks the same.
  const OURS = '[data-testid="stHtml"], [data-testid="stTable"]';
  // Labels that the pages give Streamlit's controls look like these; dialogs and the uploader speak for themselves.
  const LABELS = '[data-testid="stMarkdownContainer"]';
  const THEIRS = '[role="dialog"], [data-testid="stFileUploaderDropzone"], [data-testid="stException"]';
  const SKIPPED = new Set(["STYLE", "SCRIPT", "svg"]);
  const LONGEST = 300;
  const texts = new WeakMap(); // text node -> its English, to go back to
  const labels = new WeakMap(); // element -> { attribute: its English }

  const translated = (text) => {
    const bare = text.trim();
    if (!bare || bare.length > LONGEST) return null;
    const language = document.documentElement.lang === "en" ? "en" : "sv";
    const exact = WORDS[language].get(bare);
    if (exact !== undefined) return text.replace(bare, () => exact);
    for (const [from, to] of PATTERNS[language]) {
      if (from.test(bare)) return bare.replace(from, to);
    }
    return null;
  };

  const sayText = (node) => {
    const to = translated(node.nodeValue);
    const parent = node.parentElement;
    if (to === null || to === node.nodeValue || !parent || parent.closest(OURS)) return;
    if (parent.closest(LABELS) && !parent.closest(THEIRS)) return;
    texts.set(node, node.nodeValue);
    node.nodeValue = to;
  };

  const sayAttribute = (element, name) => {
    const from = element.getAttribute(name);
    const to = from && translated(from);
    if (!to || to === from || element.closest(OURS)) return;
    labels.set(element, { ...labels.get(element), [name]: from });
    element.setAttribute(name, to);
  };

  const walk = (root, onText, onElement) => {
    const keep = (node) => (SKIPPED.has(node.nodeName) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, keep);
    for (let node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) onText(node);
      else if (node.nodeType === Node.ELEMENT_NODE) onElement(node);
    }
  };

  const sayAll = (root) => {
    if (SKIPPED.has(root.nodeName) || root.parentElement?.closest("svg")) return;
    walk(root, sayText, (element) => {
      for (const name of ATTRIBUTES) if (element.hasAttribute(name)) sayAttribute(element, name);
    });
  };

  const unsayAll = (root) => {
    walk(
      root,
      (node) => texts.has(node) && (node.nodeValue = texts.get(node)),
      (element) => {
        for (const [name, from] of Object.entries(labels.get(element) ?? {})) element.setAttribute(name, from);
      },
    );
  };

  const follow = () => {
    const language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "sv";
    if (document.documentElement.lang === language) return;
    document.documentElement.lang = language;
    unsayAll(document.body);
    sayAll(document.body);
  };

  const onChange = (changes) => {
    follow();
    for (const change of changes) {
      if (change.type === "characterData") sayText(change.target);
      else if (change.type === "attributes") sayAttribute(change.target, change.attributeName);
      else for (const node of change.addedNodes) if (node.isConnected) sayAll(node);
    }
  };

  new MutationObserver(onChange).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  window.addEventListener("popstate", follow);
})();
