// Opens the pages from disk in Chromium and does what a reader does.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { chromium } from "playwright-core";

const [folder, seeds, pictures] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });

async function open(name, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  const told = [];
  page.on("pageerror", (error) => told.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || told.push(request.url()));
  await page.goto(`file://${folder}/${name}.html`);
  return { page, told };
}

async function recordsAndText() {
  const { page, told } = await open("view");
  const row = page.locator("#side tr", { hasText: "仲景医药健康产业园" }).first();
  await row.click();
  assert.equal(await page.locator("#text .sel").first().textContent(), "仲景医药健康产业园");
  assert.ok(await page.locator("#text .sel").first().isVisible());
  await page.locator("#text .figures", { hasText: "211个" }).first().click();
  assert.match(await page.locator("#side tr.sel").textContent(), /211个.*项目 211 个/);
  await page.keyboard.press("j");
  assert.notEqual(await page.locator("#text .sel").first().textContent(), "211个");

  await page.locator('#legend input[data-kind="figures"]').uncheck();
  assert.ok(await page.locator('#side details[data-kind="figures"]').isHidden());
  assert.equal(await page.locator("#text .figures:not(.off)").count(), 0);

  await page.keyboard.press("/");
  await page.keyboard.type("吴书文");
  const shown = page.locator("#side details[data-kind=people] tbody tr:visible");
  assert.deepEqual([await shown.count(), (await shown.first().textContent()).includes("二级调研员")], [1, true]);
  await page.keyboard.press("Escape");

  const name = page.locator('#legend label[class="people"] :is(.en, .zh):visible');
  const before = await name.textContent();
  await page.locator("#lang").click();
  assert.notEqual(await name.textContent(), before);
  assert.deepEqual(told, [], "errors, or something loaded from elsewhere");
}

async function hostileText() {
  const { page, told } = await open("hostile");
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator("img, main b").count(), 0);
  assert.match(await page.locator("#text").textContent(), /<script>window\.broken = true<\/script>/);
  // A character of four bytes before a record shifts nothing.
  const row = page.locator("#side tr", { hasText: "3000人" }).first();
  await row.click();
  assert.equal(await page.locator("#text .sel").first().textContent(), "3000人");
  assert.deepEqual(told, []);
}

// Every choice of every list shows as many entries as it tells.
async function choices(page, entries) {
  for (const list of await page.locator("select[data-filter]").all()) {
    const told = await list.locator("option").evaluateAll((all) => all.map((one) => [one.value, Number(one.textContent.match(/\((\d+)\)$/)[1])]));
    const some = told.filter(([value, many]) => value !== "" && many > 0);
    assert.ok(some.length > 0, `${await list.getAttribute("data-filter")} chooses nothing`);
    for (const [value, many] of some) {
      await list.selectOption(value);
      assert.equal(await page.locator(`${entries}:visible`).count(), many, value);
    }
    await list.selectOption("");
  }
}

async function ledger() {
  const { page, told } = await open("ledger");
  const entry = page.locator(".delivered details").filter({ has: page.locator("summary", { hasText: "南溪大桥" }) });
  await entry.locator("summary").click();
  const sentences = entry.locator("li q");
  assert.equal(await sentences.count(), 4);
  assert.match(await sentences.last().textContent(), /南溪大桥建成通车/);
  const entries = page.locator(".board details");
  const all = await entries.count();
  await page.locator("#search").fill("老旧小区");
  const found = await page.locator(".board details:visible").allTextContents();
  assert.ok(0 < found.length && found.length < all && found.every((text) => text.includes("老旧小区")));

  // Counts follow the search.
  const shown = () => page.locator(".board details:visible").count();
  const total = async () => Number(await page.locator("[data-total]").textContent());
  const inColumn = async (state) => Number(await page.locator(`.${state} [data-count]`).textContent());
  assert.equal(await total(), found.length);
  assert.equal((await inColumn("promised")) + (await inColumn("under_way")) + (await inColumn("delivered")), found.length);
  await page.locator("#search").fill("没有这样的事");
  assert.ok(await page.locator("#nothing").isVisible());
  assert.deepEqual([await shown(), await total(), await page.locator(".timeline:visible").count()], [0, 0, 0]);

  // What is chosen in a list is shown, as many as the choice told.
  await page.locator("#clear").click();
  assert.deepEqual([await shown(), await page.locator("#nothing").isVisible()], [all, false]);
  await choices(page, ".board details");
  const state = page.locator("select[data-filter=state]");
  const choice = await state.locator("option[value=delivered]").textContent();
  await state.selectOption("delivered");
  assert.equal(choice.match(/\((\d+)\)/)[1], String(await shown()));
  assert.equal(await inColumn("promised"), 0);
  const kind = page.locator("select[data-filter=kind]");
  const projects = Number((await kind.locator("option[value=project]").textContent()).match(/\((\d+)\)/)[1]);
  await kind.selectOption("project");
  assert.equal(await shown(), projects);
  const before = await kind.locator("option[value=project]").textContent();
  await page.locator("#lang").click();
  assert.notEqual(await kind.locator("option[value=project]").textContent(), before);
  assert.deepEqual(told, []);
}

