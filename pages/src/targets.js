// Places by indicators, of one year: target, then what was reported. A click leads to the series.
const cells = JSON.parse(document.getElementById("cells").textContent);
const year = document.getElementById("year");
const matrix = document.getElementById("matrix");

function draw() {
  const shown = cells.filter((cell) => cell.year === year.value && !document.getElementById(cell.of).hidden);
  const columns = [...new Set(shown.map((cell) => cell.column))];
  const rows = [...new Set(shown.map((cell) => cell.place))].sort((a, b) => a.localeCompare(b, "zh"));
  matrix.replaceChildren();
  const head = matrix.createTHead().insertRow();
  for (const name of ["", ...columns]) head.append(Object.assign(document.createElement("th"), { textContent: name }));
  const body = matrix.createTBody();
  for (const place of rows) {
    const row = body.insertRow();
    row.append(Object.assign(document.createElement("th"), { textContent: place }));
    for (const column of columns) {
      const cell = row.insertCell();
      const own = shown.find((one) => one.place === place && one.column === column);
      if (!own) continue;
      const link = Object.assign(document.createElement("a"), { href: `#${own.of}` });
      link.textContent = [own.target && `□ ${own.target}`, own.result && `● ${own.result}`].filter(Boolean).join("  ");
      cell.append(link);
    }
  }
  matrix.parentElement.parentElement.hidden = cells.length === 0;
}
year?.addEventListener("change", draw);
if (year) { document.addEventListener("filtered", draw); draw(); }
