const data = JSON.parse(document.getElementById("data").textContent);
// The kinds, each with the sign that marks its records in the text.
const SIGNS = { people: "人", posts: "职", bodies: "机", places: "地", projects: "项", figures: "数", times: "时", terms: "提", citations: "文", measures: "措", matches: "配" };
const text = Array.from(data.text);
const records = [];
const heads = [];
for (const speech of data.document.speeches) {
  for (const section of speech.sections) heads.push(section.heading.span);
  if (speech.headline) heads.push(speech.headline.span);
  for (const kind of Object.keys(SIGNS)) for (const record of speech[kind]) records.push({ kind, record, speech, parts: [] });
}
if (data.document.title) heads.push(data.document.title.span);

// The text is cut wherever a record or a heading begins or ends; every piece knows the records that cover it.
const cuts = new Set([0, text.length]);
for (const { record } of records) { cuts.add(record.span.start); cuts.add(record.span.end); }
for (const span of heads) { cuts.add(span.start); cuts.add(span.end); }
const edges = [...cuts].sort((a, b) => a - b);
const starts = new Map(), ends = new Map();
const note = (map, at, one) => (map.get(at) ?? map.set(at, []).get(at)).push(one);
for (const one of records) { note(starts, one.record.span.start, one); note(ends, one.record.span.end, one); }
const headAt = new Set();
for (const span of heads) for (let at = span.start; at < span.end; at++) headAt.add(at);
const box = document.getElementById("text");
const owners = new Map();
const open = new Set();
for (let index = 0; index + 1 < edges.length; index++) {
  const [from, to] = [edges[index], edges[index + 1]];
  for (const one of ends.get(from) ?? []) open.delete(one);
  for (const one of starts.get(from) ?? []) open.add(one);
  const piece = document.createElement("span");
  piece.textContent = text.slice(from, to).join("");
  const inner = [...open].filter((one) => one.kind !== "measures").sort((a, b) => length(a) - length(b))[0];
  if (inner) {
    piece.dataset.k = SIGNS[inner.kind];
    piece.classList.add(inner.kind);
    if (inner.record.span.end === to) piece.classList.add("last");
    owners.set(piece, inner);
    if (!inner.button) { inner.button = piece; press(piece, true); }
  }
  if (headAt.has(from)) piece.classList.add("head");
  for (const one of open) one.parts.push(piece);
  box.append(piece);
}
function length(one) { return one.record.span.end - one.record.span.start; }

// The piece that stands for a record among the buttons of the text, or no longer.
function press(piece, can) {
  if (can) { piece.setAttribute("role", "button"); piece.tabIndex = -1; return; }
  piece.removeAttribute("role");
  piece.removeAttribute("tabindex");
}

// What is read from a record: words of the document, and words of closed sets in the page's language.
const said = (...parts) => chinese(parts.filter((part) => part != null && part !== "").join(" "));
const word = (set, name) => both(...(data.words[set][name] ?? [name, name]));
const unless = (usual, set, name) => name !== usual && word(set, name);
const details = {
  people: (r) => [said(r.posts.map((p) => (p.body ?? "") + p.title).join("、"))],
  bodies: (r) => [word("BodyKind", r.kind)],
  places: (r) => [said(r.code)],
  projects: (r) => [r.stage && word("Stage", r.aim && r.stage !== "planned" ? `→${r.stage}` : r.stage)],
  times: (r) => [said(r.iso)],
  citations: (r) => [word("CitationKind", r.kind)],
  figures: (r) => [said(r.of?.text, r.value, r.upper && `– ${r.upper}`, r.unit), unless("exact", "Bound", r.bound), unless("level", "Change", r.change), unless("other", "FigureStatus", r.status)],
  measures: (r) => [said(r.actor?.text), said(r.verb), said(r.object.text), word("Force", r.force), r.status && word("MeasureStatus", r.status)],
  matches: (r) => [said(r.pattern)],
};
const side = document.getElementById("side");
const legend = document.getElementById("legend");
const groups = [];
for (const [kind, sign] of Object.entries(SIGNS)) {
  const own = records.filter((one) => one.kind === kind);
  if (!own.length) continue;
  const check = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
  check.dataset.kind = kind;
  const label = Object.assign(document.createElement("label"), { className: kind });
  label.append(check, " ", chinese(sign, { ariaHidden: "true" }), " ", word("RecordKind", kind), ` ${own.length}`);
  if (kind === "measures") label.append(" ", both("(in the list)", "（仅列表）"));
  legend.append(label);
  const panel = Object.assign(document.createElement("details"), { open: true });
  panel.dataset.kind = kind;
  const summary = document.createElement("summary");
  const count = Object.assign(document.createElement("span"), { textContent: own.length });
  summary.append(word("RecordKind", kind), " ", count);
  const rows = list(own, kind);
  panel.append(summary, rows);
  side.append(panel);
  groups.push({ panel, own, count, check, rows });
  check.addEventListener("change", () => {
    for (const { button, parts } of own) {
      if (button) press(button, check.checked);
      for (const part of parts) if (part.classList.contains(kind)) part.classList.toggle("off", !check.checked);
    }
    update();
  });
}

