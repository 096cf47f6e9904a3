// Opens the pages from disk in Chromium and does what a reader does.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const [folder, pictures] = process.argv.slice(2);
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
  const shown = page.locator("#side details[data-kind=people] tr:visible");
  assert.deepEqual([await shown.count(), (await shown.first().textContent()).includes("二级调研员")], [1, true]);
  await page.keyboard.press("Escape");

  const name = page.locator('#legend label[class="people"] span:visible');
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

for (const test of [recordsAndText, hostileText, ledger, targets, takePictures]) {
  await test();
  console.log(`pages: ${test.name}`);
}
await browser.close();
