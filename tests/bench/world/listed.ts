import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { waitForDisk } from './fill.ts';
import { skewExponent } from './skew.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** A world whose partners are only listed: attributes and months of figures, nothing that made them. */
export async function openListed(options: WorldOptions): Promise<World> {
  const world = await startWorld(options);
  try {
    await fill(world.dbUrl, options.partners);
    options.progress(`${options.partners} partners: listed`);
    return world;
  } catch (thrown) {
    await world.stop();
    throw thrown;
  }
}

async function fill(dbUrl: string, partners: number): Promise<void> {
  const sql = postgres(dbUrl, {
    max: 1,
    onnotice: () => {},
    connection: {
      session_replication_role: 'replica',
      synchronous_commit: 'off',
      work_mem: '256MB',
      'bench.partners': String(partners),
      'bench.exponent': String(skewExponent(partners)),
    },
  });
  try {
    await waitForDisk(sql, false);
    await sql.unsafe(readFileSync(path.join(import.meta.dirname, 'listed.sql'), 'utf8'));
    // Twice: whatever the stack did while the first ran keeps that one from calling the first tables visible to all.
    await sql.unsafe('vacuum (analyze)');
    await sql.unsafe('vacuum');
    await waitForDisk(sql, true);
  } finally {
    await sql.end();
  }
}