async function targets() {
  const { page, told } = await open("targets");
  const growth = page.locator("article", { hasText: "国内生产总值" }).first();
  await growth.locator("summary", { hasText: "6.5%" }).first().click();
  assert.match(await growth.locator("details[open]").first().textContent(), /地区生产总值增长6\.5%左右/);
  assert.ok((await page.locator("figure svg").count()) > 0);
  assert.match(await growth.locator("details[open] mark").first().textContent(), /6\.5%/);

  // A year's matrix leads to the series; what is chosen chooses its columns and the contents too.
  const years = page.locator("#year");
  assert.equal(await years.inputValue(), await page.locator("#year option[selected]").textContent());
  const cells = page.locator("#matrix td a");
  const many = await cells.count();
  assert.ok(many > 1);
  const href = await cells.first().getAttribute("href");
  await cells.first().click();
  assert.ok(await page.locator(`article${href}`).isVisible());
  const column = page.locator("#matrix th", { hasText: "增速" }).first();
  const before = await column.innerText();
  await page.locator("#lang").click();
  assert.notEqual(await column.innerText(), before);
  await choices(page, "article");
  const all = await page.locator(".contents li:visible").count();
  assert.equal(all, await page.locator("article:visible").count());
  await page.locator("select[data-filter=indicator]").selectOption("国内生产总值");
  const chosen = await page.locator("article:visible").count();
  assert.ok(0 < chosen && chosen < all);
  assert.equal(await page.locator(".contents li:visible").count(), chosen);
  assert.ok((await cells.count()) < many);
  await page.locator("#search").fill("没有这样的事");
  assert.ok(await page.locator("#nothing").isVisible());
  assert.equal(await page.locator(".contents:visible").count(), 0);
  assert.deepEqual(told, []);
}

// A page without one figure works: it says that there is none.
async function withoutFigures() {
  const { page, told } = await open("no-targets");
  assert.match(await page.locator("#nothing").innerText(), /No indicator/);
  await page.locator("#search").fill("学校");
  await page.locator("#lang").click();
  assert.match(await page.locator("#nothing").innerText(), /没有指标/);
  assert.deepEqual(told, []);
}

// Who speaks for a whole report is one choice, and stands on no closed card; what the page is made of is told.
async function whoIsResponsible() {
  const { page, told } = await open("many-ledger");
  const list = page.locator("select[data-filter=responsible] option");
  assert.ok((await list.count()) < 4, "the speaker of each report is a choice");
  await page.keyboard.press("j");
  const focused = () => page.evaluate(() => document.activeElement.closest("[data-entry]")?.id);
  const first = await focused();
  assert.equal(first, await page.locator(".board details:visible").first().getAttribute("id"));
  await page.keyboard.press("j");
  assert.notEqual(await focused(), first);
  await page.keyboard.press("k");
  assert.equal(await focused(), first);
  assert.ok(!(await page.locator(`#${first} summary`).innerText()).includes("陈雨桐"));
  await page.keyboard.press("Enter");
  assert.match(await page.locator(`#${first}`).innerText(), /nobody named[^]*陈雨桐/);
  await page.locator("#made summary").click();
  assert.equal(await page.locator("#made li:visible").count(), 60);
  await page.locator("#meanings summary").click();
  assert.match(await page.locator("#meanings").innerText(), /reported as done, with less than was promised/);
  assert.deepEqual(told, []);
}

// What is written in the search, and whether it is where one writes.
const written = (page) => page.evaluate(() => [document.getElementById("search").value, document.activeElement.id === "search"]);

async function keys() {
  const { page, told } = await open("view");
  const kept = await page.locator(".keys kbd:visible").allTextContents();
  for (const key of ["/", "Esc", "j", "k", "Tab", "Enter"]) assert.ok(kept.includes(key), `the page does not tell ${key}`);

  // With another key held, j and k are the browser's.
  await page.keyboard.press("j");
  const chosen = () => page.locator("#text .sel").allTextContents();
  const first = await chosen();
  assert.ok(first.length > 0);
  for (const key of ["Control+j", "Control+k", "Meta+j", "Alt+k"]) await page.keyboard.press(key);
  assert.deepEqual(await chosen(), first);
  await page.keyboard.press("j");
  assert.notDeepEqual(await chosen(), first);

  // Escape empties the search from within it alone, and not while an input method is at work.
  await page.keyboard.press("/");
  await page.keyboard.type("jk");
  assert.deepEqual(await written(page), ["jk", true]);
  const composing = () => document.getElementById("search").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", isComposing: true, bubbles: true, cancelable: true }));
  await page.evaluate(composing);
  assert.deepEqual(await written(page), ["jk", true]);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Escape");
  assert.deepEqual(await written(page), ["jk", false]);
  await page.locator("#search").focus();
  await page.keyboard.press("Escape");
  assert.deepEqual(await written(page), ["", false]);

  // A list keeps the letters by which one chooses in it.
  const { page: ledger } = await open("ledger");
  await ledger.locator("select").first().focus();
  await ledger.keyboard.press("/");
  assert.deepEqual(await written(ledger), ["", false]);
  assert.deepEqual(told, []);
}

