import type { ISql } from 'postgres';
import type { Actor } from './actors.ts';
import type { Partnership, Program } from './builders.ts';

export const actNames = ['a/manager', 'a/viewer', 'a/removed', 'b/owner'] as const;
export type ActName = (typeof actNames)[number];

type Staff = 's.manager' | 's.viewer' | 's.removed' | 'second';

const actorOf: Record<ActName, Staff> = {
  'a/manager': 's.manager',
  // Who acted once, and may no longer.
  'a/viewer': 's.viewer',
  'a/removed': 's.removed',
  'b/owner': 'second',
};

/** In each program an act that gave one partner a tier, a moment ago; in a also by those who have lost the right. */
export async function addPartnerActs(
  sql: ISql,
  programs: Record<'a' | 'b', Program>,
  partnerships: Record<'a/mira' | 'b/berta', Partnership>,
  actors: Record<Staff, Actor>,
): Promise<Record<ActName, string>> {
  const add = async (name: ActName) => {
    const program = programs[name.startsWith('a/') ? 'a' : 'b'];
    const partnership = partnerships[name.startsWith('a/') ? 'a/mira' : 'b/berta'];
    const [act] = await sql<{ id: string }[]>`
      insert into private.partner_acts (id, program_id, actor_id, change)
      values (gen_random_uuid(), ${program.id}, ${actors[actorOf[name]].user?.id ?? ''}, '{"tier": "gold"}')
      returning id`;
    await sql`
      insert into private.partner_act_rows (act_id, program_id, partnership_id, before, after)
      select ${act?.id ?? ''}, p.program_id, p.id, private.act_values(p), private.act_values(p)
      from public.partnerships p where p.id = ${partnership.id}`;
    return act?.id ?? '';
  };
  return {
    'a/manager': await add('a/manager'),
    'a/viewer': await add('a/viewer'),
    'a/removed': await add('a/removed'),
    'b/owner': await add('b/owner'),
  };
}
