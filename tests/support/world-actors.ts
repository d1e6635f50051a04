import type { ISql } from 'postgres';
import { type Actor, anon, service, signedIn } from './actors.ts';
import { addMember, addStaff, addUser, type Partner, type Program } from './builders.ts';
import type { ActorName, World } from './world.ts';

/** Makes the people of the matrix, each with the one membership their name says. */
export async function addActors(
  sql: ISql,
  { a, b, partners }: Pick<World, 'a' | 'b' | 'partners'>,
  suffix: string,
): Promise<Record<ActorName, Actor>> {
  const person = async (name: ActorName) => {
    const user = await addUser(sql, `${name}-${suffix}@example.com`);
    await sql`insert into public.user_settings (user_id, display_name) values (${user.id}, ${name})`;
    return { user, actor: signedIn(name, user) };
  };
  const member = async (
    name: ActorName,
    partner: Partner,
    role: 'viewer' | 'member' | 'finance' | 'owner',
    removed = false,
  ) => {
    const { user, actor } = await person(name);
    await addMember(sql, partner, user, role, removed);
    return actor;
  };
  const staff = async (
    name: ActorName,
    program: Program,
    role: 'viewer' | 'manager' | 'finance' | 'owner',
    removed = false,
  ) => {
    const { user, actor } = await person(name);
    await addStaff(sql, program, user, role, removed);
    return actor;
  };
  // Nobody of the matrix acts as these two; they are there to be seen by the wrong eyes.
  await addMember(sql, partners.berta, await addUser(sql, `berta-${suffix}@example.com`), 'owner');
  await addStaff(sql, b, await addUser(sql, `colleague-${suffix}@example.com`), 'viewer');
  return {
    anon,
    stranger: (await person('stranger')).actor,
    'p.viewer': await member('p.viewer', partners.mira, 'viewer'),
    'p.member': await member('p.member', partners.mira, 'member'),
    'p.finance': await member('p.finance', partners.mira, 'finance'),
    'p.owner': await member('p.owner', partners.mira, 'owner'),
    nora: await member('nora', partners.nora, 'owner'),
    both: await member('both', partners.both, 'owner'),
    paused: await member('paused', partners.paused, 'owner'),
    ended: await member('ended', partners.ended, 'owner'),
    invited: await member('invited', partners.invited, 'owner'),
    applied: await member('applied', partners.applied, 'owner'),
    declined: await member('declined', partners.declined, 'owner'),
    'p.removed': await member('p.removed', partners.mira, 'owner', true),
    's.viewer': await staff('s.viewer', a, 'viewer'),
    's.manager': await staff('s.manager', a, 'manager'),
    's.finance': await staff('s.finance', a, 'finance'),
    's.owner': await staff('s.owner', a, 'owner'),
    second: await staff('second', b, 'owner'),
    's.removed': await staff('s.removed', a, 'owner', true),
    service,
  };
}

/** Somebody who is much in one place and little in the other. */
export async function addTwice(
  sql: ISql,
  { a, b, partners }: Pick<World, 'a' | 'b' | 'partners'>,
  suffix: string,
): Promise<Actor> {
  const user = await addUser(sql, `twice-${suffix}@example.com`);
  await addMember(sql, partners.nora, user, 'owner');
  await addMember(sql, partners.mira, user, 'viewer');
  await addStaff(sql, b, user, 'owner');
  await addStaff(sql, a, user, 'viewer');
  return signedIn('twice', user);
}
