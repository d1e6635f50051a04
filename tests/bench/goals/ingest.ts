import { copyAgain } from '../ingest/copy.ts';
import { CHUNK, importOrders } from '../ingest/import.ts';
import { insertOneByOne } from '../ingest/one-by-one.ts';
import { makeOrders } from '../ingest/orders.ts';
import { median } from '../median.ts';
import { judge, type Line } from '../report.ts';
import type { Spent } from '../spent.ts';
import { findOwner } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

/** Interleaved rounds; the first warms the sessions and is not counted. */
const ROUNDS = 4;
const ROWS = 3 * CHUNK;
const SINGLE_ROWS = 200;

type Round = { ingest: Spent; copy: number; single: number; replay: Spent; replayRows: number };

/**
 * Goal 11, per row: an import against COPY of what it wrote, against one-row inserts, and against its own replay.
 * One-row inserts wait for the disk at every commit, so they are compared by the clock; the rest by busy time.
 */
export async function measureIngest(world: World): Promise<Line[]> {
  const owner = await findOwner(world.sql);
  const codes = (
    await world.sql<{ code: string }[]>`select code from bench.weights order by hashint8(n) limit 5000`
  ).map(({ code }) => code);
  const rounds: Round[] = [];
  for (let number = 1; number <= ROUNDS; number += 1)
    rounds.push(await measureRound(world, owner.userId, codes, number));
  const counted = rounds.slice(1);
  const middle = (ratio: (round: Round) => number) => median(counted.map(ratio));
  return [
    judge({
      goal: 11,
      name: 'import against COPY into the same indexed tables',
      value: middle(({ copy, ingest }) => copy / ingest.busy),
      unit: 'of its speed',
      atLeast: 0.33,
    }),
    judge({
      goal: 11,
      name: 'import against one-row inserts',
      value: middle(({ single, ingest }) => single / ingest.elapsed),
      unit: 'times the speed',
      atLeast: 15,
    }),
    judge({
      goal: 11,
      name: 'replay against the first import',
      value: middle(({ ingest, replay }) => ingest.busy / replay.busy),
      unit: 'times the speed',
      atLeast: 3,
    }),
    judge({
      goal: 11,
      name: 'rows changed by the replays',
      value: counted.reduce((sum, { replayRows }) => sum + replayRows, 0),
      unit: 'rows',
      atMost: 0,
    }),
  ];
}

/** Seconds per row of each way. */
async function measureRound({ sql }: World, userId: string, codes: string[], number: number): Promise<Round> {
  const orders = makeOrders(`round ${number}`, ROWS, codes);
  const first = await importOrders(sql, userId, `round ${number}`, orders);
  const copy = await copyAgain(sql, first.id, number);
  const single = await insertOneByOne(sql, makeOrders(`single ${number}`, SINGLE_ROWS, codes));
  const again = await importOrders(sql, userId, `round ${number}, exported again`, orders);
  return {
    ingest: perRow(first.spent),
    copy: copy / ROWS,
    single: single / SINGLE_ROWS,
    replay: perRow(again.spent),
    replayRows: again.rowsChanged,
  };
}

function perRow({ elapsed, busy }: Spent): Spent {
  return { elapsed: elapsed / ROWS, busy: busy / ROWS };
}
