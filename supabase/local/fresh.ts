import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { runningPid } from './lock.ts';
import { StackError } from './stack-error.ts';

/** What makes one set of data; caches and other stacks' folders in the same place stay. */
const ownEntries = ['postgres', 'lite', 'logs', 'secrets.json', 'state.json', 'demo-orders.csv'];

/** Moves the data into a folder beside it and says where; undefined when there was none. */
export function moveAside(localDir: string): string | undefined {
  const pid = runningPid(localDir);
  if (pid !== undefined)
    throw new StackError(`A stack runs on ${localDir} (process ${pid}). Stop it before you begin anew.`);
  const present = ownEntries.filter((name) => existsSync(path.join(localDir, name)));
  if (present.length === 0) return undefined;
  const aside = path.join(localDir, `aside-${new Date().toISOString().replaceAll(':', '-').slice(0, 19)}`);
  mkdirSync(aside, { recursive: true });
  for (const name of present) renameSync(path.join(localDir, name), path.join(aside, name));
  return aside;
}
