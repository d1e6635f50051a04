import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { type Actor, asActor, codeFor, rolledBack } from '../support/actors.ts';
import { addAnnouncement } from '../support/announcement-builders.ts';
import type { Partnership } from '../support/builders.ts';
import { addSegment, influencers } from '../support/segments.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld, type PlaceName, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Tx = postgres.TransactionSql;
type Row = { id: string; title: string; language: string; is_unread: boolean };
type Ask = {
  locale?: string;
  kind?: string;
  search?: string;
  unread?: boolean;
  after?: { at: string; id: string };
  limit?: number;
};
type Inbox = { rows: Row[]; next: { at: string; id: string } | null };

async function inbox(tx: Tx, world: World, actor: Actor, at: PlaceName, ask: Ask = {}): Promise<Inbox> {
  const { code } = world.partnerships[at];
  const [row] = await asActor(
    tx,
    actor,
    (mine) => mine<{ answer: Inbox }[]>`
      select public.partner_inbox(${world[at.startsWith('a/') ? 'a' : 'b'].slug}, ${code}, ${ask.locale ?? 'en'}, ${ask.kind ?? null},
        ${ask.search ?? null}, ${ask.unread ?? false}, ${ask.after?.at ?? null}, ${ask.after?.id ?? null}, ${ask.limit ?? 30}) as answer`,
  );
  if (!row) throw new Error('no answer');
  return row.answer;
}

const idsOf = (answer: Inbox) => answer.rows.map((row) => row.id);
/** Without what stands in every world. */
const newIdsOf = (world: World, answer: Inbox) =>
  idsOf(answer).filter((id) => !Object.values(world.announcements).includes(id));

async function end(tx: Tx, partnership: Partnership, minutesAgo: number): Promise<void> {
  await tx`update public.partnerships set status_since = now() - make_interval(mins => ${minutesAgo}) where id = ${partnership.id}`;
}

/** What the table itself shows the same person. */
async function tableOf(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await asActor(tx, actor, (mine) => mine<{ id: string }[]>`select id from public.announcements`);
  return rows.map((row) => row.id).sort();
}

describe('an inbox', () => {
  test('holds what is for everyone and for my segments, by its dates, as the table does', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const segment = await addSegment(tx, world.a, 'Influencers', influencers);
      const everyone = await addAnnouncement(tx, world.a, { publishIn: -50 });
      const forMira = await addAnnouncement(tx, world.a, { segments: [segment], publishIn: -40 });
      const untilLater = await addAnnouncement(tx, world.a, { publishIn: -30, expiresIn: 30 });
      await addAnnouncement(tx, world.a, { publishIn: null });
      await addAnnouncement(tx, world.a, { publishIn: 10 });
      await addAnnouncement(tx, world.a, { publishIn: -20, expiresIn: -10 });
      await addAnnouncement(tx, world.a, { recalled: true });
      await addAnnouncement(tx, world.b);
      const seen: [ActorName, PlaceName, string[]][] = [
        ['p.viewer', 'a/mira', [untilLater, forMira, everyone]],
        ['nora', 'a/nora', [untilLater, everyone]],
        ['paused', 'a/paused', [untilLater, everyone]],
      ];
      for (const [name, place, expected] of seen) {
        expect(newIdsOf(world, await inbox(tx, world, world.actors[name], place)), name).toEqual(expected);
        const shown = await tableOf(tx, world.actors[name]);
        for (const id of [everyone, forMira, untilLater]) expect(shown.includes(id), name).toBe(expected.includes(id));
      }
    }));

  test('loses what I no longer get, with the next request', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const segment = await addSegment(tx, world.a, 'Influencers', influencers);
      const forMira = await addAnnouncement(tx, world.a, { segments: [segment] });
      const mira = world.actors['p.owner'];
      expect(idsOf(await inbox(tx, world, mira, 'a/mira'))).toContain(forMira);
      await tx`update public.partners set type = 'charity' where id = ${world.partners.mira.id}`;
      expect(idsOf(await inbox(tx, world, mira, 'a/mira'))).not.toContain(forMira);
      expect(await tableOf(tx, mira)).not.toContain(forMira);
      const open = (mine: Tx) =>
        mine`select public.partner_message(${world.a.slug}, ${world.partnerships['a/mira'].code}, ${forMira})`;
      expect(await codeFor(tx, mira, open)).toBe('PT404');
      expect(await codeFor(tx, mira, (mine) => mine`select public.mark_message(${forMira}, true)`)).toBe('PT404');
    }));

  test('of an ended partnership keeps what had come by then, and gets nothing more', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      await end(tx, world.partnerships['a/ended'], 30);
      const before = await addAnnouncement(tx, world.a, { publishIn: -40 });
      const after = await addAnnouncement(tx, world.a, { publishIn: -20 });
      const ended = world.actors.ended;
      const kept = idsOf(await inbox(tx, world, ended, 'a/ended'));
      expect(kept).toContain(before);
      expect(kept).not.toContain(after);
      expect(await tableOf(tx, ended)).toEqual(kept.toSorted());
      for (const name of ['invited', 'applied', 'declined'] as const) {
        expect(await tableOf(tx, world.actors[name]), name).toEqual([]);
        await expect(inbox(tx, world, world.actors[name], `a/${name}`), name).rejects.toMatchObject({ code: 'PT404' });
      }
    }));

  test('is paged by key without gap or repetition, pinned ones first and once', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const segment = await addSegment(tx, world.b, 'Influencers', influencers);
      const made: string[] = [];
      for (let at = 0; at < 11; at += 1) {
        // Two at the same instant, and some by two keys.
        const publishIn = -100 + Math.floor(at / 2);
        made.unshift(await addAnnouncement(tx, world.b, { publishIn, segments: at % 3 === 0 ? [segment] : [] }));
      }
      const pinned = await addAnnouncement(tx, world.b, { publishIn: -200, isPinned: true });
      const berta = world.actors.second;
      await tx`insert into public.partner_members (partner_id, user_id, email, role)
        values (${world.partners.berta.id}, ${berta.user?.id ?? ''}, 'second@example.com', 'viewer')`;
      const first = await inbox(tx, world, berta, 'b/berta', { limit: 4 });
      const isPinned = (id: string) => [pinned, world.announcements['b/late']].includes(id);
      expect(idsOf(first).slice(0, 2)).toEqual([world.announcements['b/late'], pinned]);
      const pages = [idsOf(first).slice(2)];
      for (let next = first.next; next !== null; ) {
        const page = await inbox(tx, world, berta, 'b/berta', { limit: 4, after: next });
        pages.push(idsOf(page));
        next = page.next;
      }
      const all = pages.flat().filter((id) => made.includes(id));
      expect(new Set(all).size).toBe(all.length);
      expect(all.toSorted()).toEqual(made.toSorted());
      expect(pages.flat().some(isPinned)).toBe(false);
    }));

  test('is in the reader’s language, else the program’s, else in what there is', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      await tx`update public.programs set locales = '{en,de,fr}' where id = ${world.a.id}`;
      const en = { title: 'Hello', body: 'A lantern.' };
      const de = { title: 'Hallo', body: 'Eine Laterne.' };
      const both = await addAnnouncement(tx, world.a, { texts: { en, de } });
      const german = await addAnnouncement(tx, world.a, { texts: { de } });
      const read = async (locale: string) => {
        const { rows } = await inbox(tx, world, world.actors['p.owner'], 'a/mira', { locale });
        return [both, german].map((id) => rows.find((row) => row.id === id)?.language).join(' ');
      };
      expect(await read('de')).toBe('de de');
      expect(await read('de-AT')).toBe('de de');
      expect(await read('en')).toBe('en de');
      expect(await read('ko')).toBe('en de');
    }));

  test('is searched in the words that are shown, wildcards being letters', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const segment = await addSegment(tx, world.a, 'Influencers', influencers);
      const open = await addAnnouncement(tx, world.a, { texts: { en: { title: 'Rates', body: '12 % for Quokka_1' } } });
      await addAnnouncement(tx, world.a, {
        segments: [segment],
        texts: { en: { title: 'Quokka', body: 'only mira' } },
      });
      const find = async (name: ActorName, place: PlaceName, search: string) =>
        idsOf(await inbox(tx, world, world.actors[name], place, { search }));
      expect(await find('nora', 'a/nora', 'quokka')).toEqual([open]);
      expect(await find('p.owner', 'a/mira', 'quokka')).toHaveLength(2);
      expect(await find('nora', 'a/nora', 'qu%ka')).toEqual([]);
      expect(await find('nora', 'a/nora', 'quokka_1')).toEqual([open]);
    }));
});

