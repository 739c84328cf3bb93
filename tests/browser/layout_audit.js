// Measures a drawn map in the browser: what overlaps, crosses, bends, and how large its text is.
// `layoutAudit.measure(source, options)` draws an SVG, reads it by the adapter of the tool that
// made it, and promises plain data; `layoutAudit.adapters` is where other tools' adapters join.
(() => {
  "use strict";
  const SLACK = 0.5; // px by which shapes may touch
  const ASCENT = 0.8, DESCENT = 0.22; // what letters fill above and below their baseline, in em

  // Shapes are convex polygons; lines are lists of points; all in px from the picture's corner.

  const cross = (o, a, b) => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]);
  const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);

  function hull(points) {
    const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const half = (list) => list.reduce((kept, point) => {
      while (kept.length > 1 && cross(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
      kept.push(point);
      return kept;
    }, []);
    return [...half(sorted).slice(0, -1), ...half(sorted.reverse()).slice(0, -1)];
  }

  const sides = (polygon) => polygon.map((point, at) => [point, polygon[(at + 1) % polygon.length]]);

  // How far a point lies inside the line through a and b of a polygon that turns left.
  const depth = ([a, b], point) => cross(a, b, point) / (distance(a, b) || 1);

  const holds = (polygon, points, slack) =>
    points.every((point) => sides(polygon).every((side) => depth(side, point) >= -slack));

  function box(points) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) {
      left = Math.min(left, x); right = Math.max(right, x);
      top = Math.min(top, y); bottom = Math.max(bottom, y);
    }
    return { left, top, right, bottom };
  }

  const apart = (a, b) =>
    a.left > b.right || b.left > a.right || a.top > b.bottom || b.top > a.bottom;

  const rectangle = ({ left, top, right, bottom }) =>
    [[left, top], [right, top], [right, bottom], [left, bottom]];

  // Two convex polygons meet unless a side of one has the whole other outside.
  function meet(one, other) {
    const outside = (polygon, points) => sides(polygon).some((side) =>
      points.every((point) => depth(side, point) <= SLACK));
    return !outside(one, other) && !outside(other, one);
  }

  // The length of a segment that lies inside a polygon, `inset` px from its sides.
  function inside(polygon, [a, b], inset) {
    let from = 0, to = 1;
    for (const side of sides(polygon)) {
      const first = depth(side, a) - inset, last = depth(side, b) - inset;
      if (first < 0 && last < 0) return 0;
      const at = first / (first - last);
      if (first < 0) from = Math.max(from, at);
      else if (last < 0) to = Math.min(to, at);
    }
    return Math.max(0, to - from) * distance(a, b);
  }

  const segments = (line) => line.slice(1).map((point, at) => [line[at], point]);

  // Reading an SVG

  const ELLIPSE_POINTS = 32;

  function rough(element) {
    const value = (name) => element[name].baseVal.value;
    switch (element.localName) {
      case "line":
        return [[[value("x1"), value("y1")], [value("x2"), value("y2")]]];
      case "rect": {
        const [x, y, w, h] = ["x", "y", "width", "height"].map(value);
        return [[[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]]];
      }
      case "circle":
      case "ellipse": {
        const [rx, ry] = element.localName === "circle"
          ? [value("r"), value("r")] : [value("rx"), value("ry")];
        const turn = (at) => 2 * Math.PI * at / ELLIPSE_POINTS;
        return [Array.from({ length: ELLIPSE_POINTS + 1 }, (_, at) =>
          [value("cx") + rx * Math.cos(turn(at)), value("cy") + ry * Math.sin(turn(at))])];
      }
      case "polygon":
      case "polyline": {
        const points = Array.from(element.points, ({ x, y }) => [x, y]);
        return [element.localName === "polygon" ? [...points, points[0]] : points];
      }
      default:
        return traced(element);
    }
  }

  const NUMBERS = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

  // The commands of a path's data, each with its own numbers.
  function commands(data) {
    const found = [];
    for (const [, letter, rest] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:e[-+]?\d+[^a-zA-Z]*)*)/g)) {
      const numbers = (rest.match(/[-+]?(?:\d*\.\d+|\d+\.?)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
      const count = NUMBERS[letter.toUpperCase()];
      if (!count) { found.push([letter, []]); continue; }
      for (let at = 0; at < numbers.length; at += count) {
        const again = at && "Mm".includes(letter) ? { M: "L", m: "l" }[letter] : letter;
        found.push([again, numbers.slice(at, at + count)]);
      }
    }
    return found;
  }

  // Points a few px apart on the curve that a path's data goes on with from `here`.
  function curve(here, data) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", `M${here[0]} ${here[1]}${data}`);
    const length = path.getTotalLength(), steps = Math.min(60, Math.max(10, Math.ceil(length / 4)));
    return Array.from({ length: steps }, (_, at) => {
      const { x, y } = path.getPointAtLength(length * (at + 1) / steps);
      return [x, y];
    });
  }

  // Points on a cubic curve, as `curve` gives them, but exact at its ends.
  function cubic(a, b, c, d) {
    const length = distance(a, b) + distance(b, c) + distance(c, d);
    const steps = Math.min(60, Math.max(10, Math.ceil(length / 4)));
    return Array.from({ length: steps }, (_, at) => {
      const t = (at + 1) / steps, s = 1 - t;
      return [0, 1].map((axis) => s * s * s * a[axis] + 3 * s * s * t * b[axis]
        + 3 * s * t * t * c[axis] + t * t * t * d[axis]);
    });
  }

  // A path's lines: straight parts by their ends, curves by points.
  function traced(path) {
    const lines = [];
    let start = [0, 0], here = [0, 0], bend = null;
    for (const [letter, numbers] of commands(path.getAttribute("d") ?? "")) {
      const kind = letter.toUpperCase(), from = letter === kind ? [0, 0] : here;
      const pairs = [];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        pairs.push([from[0] + numbers[at], from[1] + numbers[at + 1]]);
      }
      let parts = [pairs.at(-1)], next = null;
      if (kind === "H") parts = [[from[0] + numbers[0], here[1]]];
      else if (kind === "V") parts = [[here[0], from[1] + numbers[0]]];
      else if (kind === "Z") parts = [start];
      else if (kind === "C") { parts = cubic(here, ...pairs); next = pairs[1]; }
      else if (kind === "S") {
        const first = bend ? [2 * here[0] - bend[0], 2 * here[1] - bend[1]] : here;
        parts = cubic(here, first, ...pairs); next = pairs[0];
      } else if ("QTA".includes(kind)) parts = curve(here, `${letter}${numbers.join(" ")}`);
      if (kind === "M") { lines.push([pairs[0]]); start = pairs[0]; } else lines.at(-1).push(...parts);
      here = parts.at(-1); bend = next;
    }
    return lines.filter((line) => line.length > 1);
  }

  // A reader of elements, in px from the corner of the picture.
  function reader(svg) {
    const corner = svg.getBoundingClientRect();
    const place = (matrix) => ([x, y]) =>
      [matrix.a * x + matrix.c * y + matrix.e - corner.left,
        matrix.b * x + matrix.d * y + matrix.f - corner.top];
    const lines = (element) => rough(element).map((line) => line.map(place(element.getScreenCTM())));
    const shape = (element) => hull(lines(element).flat());
    const said = (from) => [from].flat().flatMap((element) => texts(element, place, corner));
    return { svg, corner, place, lines, shape, texts: said };
  }

  // The lines of text in an element: SVG text by its own metrics, HTML by its boxes.
  function texts(element, place, corner) {
    const found = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || parent.closest("title, desc, style, script, metadata, defs")) continue;
      if (parent.closest("foreignObject")) found.push(...flowing(node, corner));
      else if (parent.closest("text")) found.push(...written(node, parent, place));
    }
    return found;
  }

  function written(node, parent, place) {
    const count = parent.getNumberOfChars?.() ?? 0;
    if (!count) return [];
    const matrix = parent.getScreenCTM(), scale = Math.hypot(matrix.b, matrix.d);
    const em = parseFloat(getComputedStyle(parent).fontSize);
    const start = parent.getStartPositionOfChar(0), end = parent.getEndPositionOfChar(count - 1);
    const corners = [[start.x, start.y - em * ASCENT], [end.x, end.y - em * ASCENT],
      [end.x, end.y + em * DESCENT], [start.x, start.y + em * DESCENT]].map(place(matrix));
    return [{ text: node.data, size: em * scale, polygon: rectangle(box(corners)), element: parent }];
  }

  function flowing(node, corner) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const frame = node.parentElement.closest("foreignObject").getScreenCTM();
    const scale = Math.hypot(frame.b, frame.d), upright = Math.abs(frame.d) > Math.abs(frame.b);
    const size = parseFloat(getComputedStyle(node.parentElement).fontSize) * scale;
    return Array.from(range.getClientRects(), ({ left, right, top, bottom }) => {
      if (!upright) [left, right, top, bottom] = [top, bottom, left, right];
      const middle = (top + bottom) / 2 - corner.top, half = size * (ASCENT + DESCENT) / 2;
      const area = { left: left - corner.left, right: right - corner.left,
        top: middle - half, bottom: middle + half };
      return { text: node.data, size, polygon: rectangle(area), element: node.parentElement };
    });
  }

  // Our own maps. Circles have their texts beside them, some nodes are text alone, marks lie on
  // nodes, and the axis of time passes behind its ticks.
  function ours(svg, read) {
    const prefix = svg.id;
    const ref = (element, kind = "") => element.id.slice(prefix.length + 1 + kind.length);
    const nodes = Array.from(svg.querySelectorAll(".pg-node"), (element) => {
      const outline = element.querySelector(".pg-shape"), said = read.texts(element);
      const polygon = outline ? read.shape(outline) : hull(said.flatMap((text) => text.polygon));
      const marks = Array.from(element.querySelectorAll(".pg-disc"), read.shape);
      const beside = outline?.localName === "ellipse";
      return { ref: ref(element), polygon, element, beside, bare: !outline, marks, link: element.matches(".pg-link") };
    });
    const ticks = Array.from(svg.querySelectorAll(".pg-tick-ours, .pg-tick-none"), (tick) => ref(tick));
    const edges = Array.from(svg.querySelectorAll(".pg-edge"), (element) => ({
      ref: ref(element, "-edge-"), element,
      lines: Array.from(element.querySelectorAll(".pg-line")).flatMap(read.lines),
      label: element,
      passes: element.classList.contains("pg-edge-axis") ? ticks : [],
    }));
    const free = Array.from(svg.querySelectorAll(":scope > text, :scope > .pg-band"))
      .map((element) => ({ ref: "", element }));
    const bands = Array.from(svg.querySelectorAll(".pg-band"), (element) => (
      { ref: ref(element, "-band-"), box: box(read.shape(element.querySelector(".pg-shape"))) }));
    return { nodes, edges, free, bands };
  }

  const adapters = { ours };

  // What is written: in nodes, and as labels outside of them.
  function writing(scene, read) {
    const inNodes = [], labels = [];
    for (const node of scene.nodes) {
      for (const text of read.texts(node.element)) {
        (node.beside || node.bare ? labels : inNodes).push({ ...text, owner: node.ref, edge: "" });
      }
    }
    for (const edge of scene.edges) {
      if (!edge.label) continue;
      labels.push(...read.texts(edge.label).map((text) =>
        ({ ...text, owner: `edge ${edge.ref}`, edge: edge.ref })));
    }
    for (const { element } of scene.free) {
      labels.push(...read.texts(element).map((text) => ({ ...text, owner: "free", edge: "" })));
    }
    const boxed = (text) => ({ ...text, box: box(text.polygon) });
    return { inNodes: inNodes.map(boxed), labels: labels.map(boxed) };
  }

  // Faults

  const says = (text) => `“${text.text.trim()}”`;

  // A part lies on its whole on purpose, as a bar on its room; then its ref says so.
  const isPart = (part, whole) =>
    part.ref.startsWith(`${whole.ref}.`) && holds(whole.polygon, part.polygon, SLACK);

  function nodesThatOverlap(nodes) {
    const found = [];
    nodes.forEach((one, at) => nodes.slice(at + 1).forEach((other) => {
      if (apart(one.box, other.box) || !meet(one.polygon, other.polygon)) return;
      if (!isPart(one, other) && !isPart(other, one)) found.push(`${one.ref} and ${other.ref}`);
    }));
    return found;
  }

  function linesThroughNodes(edges, nodes) {
    const found = [];
    for (const edge of edges) {
      for (const node of nodes) {
        // A line that ends at a part of a node may lie on the node.
        if ([edge.source, edge.target].some((end) => `${end}.`.startsWith(`${node.ref}.`))) continue;
        if (edge.passes?.includes(node.ref) || apart(edge.box, node.box)) continue;
        const within = edge.lines.flatMap(segments)
          .reduce((sum, part) => sum + inside(node.polygon, part, 1), 0);
        if (within > 1) found.push(`${edge.ref} through ${node.ref}`);
      }
    }
    return found;
  }

  const NEAR = 24; // px of a line's end that may lie within its own node, as an arrow's head does

  function linesThroughTheirNodes(edges, nodes) {
    const byRef = new Map(nodes.map((node) => [node.ref, node]));
    return edges.flatMap((edge) => [edge.source, edge.target].filter((ref) => {
      const node = byRef.get(ref);
      return node && edge.lines.flatMap(segments)
        .reduce((sum, part) => sum + inside(node.polygon, part, 1), 0) > NEAR;
    }).map((ref) => `${edge.ref} through its own ${ref}`));
  }

  function textOutside(scene, { inNodes }) {
    const byRef = new Map(scene.nodes.map((node) => [node.ref, node]));
    return inNodes.filter((text) => !holds(byRef.get(text.owner).polygon, text.polygon, 1))
      .map((text) => `${says(text)} leaves ${text.owner}`);
  }

  const touch = (one, other) => !apart(one.box, other.box) && meet(one.polygon, other.polygon);

  function labelsOnLabels({ inNodes, labels }) {
    const all = [...labels, ...inNodes], found = [];
    all.forEach((one, at) => all.slice(at + 1).forEach((other) => {
      if (touch(one, other)) found.push(`${says(one)} and ${says(other)}`);
    }));
    return found;
  }

  function labelsOnNodes(scene, { inNodes, labels }) {
    const found = [];
    const byRef = new Map(scene.nodes.map((node) => [node.ref, node]));
    for (const node of scene.nodes) {
      for (const text of [...labels, ...inNodes]) {
        const own = byRef.get(text.owner), within = own && !own.beside;
        if (!touch(text, node) || (within && (own === node || isPart(own, node)))) continue;
        found.push(`${says(text)} of ${text.owner} on ${node.ref}`);
      }
      for (const mark of node.marks ?? []) {
        const disc = { polygon: mark, box: box(mark) };
        for (const text of [...inNodes, ...labels]) {
          if (touch(text, disc)) found.push(`${says(text)} under a mark of ${node.ref}`);
        }
      }
    }
    return found;
  }

  function linesThroughLabels(edges, { labels }, own) {
    const found = [];
    for (const edge of edges) {
      for (const text of labels) {
        if ((text.edge === edge.ref) !== own || apart(edge.box, text.box)) continue;
        const within = edge.lines.flatMap(segments)
          .reduce((sum, part) => sum + inside(text.polygon, part, 0), 0);
        if (within > 0.5) found.push(`${edge.ref} through ${says(text)}`);
      }
    }
    return found;
  }

  function outsidePage(scene, { inNodes, labels }, size) {
    const page = rectangle({ left: 0, top: 0, right: size.width, bottom: size.height });
    const things = [
      ...scene.nodes.map((node) => [node.ref, node.polygon]),
      ...[...inNodes, ...labels].map((text) => [says(text), text.polygon]),
      ...scene.edges.map((edge) => [edge.ref, edge.lines.flat()]),
    ];
    return things.filter(([, points]) => !holds(page, points, 1)).map(([name]) => name);
  }

  // Lanes: the bands that the caller says to be one, each by its ref and that of its lane

  const FOLDED = 24; // px that a lane without content may be high: a line of text with room around
  const LONGEST_ALONG = 24; // px that a line may run along a lane in which it does not begin or end

  const lanesOf = (scene, lanes = {}) => (scene.bands ?? []).filter((band) => lanes[band.ref])
    .map((band) => ({ ...band, lane: lanes[band.ref] }));

  const liesIn = (band, node) => {
    const { left, top, right, bottom } = node.box;
    return !apart(band.box, { left, right, top: (top + bottom) / 2, bottom: (top + bottom) / 2 });
  };

  function highEmptyLanes(nodes, lanes) {
    return lanes.filter((band) => !nodes.some((node) => liesIn(band, node)))
      .map((band) => [band.ref, band.box.bottom - band.box.top])
      .filter(([, height]) => height > FOLDED)
      .map(([ref, height]) => `${ref} is empty and ${Math.round(height)} px high`);
  }

  // How far a flat segment runs within a band, not on its border.
  function runIn({ left, top, right, bottom }, [[a, b], [c, d]]) {
    if (Math.abs(b - d) > SLACK || Math.min(b, d) <= top + SLACK || Math.max(b, d) >= bottom - SLACK) return 0;
    return Math.min(Math.max(a, c), right) - Math.max(Math.min(a, c), left);
  }

  function linesAlongLanes(edges, nodes, lanes) {
    const found = [];
    for (const edge of edges) {
      const ends = nodes.filter((node) => node.ref && [edge.source, edge.target].includes(node.ref));
      const own = lanes.filter((band) => ends.some((node) => liesIn(band, node))).map((band) => band.lane);
      for (const band of lanes) {
        if (own.includes(band.lane)) continue;
        const longest = Math.max(0, ...edge.lines.flatMap(segments).map((part) => runIn(band.box, part)));
        if (longest > LONGEST_ALONG) found.push(`${edge.ref} runs ${Math.round(longest)} px along ${band.ref}`);
      }
    }
    return found;
  }

  // Lines among themselves

  const STEP = 3; // px before and after a crossing at which lines must be on different sides

  function along(line, at, part, by) {
    let [here, index] = [part, at];
    let left = Math.abs(by);
    for (;;) {
      const next = by < 0 ? line[index] : line[index + 1];
      if (!next) return null;
      const length = distance(here, next);
      if (length >= left) {
        return [0, 1].map((axis) => here[axis] + (next[axis] - here[axis]) * left / length);
      }
      left -= length; here = next; index += by < 0 ? -1 : 1;
      if (index < 0 || index >= line.length - 1) return null;
    }
  }

  // Whether a line goes from one side of another to the other side, rather than touching it.
  function changesSide(line, at, point, [a, b]) {
    const before = along(line, at, point, -STEP), after = along(line, at, point, STEP);
    if (!before || !after) return false;
    const first = depth([a, b], before), last = depth([a, b], after);
    return first * last < 0 && Math.min(Math.abs(first), Math.abs(last)) > 0.1;
  }

  function crossingsOf(one, other) {
    const found = [];
    one.forEach((a, at) => at + 1 < one.length && other.forEach((c, to) => {
      if (to + 1 >= other.length) return;
      const b = one[at + 1], d = other[to + 1];
      if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])
        || Math.max(a[1], b[1]) < Math.min(c[1], d[1]) || Math.max(c[1], d[1]) < Math.min(a[1], b[1])) {
        return;
      }
      const [p, q, r, s] = [cross(c, d, a), cross(c, d, b), cross(a, b, c), cross(a, b, d)];
      if ((p < 0) === (q < 0) || (r < 0) === (s < 0)) return;
      const t = p / (p - q), point = [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      if (changesSide(one, at, point, [c, d]) && changesSide(other, to, point, [a, b])
        && found.every((known) => distance(known, point) > STEP)) found.push(point);
    }));
    return found;
  }

  // The length that two lines run on one another.
  function shared(one, other) {
    let sum = 0;
    for (const [a, b] of segments(one)) {
      const length = distance(a, b);
      if (length < 0.01) continue;
      const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
      for (const [c, d] of segments(other)) {
        if (Math.abs(depth([a, b], c)) > 1 || Math.abs(depth([a, b], d)) > 1) continue;
        const [first, last] = [c, d].map(([x, y]) => (x - a[0]) * ux + (y - a[1]) * uy);
        sum += Math.max(0, Math.min(length, Math.max(first, last)) - Math.max(0, Math.min(first, last)));
      }
    }
    return sum;
  }

  const LEAST_SHARED = 8; // px that lines must share to be seen as one

  function encounters(edges, nodes) {
    const byRef = new Map(nodes.map((node) => [node.ref, node]));
    const tally = { crossings: 0, points: [], onLines: [], merged: 0, crossed: [] };
    edges.forEach((one, at) => edges.slice(at + 1).forEach((other) => {
      if (apart(one.box, other.box)) return;
      const common = [one.source, one.target].filter((ref) => ref && [other.source, other.target].includes(ref))
        .map((ref) => byRef.get(ref)).filter(Boolean);
      const pairs = one.lines.flatMap((a) => other.lines.map((b) => [a, b]));
      const points = pairs.flatMap(([a, b]) => crossingsOf(a, b))
        .filter((point) => !common.some((node) => holds(node.polygon, [point], 2)));
      tally.crossings += points.length;
      for (const point of points) {
        if (!tally.points.some((known) => distance(known, point) < 2)) tally.points.push(point);
        tally.crossed.push(`${one.ref} × ${other.ref}`);
      }
      if (pairs.reduce((sum, [a, b]) => sum + shared(a, b), 0) < LEAST_SHARED) return;
      const together = (one.source && one.source === other.source) || (one.target && one.target === other.target);
      if (together) tally.merged += 1; else tally.onLines.push(`${one.ref} on ${other.ref}`);
    }));
    return tally;
  }

  // Bends: changes between going right, down, left and up; slanted parts, as of round corners, join.
  function bendsOf(line) {
    let bends = 0, before = null;
    for (const [[x, y], [u, v]] of segments(line)) {
      const [dx, dy] = [u - x, v - y], [w, h] = [Math.abs(dx), Math.abs(dy)];
      if (w + h < 0.05 || Math.min(w, h) > 0.2 * Math.max(w, h)) continue;
      const way = w > h ? (dx > 0 ? "right" : "left") : (dy > 0 ? "down" : "up");
      if (before && way !== before) bends += 1;
      before = way;
    }
    return bends;
  }

  function uprightShare(edges) {
    let [upright, whole] = [0, 0];
    for (const [a, b] of edges.flatMap((edge) => edge.lines.flatMap(segments))) {
      const [w, h] = [Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])];
      whole += Math.hypot(w, h);
      if (Math.min(w, h) <= 0.02 * Math.max(w, h)) upright += Math.hypot(w, h);
    }
    return whole ? upright / whole : 1;
  }

  // The whole

  function draw(source) {
    const stage = document.createElement("div");
    stage.style.cssText = "position:absolute;left:0;top:0;width:max-content";
    stage.innerHTML = source.slice(source.indexOf("<svg"));
    document.body.replaceChildren(stage);
    const svg = stage.querySelector("svg"), { width, height } = svg.viewBox.baseVal;
    if (!svg.hasAttribute("width")) svg.setAttribute("width", width);
    if (!svg.hasAttribute("height")) svg.setAttribute("height", height);
    return svg;
  }

  function withoutLengths(svg) {
    const ours = new Map();
    for (const text of svg.querySelectorAll("[textLength]")) {
      ours.set(text, parseFloat(text.getAttribute("textLength")));
      text.removeAttribute("textLength");
      text.removeAttribute("lengthAdjust");
    }
    return ours;
  }

  function widths(ours) {
    return Array.from(ours, ([text, width]) => ({
      text: text.textContent, ours: width, natural: text.getComputedTextLength(),
      bold: text.hasAttribute("font-weight"),
    }));
  }

  function connect(scene, options) {
    for (const node of scene.nodes) node.box = box(node.polygon);
    for (const edge of scene.edges) {
      const known = options.edges?.[edge.ref];
      [edge.source, edge.target] = [edge.source, edge.target].every((ref) => ref !== undefined)
        ? [edge.source, edge.target] : known ?? ["", ""];
      edge.box = box(edge.lines.flat());
    }
  }

  // The faults that depend on the letters drawn.
  function faultsOfWriting(scene, read, size) {
    const write = writing(scene, read);
    return {
      textOutside: textOutside(scene, write),
      labelsOnLabels: labelsOnLabels(write),
      labelsOnNodes: labelsOnNodes(scene, write),
      linesThroughLabels: linesThroughLabels(scene.edges, write, false),
      linesThroughOwnLabels: linesThroughLabels(scene.edges, write, true),
      outsidePage: outsidePage(scene, write, size),
    };
  }

  async function measure(source, options = {}) {
    const svg = draw(source), read = reader(svg);
    const size = svg.getBoundingClientRect();
    await document.fonts.ready; // of a picture that brings its own
    const scene = adapters[options.adapter ?? "ours"](svg, read, options);
    connect(scene, options);
    const lengths = options.fonts ? withoutLengths(svg) : new Map();
    const fonts = {};
    for (const font of options.fonts ?? [""]) {
      if (font) svg.style.fontFamily = font;
      fonts[font] = { ...faultsOfWriting(scene, read, size), widths: widths(lengths) };
    }
    const write = writing(scene, read), sizes = [...write.inNodes, ...write.labels].map((text) => text.size);
    const { crossings, points, onLines, merged, crossed } = encounters(scene.edges, scene.nodes);
    const lanes = lanesOf(scene, options.lanes);
    return {
      width: size.width, height: size.height,
      nodes: scene.nodes.map((node) => node.ref),
      edges: scene.edges.map((edge) => [edge.ref, edge.source, edge.target, edge.lines.length]),
      labels: write.labels.map((text) => [text.edge, text.text]),
      said: write.inNodes.map((text) => [text.owner, text.text]),
      links: scene.nodes.filter((node) => node.link).length,
      nodeOverlaps: nodesThatOverlap(scene.nodes),
      linesThroughNodes: linesThroughNodes(scene.edges, scene.nodes),
      linesThroughTheirNodes: linesThroughTheirNodes(scene.edges, scene.nodes),
      lanes: lanes.map((band) => band.ref),
      highEmptyLanes: highEmptyLanes(scene.nodes, lanes),
      linesAlongLanes: linesAlongLanes(scene.edges, scene.nodes, lanes),
      crossings, crossed, crossingPoints: points.length, linesOnLines: onLines, merged,
      bends: scene.edges.reduce((sum, edge) => sum + edge.lines.reduce((of, line) => of + bendsOf(line), 0), 0),
      upright: uprightShare(scene.edges),
      smallestText: sizes.length ? Math.min(...sizes) : null,
      fonts,
    };
  }

  window.layoutAudit = { measure, adapters, geometry: { hull, box, rectangle, distance, holds } };
})();
