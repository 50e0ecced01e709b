// Opens HTML files in headless Chromium and asserts what a reader is promised: no accessibility violation
// (axe, WCAG 2.2 A and AA), no sideways scrolling, no message on the console, no request, and a printable page.
//
//   node .ci/browser/check.mjs [--shots DIR] FILE.html …
//
// Exit code 0 if all hold, 1 if one does not, 2 for wrong use. RECRUITCHECK_CHROMIUM names another browser.
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const WIDTHS = [1280, 390, 320];
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

async function open(browser, file, width, scheme, problems) {
  // The policy of the page stays in force; axe comes in over the debugger, which it does not govern.
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, serviceWorkers: "block" });
  const page = await context.newPage();
  const where = `${basename(file)} ${width} ${scheme}`;
  page.on("console", (message) => problems.push(`${where}: console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`${where}: script error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href) { problems.push(`${where}: request to ${request.url()}`); }
  });
  await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
  return { context, page, where };
}

async function checkScreen(browser, file, width, scheme, shots, problems) {
  const { context, page, where } = await open(browser, file, width, scheme, problems);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) { problems.push(`${where}: ${overflow} px of sideways scrolling`); }
  if (shots) { await page.screenshot({ path: join(shots, `${basename(file, ".html")}-${width}-${scheme}.png`), fullPage: true }); }
  const session = await context.newCDPSession(page);
  const { readFileSync } = await import("node:fs");
  await session.send("Runtime.evaluate", { expression: readFileSync(axePath, "utf8") });
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), TAGS);
  for (const violation of found.violations) {
    const nodes = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${node.failureSummary?.split("\n")[1]?.trim() ?? ""})`);
    problems.push(`${where}: axe ${violation.id}: ${nodes.join("; ")}${violation.nodes.length > 3 ? " …" : ""}`);
  }
  await context.close();
  return found.passes.length;
}

async function checkPrint(browser, file, shots, problems) {
  const { context, page } = await open(browser, file, 1280, "dark", problems);
  const sizes = [];
  for (const format of PAPERS) {
    const path = shots ? join(shots, `${basename(file, ".html")}-${format}.pdf`) : undefined;
    const bytes = await page.pdf({ format, printBackground: true, path });
    const sheets = bytes.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (sheets === 0) { problems.push(`${basename(file)}: ${format} has no page`); }
    sizes.push(`${format} ${sheets} pages`);
  }
  await context.close();
  return sizes;
}

const { files, shots } = readArguments(process.argv.slice(2));
if (shots) { mkdirSync(shots, { recursive: true }); }
const problems = [];
const browser = await chromium.launch({
  executablePath: process.env.RECRUITCHECK_CHROMIUM ?? "/usr/bin/chromium", args: ARGS, headless: true,
});
try {
  for (const file of files) {
    let passes = 0;
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) { passes += await checkScreen(browser, file, width, scheme, shots, problems); }
    }
    const sheets = await checkPrint(browser, file, shots, problems);
    console.log(`${basename(file)}: ${passes} axe rules passed over ${WIDTHS.length * SCHEMES.length} views; ${sheets.join(", ")}`);
  }
} finally {
  await browser.close();
}
for (const problem of problems) { console.log(`  ✗ ${problem}`); }
console.log(problems.length === 0 ? `${files.length} files: all hold` : `${files.length} files: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
