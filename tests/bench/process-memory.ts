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

/** Memory of these processes together, what they share counted once. */
export function proportionalMegabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readOr(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}
