/* While a site is served: loads the page again once it has changed, and shows what is wrong. */
(() => {
  "use strict";

  const revision = new URL(document.currentScript.src).searchParams.get("revision");
  let events = null;
  let box = null;

  const follow = () => {
    if (events || document.hidden) return;
    const query = new URLSearchParams({ path: decodeURIComponent(location.pathname), revision });
    events = new EventSource(`/__playbookgen/events?${query}`);
    events.addEventListener("reload", () => {
      rest();
      location.reload();
    });
    events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
    events.addEventListener("looks", (event) => restyle(JSON.parse(event.data)));
  };

  // The old looks stay until the new ones are there.
  const restyle = (looks) => {
    for (const old of document.querySelectorAll('link[href*="stylesheets/playbookgen"]')) {
      const link = old.cloneNode();
      link.href = `${old.href.split("?")[0]}?${looks}`;
      link.addEventListener("load", () => old.remove());
      old.after(link);
    }
  };

  // A browser keeps few connections to one server: pages that nobody looks at give theirs back.
  const rest = () => {
    events?.close();
    events = null;
  };

  const show = (text) => {
    box?.remove();
    box = null;
    if (!text) return;
    box = document.createElement("section");
    box.className = "pb-live";
    box.lang = "en";
    box.setAttribute("role", "alert");
    box.setAttribute("aria-label", "Mistakes in the sources");
    const title = document.createElement("p");
    title.className = "pb-live__title";
    title.textContent = "This is the last version without mistakes";
    const close = document.createElement("button");
    close.type = "button";
    close.className = "pb-live__close";
    close.textContent = "Hide";
    close.addEventListener("click", () => box?.remove());
    const words = document.createElement("pre");
    words.className = "pb-live__words";
    words.tabIndex = 0;
    words.textContent = text;
    box.append(title, close, words);
    document.body.append(box);
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : follow()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") box?.remove();
  });
  window.addEventListener("pagehide", rest);
  window.addEventListener("pageshow", follow);
  follow();
})();
