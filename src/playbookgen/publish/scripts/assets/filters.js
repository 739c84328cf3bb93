// The table of technologies, narrowed by sales type and category; without this script all of it.
"use strict";

(() => {
  for (const bar of document.querySelectorAll("[data-pb-filters]")) {
    const table = document.getElementById(bar.dataset.pbFilters);
    if (!table) continue; // on the handbook, which is for print, it has another id
    const words = JSON.parse(bar.dataset.pbWords);
    const groups = [...table.tBodies];
    const rows = [...table.querySelectorAll("tr[data-pb-sales-types]")];
    const status = document.createElement("p");
    status.className = "pb-filters__status";
    status.setAttribute("role", "status");

    const select = (name, label, options) => {
      const box = document.createElement("label");
      const list = document.createElement("select");
      list.name = name;
      for (const [value, text] of [["", words.filter_all], ...options]) {
        list.append(new Option(text, value));
      }
      list.addEventListener("change", show);
      box.append(`${label} `, list);
      bar.append(box);
      return list;
    };

    const categories = groups.map((group) => [
      group.id,
      group.querySelector(".pb-category").textContent,
    ]);
    const types = new Map();
    for (const chip of table.querySelectorAll("[data-pb-sales-type]")) {
      types.set(chip.dataset.pbSalesType, chip.textContent);
    }
    const category = select("category", words.page_category, categories);
    const type = types.size ? select("sales-type", words.sales_types, [...types]) : { value: "" };
    bar.append(status);

    // What is for all sales types is for the chosen one, too.
    function show() {
      let shown = 0;
      for (const group of groups) {
        const chosen = !category.value || group.id === category.value;
        let some = false;
        for (const row of group.querySelectorAll("tr[data-pb-sales-types]")) {
          const held = row.dataset.pbSalesTypes.split(" ").filter(Boolean);
          const fits = !type.value || !held.length || held.includes(type.value);
          row.hidden = !(chosen && fits);
          some ||= !row.hidden;
          shown += row.hidden ? 0 : 1;
        }
        group.hidden = !some;
      }
      status.textContent = words.filter_shown
        .replace("{shown}", shown)
        .replace("{all}", rows.length);
    }
  }
})();