// The records of a kind: the words of each are a button.
function list(own, kind) {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const words of [["in the text", "原文"], ["read as", "读作"]].slice(0, details[kind] ? 2 : 1)) {
    const th = Object.assign(document.createElement("th"), { scope: "col" });
    th.append(both(...words));
    head.append(th);
  }
  const body = table.createTBody();
  for (const one of own) {
    one.row = body.insertRow();
    one.name = Object.assign(document.createElement("button"), { type: "button", tabIndex: -1, lang: "zh-Hans", textContent: one.record.text });
    one.row.insertCell().append(one.name);
    if (details[kind]) one.row.insertCell().append(...details[kind](one.record).filter((part) => part && part.textContent).flatMap((part, at) => (at ? [" · ", part] : [part])));
    owners.set(one.row, one);
  }
  body.addEventListener("click", (event) => select(owners.get(event.target.closest("tr")), false));
  rove(body, "button", "ArrowUp", "ArrowDown");
  return body.parentElement;
}
function chinese(textContent, more = {}) { return Object.assign(document.createElement("span"), { lang: "zh-Hans", textContent }, more); }
function both(en, zh) {
  const pair = document.createDocumentFragment();
  for (const [className, textContent] of [["en", en], ["zh", zh]]) pair.append(Object.assign(document.createElement("span"), { className, textContent }));
  return pair;
}

// Of many buttons one is reached by Tab, the others from it by two keys.
function rove(list, buttons, back, forth) {
  list.addEventListener("keydown", (event) => {
    if (!plain(event) || (event.key !== back && event.key !== forth)) return;
    event.preventDefault();
    const all = [...list.querySelectorAll(buttons)].filter((one) => !one.closest("[hidden]"));
    all[all.indexOf(event.target) + (event.key === back ? -1 : 1)]?.focus();
  });
  list.addEventListener("focusin", (event) => { if (event.target.matches(buttons)) stopAt(list, buttons, event.target); });
}
function stopAt(list, buttons, button) {
  const old = list.querySelector('[tabindex="0"]');
  if (old) old.tabIndex = -1;
  button ??= [old, ...list.querySelectorAll(buttons)].find((one) => one?.matches(buttons) && !one.closest("[hidden]"));
  if (button) button.tabIndex = 0;
}
rove(box, "[role=button]", "ArrowLeft", "ArrowRight");
box.addEventListener("click", (event) => chosenInText(event.target));
box.addEventListener("keydown", (event) => {
  if (!plain(event) || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  chosenInText(event.target);
});
function chosenInText(piece) {
  const one = owners.get(piece);
  if (one && !piece.classList.contains("off")) select(one, true);
}

let selected;
function select(one, fromText) {
  if (!one) return;
  for (const old of document.querySelectorAll(".sel")) old.classList.remove("sel");
  for (const old of document.querySelectorAll("[aria-current]")) old.removeAttribute("aria-current");
  for (const part of one.parts) part.classList.add("sel");
  one.row.classList.add("sel");
  for (const button of [one.name, one.button]) button?.setAttribute("aria-current", "true");
  selected = one;
  (fromText ? one.row : one.parts[0])?.scrollIntoView({ block: "center" });
}
const inOrder = [...records].sort((a, b) => a.record.span.start - b.record.span.start);
document.addEventListener("keydown", (event) => {
  if (!plain(event) || typing(event) || (event.key !== "j" && event.key !== "k")) return;
  const order = inOrder.filter((one) => !one.row.closest("[hidden]"));
  const next = order[order.indexOf(selected) + (event.key === "j" ? 1 : -1)];
  if (!next) return;
  (next.button ?? next.name).focus({ preventScroll: true });
  select(next, false);
});

// Rows are shown that have the words searched for, of the kinds that are ticked; counts follow.
function update() {
  const wanted = search.value.trim().toLowerCase();
  let total = 0;
  for (const { panel, own, count, check, rows } of groups) {
    let shown = 0;
    for (const { row } of own) {
      row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
      if (!row.hidden) shown += 1;
    }
    count.textContent = shown;
    panel.hidden = !check.checked || shown === 0;
    if (!panel.hidden) { total += shown; stopAt(rows, "button"); }
  }
  for (const told of document.querySelectorAll("[data-total]")) told.textContent = total;
  document.getElementById("nothing").hidden = total > 0;
  stopAt(box, "[role=button]");
}
search.addEventListener("input", update);
update();
