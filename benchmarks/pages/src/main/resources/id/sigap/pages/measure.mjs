// Visits the pages of a plan (first argument: its file) in one browser, as one person would, and has Lighthouse measure each of them as often as
// the plan says. Leaves <page>-<run>.json and .html in the plan's folder.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import puppeteer from 'puppeteer-core';

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const PATIENCE = 60_000;
const WARM_UP = 5;

const steps = {
  open: (page, { target }) => page.goto(target, { waitUntil: 'load', timeout: PATIENCE }),
  fill: (page, { target, value }) => page.locator(target).setTimeout(PATIENCE).fill(value),
  check: (page, { target }) => page.locator(target).setTimeout(PATIENCE).click(),
  press: (page, { target }) =>
    Promise.all([
      page.waitForNavigation({ waitUntil: 'load', timeout: PATIENCE }),
      page.locator(target).setTimeout(PATIENCE).click(),
    ]),
};

// A page that answers a form has no address to fetch it by: it is loaded anew, which sends the form again. Lighthouse leaves the cache as it is then,
// and its look at going back (bf-cache, which has no weight) would leave the page.
async function measure(page, visit, run) {
  const again = visit.answersForm;
  if (again) {
    const wire = await page.createCDPSession();
    await wire.send('Network.clearBrowserCache');
    await wire.detach();
  }
  const result = await lighthouse(
    again ? () => page.reload({ timeout: PATIENCE }) : page.url(),
    {
      output: ['json', 'html'],
      onlyCategories: visit.categories,
      skipAudits: again ? ['bf-cache'] : null,
      logLevel: 'error',
    },
    undefined,
    page,
  );
  if (result.lhr.runtimeError) throw new Error(`${visit.name}: ${result.lhr.runtimeError.message}`);
  const [json, html] = result.report;
  writeFileSync(join(plan.folder, `${visit.name}-${run}.json`), json);
  writeFileSync(join(plan.folder, `${visit.name}-${run}.html`), html);
}

// Services just started compile themselves, on the processors that the page runs on too.
async function warmUp(page) {
  for (let look = 1; look <= WARM_UP; look++) {
    await lighthouse(page.url(), { onlyCategories: ['performance'], logLevel: 'error' }, undefined, page);
    console.log(`warming up ${look}`);
  }
}

const browser = await puppeteer.launch({
  executablePath: plan.browser,
  headless: 'shell', // a browser that has windows takes it as an order to show none
  // a container's root has no sandbox to put it in
  args: ['--no-sandbox', '--lang=id', '--accept-lang=id'],
});
try {
  const page = await browser.newPage();
  for (const visit of plan.visits) {
    for (const step of visit.steps) await steps[step.kind](page, step);
    if (visit === plan.visits[0]) await warmUp(page);
    for (let run = 1; run <= visit.runs; run++) {
      await measure(page, visit, run);
      console.log(`${visit.name} ${run}`);
    }
  }
} finally {
  await browser.close();
}
