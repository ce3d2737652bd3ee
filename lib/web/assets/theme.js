/* The dark or bright look of slides: the system's, until the presenter says otherwise. */

const theme = {
  begin() {
    const dark = sessionStorage.getItem("mb-dark");
    theme.paint(dark ? dark === "1" : matchMedia("(prefers-color-scheme: dark)").matches);
  },

  toggle() {
    const dark = !document.documentElement.classList.contains("v-dark");
    sessionStorage.setItem("mb-dark", dark ? "1" : "0");
    theme.paint(dark);
  },

  // The tokens of the dark theme stand in a media rule: here the rule holds when the presenter says so.
  paint(dark) {
    document.documentElement.classList.toggle("v-dark", dark);
    for (const sheet of document.styleSheets) {
      for (const rule of sheet.cssRules) {
        if (rule instanceof CSSMediaRule && /prefers-color-scheme|^all$|^not all$/.test(rule.media.mediaText)) {
          rule.media.mediaText = dark ? "all" : "not all";
        }
      }
    }
  },
};
