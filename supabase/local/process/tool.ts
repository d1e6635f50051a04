import { type ChildProcess, spawn } from 'node:child_process';

export type ToolOptions = { cwd: string; env: NodeJS.ProcessEnv; user?: { uid: number; gid: number } | undefined };

const running = new Set<ChildProcess>();

/** A program that ended with a failure; the message is what it said. */
export class ToolError extends Error {
  override name = 'ToolError';
}

/** Runs a program to its end and resolves to its standard output. */
export function runTool(file: string, args: string[], { cwd, env, user }: ToolOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...user });
    running.add(child);
    const out: string[] = [];
    const all: string[] = [];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out.push(text);
      all.push(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => all.push(text));
    child.once('error', (error) => {
      running.delete(child);
      reject(new ToolError(`${file}: ${error.message}`));
    });
    child.once('close', (code) => {
      running.delete(child);
      if (code === 0) resolve(out.join(''));
      else reject(new ToolError(all.join('').trim() || `${file} ended with ${code}`));
    });
  });
}

/** Ends the programs that still run, with their own children: each has a process group of its own. */
export function killTools(): void {
  for (const child of running) {
    if (child.pid === undefined) continue;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended in this very moment.
    }
  }
}