// Records in the text and in the lists are reached and chosen without a mouse; each list is one stop of the Tab key.
async function withoutMouse() {
  const { page, told } = await open("view");
  const focused = () => page.evaluate(() => [document.activeElement.textContent, document.activeElement.closest("#text, #side tbody")?.nodeName]);
  const tabTo = async (where) => {
    for (let tries = 0; tries < 40; tries++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate((where) => document.activeElement.matches(where), where)) return;
    }
    assert.fail(`no way to ${where}`);
  };
  await tabTo("#text [role=button]");
  const [first] = await focused();
  await page.keyboard.press("ArrowRight");
  const [second] = await focused();
  assert.notEqual(second, first);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("#text [aria-current=true]").textContent(), second);
  assert.equal(await page.locator("#side tr.sel button[aria-current=true]").textContent(), second);
  await tabTo("#side tbody button");
  await page.keyboard.press("ArrowDown");
  const [name, list] = await focused();
  assert.equal(list, "TBODY");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("#side tr.sel button").textContent(), name);
  for (const stops of ["#text", '#side details[data-kind="people"] tbody']) {
    assert.equal(await page.locator(`${stops} [tabindex="0"]`).count(), 1, stops);
  }
  const records = await page.locator("#side tbody tr:visible").count();
  assert.equal(await page.locator("[data-total]").textContent(), String(records));

  // What is not shown is no stop.
  await page.locator('#legend input[data-kind="figures"]').uncheck();
  assert.equal(await page.locator("#text .figures[role=button]").count(), 0);
  await page.keyboard.press("/");
  await page.keyboard.type("王朝阳");
  const stop = page.locator('#side details[data-kind="people"] [tabindex="0"]');
  assert.deepEqual([await stop.count(), await stop.isVisible()], [1, true]);
  await page.locator("#search").fill("没有这样的事");
  assert.ok(await page.locator("[role=status] #nothing").isVisible());
  assert.deepEqual(told, []);
}

// What sticks, and what one jumps to, lies below the header, however high it is; on a phone the header leaves with the page.
async function belowTheHeader() {
  const edge = (page, of) => page.locator(of).first().evaluate((one) => one.getBoundingClientRect());
  const scrolled = (page) => page.evaluate(() => { scrollTo(0, 1500); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); });
  for (const [name, sticky] of [["view", "#side"], ["many-ledger", ".board h2"]]) {
    const { page } = await open(name);
    await scrolled(page);
    const header = await edge(page, "header");
    assert.deepEqual([header.top, header.bottom > 0], [0, true], name);
    const { top } = await edge(page, sticky);
    assert.ok(header.bottom <= top && top < header.bottom + 20, `${name}: ${sticky} at ${top}, header ends at ${header.bottom}`);
    await page.close();
  }
  for (const viewport of [{ width: 1280, height: 800 }, { width: 390, height: 800 }]) {
    const { page } = await open("many-targets", { viewport });
    const link = page.locator(".contents a").nth(3);
    const aim = await link.getAttribute("href");
    await link.click();
    const [header, heading] = [await edge(page, "header"), await edge(page, `${aim} h2`)];
    assert.ok(Math.max(header.bottom, 0) <= heading.top && heading.top < 400, `heading at ${heading.top}, header ends at ${header.bottom}`);
    await page.close();
  }
  const { page } = await open("view", { viewport: { width: 390, height: 800 } });
  await scrolled(page);
  assert.ok((await edge(page, "header")).bottom < 0);
}

async function withoutScript() {
  const { page } = await open("view", { javaScriptEnabled: false });
  assert.match(await page.locator("main").innerText(), /need JavaScript[^]*仲景医药健康产业园/);
  assert.equal(await page.locator("header input, header select, header button").filter({ visible: true }).count(), 0);
  const { page: hostile } = await open("hostile", { javaScriptEnabled: false });
  assert.match(await hostile.locator("main").innerText(), /<script>window\.broken = true<\/script>[^]*<b>惠及<\/b>3000人/);
  assert.equal(await hostile.locator("img, main b").count(), 0);
  const { page: ledger } = await open("ledger", { javaScriptEnabled: false });
  assert.ok(await ledger.locator(".board summary", { hasText: "南溪大桥" }).first().isVisible());
}

