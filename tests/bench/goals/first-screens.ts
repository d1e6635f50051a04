import path from 'node:path';
import { launchChromium } from '../../../scripts/browse/visitor.ts';
import { measureBudgets, strayModules } from '../../../scripts/check-size.ts';
import type { Facts } from '../../../supabase/local/facts.ts';
import { type FirstPaint, visitSignIn, visitUntilMoney } from '../first-screens/visit.ts';
import { judge, type Line } from '../report.ts';
import { openDemo } from '../world/demo.ts';

const SCREENS = { home: '/p/lantern/mira/home', earnings: '/p/lantern/mira/earnings' };
const VISITS = 3;

/** Goals 1 and 2 on the demo as a person finds it: the sizes of the build, and what Chromium really fetches. */
export async function measureFirstScreens(
  projectDir: string,
  localDir: string,
  progress: (message: string) => void,
): Promise<Line[]> {
  const stack = await openDemo(projectDir, localDir, progress);
  try {
    const dist = path.join(localDir, 'dist');
    return [...sizesOf(dist), ...(await visitsOf(stack.facts))];
  } finally {
    await stack.stop();
  }
}

function sizesOf(dist: string): Line[] {
  const sizes = measureBudgets(dist).map(({ name, kilobytes, limit }) =>
    judge({ goal: name.startsWith('sign-in') ? 1 : 2, name, value: kilobytes, unit: 'kB gzip', atMost: limit }),
  );
  const strays = strayModules(dist).length;
  return [
    ...sizes,
    judge({
      goal: 2,
      name: "brand code or chart library on a partner's first screen",
      value: strays,
      unit: 'modules',
      atMost: 0,
    }),
  ];
}

async function visitsOf(facts: Facts): Promise<Line[]> {
  const browser = await launchChromium();
  try {
    const lines = [
      judge({
        goal: 1,
        name: 'sign-in: JavaScript that Chromium fetches',
        value: await visitSignIn(browser, facts),
        unit: 'kB gzip',
        atMost: 165,
      }),
    ];
    for (const [name, at] of Object.entries(SCREENS)) {
      const visits: FirstPaint[] = [];
      for (let visit = 0; visit < VISITS; visit += 1) visits.push(await visitUntilMoney(browser, facts, at));
      lines.push(...linesOf(name, visits));
    }
    return lines;
  } finally {
    await browser.close();
  }
}

function linesOf(name: string, visits: FirstPaint[]): Line[] {
  const calls = Math.max(...visits.map(({ apiCalls }) => apiCalls));
  const kilobytes = Math.max(...visits.map((visit) => visit.kilobytes));
  return [
    judge({
      goal: 2,
      name: `partner ${name}: calls until the money is painted`,
      value: calls,
      unit: 'calls',
      atMost: 1,
    }),
    judge({
      goal: 2,
      name: `partner ${name}: everything that Chromium fetches until then`,
      value: kilobytes,
      unit: 'kB gzip',
      atMost: 200,
    }),
  ];
}
