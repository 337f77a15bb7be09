// Looks at the pages of a portal in Chromium: with axe, with the eyes of narrow and wide screens, and at what they load.
// Prints a line for each problem, and at last how many pages it has looked at.
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const [modules, chromium, base] = process.argv.slice(2);
const require = createRequire(join(modules, "any.js"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const LANGUAGES = ["fa", "ar", "en"];
const SCREENS = [
  { width: 360, height: 800, scheme: "light" },
  { width: 360, height: 800, scheme: "dark" },
  { width: 1280, height: 900, scheme: "light" },
  { width: 1280, height: 900, scheme: "dark" },
];
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The first link of a page that leads to one thing of a room. */
async function one(language, list, room) {
  const text = await (await fetch(new URL(`${language}/${list}`, base))).text();
  const link = text.match(new RegExp(`href="/${language}/(${room}/[^"?#]+)`));
  if (!link) throw new Error(`${language}/${list} has no link to one of ${room}`);
  return link[1];
}

async function addresses(language) {
  return [
    "",
    "twinning",
    await one(language, "twinning", "twinning"),
    "networks",
    "events",
    "events?view=week&on=2027-03-21",
    "events?view=day&on=2027-03-21",
    "events?view=list",
    await one(language, "events?view=list", "events"),
    "alerts",
    await one(language, "alerts", "alerts"),
    "nothing-here",
  ].map((path) => `${language}/${path}`);
}

const problems = [];
let looked = 0;

async function look(page, screen, path) {
  const say = (what) => problems.push(`${path} at ${screen.width} px, ${screen.scheme}: ${what}`);
  const heard = (message) => {
    if (message.type() === "error" && !message.text().includes("status of 404")) say(message.text());
  };
  const asked = (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith("data:")) say(`loads ${request.url()}`);
  };
  page.on("console", heard);
  page.on("request", asked);
  await page.goto(new URL(path, base).href);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wider > 0) say(`is ${wider} px wider than the screen`);
  await page.evaluate(axe);
  const found = await page.evaluate((rules) => window.axe.run({ runOnly: rules }), RULES);
  for (const violation of found.violations) {
    say(`${violation.id}: ${violation.help}: ${violation.nodes[0].html.slice(0, 200)}`);
  }
  page.off("console", heard);
  page.off("request", asked);
  looked++;
}

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
});
try {
  const page = await browser.newPage();
  for (const screen of SCREENS) {
    await page.setViewport(screen);
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: screen.scheme }]);
    for (const language of LANGUAGES) {
      for (const path of await addresses(language)) {
        await look(page, screen, path);
      }
    }
  }
} finally {
  await browser.close();
}
problems.forEach((problem) => console.log(problem));
console.log(`${looked} pages`);
