import postgres, { type TransactionSql } from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, asActor, codeFor, rolledBack } from '../support/actors.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = TransactionSql;
type Change = { [key: string]: string | string[] | null };

const change = (world: World, act: string, who: object, what: Change) => (mine: Tx) =>
  mine<{ answer: { changed: number; met: number; next: string | null } }[]>`
    select public.change_partners(${act}, ${world.a.slug}, ${JSON.stringify(who)}::text::jsonb, ${JSON.stringify(what)}::text::jsonb) as answer`;
const undo = (act: string) => (mine: Tx) =>
  mine<{ answer: { undone: number; kept: number; left: number } }[]>`select public.undo_partners_act(${act}) as answer`;

async function answerOf<T>(tx: Tx, actor: Actor, call: (mine: Tx) => Promise<readonly { answer: T }[]>): Promise<T> {
  const [row] = await asActor(tx, actor, call);
  if (row === undefined) throw new Error('no answer');
  return row.answer;
}

async function standing(tx: Tx, id: string) {
  const [row] = await tx<
    { status: string; status_reason: string; status_since: string; tier: string; tags: string[] }[]
  >`
    select status, status_reason, status_since::text, tier, tags from public.partnerships where id = ${id}`;
  return row;
}

const newAct = () => crypto.randomUUID();

