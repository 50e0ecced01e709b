// Opens HTML files in headless Chromium and asserts what a reader is promised: no accessibility violation
// (axe, WCAG 2.2 A and AA), no sideways scrolling, filters and search that work, no message on the console,
// no request, and a page that prints.
//
//   npm ci --prefix .ci/browser && node .ci/browser/check.mjs [--shots DIR] FILE.html …
//
// Exit code 0 if all hold, 1 if one does not, 2 for wrong use. RECRUITCHECK_CHROMIUM names another browser.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WIDTHS = [1280, 640, 390, 320]; // 640: a 1280 px window at 200 %
const SCHEMES = ["light", "dark"];
const PAPERS = ["A4", "Letter"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const ARGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
  "--disable-default-apps", "--disable-extensions", "--disable-sync", "--metrics-recording-only", "--no-first-run",
  "--no-default-browser-check", "--disable-dev-shm-usage",
];

function readArguments(argv) {
  const files = [];
  let shots = null;
  for (let i = 0; i < argv.length; i += 1) {
    if (argv[i] === "--shots") { i += 1; shots = argv[i]; } else { files.push(resolve(argv[i])); }
  }
  const missing = files.filter((file) => !existsSync(file));
  if (files.length === 0 || missing.length > 0) {
    console.error(missing.length ? `no such file: ${missing.join(", ")}` : "usage: check.mjs [--shots DIR] FILE.html …");
    process.exit(2);
  }
  return { files, shots };
}

async function open(browser, file, problems) {
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.on("console", (message) => problems.push(`${basename(file)}: console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`${basename(file)}: script error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address) { problems.push(`${basename(file)}: request to ${request.url()}`); }
  });
  await page.goto(address, { waitUntil: "load" });
  return { context, page };
}

async function checkFilters(page, file, problems) {
  const labels = await page.locator(".filters label").all();
  for (const label of labels) {
    await label.click();
    const promised = (await label.textContent()).match(/([0-9]+)\s*$/);
    const shown = await page.locator("#findings .finding:visible, .batch tbody tr:visible").count();
    if (promised && Number(promised[1]) !== shown) {
      problems.push(`${basename(file)}: filter ${(await label.textContent()).trim()} shows ${shown}`);
    }
  }
  if (labels.length > 0) { await labels[0].click(); }
}

async function checkSearch(page, file, problems) {
  const field = page.locator("#search-field");
  if (await field.count() === 0) { return; }
  await field.fill("no subject holds these words");
  const left = await page.locator("[data-searched] tbody tr:visible").count();
  if (left !== 0) { problems.push(`${basename(file)}: a search without a result leaves ${left} rows`); }
  await field.fill("");
}

async function checkView(page, file, width, scheme, shots, problems) {
  const where = `${basename(file)} ${width} ${scheme}`;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) { problems.push(`${where}: ${overflow} px of sideways scrolling`); }
  if (shots) { await page.screenshot({ path: join(shots, `${basename(file, ".html")}-${width}-${scheme}.png`), fullPage: true }); }
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), TAGS);
  for (const violation of found.violations) {
    const nodes = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim() ?? ""})`);
    problems.push(`${where}: axe ${violation.id}: ${nodes.join("; ")}${violation.nodes.length > 3 ? " …" : ""}`);
  }
  return found.passes.length;
}

async function checkPrint(page, file, shots, problems) {
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  await page.emulateMedia({ colorScheme: "dark" }); // print must be light all the same
  const sheets = [];
  for (const format of PAPERS) {
    const path = shots ? join(shots, `${basename(file, ".html")}-${format}.pdf`) : undefined;
    const bytes = await page.pdf({ format, printBackground: true, path });
    const pages = bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (pages === 0) { problems.push(`${basename(file)}: ${format} has no page`); }
    sheets.push(`${format} ${pages} pages`);
  }
  return sheets;
}

async function checkFile(browser, file, shots, problems) {
  const { context, page } = await open(browser, file, problems);
  await checkFilters(page, file, problems);
  await checkSearch(page, file, problems);
  const sheets = await checkPrint(page, file, shots, problems);
  // What is folded must hold too. axe comes in over the debugger, which the policy of the page does not govern.
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await (await context.newCDPSession(page)).send("Runtime.evaluate", { expression: AXE });
  let passes = 0;
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) { passes += await checkView(page, file, width, scheme, shots, problems); }
  }
  await context.close();
  console.log(`${basename(file)}: ${passes} axe passes over ${WIDTHS.length * SCHEMES.length} views; ${sheets.join(", ")}`);
}

const { files, shots } = readArguments(process.argv.slice(2));
if (shots) { mkdirSync(shots, { recursive: true }); }
const problems = [];
const browser = await chromium.launch({
  executablePath: process.env.RECRUITCHECK_CHROMIUM ?? "/usr/bin/chromium", args: ARGS, headless: true,
});
try {
  for (const file of files) { await checkFile(browser, file, shots, problems); }
} finally {
  await browser.close();
}
for (const problem of problems) { console.log(`  ✗ ${problem}`); }
console.log(problems.length === 0 ? `${files.length} files: all hold` : `${files.length} files: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
