import { existsSync, rmSync } from 'node:fs';
import { type Facts, readFacts } from './facts.ts';
import { runningPid } from './lock.ts';
import { hashMigrations, migrationsDir } from './migrations.ts';
import { freePorts } from './ports.ts';
import { linkOf, removeDataFolder } from './postgres/data-folder.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';
import { StackError } from './stack-error.ts';
import { readState } from './state.ts';

export type TestStackOptions = Omit<StackOptions, 'settings'> & { projectDir: string; localDir: string };

/** A stack with data and ports of its own, new every time; stopping it removes its data. */
export async function startTestStack({ projectDir, localDir, ...options }: TestStackOptions): Promise<Stack> {
  removeData(localDir);
  const settings = { projectDir, localDir, ports: await freePorts() };
  const stack = await startStack({ settings, ...options }).catch((thrown: unknown) => {
    removeData(localDir);
    throw thrown;
  });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      removeData(localDir);
    },
  };
}

/** The connection facts of a test stack that somebody keeps running on this folder. */
export function runningTestStack(projectDir: string, localDir: string): Facts | undefined {
  if (runningPid(localDir) === undefined) return undefined;
  const facts = readFacts(localDir);
  const state = readState(localDir);
  if (!facts || !state) return undefined;
  if (state.migrationsHash === hashMigrations(migrationsDir(projectDir))) return facts;
  throw new StackError(`The test stack on ${localDir} was made by older migrations. Restart it: npm run -s stack:test`);
}

function removeData(localDir: string): void {
  const pid = runningPid(localDir);
  if (pid !== undefined)
    throw new StackError(`A test stack already runs on ${localDir} (process ${pid}). Stop it first.`);
  if (!existsSync(localDir)) return;
  removeDataFolder(linkOf(localDir));
  rmSync(localDir, { recursive: true, force: true });
}
