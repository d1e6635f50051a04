// `npm start` and `npm run dev`: the whole stack with the demo, until Ctrl-C.
import { seedDemo } from './demo.ts';
import { isDiskFull } from './disk.ts';
import type { Facts } from './facts.ts';
import { moveAside } from './fresh.ts';
import { onStopSignal } from './process/stop-signal.ts';
import { readSettings } from './settings.ts';
import { type OpeningStack, openStack } from './stack.ts';
import { causeOf, StackError } from './stack-error.ts';

const args = process.argv.slice(2);
const began = Date.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (message: string) => say(`· ${message}`);

let opening: OpeningStack | undefined;
let wantsStop = false;

onStopSignal(async () => {
  wantsStop = true;
  say('· stopping');
  await opening?.stop();
  say('· stopped; the data stays');
});

async function main(): Promise<void> {
  const unknown = args.find((arg) => arg !== '--fresh' && arg !== '--hot');
  if (unknown)
    throw new StackError(`Unknown option ${unknown}. Known: --fresh (begin anew; the old data is moved aside).`);
  const settings = readSettings(process.env);
  if (args.includes('--fresh')) {
    const aside = moveAside(settings.localDir);
    if (aside) progress(`moved the old data to ${aside}`);
  }
  opening = openStack({
    settings,
    portal: args.includes('--hot') ? 'hot' : 'built',
    progress,
    seed: (facts) => seedDemo(facts, progress),
  });
  const stack = await opening.ready;
  announce(stack.facts);
  await stack.broken;
}

function announce(facts: Facts): void {
  const width = Math.max(0, ...facts.signIns.map((signIn) => signIn.label.length));
  say(`ready ${facts.portalUrl}  (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  say(`  mailbox    ${facts.mailUrl}`);
  say(`  demo sign-ins, password ${facts.demoPassword}`);
  for (const { label, email } of facts.signIns) say(`    ${label.padEnd(width)}  ${email}`);
  say('  Ctrl-C stops everything; the data stays');
}

function explain(thrown: unknown): string {
  const message = causeOf(thrown);
  if (isDiskFull(message)) return `The disk is full. Make room, then start again. What said so:\n${message}`;
  if (thrown instanceof StackError) return message;
  return thrown instanceof Error ? (thrown.stack ?? message) : message;
}

try {
  await main();
} catch (thrown) {
  if (!wantsStop) {
    process.stderr.write(`\n${explain(thrown)}\n`);
    await opening?.stop();
    process.exit(1);
  }
}