describe('an act on partners', () => {
  test('changes who can be changed so, says how many, and nothing twice', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { actors, partnerships } = world;
      const act = newAct();
      const pause = change(world, act, {}, { status: 'paused', reason: 'no sale in a year' });
      // Of eight only the three active ones.
      expect(await answerOf(tx, actors['s.manager'], pause)).toMatchObject({ changed: 3, met: 8, next: null });
      expect(await answerOf(tx, actors['s.manager'], pause)).toMatchObject({ changed: 3 });
      expect(await standing(tx, partnerships['a/mira'].id)).toMatchObject({
        status: 'paused',
        status_reason: 'no sale in a year',
      });
      expect(await standing(tx, partnerships['a/ended'].id)).toMatchObject({ status: 'ended' });
      expect(await standing(tx, partnerships['b/berta'].id)).toMatchObject({ status: 'active' });
    }));

  test('adds and takes tags and tiers, and the list finds them by it at once', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const manager = world.actors['s.manager'];
      const count = async (filter: object) => {
        const [row] = await asActor(
          tx,
          manager,
          (mine) => mine<{ n: number }[]>`
            select (public.partner_list(${world.a.slug}, ${JSON.stringify(filter)}::text::jsonb) ->> 'total')::integer as n`,
        );
        return row?.n;
      };
      await answerOf(tx, manager, change(world, newAct(), { status: ['active'] }, { add_tags: ['video', 'new'] }));
      expect(await count({ tag: ['video'] })).toBe(3);
      await answerOf(
        tx,
        manager,
        change(world, newAct(), { ids: [world.partnerships['a/mira'].id] }, { remove_tags: ['video'] }),
      );
      expect(await count({ tag: ['video'] })).toBe(2);
      expect(await count({ tag: ['new', 'video'] })).toBe(3);
      await answerOf(tx, manager, change(world, newAct(), { tag: ['video'] }, { tier: 'gold' }));
      expect(await count({ tier: ['gold'] })).toBe(2);
    }));

  test('is undone whole: status, reason, its time, tier and tags; an ended partnership begins again only so', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const manager = world.actors['s.manager'];
      const { id } = world.partnerships['a/mira'];
      const before = await standing(tx, id);
      const act = newAct();
      await answerOf(tx, manager, change(world, act, { ids: [id] }, { status: 'ended', reason: 'by mistake' }));
      const back = (mine: Tx) => mine`update public.partnerships set status = 'active' where id = ${id}`;
      expect(await codeFor(tx, manager, back)).toBe('PT409');
      expect(await answerOf(tx, manager, undo(act))).toMatchObject({ undone: 1, kept: 0, left: 0 });
      expect(await standing(tx, id)).toEqual(before);
      // Undone is undone: neither the act nor its undoing goes on.
      expect(
        await codeFor(tx, manager, change(world, act, { ids: [id] }, { status: 'ended', reason: 'by mistake' })),
      ).toBe('PT409');
      expect(await codeFor(tx, manager, back)).toBe('done');
    }));

  test('takes five hundred by name, and undoing once begun goes on after ten minutes', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const manager = world.actors['s.manager'];
      await tx`
        with made as (
          insert into public.partners (type, name, country, language)
          select 'app', 'Many ' || n, 'GB', 'en' from generate_series(1, 501) n returning id
        )
        insert into public.partnerships (program_id, partner_id, status, code)
        select ${world.a.id}, id, 'active', 'MANY' || row_number() over () from made`;
      const rows = await tx<{ id: string }[]>`
        select id from public.partnerships where program_id = ${world.a.id} and code like 'MANY%'`;
      const ids = rows.map(({ id }) => id);
      const act = newAct();
      const gold = (some: string[]) => change(world, act, { ids: some }, { tier: 'gold' });
      expect(await codeFor(tx, manager, gold(ids))).toBe('PT422');
      expect(await answerOf(tx, manager, gold(ids.slice(0, 500)))).toMatchObject({ changed: 500, met: 500 });
      expect(await answerOf(tx, manager, gold(ids.slice(500)))).toMatchObject({ changed: 501, met: 1 });
      expect(await answerOf(tx, manager, undo(act))).toMatchObject({ undone: 500, kept: 0, left: 1 });
      await tx`update private.partner_acts set made_at = made_at - interval '11 minutes' where id = ${act}`;
      expect(await answerOf(tx, manager, undo(act))).toMatchObject({ undone: 1, kept: 0, left: 0 });
      const late = newAct();
      await answerOf(tx, manager, change(world, late, { ids: ids.slice(0, 1) }, { tier: 'gold' }));
      await tx`update private.partner_acts set made_at = made_at - interval '11 minutes' where id = ${late}`;
      expect(await codeFor(tx, manager, undo(late))).toBe('PT409');
    }));

  test('leaves alone what somebody has changed since', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { actors, partnerships } = world;
      const act = newAct();
      await answerOf(tx, actors['s.manager'], change(world, act, { status: ['active'] }, { tier: 'gold' }));
      await answerOf(
        tx,
        actors['s.owner'],
        change(world, newAct(), { ids: [partnerships['a/nora'].id] }, { tier: 'silver' }),
      );
      expect(await answerOf(tx, actors['s.manager'], undo(act))).toMatchObject({ undone: 2, kept: 1 });
      expect(await standing(tx, partnerships['a/nora'].id)).toMatchObject({ tier: 'silver' });
      expect(await standing(tx, partnerships['a/mira'].id)).toMatchObject({ tier: null });
    }));

  test.each([
    ['a pause without a reason', { status: 'paused' }],
    ['an end with an empty one', { status: 'ended', reason: '  ' }],
    ['a status that is nobody’s to set', { status: 'invited' }],
    ['an empty change', {}],
    ['a tag of too many letters', { add_tags: ['x'.repeat(41)] }],
  ])('refuses %s', (_, what) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      expect(await codeFor(tx, world.actors['s.owner'], change(world, newAct(), {}, what))).toBe('PT422');
    }),
  );
});

test('who answers an application makes it active, or declines it with a reason', () =>
  rolledBack(sql, async (tx) => {
    const world = await buildWorld(tx);
    const { id } = world.partnerships['a/applied'];
    const declined = newAct();
    await answerOf(
      tx,
      world.actors['s.owner'],
      change(world, declined, { ids: [id] }, { status: 'declined', reason: 'no fit' }),
    );
    expect(await standing(tx, id)).toMatchObject({ status: 'declined', status_reason: 'no fit' });
    await answerOf(tx, world.actors['s.owner'], undo(declined));
    await answerOf(tx, world.actors['s.owner'], change(world, newAct(), { ids: [id] }, { status: 'active' }));
    expect(await standing(tx, id)).toMatchObject({ status: 'active', status_reason: null });
  }));
