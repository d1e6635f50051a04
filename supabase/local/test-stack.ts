import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Facts, readFacts } from './facts.ts';
import { runningPid } from './lock.ts';
import { hashMigrations, migrationsDir } from './migrations.ts';
import { freePorts } from './ports.ts';
import { linkOf, removeDataFolder } from './postgres/data-folder.ts';
import { type OpeningStack, openStack, type Stack, type StackOptions } from './stack.ts';
import { StackError } from './stack-error.ts';
import { readState } from './state.ts';

export type TestStackOptions = Omit<StackOptions, 'settings'> & { projectDir: string; localDir: string };

/** A stack with data and ports of its own, new every time; stopping it removes its data. */
export async function openTestStack({ projectDir, localDir, ...options }: TestStackOptions): Promise<OpeningStack> {
  sweepTestFolders(path.dirname(localDir));
  removeData(localDir);
  const opening = openStack({ settings: { projectDir, localDir, ports: await freePorts() }, ...options });

  async function stop(): Promise<void> {
    await opening.stop();
    removeData(localDir);
  }

  async function start(): Promise<Stack> {
    try {
      return { ...(await opening.ready), stop };
    } catch (thrown) {
      removeData(localDir);
      throw thrown;
    }
  }

  return { ready: start(), stop };
}

export async function startTestStack(options: TestStackOptions): Promise<Stack> {
  return await (await openTestStack(options)).ready;
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

/** Folders of checks carry their process in the name; a run that was killed could not remove its own. */
function sweepTestFolders(parent: string): void {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const pid = Number(/^(?:test|types|probe|bench)-(\d+)/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) removeData(path.join(parent, name));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // The process of another user answers EPERM: it is there all the same.
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}
