import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { asActor, codeFor, rolledBack } from '../support/actors.ts';
import { addAnnouncement } from '../support/announcement-builders.ts';
import { stack } from '../support/stack.ts';
import { buildWorld, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;
type Announcement = {
  id: string;
  label: string;
  state: string;
  revision: number;
  publish_at: string | null;
  texts: Record<string, { title: string; body: string }>;
};
type Answer = { answer: { announcement: Announcement; now: string } };

const texts = (title: string) => ({ en: { title, body: 'The body.' } });

/** What the composer sends; `revision` null is a new one. */
const save =
  (world: World, id: string, revision: number | null, change: Record<string, unknown> = {}) =>
  (mine: Tx) => {
    const it = {
      kind: 'product',
      texts: texts('A title'),
      audience: 'everyone',
      segments: [],
      pinned: false,
      ...change,
    };
    return mine<Answer[]>`
      select public.save_announcement(${world.a.slug}, ${id}, ${it.kind}, ${JSON.stringify(it.texts)}::text::jsonb, ${it.audience},
        ${it.segments}, ${it.pinned}, null, ${revision}) as answer`;
  };
const publish =
  (world: World, id: string, revision: number, at: Date | null = null) =>
  (mine: Tx) =>
    mine<Answer[]>`select public.publish_announcement(${world.a.slug}, ${id}, ${revision}, ${at}) as answer`;
const undo = (world: World, id: string) => (mine: Tx) =>
  mine<Answer[]>`select public.unpublish_announcement(${world.a.slug}, ${id}) as answer`;
const recall = (world: World, id: string) => (mine: Tx) =>
  mine<Answer[]>`select public.recall_announcement(${world.a.slug}, ${id}) as answer`;

async function done(rows: Promise<readonly Answer[]>): Promise<Announcement> {
  const [row] = await rows;
  if (!row) throw new Error('no answer');
  return row.answer.announcement;
}

const inFuture = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe('the composer', () => {
  test('saves a draft, and publishes it in thirty seconds, of which it can be taken back', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const manager = world.actors['s.manager'];
      const id = randomUUID();
      const draft = await done(asActor(tx, manager, save(world, id, null)));
      expect(draft).toMatchObject({ state: 'draft', revision: 1, label: 'A title', publish_at: null });

      const scheduled = await done(asActor(tx, manager, publish(world, id, 1)));
      const wait = (Date.parse(scheduled.publish_at ?? '') - Date.now()) / 1000;
      expect(scheduled.state).toBe('scheduled');
      expect(wait).toBeGreaterThan(25);
      expect(wait).toBeLessThan(31);

      const back = await done(asActor(tx, manager, undo(world, id)));
      expect(back).toMatchObject({ state: 'draft', publish_at: null });
      const [fed] = await tx`select count(*)::int from private.announcement_feed where announcement_id = ${id}`;
      expect(fed?.count).toBe(0);
    }));

  test('does not publish into the past, nor sooner than thirty seconds', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = randomUUID();
      await asActor(tx, world.actors['s.owner'], save(world, id, null));
      const soon = await done(asActor(tx, world.actors['s.owner'], publish(world, id, 1, new Date('2020-01-01'))));
      expect(Date.parse(soon.publish_at ?? '')).toBeGreaterThan(Date.now() + 25_000);
      const later = await done(asActor(tx, world.actors['s.owner'], publish(world, id, 2, inFuture(3600))));
      expect(Date.parse(later.publish_at ?? '')).toBeGreaterThan(Date.now() + 3_500_000);
    }));

  test('tells the second of two editors, and takes what was said twice for one', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const { 's.owner': first, 's.manager': second } = world.actors;
      const id = randomUUID();
      await asActor(tx, first, save(world, id, null));
      const saved = await done(asActor(tx, first, save(world, id, 1, { texts: texts('From the first') })));
      expect(saved.revision).toBe(2);
      expect(await codeFor(tx, second, save(world, id, 1, { texts: texts('From the second') }))).toBe('PT409');
      expect(await codeFor(tx, second, publish(world, id, 1))).toBe('PT409');
      const again = await done(asActor(tx, first, save(world, id, 1, { texts: texts('From the first') })));
      expect(again).toMatchObject({ revision: 2, label: 'From the first' });
    }));

  test.each([
    ['no texts', [], '22P02|PT422'],
    ['a language that is not the program’s', { fr: { title: 'Bonjour', body: 'x' } }, 'PT422'],
    ['a text without body', { en: { title: 'A title' } }, 'PT422'],
    ['something more in a text', { en: { title: 'A title', body: 'x', html: '<b>' } }, 'PT422'],
    ['a title that is too long', { en: { title: 'x'.repeat(161), body: 'x' } }, 'PT422'],
    ['a body that is too long', { en: { title: 'A title', body: 'x'.repeat(20_001) } }, 'PT422'],
  ])('refuses %s', (_, given, code) =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const outcome = await codeFor(tx, world.actors['s.owner'], save(world, randomUUID(), null, { texts: given }));
      expect(outcome).toMatch(new RegExp(`^(${code})$`));
    }),
  );

  test('keeps a half text as a draft and does not publish it', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = randomUUID();
      const half = { en: { title: '  A   title ', body: '' } };
      const draft = await done(asActor(tx, world.actors['s.owner'], save(world, id, null, { texts: half })));
      expect(draft.texts).toEqual({ en: { title: 'A title', body: '' } });
      expect(await codeFor(tx, world.actors['s.owner'], publish(world, id, 1))).toBe('PT422');
    }));

  test('refuses a segment of another program, and no segment where some were meant', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      for (const segments of [[randomUUID()], []]) {
        const change = { audience: 'segments', segments };
        expect(await codeFor(tx, world.actors['s.owner'], save(world, randomUUID(), null, change))).toBe('PT422');
      }
    }));
});

describe('what is published', () => {
  test('is edited and recalled, and neither moved nor deleted', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const owner = world.actors['s.owner'];
      const id = await addAnnouncement(tx, world.a);
      expect(await codeFor(tx, owner, publish(world, id, 1, inFuture(3600)))).toBe('PT409');
      expect(await codeFor(tx, owner, undo(world, id))).toBe('PT409');
      expect(await codeFor(tx, owner, (mine) => mine`select public.delete_announcement(${world.a.slug}, ${id})`)).toBe(
        'PT409',
      );
      const edited = await done(asActor(tx, owner, save(world, id, 1, { texts: texts('Mended') })));
      expect(edited).toMatchObject({ state: 'live', label: 'Mended' });

      const recalled = await done(asActor(tx, owner, recall(world, id)));
      expect(recalled.state).toBe('recalled');
      expect(await codeFor(tx, owner, save(world, id, recalled.revision, { texts: texts('Too late') }))).toBe('PT409');
      // Said twice, as after a lost answer.
      expect((await done(asActor(tx, owner, recall(world, id)))).state).toBe('recalled');
    }));

  test('is not recalled before it was there', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addAnnouncement(tx, world.a, { publishIn: 60 });
      expect(await codeFor(tx, world.actors['s.owner'], recall(world, id))).toBe('PT409');
    }));

  test('is one row a broadcast, and one of the feed', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addAnnouncement(tx, world.a);
      const [row] = await tx`select count(*)::int, min(audience_key::text) as key
        from private.announcement_feed where announcement_id = ${id}`;
      expect(row).toEqual({ count: 1, key: world.a.id });
    }));
});
