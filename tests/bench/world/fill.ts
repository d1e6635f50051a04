import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { rebuildIndexes, requireUsableIndexes, switchOffIndexes } from './indexes.ts';
import { skewExponent } from './skew.ts';

export const PROGRAM = 'bench';

/**
 * Fills an empty, migrated database: one program with so many partners, a year of 20 conversions and 50 clicks
 * each by weight. The raw facts are made by set-based SQL with triggers off; the rollups are made from them by the
 * product's own rebuild. Everything is written in order of time, nothing is clustered by partner.
 */
export async function fillWorld(dbUrl: string, partners: number, progress: (message: string) => void): Promise<void> {
  const settings = { 'bench.partners': String(partners), 'bench.exponent': String(skewExponent(partners)) };
  const open = () =>
    postgres(dbUrl, {
      max: 1,
      onnotice: () => {},
      connection: { session_replication_role: 'replica', synchronous_commit: 'off', work_mem: '256MB', ...settings },
    });
  const [first, second] = [open(), open()];
  const step = async (name: string, work: () => Promise<unknown>) => {
    const began = Date.now();
    await work();
    progress(`${partners} partners: ${name} in ${Math.round((Date.now() - began) / 1000)} s`);
  };
  try {
    await waitForDisk(first, false);
    await switchOffIndexes(first);
    await step('people', async () => await run(first, 'partners'));
    await step('facts', async () => {
      const clicks = run(second, 'clicks').then(async () => await rebuildIndexes(second, ['clicks']));
      await Promise.all([run(first, 'conversions'), clicks]);
    });
    await step('indexes', async () => {
      const half = rebuildIndexes(second, ['conversions', 'adjustments']);
      await Promise.all([rebuildIndexes(first, ['conversion_events', 'commission_lines']), half]);
    });
    await step('rollups', async () => {
      await first`select private.rebuild_rollups(md5('program')::uuid)`;
      await rebuildIndexes(first, ['partnership_day_sources']);
    });
    await requireUsableIndexes(first);
    await step('vacuum', async () => await first.unsafe('vacuum (analyze)'));
    await step('disk', async () => await waitForDisk(first, true));
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
}

/** The fill can be made again, so it does not wait for the disk; what is measured afterwards does, as in life. */
export async function waitForDisk(sql: Sql, isOn: boolean): Promise<void> {
  for (const setting of ['fsync', 'full_page_writes'])
    await sql.unsafe(isOn ? `alter system reset ${setting}` : `alter system set ${setting} = off`);
  await sql`select pg_reload_conf()`;
  await sql.unsafe('checkpoint');
}

async function run(sql: Sql, name: string): Promise<void> {
  const text = readFileSync(path.join(import.meta.dirname, `${name}.sql`), 'utf8');
  await sql.begin(async (transaction) => await transaction.unsafe(text));
}
