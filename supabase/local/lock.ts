import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StackError } from './stack-error.ts';

/** One stack per data folder: a file with the pid of the one that runs. */
export function takeLock(localDir: string): () => void {
  const file = path.join(localDir, 'stack.pid');
  const running = runningPid(localDir);
  if (running !== undefined) {
    throw new StackError(
      `A stack already runs on ${localDir} (process ${running}). Stop it first, or give this one its own folder: LOCAL_DIR=.local-2 npm start (with its own ports).`,
    );
  }
  rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
  } catch {
    throw new StackError(`Another start takes ${localDir} at this moment. Wait for it, then try again.`);
  }
  return () => {
    if (existsSync(file) && readFileSync(file, 'utf8') === String(process.pid)) rmSync(file);
  };
}

/** The pid of the stack that runs on this data folder, if one does. */
export function runningPid(localDir: string): number | undefined {
  const file = path.join(localDir, 'stack.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8'));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isNode(pid) ? pid : undefined;
}

/** Pids are re-used after a reboot; a stack is a node process. */
function isNode(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) ? readFileSync(commandLine, 'utf8').includes('node') : true;
}
