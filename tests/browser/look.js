// What a page shows: headings, ids, links, and of every map its texts, boxes, colours and links.
async () => {
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

  const colour = (text) => {
    const parts = text.match(/[\d.]+/g);
    return text.startsWith("rgb") ? parts.map(Number) : null;
  };
  const opaque = (text) => {
    const parts = colour(text);
    return parts && (parts.length < 4 || parts[3] > 0) ? parts : null;
  };
  const light = (parts) => {
    const [r, g, b] = parts.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const found = opaque(getComputedStyle(at).backgroundColor);
      if (found) return found;
    }
    return [255, 255, 255];
  };
  const fills = (scope) =>
    [...scope.querySelectorAll(":scope > .pg-shape")]
      .map((shape) => opaque(getComputedStyle(shape).fill))
      .filter(Boolean);

  const naturalWidth = (text) => {
    const set = text.getAttribute("textLength");
    text.removeAttribute("textLength");
    const width = text.getComputedTextLength();
    if (set !== null) text.setAttribute("textLength", set);
    return width;
  };
  const covers = (shape, x, y) => {
    const point = shape.ownerSVGElement.createSVGPoint();
    point.x = x;
    point.y = y;
    return shape.isPointInFill(point);
  };
  // Whether both ends of a line lie in one of the outlines, at the height of its letters.
  const inside = (text, shapes) => {
    const box = text.getBBox();
    return [box.x + 0.5, box.x + box.width - 0.5].every((x) =>
      [0.35, 0.65].every((share) => shapes.some((shape) => covers(shape, x, box.y + box.height * share)))
    );
  };
  // What a text lies on: its own outline, or, for one beside it, the page and whatever bands there are.
  const groundsOf = (text, shapes, svg) => {
    const box = text.getBBox();
    const under = shapes.filter((shape) => covers(shape, box.x + box.width / 2, box.y + box.height / 2));
    const own = under.map((shape) => opaque(getComputedStyle(shape).fill)).filter(Boolean);
    return own.length ? own.slice(0, 1) : [ground(svg), ...[...svg.querySelectorAll(".pg-band")].flatMap(fills)];
  };

  const textOf = (text, svg) => {
    const owner = text.closest(".pg-node, .pg-band");
    const shapes = owner ? [...owner.querySelectorAll(":scope > .pg-shape")] : [];
    const grounds = groundsOf(text, shapes, svg);
    const ink = colour(getComputedStyle(text).fill);
    return {
      text: text.textContent,
      node: text.closest(".pg-node")?.getAttribute("class") ?? "",
      outlined: shapes.length > 0,
      inside: shapes.length === 0 || inside(text, shapes),
      set: Number(text.getAttribute("textLength")),
      natural: naturalWidth(text),
      contrast: Math.min(...grounds.map((found) => contrast(ink, found))),
    };
  };

  return {
    width: document.documentElement.scrollWidth,
    headings: [...document.querySelectorAll("h1")].map((heading) => heading.textContent.trim()),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("a[href]")]
      .map((link) => (typeof link.href === "string" ? link.href : new URL(link.href.baseVal, document.baseURI).href)),
    // Of a map drawn for desks and for phones, the one that this window shows.
    maps: [...document.querySelectorAll(".pb-map > svg")].filter((svg) => svg.checkVisibility()).map((svg) => ({
      id: svg.id,
      links: [...svg.querySelectorAll("a")].map((link) => ({
        href: new URL(link.href.baseVal, document.baseURI).href,
        node: link.getAttribute("class") ?? "",
        title: link.querySelector("title")?.textContent ?? "",
      })),
      texts: [...svg.querySelectorAll("text")].map((text) => textOf(text, svg)),
    })),
  };
}
