import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Sql } from 'postgres';
import { z } from 'zod/mini';
import { actAs, countBuffers, countCallBuffers } from '../buffers.ts';
import { judge, type Line } from '../report.ts';
import { brandOverview } from '../screens.ts';
import { findOwner } from '../world/subjects.ts';
import type { World } from '../world/world.ts';

const FIGURES = [
  'partner_revenue_minor',
  'organic_revenue_minor',
  'commission_minor',
  'conversions',
  'clicks',
  'new_customers',
] as const;

const Figures = z.object({ figures: z.record(z.string(), z.number()) });
const Overview = z.object({
  answer: z.object({
    overview: z.object({
      totals: z.record(z.string(), z.number()),
      days: z.array(z.unknown()),
      pending_commission_minor: z.number(),
    }),
  }),
});

/** Goal 7: the brand's overview does not hang on the program's size, and beats the same figures from the facts. */
export async function measureOverview(small: World, large: World): Promise<Line[]> {
  const inSmall = await cost(small.sql);
  const inLarge = await cost(large.sql);
  const fromFacts = await costFromFacts(large.sql);
  return [
    judge({
      goal: 7,
      name: `brand overview: ${large.partners} against ${small.partners} partners`,
      value: inLarge / inSmall,
      unit: 'times the buffers',
      atMost: 2,
    }),
    judge({
      goal: 7,
      name: 'brand overview: the same from the facts',
      value: fromFacts / inLarge,
      unit: 'times the buffers',
      atLeast: 500,
    }),
  ];
}

async function cost(sql: Sql): Promise<number> {
  const owner = await findOwner(sql);
  return await countCallBuffers(sql, owner.userId, brandOverview());
}

/**
 * Counted only when the figures are those of the screen. Without row security, and by hash joins, which read each
 * table once: both favour the facts.
 */
async function costFromFacts(sql: Sql): Promise<number> {
  const query = readFileSync(path.join(import.meta.dirname, 'overview.sql'), 'utf8');
  const { figures } = Figures.parse((await sql.unsafe(query))[0]);
  const { overview } = await readOverview(sql);
  const differing = FIGURES.filter((name) => figures[name] !== overview.totals[name]);
  if (
    differing.length > 0 ||
    figures.days !== overview.days.length ||
    figures.pending_commission_minor !== overview.pending_commission_minor
  )
    throw new Error(`The overview differs from the facts: ${JSON.stringify({ figures, totals: overview.totals })}`);
  return await sql.begin(async (transaction) => {
    await transaction.unsafe("set local work_mem = '256MB'; set local enable_nestloop = off");
    return await countBuffers(transaction, query);
  });
}

async function readOverview(sql: Sql): Promise<z.infer<typeof Overview>['answer']> {
  const owner = await findOwner(sql);
  return await sql.begin(async (transaction) => {
    await actAs(transaction, owner.userId);
    const [row] = await transaction.unsafe(`select ${brandOverview()} as answer`);
    return Overview.parse(row).answer;
  });
}
