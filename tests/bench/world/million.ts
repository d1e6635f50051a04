import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { waitForDisk } from './fill.ts';
import { rebuildIndexes, requireUsableIndexes, switchOffIndexes } from './indexes.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

const TABLES = ['partners', 'partnerships'];

/** A world of partners only: no orders, no clicks, nobody who signs in but the program's owner. */
export async function openMillion(options: WorldOptions): Promise<World> {
  const world = await startWorld(options);
  try {
    await fillPeople(world.dbUrl, options.partners);
    options.progress(`${options.partners} partners: people`);
    return world;
  } catch (thrown) {
    await world.stop();
    throw thrown;
  }
}

async function fillPeople(dbUrl: string, partners: number): Promise<void> {
  const sql = postgres(dbUrl, {
    max: 1,
    onnotice: () => {},
    connection: {
      session_replication_role: 'replica',
      synchronous_commit: 'off',
      work_mem: '256MB',
      'bench.partners': String(partners),
    },
  });
  try {
    await waitForDisk(sql, false);
    await switchOffIndexes(sql, TABLES);
    await sql.unsafe(readFileSync(path.join(import.meta.dirname, 'million.sql'), 'utf8'));
    await rebuildIndexes(sql, TABLES);
    await requireUsableIndexes(sql);
    await sql.unsafe('vacuum (analyze)');
    await waitForDisk(sql, true);
  } finally {
    await sql.end();
  }
}
