import type { ISql } from 'postgres';

/** Which server process a connection has. */
export async function processOf(sql: ISql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  if (row === undefined) throw new Error('the connection has no process');
  return row.pid;
}

const PATIENCE_MS = 30_000;

/** Waits until this process stands before somebody else's lock. */
export async function untilBlocked(sql: ISql, pid: number): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
    const held = await sql`select 1 from pg_locks where pid = ${pid} and not granted`;
    if (held.length > 0) return;
    await sql`select pg_sleep(0.02)`;
  }
  throw new Error(`process ${pid} waits for no lock`);
}
