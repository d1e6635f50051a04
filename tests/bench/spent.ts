import { readFileSync } from 'node:fs';
import type { Sql, TransactionSql } from 'postgres';

/** Linux counts a process's time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Seconds by the clock, and those in which the server's process of the session was busy. */
export type Spent = { elapsed: number; busy: number };

/**
 * What some work costs. Busy time is what two ways of work in the server are compared by: a clock would also measure
 * whatever else the machine does. Where there is no /proc, the clock has to do for both.
 */
export async function measureSpent(sql: Sql | TransactionSql, work: () => Promise<unknown>): Promise<Spent> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const clock = () => performance.now() / 1000;
  const busy = process.platform === 'linux' && row ? () => ticksOf(row.pid) / TICKS_PER_SECOND : clock;
  const [began, busyBefore] = [clock(), busy()];
  await work();
  return { elapsed: clock() - began, busy: busy() - busyBefore };
}

/** The fields after the name in brackets: the 12th and 13th are time in the program and in the kernel for it. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
