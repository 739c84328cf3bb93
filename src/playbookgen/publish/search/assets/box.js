/* The search box: it loads the indexes when it is first used, and shows what is found as text. */

const SHOWN = 30;
const LIT = 8; // words that are lit on the page that opens
const PAUSE = 60; // milliseconds between the last key and the search

class SearchBox {
  constructor(root) {
    this.root = root;
    this.part = (name) => root.querySelector(`.pb-search__${name}`);
    this.input = this.part("input");
    this.panel = this.part("panel");
    this.status = this.part("status");
    this.list = this.part("list");
    this.base = new URL(root.dataset.base, document.baseURI);
    this.finders = null;
    this.listen();
    root.classList.add("pb-search--ready");
  }

  listen() {
    this.input.addEventListener("focus", () => this.open());
    for (const name of ["input", "keyup", "search"]) this.input.addEventListener(name, () => this.later());
    this.part("open").addEventListener("click", () => this.begin());
    this.part("close").addEventListener("click", () => this.close(true));
    this.root.addEventListener("keydown", (event) => this.pressed(event));
    this.root.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.root.contains(event.relatedTarget)) this.close(false);
    });
    document.addEventListener("pointerdown", (event) => {
      if (!this.root.contains(event.target)) this.close(false);
    });
    document.addEventListener("keydown", (event) => this.called(event));
  }

  /** The keys that lead to the search from anywhere: “/” and Ctrl or Cmd with K. */
  called(event) {
    const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const combined = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (event.defaultPrevented || !(slash || combined)) return;
    event.preventDefault();
    this.begin();
  }

  begin() {
    this.root.classList.add("pb-search--open");
    this.input.focus();
    this.input.select();
  }

  open() {
    this.root.classList.add("pb-search--open");
    this.part("open").setAttribute("aria-expanded", "true");
    this.load();
    if (this.input.value.trim()) this.panel.hidden = false;
  }

  close(back) {
    if (!this.root.classList.contains("pb-search--open")) return;
    this.root.classList.remove("pb-search--open");
    this.part("open").setAttribute("aria-expanded", "false");
    this.panel.hidden = true;
    if (!back) return;
    const opener = this.part("open");
    if (opener.offsetParent) opener.focus();
    else this.input.blur();
  }

  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return; // Enter ends a word of Japanese first
    const links = Array.from(this.list.querySelectorAll("a"));
    const place = links.indexOf(document.activeElement);
    const steps = { ArrowDown: place + 1, ArrowUp: place - 1 };
    if (event.key === "Escape") {
      event.preventDefault();
      this.close(true);
    } else if (event.key in steps && links.length) {
      event.preventDefault();
      const next = steps[event.key];
      (next < 0 ? this.input : links[Math.min(next, links.length - 1)]).focus();
    } else if (event.key === "Enter" && event.target === this.input) {
      event.preventDefault();
      this.show();
      this.list.querySelector("a")?.click();
    }
  }

  load() {
    this.loading ??= Promise.all(this.root.dataset.indexes.split(" ").map((name) => this.loadIndex(name)))
      .then(() => {
        const finders = (window.playbookSearchIndexes ?? []).map((index) => new Finder(index));
        this.finders = finders.sort((one, other) => (one.language < other.language ? -1 : 1));
        this.show();
      })
      .catch(() => {
        this.panel.hidden = false;
        this.say(this.root.dataset.failed);
      });
  }

  /** An index is a script, because pages that are opened as files may read nothing else. */
  loadIndex(name) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(`search/${name}.js`, this.base);
      script.charset = "utf-8";
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  later() {
    if (this.input.value === this.shown) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), PAUSE);
  }

  show() {
    clearTimeout(this.timer);
    const query = this.input.value.trim();
    this.panel.hidden = !query || !this.root.classList.contains("pb-search--open");
    if (!this.finders || this.input.value === this.shown) return;
    this.shown = this.input.value;
    const results = query ? this.resultsOf(query) : [];
    this.list.replaceChildren(...results.slice(0, SHOWN).map((result) => this.item(result, query)));
    this.list.dataset.query = query;
    this.panel.scrollTop = 0;
    const words = results.length ? this.root.dataset.count : this.root.dataset.none;
    this.say(query ? words.replace("{count}", results.length).replace("{query}", query) : "");
  }

  say(words) {
    this.status.textContent = words;
  }

  /** What all languages found: the best of each in turn, first that of the one that knows most. */
  resultsOf(query) {
    const all = this.finders.map((finder) => ({ ...finder.find(query), language: finder.language }));
    all.sort((one, other) => other.score - one.score);
    const longest = Math.max(...all.map(({ found }) => found.length));
    return Array.from({ length: longest }, (_, place) =>
      all.filter(({ found }) => place < found.length)
        .map(({ found, marks, language }) => ({ section: found[place], marks, language }))).flat();
  }

  item({ section, marks, language }, query) {
    const item = element("li", "pb-search__item md-search-result__item");
    const link = element("a", "pb-search__link md-search-result__link");
    link.href = this.address(section, wordsToLight(section, marks) || query);
    link.lang = language;
    link.append(
      marked(element("span", "pb-search__title"), section.title, marks.in(section.title, section)),
      element("span", "pb-search__path", [section.above, section.name, section.within].filter(Boolean).join(" › ")),
    );
    if (section.text) {
      const { from, to } = bestPart(section.text, marks.in(section.text, section), language === "ja");
      const before = from > 0 ? "… " : "";
      const after = to < section.text.length ? " …" : "";
      const text = section.text.slice(from, to).trim().replace(/\s*\n\s*/g, " · ");
      const shown = before + text + after;
      link.append(marked(element("span", "pb-search__text"), shown, marks.in(shown, section)));
    }
    link.addEventListener("click", () => this.close(false));
    item.append(link);
    return item;
  }

  /** The page as a folder where a server serves it, as a file where it is opened as one. */
  address(section, words) {
    const isFile = this.base.protocol === "file:";
    const url = new URL(isFile ? section.page : section.page.replace(/(^|\/)index\.html$/, "$1"), this.base);
    url.searchParams.set("h", words);
    url.hash = section.anchor;
    return url.href;
  }
}

