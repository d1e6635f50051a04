import { readdirSync, readFileSync } from 'node:fs';

type Running = { readonly pid: number; readonly parent: number };

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A process that has just ended.
    return '';
  }
}

/** The process whose command line names this text, and everything it started (Linux only). */
export function processTree(named: string): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name): Running => {
      const [, parent] = readOr(`/proc/${name}/stat`)
        .replace(/^.*\) /, '')
        .split(' ');
      return { pid: Number(name), parent: Number(parent) };
    });
  const found = new Set(
    all
      .filter(({ pid }) => pid !== process.pid && readOr(`/proc/${pid}/cmdline`).includes(named))
      .map(({ pid }) => pid),
  );
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/**
 * What these processes hold together, in MB, shared memory counted once. Pages of files are left out: the program's own
 * are shared with every other Chromium of the machine, and weigh more whenever one of those ends.
 */
export function heldMegabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const all = readOr(`/proc/${pid}/smaps_rollup`).matchAll(/^Pss_(?:Anon|Shmem):\s+(\d+)/gm);
    return [...all].reduce((sum, [, value]) => sum + Number(value), 0);
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}
