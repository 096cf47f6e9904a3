const data = JSON.parse(document.getElementById("data").textContent);
const KINDS = {
  people: ["人", "people", "人物"], posts: ["职", "posts", "职务"], bodies: ["机", "bodies", "机构"], places: ["地", "places", "地点"],
  projects: ["项", "projects", "项目"], figures: ["数", "figures", "数据"], times: ["时", "times", "时间"], terms: ["提", "terms", "提法"],
  citations: ["文", "citations", "文件"], measures: ["措", "measures", "举措"], matches: ["配", "matches", "匹配"],
};
const text = Array.from(data.text);
const records = [];
const heads = [];
for (const speech of data.document.speeches) {
  for (const section of speech.sections) heads.push(section.heading.span);
  if (speech.headline) heads.push(speech.headline.span);
  for (const kind of Object.keys(KINDS)) for (const record of speech[kind]) records.push({ kind, record, speech, parts: [] });
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
const open = new Set();
for (let index = 0; index + 1 < edges.length; index++) {
  const [from, to] = [edges[index], edges[index + 1]];
  for (const one of ends.get(from) ?? []) open.delete(one);
  for (const one of starts.get(from) ?? []) open.add(one);
  const piece = document.createElement("span");
  piece.textContent = text.slice(from, to).join("");
  const inner = [...open].filter((one) => one.kind !== "measures").sort((a, b) => length(a) - length(b))[0];
  if (inner) {
    piece.dataset.k = KINDS[inner.kind][0];
    piece.classList.add(inner.kind);
    if (inner.record.span.end === to) piece.classList.add("last");
    piece.addEventListener("click", () => select(inner, true));
  }
  if (headAt.has(from)) piece.classList.add("head");
  for (const one of open) one.parts.push(piece);
  box.append(piece);
}
function length(one) { return one.record.span.end - one.record.span.start; }

const details = {
  people: (r) => r.posts.map((p) => (p.body ?? "") + p.title).join("、"), bodies: (r) => r.kind, places: (r) => r.code ?? "",
  projects: (r) => (r.stage ?? "") + (r.aim ? " →" : ""), times: (r) => r.iso ?? "", citations: (r) => r.kind, posts: () => "", terms: () => "",
  figures: (r) => [r.of?.text, r.value, r.upper && "– " + r.upper, r.unit, r.bound, r.status].filter((x) => x != null).join(" "),
  measures: (r) => [r.actor?.text, r.verb, r.object.text, r.force, r.status].filter(Boolean).join(" · "), matches: (r) => r.pattern,
};
const side = document.getElementById("side");
const legend = document.getElementById("legend");
for (const [kind, [sign, en, zh]] of Object.entries(KINDS)) {
  const own = records.filter((one) => one.kind === kind);
  if (!own.length) continue;
  const label = document.createElement("label");
  const check = Object.assign(document.createElement("input"), { type: "checkbox", checked: true });
  check.dataset.kind = kind;
  label.className = kind;
  label.append(check, ` ${sign} `, both(en, zh), ` ${own.length}`);
  legend.append(label);
  const group = document.createElement("details");
  group.open = true;
  group.dataset.kind = kind;
  const summary = document.createElement("summary");
  summary.append(both(en, zh), ` ${own.length}`);
  const table = document.createElement("table");
  for (const one of own) {
    const row = table.insertRow();
    row.tabIndex = 0;
    row.insertCell().textContent = one.record.text;
    row.insertCell().textContent = details[kind](one.record);
    row.addEventListener("click", () => select(one, false));
    row.addEventListener("keydown", (event) => { if (event.key === "Enter") select(one, false); });
    one.row = row;
  }
  group.append(summary, table);
  side.append(group);
  check.addEventListener("change", () => {
    group.hidden = !check.checked;
    for (const one of own) for (const part of one.parts) if (part.classList.contains(kind)) part.classList.toggle("off", !check.checked);
  });
}
function both(en, zh) {
  const pair = document.createDocumentFragment();
  for (const [name, words] of [["en", en], ["zh", zh]]) {
    pair.append(Object.assign(document.createElement("span"), { className: name, textContent: words }));
  }
  return pair;
}
let selected = -1;
function select(one, fromText) {
  for (const old of document.querySelectorAll(".sel")) old.classList.remove("sel");
  for (const part of one.parts) part.classList.add("sel");
  one.row?.classList.add("sel");
  selected = records.indexOf(one);
  (fromText ? one.row : one.parts[0])?.scrollIntoView({ block: "center" });
}
document.addEventListener("keydown", (event) => {
  if (document.activeElement === search || !["j", "k"].includes(event.key)) return;
  const order = records.filter((one) => !one.row?.hidden).sort((a, b) => a.record.span.start - b.record.span.start);
  const at = order.indexOf(records[selected]) + (event.key === "j" ? 1 : -1);
  if (order[at]) select(order[at], false);
});
search.addEventListener("input", () => {
  const wanted = search.value.trim().toLowerCase();
  for (const { row } of records) row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
});
