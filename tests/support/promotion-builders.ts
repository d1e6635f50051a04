import { randomUUID } from 'node:crypto';
import type { ISql } from 'postgres';
import type { Partnership, Program } from './builders.ts';

const DAY = 24 * 60 * 60 * 1000;
const fromNow = (days: number | null) => (days === null ? null : new Date(Date.now() + days * DAY));

export type PromotionOptions = {
  name?: string;
  /** Days from now, negative ones ago; a promotion without `prepare` is a draft. */
  prepare?: number | null;
  from?: number | null;
  until?: number | null;
  /** None is everyone. */
  segments?: string[];
};

/** A live promotion for everyone, but for what is said otherwise. */
export async function addPromotion(sql: ISql, program: Program, options: PromotionOptions = {}): Promise<string> {
  const { name = 'Winter lights', prepare = -10, from = -5, until = 5, segments = [] } = options;
  const id = randomUUID();
  await sql`
    insert into public.promotions (id, program_id, name, offer, landing_url, prepare_from, publish_from, publish_until, audience, segment_ids)
    values (${id}, ${program.id}, ${name}, '15 % off', ${program.site}, ${fromNow(prepare)}, ${fromNow(from)}, ${fromNow(until)},
      ${segments.length === 0 ? 'everyone' : 'segments'}, ${segments})`;
  return id;
}

export async function addPromotionCode(
  sql: ISql,
  program: Program,
  promotionId: string,
  partnership: Partnership,
  code: string,
): Promise<string> {
  const id = randomUUID();
  await sql`
    insert into public.promotion_codes (id, program_id, promotion_id, partnership_id, code)
    values (${id}, ${program.id}, ${promotionId}, ${partnership.id}, ${code})`;
  return id;
}
