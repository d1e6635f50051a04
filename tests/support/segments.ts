import type { ISql } from 'postgres';
import type { Program } from './builders.ts';

/** A group or a condition of a rule, as the database takes them. */
export type RuleJson = { readonly [key: string]: unknown };

export const influencers: RuleJson = {
  combinator: 'and',
  not: false,
  rules: [{ field: 'type', operator: 'in', value: ['influencer'] }],
};

export async function addSegment(sql: ISql, program: Program, name: string, rule: RuleJson): Promise<string> {
  const [segment] = await sql<{ id: string }[]>`
    insert into public.segments (program_id, name, rule) values (${program.id}, ${name}, ${JSON.stringify(rule)}::text::jsonb)
    returning id`;
  if (segment === undefined) throw new Error('no segment was made');
  return segment.id;
}

/** Notes that something uses the segment, as the triggers of the tables with an audience do. */
export async function noteUse(sql: ISql, program: Program, segmentId: string): Promise<void> {
  await sql`
    insert into private.segment_uses (segment_id, kind, object_id, program_id, label)
    values (${segmentId}, 'announcement', gen_random_uuid(), ${program.id}, 'Hidden from those who do not get it')`;
}
