// `npm run -s screenshots [folder]`: a picture of every route, on a phone and a desktop, in light and dark,
// in five languages, of the stack that runs on LOCAL_DIR. A second argument picks pictures by a part of their path: `home`, `390-dark`, `1280-light-en/earnings`.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Facts, readFacts } from '../supabase/local/facts.ts';
import { runningPid } from '../supabase/local/lock.ts';
import { causeOf, StackError } from '../supabase/local/stack-error.ts';
import { settled } from './browse/settled.ts';
import { allSights, type Sight } from './browse/sights.ts';
import { DESKTOP, LANGUAGES, launchChromium, PHONE, type Visitor, welcome } from './browse/visitor.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const localDir = path.resolve(projectDir, process.env.LOCAL_DIR || '.local');
const [folder = '.local/screenshots', only = ''] = process.argv.slice(2);

function runningFacts(): Facts {
  const facts = runningPid(localDir) === undefined ? undefined : readFacts(localDir);
  if (facts === undefined) throw new StackError(`No stack runs on ${localDir}. Start it with: npm start`);
  return facts;
}

function* looks(): Generator<Visitor> {
  for (const width of [PHONE, DESKTOP])
    for (const theme of ['light', 'dark'] as const)
      for (const language of LANGUAGES) yield { width, theme, language, isMotionReduced: true };
}

/** The whole page on one picture, bars at the edges of the window where they belong. */
async function capture(page: Page, width: number, file: string): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, 6000) });
  await settled(page);
  await page.screenshot({ path: file });
}

async function takeAll(browser: Browser, facts: Facts, all: readonly Sight[], visitor: Visitor): Promise<number> {
  const width = visitor.width ?? DESKTOP;
  const look = `${width}-${visitor.theme}-${visitor.language?.slice(0, 2)}`;
  const sights = all.filter(({ name }) => `${look}/${name}`.includes(only));
  const to = path.resolve(projectDir, folder, look);
  mkdirSync(to, { recursive: true });
  for (const someone of new Set(sights.map(({ as }) => as))) {
    const context = await welcome(browser, facts, { ...visitor, ...(someone !== undefined && { as: someone }) });
    for (const sight of sights.filter(({ as }) => as === someone)) {
      const page = await context.newPage();
      await page.goto(sight.path);
      await settled(page);
      await capture(page, width, path.join(to, `${sight.name}.png`));
      await page.close();
    }
    await context.close();
  }
  return sights.length;
}

try {
  const facts = runningFacts();
  const sights = await allSights(facts);
  const browser = await launchChromium();
  let taken = 0;
  for (const look of looks()) taken += await takeAll(browser, facts, sights, look);
  await browser.close();
  process.stdout.write(`${taken} pictures in ${folder}\n`);
} catch (thrown) {
  process.stderr.write(`${thrown instanceof StackError ? thrown.message : causeOf(thrown)}\n`);
  process.exitCode = 1;
}