describe('read marks', () => {
  test('are a person’s own; staff see who has read', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addAnnouncement(tx, world.a, { publishIn: -5 });
      const { 'p.owner': owner, 'p.member': member, 's.viewer': staff } = world.actors;
      await asActor(tx, owner, (mine) => mine`select public.mark_message(${id}, true)`);
      const unread = async (actor: Actor) =>
        (await inbox(tx, world, actor, 'a/mira')).rows.find((row) => row.id === id)?.is_unread;
      expect(await unread(owner)).toBe(false);
      expect(await unread(member)).toBe(true);
      const [row] = await asActor(
        tx,
        staff,
        (mine) => mine`select public.announcement_readers(${world.a.slug}, ${id}) -> 'rows' as rows`,
      );
      expect(row?.rows).toMatchObject([{ code: world.partnerships['a/mira'].code, person: owner.user?.email }]);
      await asActor(tx, owner, (mine) => mine`select public.mark_message(${id}, false)`);
      expect(await unread(owner)).toBe(true);
    }));

  test('all at once leave nothing unread, for me and nobody else', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      await addAnnouncement(tx, world.a);
      await addAnnouncement(tx, world.a, { isPinned: true });
      const news = async (name: ActorName) => {
        const [row] = await asActor(
          tx,
          world.actors[name],
          (mine) => mine<{ unread: number }[]>`
            select (public.inbox_news(${world.a.slug}, ${world.partnerships['a/mira'].code}) -> 'unread')::int as unread`,
        );
        return row?.unread ?? Number.NaN;
      };
      expect(await news('p.owner')).toBeGreaterThanOrEqual(2);
      await asActor(
        tx,
        world.actors['p.owner'],
        (mine) => mine`select public.mark_all_read(${world.a.slug}, ${world.partnerships['a/mira'].code})`,
      );
      expect(await news('p.owner')).toBe(0);
      expect(await news('p.member')).toBeGreaterThanOrEqual(2);
    }));

  test('news are what came after the instant that was told before', () =>
    rolledBack(sql, async (tx) => {
      const world = await buildWorld(tx);
      const id = await addAnnouncement(tx, world.a, { publishIn: -10 });
      const newer = async (minutesAgo: number) => {
        const since = new Date(Date.now() - minutesAgo * 60_000);
        const [row] = await asActor(
          tx,
          world.actors.nora,
          (mine) => mine<{ news: { id: string }[] }[]>`
            select public.inbox_news(${world.a.slug}, ${world.partnerships['a/nora'].code}, 'en', ${since}) -> 'news' as news`,
        );
        return row?.news.map((one) => one.id) ?? [];
      };
      expect(await newer(15)).toContain(id);
      expect(await newer(5)).toEqual([]);
    }));
});
