// Places by indicators, of one year: target, then what was reported. A click leads to the series.
const cells = JSON.parse(document.getElementById("cells")?.textContent ?? "[]");
const year = document.getElementById("year");
const matrix = document.getElementById("matrix");

// What is compared in a column, in both languages, of which the page shows its own.
function heading({ indicator, en, zh }) {
  const th = head("col");
  const aspect = Object.entries({ en, zh }).map(([className, textContent]) => Object.assign(document.createElement("span"), { className, textContent }));
  th.append(Object.assign(document.createElement("span"), { lang: "zh-Hans", textContent: indicator }), " ", ...aspect);
  return th;
}

function head(scope, of = {}) { return Object.assign(document.createElement("th"), { scope }, of); }

function draw() {
  const shown = cells.filter((cell) => cell.year === year.value && !document.getElementById(cell.of).hidden);
  const columns = [...new Map(shown.map((cell) => [`${cell.indicator} ${cell.en}`, cell])).values()];
  const rows = [...new Set(shown.map((cell) => cell.place))].sort((a, b) => a.localeCompare(b, "zh"));
  matrix.replaceChildren();
  document.getElementById("printed-year").textContent = year.value;
  matrix.createTHead().insertRow().append(document.createElement("td"), ...columns.map(heading));
  const body = matrix.createTBody();
  for (const place of rows) {
    const row = body.insertRow();
    row.append(head("row", { lang: "zh-Hans", textContent: place }));
    for (const column of columns) {
      const cell = row.insertCell();
      const own = shown.find((one) => one.place === place && one.indicator === column.indicator && one.en === column.en);
      if (!own) continue;
      const link = Object.assign(document.createElement("a"), { href: `#${own.of}`, lang: "zh-Hans" });
      link.textContent = [own.target && `□ ${own.target}`, own.result && `● ${own.result}`].filter(Boolean).join("  ");
      cell.append(link);
    }
  }
  matrix.parentElement.parentElement.hidden = cells.length === 0;
}
year?.addEventListener("change", draw);
if (year) { document.addEventListener("filtered", draw); draw(); }
