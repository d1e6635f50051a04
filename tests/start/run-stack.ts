// Started as a program of its own by the tests beside it: a stack without demo and portal, on the
// migrations that MIGRATIONS names.
import { moveAside } from '../../supabase/local/fresh.ts';
import { onStopSignal } from '../../supabase/local/process/stop-signal.ts';
import { readSettings } from '../../supabase/local/settings.ts';
import { openStack } from '../../supabase/local/stack.ts';
import { causeOf } from '../../supabase/local/stack-error.ts';

const settings = readSettings(process.env);
const say = (line: string) => process.stdout.write(`${line}\n`);
if (process.argv.includes('--fresh')) say(`aside ${moveAside(settings.localDir)}`);

const opening = openStack({
  settings,
  portal: 'none',
  progress: (message) => say(`· ${message}`),
  ...(process.env.MIGRATIONS && { migrations: process.env.MIGRATIONS }),
});
onStopSignal(opening.stop);

try {
  const stack = await opening.ready;
  say(`ready ${JSON.stringify(stack.facts)}`);
  await stack.broken;
} catch (thrown) {
  process.stderr.write(`${causeOf(thrown)}\n`);
  await opening.stop();
  process.exit(1);
}
