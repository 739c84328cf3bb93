// Maps in pages: neighbours light up, and a bar of buttons zooms, fills the screen and downloads.
// Without this script a map is read, scrolled and followed just the same.
"use strict";

(() => {
  const STEP = 1.25;
  const LEAST = 0.5;
  const MOST = 4;
  const PNG_SCALE = 2;
  const TALL = 2.2; // windows, from which on a map is folded
  const SVG = "http://www.w3.org/2000/svg";
  // What a single file needs that a page gives by its style sheet.
  const LOOKS = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "font-family",
    "font-size",
    "white-space",
  ];

  class MapView {
    constructor(region) {
      this.region = region;
      this.svg = region.querySelector("svg");
      this.words = JSON.parse(region.dataset.pbWords);
      this.size = { width: this.svg.width.baseVal.value, height: this.svg.height.baseVal.value };
      this.scale = 1;
      this.pointers = new Map();
      this.frame = document.createElement("div");
      this.frame.className = "pb-frame";
      region.before(this.frame);
      this.frame.append(this.bar(), region);
      this.listen();
      if (region.offsetHeight > TALL * innerHeight) this.addFold();
    }

    // A map that is much taller than the window shows its beginning, until more is asked for.
    addFold() {
      this.more = document.createElement("button");
      this.more.type = "button";
      this.more.className = "pb-fold";
      this.more.addEventListener("click", () => {
        const folded = !this.isFolded();
        this.fold(folded);
        if (folded) this.frame.scrollIntoView({ block: "start" });
      });
      this.region.addEventListener("focusin", (event) => {
        if (event.target !== this.region) this.fold(false);
      });
      this.region.addEventListener("scroll", () => this.region.scrollTop && this.fold(false));
      this.frame.append(this.more);
      this.fold(true);
    }

    isFolded() {
      return this.frame.classList.contains("pb-frame--folded");
    }

    fold(folded) {
      if (!this.more) return;
      this.frame.classList.toggle("pb-frame--folded", folded);
      this.more.textContent = this.words[folded ? "map_more" : "map_less"];
      this.more.setAttribute("aria-expanded", String(!folded));
    }

    bar() {
      const bar = document.createElement("div");
      bar.className = "pb-bar";
      bar.setAttribute("role", "toolbar");
      bar.setAttribute("aria-label", this.words.map_tools);
      this.full = this.button("full_screen", "⛶", () => this.toggleFull());
      this.full.setAttribute("aria-pressed", "false");
      bar.append(
        this.button("zoom_out", "−", () => this.zoom(this.scale / STEP)),
        this.button("zoom_in", "+", () => this.zoom(this.scale * STEP)),
        this.button("zoom_reset", "↺", () => this.zoom(1)),
        this.full,
        this.button("download_svg", "SVG", () => this.downloadSvg()),
        this.button("download_png", "PNG", () => this.downloadPng()),
      );
      return bar;
    }

    button(word, sign, act) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.title = this.words[word];
      button.setAttribute("aria-label", this.words[word]);
      button.addEventListener("click", act);
      return button;
    }

    listen() {
      this.region.addEventListener("keydown", (event) => this.key(event));
      this.region.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
      for (const name of ["pointerdown", "pointermove", "pointerup", "pointercancel"]) {
        this.region.addEventListener(name, (event) => this.pointer(event));
      }
      this.frame.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && this.isFull()) this.toggleFull();
      });
      document.addEventListener("fullscreenchange", () => this.showFull());
      // Not on the picture itself: browsers let the keyboard stop at one that listens to focus.
      for (const name of ["mouseover", "focusin"]) {
        this.region.addEventListener(name, (event) => this.light(event.target.closest(".pg-node")));
      }
      for (const name of ["mouseleave", "focusout"]) {
        this.region.addEventListener(name, () => this.light(null));
      }
    }

    // Zooming makes the picture larger in a region that scrolls: so the reader's own ways to
    // scroll, by finger, wheel and arrow keys, are the ways to pan.
    zoom(scale, at) {
      this.fold(false);
      const to = Math.min(MOST, Math.max(LEAST, scale));
      const box = this.region.getBoundingClientRect();
      const point = at || { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const x = point.x - box.left + this.region.scrollLeft;
      const y = point.y - box.top + this.region.scrollTop;
      const factor = to / this.scale;
      this.scale = to;
      this.svg.style.width = `${this.size.width * to}px`;
      this.svg.style.height = `${this.size.height * to}px`;
      this.frame.classList.toggle("pb-frame--zoomed", to !== 1);
      this.region.scrollLeft += x * (factor - 1);
      this.region.scrollTop += y * (factor - 1);
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const acts = {
        "+": () => this.zoom(this.scale * STEP),
        "=": () => this.zoom(this.scale * STEP),
        "-": () => this.zoom(this.scale / STEP),
        0: () => this.zoom(1),
        f: () => this.toggleFull(),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    }

    wheel(event) {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      this.zoom(this.scale * Math.exp(-event.deltaY / 400), { x: event.clientX, y: event.clientY });
    }

    // One pointer of a mouse drags; two fingers pinch. One finger scrolls, which the browser does.
    pointer(event) {
      if (event.type === "pointerdown") {
        this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        this.spread = this.distance();
        return;
      }
      const last = this.pointers.get(event.pointerId);
      if (!last) return;
      if (event.type !== "pointermove") {
        this.pointers.delete(event.pointerId);
        this.spread = this.distance();
        return;
      }
      this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (this.pointers.size === 2) {
        const spread = this.distance();
        const [one, other] = [...this.pointers.values()];
        if (this.spread) {
          const middle = { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
          this.zoom((this.scale * spread) / this.spread, middle);
        }
        this.spread = spread;
      } else if (event.pointerType === "mouse") {
        this.region.scrollLeft -= event.clientX - last.x;
        this.region.scrollTop -= event.clientY - last.y;
      }
    }

    distance() {
      if (this.pointers.size !== 2) return 0;
      const [one, other] = [...this.pointers.values()];
      return Math.hypot(one.x - other.x, one.y - other.y);
    }

    isFull() {
      return document.fullscreenElement === this.frame || this.frame.classList.contains("pb-frame--full");
    }

    // Where a browser keeps the screen for itself, as on some phones, the window is filled.
    toggleFull() {
      this.fold(false);
      if (document.fullscreenElement === this.frame) document.exitFullscreen();
      else if (this.frame.classList.contains("pb-frame--full")) this.showFull(false);
      else if (this.frame.requestFullscreen) this.frame.requestFullscreen().catch(() => this.showFull(true));
      else this.showFull(true);
    }

    showFull(full = document.fullscreenElement === this.frame) {
      this.frame.classList.toggle("pb-frame--full", full);
      this.full.setAttribute("aria-pressed", String(full));
      this.full.textContent = full ? "✕" : "⛶";
      this.region.focus({ preventScroll: true });
    }

    light(node) {
      for (const lit of this.svg.querySelectorAll(".pg-lit")) lit.classList.remove("pg-lit");
      const ends = node ? this.around(node.id) : [];
      this.svg.classList.toggle("pg-lighting", ends.length > 0);
      if (!ends.length) return;
      node.classList.add("pg-lit");
      for (const end of ends) end.classList.add("pg-lit");
    }

    // The connectors of a node and the nodes at their other ends: an edge bears their names.
    around(id) {
      const root = `${this.svg.id}-`;
      const name = id.slice(root.length);
      const found = [];
      for (const side of ["from", "to"]) {
        for (const edge of this.svg.querySelectorAll(`.${CSS.escape(`pg-${side}-${name}`)}`)) {
          const away = side === "from" ? "pg-to-" : "pg-from-";
          const end = [...edge.classList].find((item) => item.startsWith(away));
          const other = end && document.getElementById(root + end.slice(away.length));
          found.push(edge, ...(other ? [other] : []));
        }
      }
      return found;
    }

    // The picture as a file of its own: every look that the page gives, written into it.
    alone() {
      const copy = this.svg.cloneNode(true);
      const pairs = [this.svg, ...this.svg.querySelectorAll("*")];
      [copy, ...copy.querySelectorAll("*")].forEach((element, index) => {
        const style = getComputedStyle(pairs[index]);
        for (const name of LOOKS) element.style.setProperty(name, style.getPropertyValue(name));
        element.classList.remove("pg-lit", "pg-lighting");
        if (element.localName === "a") element.removeAttribute("href");
      });
      copy.style.width = `${this.size.width}px`;
      copy.style.height = `${this.size.height}px`;
      const ground = document.createElementNS(SVG, "rect");
      ground.setAttribute("width", "100%");
      ground.setAttribute("height", "100%");
      ground.setAttribute("fill", this.ground());
      copy.insertBefore(ground, copy.querySelector("g, a, path, text"));
      return new XMLSerializer().serializeToString(copy);
    }

    ground() {
      for (let at = this.region; at; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (!/rgba\(.*, 0\)|transparent/.test(colour)) return colour;
      }
      return "#ffffff";
    }

    get name() {
      return this.region.dataset.playbookgenPicture.replaceAll("/", "-");
    }

    downloadSvg() {
      save(new Blob([this.alone()], { type: "image/svg+xml" }), `${this.name}.svg`);
    }

    async downloadPng() {
      const image = new Image();
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.alone())}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = this.size.width * PNG_SCALE;
      canvas.height = this.size.height * PNG_SCALE;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, `${this.name}.png`), "image/png");
    }
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  for (const region of document.querySelectorAll(".pb-map[data-pb-words]")) {
    if (region.querySelector("svg")) new MapView(region);
  }
})();
