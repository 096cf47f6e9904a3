// Entries are shown that have the words searched for and what is chosen in every list. What tells of an entry elsewhere on
// the page (data-of) goes with it; counts follow.
const entries = [...document.querySelectorAll("[data-entry]")];
const texts = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
const lists = [...document.querySelectorAll("select[data-filter]")];
const echoes = [...document.querySelectorAll("[data-of]")];
const named = new Map(entries.map((entry) => [entry.id, entry]));

function has(entry, list) { return list.value === "" || entry.dataset[list.dataset.filter] === list.value; }

function update() {
  const wanted = search.value.trim().toLowerCase();
  const found = entries.filter((entry) => texts.get(entry).includes(wanted));
  const shown = new Set(found.filter((entry) => lists.every((list) => has(entry, list))));
  for (const entry of entries) entry.hidden = !shown.has(entry);
  for (const echo of echoes) echo.hidden = named.get(echo.dataset.of)?.hidden ?? false;
  for (const list of lists) count(list, found.filter((entry) => lists.every((other) => other === list || has(entry, other))));
  for (const group of document.querySelectorAll("[data-group]")) {
    const own = [...group.querySelectorAll("[data-entry], [data-of]")].filter((one) => !one.hidden).length;
    for (const told of group.querySelectorAll("[data-count]")) told.textContent = own;
    if (group.dataset.group === "hide") group.hidden = own === 0;
  }
  for (const told of document.querySelectorAll("[data-total]")) told.textContent = shown.size;
  document.getElementById("nothing").hidden = shown.size > 0;
  document.dispatchEvent(new Event("filtered"));
}

// Each choice tells how many entries it would show.
function count(list, among) {
  const counts = new Map();
  for (const entry of among) {
    const value = entry.dataset[list.dataset.filter];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (const choice of list.options) {
    const name = inChinese() ? choice.dataset.zh : choice.dataset.en;
    const many = choice.value === "" ? among.length : counts.get(choice.value) ?? 0;
    choice.textContent = `${name} (${many})`;
    choice.hidden = many === 0 && choice.value !== "" && !choice.selected;
  }
}

// j and k go from entry to entry of those shown.
document.addEventListener("keydown", (event) => {
  if (!plain(event) || typing(event) || !["j", "k"].includes(event.key)) return;
  const shown = entries.filter((entry) => !entry.hidden);
  const at = shown.findIndex((entry) => entry.contains(document.activeElement));
  const entry = shown[event.key === "j" ? at + 1 : at - 1];
  if (!entry) return;
  const stop = entry.matches("details") ? entry.querySelector("summary") : entry;
  if (stop === entry) entry.tabIndex = -1;
  stop.focus();
});

search.addEventListener("input", update);
for (const list of lists) list.addEventListener("change", update);
document.addEventListener("language", update);
document.getElementById("clear")?.addEventListener("click", () => {
  search.value = "";
  for (const list of lists) list.value = "";
  update();
});
update();
