/* Runs before Streamlit's own script and is all that our scripts know of it: how it connects, whether it has run, and
   how it is told of another address. It has no interface for any of this, so its test ids and marks are read. */
window.mbStreamlit = (() => {
  "use strict";

  const home = location.origin + "/";

  // With these, Streamlit opens its socket without first asking where its server is.
  window.__streamlit = {
    BACKEND_BASE_URL: home,
    MAIN_PAGE_BASE_URL: home,
    HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false, metricsUrl: "" },
  };
  // As the inline script of its document did, which is left out.
  window.prerenderReady = false;

  // Streamlit's own scripts are asked for when the page of the document has been painted, or at once where nobody looks.
  const [script, ...parts] = document.querySelector('meta[name="mb-app"]').content.split(" ");

  const start = () => {
    for (const href of parts) {
      document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "", href }));
    }
    document.head.append(Object.assign(document.createElement("script"), { type: "module", crossOrigin: "", src: script }));
  };

  if (document.visibilityState === "hidden") start();
  else requestAnimationFrame(() => setTimeout(start));

  const app = () => document.querySelector('#root [data-testid="stApp"]');

  return {
    isConnected: () => app()?.dataset.testConnectionState === "CONNECTED",
    hasRun: () => app()?.dataset.testScriptState === "notRunning",
    // The attribute that changes when a script begins or ends.
    STATE: "data-test-script-state",
    // The element that scrolls.
    scroller: () => document.querySelector('[data-testid="stMain"]'),
    // Streamlit runs the page of the address when it is told that history moved; `mbOwn` tells it from the browser's.
    showAddress: () => window.dispatchEvent(new PopStateEvent("popstate", { state: { mbOwn: true } })),
  };
})();
