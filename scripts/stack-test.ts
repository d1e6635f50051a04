// Keeps a test stack running for the fast loop: `npm run -s stack:test`, then `npx vitest run --project db`.
import path from 'node:path';
import { seedDemo } from '../supabase/local/demo.ts';
import { onStopSignal } from '../supabase/local/process/stop-signal.ts';
import { causeOf, StackError } from '../supabase/local/stack-error.ts';
import { startTestStack } from '../supabase/local/test-stack.ts';

const projectDir = path.resolve(import.meta.dirname, '..');
const localDir = path.resolve(projectDir, process.env.LOCAL_DIR || '.local/test');
const hasDemo = process.argv.includes('--demo');
const say = (line: string) => process.stdout.write(`${line}\n`);
const progress = (message: string) => say(`· ${message}`);

try {
  const stack = await startTestStack({
    projectDir,
    localDir,
    portal: hasDemo ? 'built' : 'none',
    progress,
    ...(hasDemo && { seed: (facts) => seedDemo(facts, progress) }),
  });
  onStopSignal(() => stack.stop());
  for (const [name, value] of Object.entries(stack.facts)) say(`${name}=${JSON.stringify(value)}`);
  say('ready; Ctrl-C stops it and removes its data');
  await stack.broken;
} catch (thrown) {
  process.stderr.write(
    `${thrown instanceof StackError ? thrown.message : `${causeOf(thrown)}\n${thrown instanceof Error ? thrown.stack : ''}`}\n`,
  );
  process.exitCode = 1;
}
