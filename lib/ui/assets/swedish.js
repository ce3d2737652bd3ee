/* Streamlit's own words are written in English in its scripts, with no way to choose. Where the page is in
   Swedish they are said in Swedish here, as they come into the page. `<html lang>` follows the address. */
(() => {
  "use strict";

  const WORDS = new Map(
    Object.entries({
      "Skip to main content": "Hoppa till huvudinnehållet",
      "Main menu": "Huvudmeny",
      "App pages": "Sidor",
      Sidebar: "Sidofält",
      "Expand sidebar": "Visa sidofältet",
      "Collapse sidebar": "Dölj sidofältet",
      "Navigate to home page": "Till startsidan",
      "Link to heading": "Länk till rubriken",
      "Scroll tabs left": "Bläddra flikarna åt vänster",
      "Scroll tabs right": "Bläddra flikarna åt höger",
      Notifications: "Meddelanden",
      "(opens in new tab)": "(öppnas i ny flik)",
      "view more": "visa mer",
      "view less": "visa mindre",
      "View more": "Visa mer",
      "View less": "Visa mindre",
      Close: "Stäng",
      Cancel: "Avbryt",
      Copy: "Kopiera",
      "Copy to clipboard": "Kopiera till urklipp",
      Copied: "Kopierat",
      Print: "Skriv ut",
      Theme: "Utseende",
      Light: "Ljust",
      Dark: "Mörkt",
      System: "Enligt systemet",
      "Running...": "Hämtar …",
      Stop: "Avbryt",
      "Stopping...": "Avbryter …",
      "Please wait...": "Vänta …",
      "Loading...": "Hämtar …",
      Connecting: "Ansluter",
      "Connecting to Streamlit server": "Ansluter till servern",
      Error: "Fel",
      "Unable to connect to Streamlit server": "Det går inte att nå servern",
      "Reconnected to server.": "Ansluten till servern igen.",
      "Connection error": "Ingen förbindelse",
      "Connection timed out.": "Servern svarade inte i tid.",
      "Network error": "Fel i nätverket",
      "Network issue": "Fel i nätverket",
      "Network Error": "Fel i nätverket",
      "Streamlit server is not responding. Are you connected to the internet?":
        "Servern svarar inte. Kontrollera nätverket och försök igen om en stund.",
      "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
        "Servern svarar inte. Om den har stoppats behöver den startas igen:",
      "Connection lost. Please wait for the app to reconnect, then try again.":
        "Förbindelsen bröts. Vänta tills sidan har anslutit igen och försök sedan en gång till.",
      "Cannot load Streamlit frontend code. This can happen when you update Streamlit while a Streamlit app is running.":
        "Sidan kunde inte hämtas helt. Det kan hända när servern just har uppdaterats.",
      "To fix this, simply reload this app by pressing": "Läs in sidan igen med",
      "Bad message format": "Oläsbart svar från servern",
      "Script execution error": "Sidan kunde inte visas",
      "Page not found": "Sidan finns inte",
      "The page that you have requested does not seem to exist. Running the app's main page.":
        "Sidan du sökte finns inte. Startsidan visas i stället.",
      "Unknown error": "Okänt fel",
      "Unknown Error": "Okänt fel",
      "Unexpected error. Please try again.": "Något gick fel. Försök igen.",
      "Try again": "Försök igen",
      Rerun: "Läs om",
      "This field is required.": "Fältet måste fyllas i.",
      "(required)": "(obligatoriskt)",
      Open: "Öppna",
      "Clear value": "Rensa valet",
      "Clear all": "Rensa alla",
      "Clear entry": "Rensa fältet",
      "Select all": "Välj alla",
      "Select...": "Välj …",
      "Selected values": "Valda värden",
      "Selectbox options": "Alternativ",
      "Multiselect options": "Alternativ",
      "Choose an option": "Välj ett alternativ",
      "Choose options": "Välj alternativ",
      "Choose or add an option": "Välj eller lägg till ett alternativ",
      "Choose or add options": "Välj eller lägg till alternativ",
      "Add an option": "Lägg till ett alternativ",
      "Add options": "Lägg till alternativ",
      "No options to select": "Det finns inget att välja",
      "No options to select.": "Det finns inget att välja.",
      "No options": "Inga alternativ",
      "No results": "Inga träffar",
      Increment: "Öka",
      Decrement: "Minska",
      "Number is above the allowed range.": "Talet är större än det högsta tillåtna.",
      "Number is below the allowed range.": "Talet är mindre än det lägsta tillåtna.",
      "Show password": "Visa lösenordet",
      "Hide password": "Dölj lösenordet",
      "Press Enter to apply": "Tryck på Enter för att använda",
      "Press Enter to submit form": "Tryck på Enter för att skicka",
      "Choose date": "Välj datum",
      "Choose date range": "Välj period",
      "Choose date and time": "Välj datum och tid",
      "Clear date": "Rensa datumet",
      "Clear dates": "Rensa datumen",
      "Date range": "Period",
      "Quick select a date range": "Välj en färdig period",
      "Past Week": "Senaste veckan",
      "Past Month": "Senaste månaden",
      "Past 3 Months": "Senaste 3 månaderna",
      "Past 6 Months": "Senaste 6 månaderna",
      "Past Year": "Senaste året",
      "Past 2 Years": "Senaste 2 åren",
      "Next month": "Nästa månad",
      "Previous month": "Föregående månad",
      "Use arrow keys to navigate dates. Enter to select. Escape to close.":
        "Piltangenterna flyttar mellan datum, Enter väljer och Escape stänger.",
      Pagination: "Sidnumrering",
      "Next page": "Nästa sida",
      "Previous page": "Föregående sida",
      Upload: "Välj fil",
      "Add files": "Lägg till filer",
      "file upload": "filuppladdning",
      "Drag and drop a file here": "Dra en fil hit",
      "Drag and drop file here": "Dra en fil hit",
      "Drag and drop files here": "Dra filer hit",
      "Browse files": "Välj fil",
      "Upload failed": "Filen kunde inte laddas upp",
      "Click to retry upload": "Tryck för att ladda upp igen",
      "Too many files": "För många filer",
      "Only one file is allowed.": "Endast en fil kan laddas upp.",
      "Download failed": "Filen kunde inte hämtas",
      Fullscreen: "Helskärm",
      "Close fullscreen": "Stäng helskärm",
      Search: "Sök",
      "Close Search": "Stäng sökningen",
      "Type to search": "Skriv för att söka",
      "Next Result": "Nästa träff",
      "Previous Result": "Föregående träff",
      "Download as CSV": "Ladda ned som CSV",
      "Show/hide columns": "Visa eller dölj kolumner",
      "Add row": "Lägg till rad",
      "Delete row(s)": "Ta bort rader",
      "Clear selection": "Rensa markeringen",
      "Dataframe column menu": "Kolumnens meny",
      "Scrollable table": "Tabell som går att rulla i sidled",
      "Copy column name": "Kopiera kolumnens namn",
      "Sort ascending": "Sortera stigande",
      "Sort descending": "Sortera fallande",
      "Pin column": "Fäst kolumnen",
      "Unpin column": "Lossa kolumnen",
      "Hide column": "Dölj kolumnen",
      Autosize: "Anpassa bredden",
      Format: "Format",
      Statistics: "Statistik",
      Automatic: "Automatiskt",
      Localized: "Lokalt format",
      Plain: "Utan format",
      Compact: "Kompakt",
      Dollar: "Dollar",
      Euro: "Euro",
      Percent: "Procent",
      Scientific: "Grundpotensform",
      Distinct: "Olika värden",
      Empty: "Tomma",
      Count: "Antal",
      Minimum: "Minsta",
      Maximum: "Största",
      Average: "Medelvärde",
      Median: "Median",
      Sum: "Summa",
      "Standard deviation": "Standardavvikelse",
      "25th percentile": "25:e percentilen",
      "75th percentile": "75:e percentilen",
      "Based on sample": "Beräknat på ett urval",
      "No data": "Inga uppgifter",
      "No content": "Inget innehåll",
      empty: "tom",
    }),
  );

  const PATTERNS = [
    [/^([\d.,]+) ?([kKMG]?B) per file(.*)$/, "högst $1 $2 per fil$3"],
    [/^Limit ([\d.,]+) ?([kKMG]?B) per file(.*)$/, "Högst $1 $2 per fil$3"],
    [/^(?:Error: )?File must be ([\d.,]+) ?([kKMG]?B) or smaller\.$/, "Filen får vara högst $1 $2."],
    [/^(?:Error: )?(\S+) files are not allowed\.$/, "Filer av typen $1 kan inte användas."],
    [/^Remove (.+)$/, "Ta bort $1"],
    [/^Add: (.+)$/, "Lägg till: $1"],
    [/^Select (\d+) matches$/, "Välj $1 träffar"],
    [/^Page (\d+)$/, "Sida $1"],
    [/^Shortcut (.+)$/, "Kortkommando $1"],
    [/^Selected (.+)\. (.+)$/, "Valt: $1. $2"],
    [/^Press (.+)\+Enter to apply$/, "Tryck på $1+Enter för att använda"],
    [/^Press (.+)\+Enter to submit form$/, "Tryck på $1+Enter för att skicka"],
    [/^(.+) start date$/, "$1, första dag"],
    [/^(.+) end date$/, "$1, sista dag"],
    [/^Connection failed with status (.+)$/, "Anslutningen misslyckades ($1)"],
    [/^You have requested page \/(.*), but no corresponding file was found.*$/, "Sidan /$1 finns inte."],
    [/^Cannot connect to Streamlit \(HTTP status: (\d+)\)\..*$/, "Servern släpper inte in anslutningen ($1)."],
  ];

  const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt", "aria-description"];
  // What the pages say themselves is in the right language already, even where a word looks the same.
  const OURS =
    '[data-testid="stHtml"], [data-testid="stTable"], .js-plotly-plot, [data-mb-own], [data-testid="stMarkdownContainer"]:not([role="dialog"] *)';
  const SKIPPED = new Set(["STYLE", "SCRIPT", "svg"]);
  const LONGEST = 300;
  const texts = new WeakMap(); // text node -> its English, to go back to
  const labels = new WeakMap(); // element -> { attribute: its English }

  const swedish = (text) => {
    const bare = text.trim();
    if (!bare || bare.length > LONGEST) return null;
    const exact = WORDS.get(bare);
    if (exact !== undefined) return text.replace(bare, () => exact);
    for (const [from, to] of PATTERNS) {
      if (from.test(bare)) return bare.replace(from, to);
    }
    return null;
  };

  const sayText = (node) => {
    const to = swedish(node.nodeValue);
    if (to === null || to === node.nodeValue || node.parentElement?.closest(OURS)) return;
    texts.set(node, node.nodeValue);
    node.nodeValue = to;
  };

  const sayAttribute = (element, name) => {
    const from = element.getAttribute(name);
    const to = from && swedish(from);
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
    if (language === "sv") sayAll(document.body);
    else unsayAll(document.body);
  };

  const onChange = (changes) => {
    follow();
    if (document.documentElement.lang !== "sv") return;
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