/** The words that answered, as they stand in the section: they may be others than were asked for. */
function wordsToLight(section, marks) {
  const words = [section.title, section.text].flatMap((text) =>
    marks.in(text, section).map(({ from, to }) => text.slice(from, to).toLowerCase()));
  return Array.from(new Set(words)).slice(0, LIT).join(" ");
}

function element(tag, classes, text = "") {
  const made = document.createElement(tag);
  made.className = classes;
  made.textContent = text;
  return made;
}

/** A text with its marks; never HTML, whatever is written in it. */
function marked(parent, text, ranges) {
  let place = 0;
  for (const { from, to } of ranges) {
    parent.append(text.slice(place, from), element("mark", "", text.slice(from, to)));
    place = to;
  }
  parent.append(text.slice(place));
  return parent;
}

/* On the page that was found, the words are lit, without a change to the page. */

function light(query) {
  const article = document.querySelector("article") ?? document.querySelector("main");
  if (!query || !article || !globalThis.Highlight || !CSS.highlights) return;
  const language = document.documentElement.lang.split("-")[0];
  const wanted = piecesOf(query, language).flatMap((piece) => piece.alternatives[0].parts);
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest("script, style") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const ranges = [];
  while (walker.nextNode()) {
    for (const { from, to } of placesIn(walker.currentNode.data, wanted, language)) {
      const range = new Range();
      range.setStart(walker.currentNode, from);
      range.setEnd(walker.currentNode, to);
      ranges.push(range);
    }
  }
  CSS.highlights.set("playbook-search", new Highlight(...ranges));
}

function placesIn(text, wanted, language) {
  const marks = new Marks();
  for (const [match] of text.matchAll(WORD)) {
    const word = fold(match);
    const likeness = Math.max(0, ...wanted.map((part) =>
      part.word === undefined ? 0 : alike(part, word, stemOf(word, language))));
    if (likeness >= 0.5) marks.words.set(word, likeness);
  }
  marks.characters = wanted.filter((part) => part.word === undefined).map((part) => part.pattern);
  return marks.in(text);
}

for (const root of document.querySelectorAll(".pb-search")) new SearchBox(root);
light(new URLSearchParams(location.search).get("h"));
