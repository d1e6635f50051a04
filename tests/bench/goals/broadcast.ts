import type { Sql, TransactionSql } from 'postgres';
import { actAs, countBuffers, stepBack } from '../buffers.ts';
import { median } from '../median.ts';
import { judge, type Line } from '../report.ts';
import type { World } from '../world/world.ts';

const BODY = 'From today every first order pays **12 %**. '.repeat(20);
const RULE = '{"combinator": "and", "rules": [{"field": "type", "operator": "in", "value": ["publisher"]}]}';
/** The first ones write whole pages to the log after a checkpoint, and read the catalogue. */
const WARM_UP = 12;
const ROUNDS = 7;

class RolledBack extends Error {}

type Cost = { buffers: number; wal: number };

/** Goal 8: a broadcast is one row, however many it reaches. */
export async function measureBroadcast(small: World, million: World): Promise<Line[]> {
  const toFew = await costOf(small.sql);
  const toAll = await costOf(million.sql);
  return [
    judge({
      goal: 8,
      name: `a broadcast to ${million.partners} against one to ${small.partners}`,
      value: toAll.buffers / toFew.buffers,
      unit: 'times the buffers',
      atMost: 2,
    }),
    judge({
      goal: 8,
      name: `a broadcast to ${million.partners}: saved and published`,
      value: toAll.wal / 1000,
      unit: 'kB of WAL',
      atMost: 10,
    }),
  ];
}

/** Saving and publishing, to everyone and to a segment in turn; the dearer of both. Nothing of it stays. */
async function costOf(sql: Sql): Promise<Cost> {
  const worst: Cost = { buffers: 0, wal: 0 };
  await sql
    .begin(async (transaction) => {
      const [segment] = await transaction<{ id: string }[]>`
        insert into public.segments (program_id, name, rule) values (md5('program')::uuid, 'Bench', ${RULE}::text::jsonb) returning id`;
      for (const audience of [`'everyone', '{}'`, `'segments', '{${segment?.id}}'`]) {
        const costs: Cost[] = [];
        for (let round = 0; round < WARM_UP + ROUNDS; round += 1) costs.push(await broadcast(transaction, audience));
        const counted = costs.slice(WARM_UP);
        worst.buffers = Math.max(worst.buffers, median(counted.map(({ buffers }) => buffers)));
        worst.wal = Math.max(worst.wal, median(counted.map(({ wal }) => wal)));
      }
      throw new RolledBack();
    })
    .catch((thrown: unknown) => {
      if (!(thrown instanceof RolledBack)) throw thrown;
    });
  return worst;
}

async function broadcast(transaction: TransactionSql, audience: string): Promise<Cost> {
  const id = crypto.randomUUID();
  const texts = JSON.stringify({ en: { title: 'Better rates', body: BODY } });
  const [owner] = await transaction<{ user_id: string }[]>`select user_id from public.program_staff limit 1`;
  const walAt = async () => {
    const [row] = await transaction<
      { at: string }[]
    >`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::text as at`;
    return Number(row?.at);
  };
  const before = await walAt();
  await actAs(transaction, owner?.user_id ?? '');
  const saved = await countBuffers(
    transaction,
    `select public.save_announcement('bench', '${id}', 'program', '${texts}'::jsonb, ${audience}, false, null, null)`,
  );
  const published = await countBuffers(transaction, `select public.publish_announcement('bench', '${id}', 1, null)`);
  await stepBack(transaction);
  return { buffers: saved + published, wal: (await walAt()) - before };
}
