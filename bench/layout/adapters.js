// Reads the SVG of other tools into what the layout audit measures, by the ids n…, e… and c….
(() => {
  "use strict";
  const { adapters } = window.layoutAudit;
  const shapes = "polygon, ellipse, circle, rect, path";

  // Graphviz, and our drawing of ELK's positions: groups with our ids.
  adapters.graphviz = (svg, read) => ({
    nodes: Array.from(svg.querySelectorAll("g.node"), (element) => ({
      ref: element.id, element, polygon: read.shape(element.querySelector(shapes)),
    })),
    edges: Array.from(svg.querySelectorAll("g.edge"), (element) => ({
      ref: element.id, element, label: element,
      lines: Array.from(element.querySelectorAll("path")).flatMap(read.lines),
    })),
    free: Array.from(svg.querySelectorAll("g.cluster"), (element) => ({ element })),
  });

  // Mermaid: ids after the kind of diagram, labels apart from their lines, names of lanes apart.
  // Where lines cross, arcs lead over: they are no bends, and are taken as going straight on.
  adapters.mermaid = (svg, read) => {
    for (const line of svg.querySelectorAll("path.flowchart-link")) {
      line.setAttribute("d", line.getAttribute("d").replace(/A(?:[-\d.]+[ ,]+){5}/g, "L"));
    }
    const labels = new Map(Array.from(svg.querySelectorAll(".edgeLabels [data-id]"),
      (element) => [element.dataset.id, element]));
    return {
      nodes: Array.from(svg.querySelectorAll("g.node"), (element) => ({
        ref: element.id.match(/-(n\d+)-\d+$/)?.[1] ?? element.id, element,
        polygon: read.shape(element.querySelector(shapes)),
      })),
      edges: Array.from(svg.querySelectorAll("path.flowchart-link"), (element) => ({
        ref: element.dataset.id, element, label: labels.get(element.dataset.id),
        lines: read.lines(element),
      })),
      free: Array.from(svg.querySelectorAll(".cluster-label"), (element) => ({ element })),
    };
  };

  // D2: classes that are paths of ids, in base 64; edges are known by the nodes they join.
  adapters.d2 = (svg, read, { edges: known }) => {
    const byEnds = new Map(Object.entries(known).map(([id, [from, to]]) => [`${from} ${to}`, id]));
    const last = (path) => path.split(".").at(-1);
    const scene = { nodes: [], edges: [], free: [] };
    for (const element of svg.querySelectorAll("g[class]")) {
      let name = "";
      try { name = atob(element.classList[0]).replace("&gt;", ">"); } catch { continue; }
      const ends = name.match(/\((\S+) -> (\S+)\)\[\d+\]$/);
      if (ends) {
        scene.edges.push({
          ref: byEnds.get(`${last(ends[1])} ${last(ends[2])}`), element, label: element,
          lines: Array.from(element.querySelectorAll("path.connection")).flatMap(read.lines),
        });
      } else if (/^(c\d+\.)?n\d+$/.test(name)) {
        const outline = element.querySelector(".shape").querySelector(shapes);
        scene.nodes.push({ ref: last(name), element, polygon: read.shape(outline) });
      } else if (/^c\d+$/.test(name)) scene.free.push({ element });
    }
    return scene;
  };

  // PlantUML: a flat list, in which comments and ids of lines say what follows.
  adapters.plantuml = (svg, read, { edges: known }) => {
    const byEnds = new Map(Object.entries(known).map(([id, [from, to]]) => [`${from}->${to}`, id]));
    const items = [];
    for (const child of svg.querySelector(":scope > g").childNodes) {
      if (child.nodeType === Node.COMMENT_NODE) {
        const name = child.data.match(/(cluster|entity|link) (\w+)/);
        if (name) items.push({ kind: name[1], name: name[2], elements: [] });
      } else if (child.nodeType === Node.ELEMENT_NODE) items.at(-1)?.elements.push(child);
    }
    const scene = { nodes: [], edges: [], free: [] };
    for (const { kind, name, elements } of items) {
      const group = { querySelector: (what) => elements.find((one) => one.matches(what)) };
      const texts = elements.filter((one) => one.localName === "text");
      if (kind === "entity") {
        scene.nodes.push({ ref: name, element: texts, polygon: read.shape(group.querySelector(shapes)) });
      } else if (kind === "link") {
        const line = group.querySelector("path");
        scene.edges.push({ ref: byEnds.get(line.id), label: texts, lines: read.lines(line) });
      } else scene.free.push({ element: texts });
    }
    return scene;
  };
})();