// Text of documents is marked as Chinese on the English page; on the Chinese page nothing of its own is English.
async function oneLanguage() {
  const visible = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (element.closest("script, style, noscript, kbd, svg, select") || !element.checkVisibility()) continue;
      found.push([walker.currentNode.textContent.trim(), element.closest("[lang]").lang, element.closest("[lang]") === document.documentElement]);
    }
    for (const one of document.querySelectorAll("[aria-label]")) found.push([one.getAttribute("aria-label"), document.documentElement.lang, !one.matches("figure")]);
    for (const one of document.querySelectorAll("option:not([lang])")) found.push([one.textContent, document.documentElement.lang, true]);
    return found.filter(([text]) => text !== "");
  };
  for (const name of ["view", "ledger", "moved", "targets"]) {
    const { page } = await open(name);
    const english = await page.evaluate(visible);
    const unmarked = english.filter(([text, lang]) => /\p{Script=Han}/u.test(text) && lang === "en" && !/Chart of/.test(text));
    assert.deepEqual(unmarked, [], `${name}: Chinese in an English voice`);
    await page.locator("#lang").click();
    const own = (await page.evaluate(visible)).filter(([, , ofPage]) => ofPage).map(([text]) => text);
    assert.deepEqual(own.filter((text) => /[a-z]{3,}/i.test(text) && text !== "JavaScript"), [], `${name}: English on the Chinese page`);
    assert.match(await page.title(), /^[^a-z]+$/i);
    await page.close();
  }
  const { page } = await open("view-zh");
  const side = await page.locator("#side").innerText();
  for (const told of ["政协", "拟", "目标", "计划"]) assert.ok(side.includes(told), told);
  for (const name of ["view", "ledger", "targets"]) {
    const { page } = await open(name);
    assert.equal(await page.locator("th:not([scope])").count(), 0, name);
    assert.ok((await page.locator("[role=status] [data-total]").count()) === 1, name);
    assert.equal(await page.locator("figure:not([role=img][aria-label])").count(), 0, name);
  }
}

// On paper: what is chosen in words, nothing cut off, and the page as it was afterwards.
async function paper() {
  const viewport = { width: 794, height: 1123 };
  for (const name of ["many-ledger", "many-targets", "view"]) {
    const { page } = await open(name, { viewport, colorScheme: "dark" });
    const closed = await page.locator("details:not([open])").count();
    if (name === "many-ledger") await page.locator("select[data-filter=state]").selectOption("delivered");
    if (name === "many-targets") await page.locator("#year").selectOption("2015");
    if (name === "view") await page.locator('#legend input[data-kind="terms"]').uncheck();
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    assert.equal(await page.locator("details:not([open])").count(), 0, name);
    const told = await page.locator(".printed:visible").allInnerTexts();
    assert.ok(told.some((text) => ({ "many-ledger": /delivered/, "many-targets": /2015/, view: /terms/ })[name].test(text)), `${name}: ${told}`);
    const cut = await page.evaluate(() => [document.documentElement, ...document.querySelectorAll(".wide, figure, #side")].filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    assert.equal(cut, 0, `${name} is cut off`);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-print.png` });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator("details:not([open])").count(), closed, name);
    await page.close();
  }
}

// The page of the seed tells as many records of each kind as the reviewed file has.
async function countsOfTheSeed() {
  const [golden] = JSON.parse(await readFile(seeds, "utf8"));
  const { page } = await open("view");
  for (const kind of ["people", "posts", "bodies", "places", "projects", "figures", "times", "terms", "citations", "measures"]) {
    const many = golden.speeches.reduce((sum, speech) => sum + speech[kind].length, 0);
    const group = page.locator(`#side details[data-kind="${kind}"]`);
    if (many === 0) { assert.equal(await group.count(), 0); continue; }
    assert.match(await group.locator("summary").innerText(), new RegExp(` ${many}$`), kind);
    assert.equal(await group.locator("tbody tr").count(), many, kind);
  }
}

async function takePictures() {
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of [["desktop", { width: 1280, height: 800 }], ["phone", { width: 390, height: 800 }]]) {
      for (const name of ["view", "ledger", "targets"]) {
        const { page } = await open(name, { colorScheme, viewport });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 1, `${name} is wider than the ${size} by ${overflow}`);
        if (pictures) await page.screenshot({ path: `${pictures}/${name}-${colorScheme}-${size}.png` });
        await page.close();
      }
    }
  }
}

for (const test of [recordsAndText, hostileText, ledger, targets, withoutFigures, whoIsResponsible, keys, withoutMouse, belowTheHeader, withoutScript, oneLanguage, paper, countsOfTheSeed, takePictures]) {
  await test();
  console.log(`pages: ${test.name}`);
}
await browser.close();
