import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headersOf } from '../support/actors.ts';
import { addPromotion } from '../support/promotion-builders.ts';
import { rollupDifferences } from '../support/rollup-differences.ts';
import { stack } from '../support/stack.ts';
import { type ActorName, buildWorld, type PlaceName, type World } from '../support/world.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
let world: World;
beforeAll(async () => {
  world = await buildWorld(sql);
});
afterAll(() => sql.end());

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
const codeOf = (place: PlaceName) => world.partnerships[place].code.toLowerCase();

async function go(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(`${stack.functionsUrl}/go/${path}`, {
    method,
    redirect: 'manual',
    headers: { 'user-agent': PHONE, ...headers },
  });
  await response.body?.cancel();
  return { status: response.status, location: response.headers.get('location'), headers: response.headers };
}

async function clicks(place: PlaceName): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int from public.clicks where partnership_id = ${world.partnerships[place].id}`;
  return row?.count ?? 0;
}

test('a visit is stored before the visitor is sent on, and kept by no cache', async () => {
  const { status, location, headers } = await go(`${codeOf('a/mira').toUpperCase()}?sub=bio`, {
    referer: 'https://blog.example/a?b=c',
    'cf-ipcountry': 'FR',
  });
  expect(status).toBe(302);
  expect(headers.get('cache-control')).toBe('no-store');
  const address = new URL(location ?? '');
  expect(address.origin + address.pathname).toBe(world.a.site);
  expect(address.searchParams.get('via')).toBe(codeOf('a/mira'));
  const [click] = await sql`
    select country, device, referrer, sub_id from public.clicks where id = ${address.searchParams.get('click_id')}`;
  expect(click).toEqual({ country: 'FR', device: 'phone', referrer: 'blog.example', sub_id: 'bio' });
});

test('who comes without a person is sent on, and no click', async () => {
  const before = await clicks('a/nora');
  const bare = `${world.a.site}?via=${codeOf('a/nora')}`;
  expect(await go(codeOf('a/nora'), { 'user-agent': 'Googlebot/2.1' })).toMatchObject({ status: 302, location: bare });
  expect(await go(codeOf('a/nora'), { 'sec-purpose': 'prefetch' })).toMatchObject({ status: 302, location: bare });
  expect(await go(codeOf('a/nora'), {}, 'HEAD')).toMatchObject({ status: 302, location: bare });
  expect((await go(codeOf('a/nora'), {}, 'POST')).status).toBe(405);
  expect(await clicks('a/nora')).toBe(before);
});

test.each([
  ['a code of nobody', 'no-such-code-at-all'],
  ['an address as code', 'https://evil.example'],
  ['an address encoded', 'https%3A%2F%2Fevil.example'],
  ['an address without scheme', '/evil.example'],
  ['a step up', '%2e%2e%2f%2e%2e%2frest'],
  ['a line break', 'mira%0d%0alocation:%20https://evil.example'],
  ['a zero byte', 'mira%00'],
  ['words of SQL', "mira'%20or%20'1'='1"],
  ['nothing', ''],
])('%s leads nowhere', async (_, path) => {
  expect(await go(path)).toMatchObject({ status: 404, location: null });
});

test.each(['to', 'url', 'destination', 'location', 'via', 'click_id', 'sub'])(
  'nobody chooses by ?%s= where a link leads',
  async (word) => {
    const evil = encodeURIComponent('https://evil.example/');
    const { location } = await go(`${codeOf('a/mira')}?${word}=${evil}`);
    expect(location).toContain(`${world.a.site}?via=${codeOf('a/mira')}&click_id=`);
    expect(location).not.toContain('evil');
  },
);

test('a promotion’s landing page is named by its id, counts the click, and is no way out', async () => {
  const promotion = await addPromotion(sql, world.a, { name: 'Landing' });
  await sql`update public.promotions set landing_url = ${`${world.a.site}sale?x=1`} where id = ${promotion}`;
  const theirs = await addPromotion(sql, world.b, { name: 'Theirs' });
  const before = await clicks('a/mira');
  const code = codeOf('a/mira');
  const there = new URL((await go(`${code}?to=${promotion}&sub=bio`)).location ?? '');
  expect(there.origin + there.pathname).toBe(`${world.a.site}sale`);
  expect([...there.searchParams.keys()]).toEqual(['x', 'via', 'click_id', 'sub']);
  expect(await clicks('a/mira')).toBe(before + 1);
  for (const page of [theirs, `${promotion}@evil.example`, `https://evil.example/${promotion}`, '//evil.example']) {
    const { location } = await go(`${code}?to=${encodeURIComponent(page)}`);
    expect(location, page).toContain(`${world.a.site}?via=${code}&click_id=`);
  }
  expect((await rollupDifferences(sql, world.a.id)).differences).toEqual([]);
});

test.each([
  ['Hangul', '상품?색=빨강#위', '%EC%83%81%ED%92%88?%EC%83%89=%EB%B9%A8%EA%B0%95&via=CODE&click_id=ID#%EC%9C%84'],
  ['an umlaut', 'Gr\u00fc\u00dfe', 'Gr%C3%BC%C3%9Fe?via=CODE&click_id=ID'],
])('a destination with %s leads there, in the letters of a header', async (_, page, expected) => {
  const { id } = world.partnerships['a/both'];
  await sql`update public.links set destination = ${world.a.site + page} where partnership_id = ${id} and is_default`;
  const { status, location } = await go(codeOf('a/both'));
  expect(status).toBe(302);
  const click = /click_id=([0-9a-f-]+)/.exec(location ?? '')?.[1] ?? '';
  expect(location).toBe(world.a.site + expected.replace('CODE', codeOf('a/both')).replace('ID', click));
});

test('two hundred at once are counted, each by a click of its own', async () => {
  const before = await clicks('a/both');
  const answers = await Promise.all(Array.from({ length: 200 }, () => go(codeOf('a/both'))));
  const ids = new Set(answers.map(({ location }) => new URL(location ?? '').searchParams.get('click_id')));
  expect(ids.size).toBe(200);
  expect(await clicks('a/both')).toBe(before + 200);
  expect((await rollupDifferences(sql, world.a.id)).differences).toEqual([]);
});

test('a pause goes on counting; an end holds from the next visit on', async () => {
  expect((await go(codeOf('a/paused'))).location).toContain('click_id=');
  expect((await go(codeOf('b/berta'))).location).toContain('click_id=');
  await sql`update public.partnerships set status = 'ended' where id = ${world.partnerships['b/berta'].id}`;
  expect((await go(codeOf('b/berta'))).location).toBe(world.b.site);
});

test('visits are stored by the server alone, over the API too', async () => {
  const ask = async (actor: ActorName) => {
    const response = await fetch(`${stack.apiUrl}/rest/v1/rpc/record_visits`, {
      method: 'POST',
      headers: { ...headersOf(world.actors[actor], stack), 'content-type': 'application/json' },
      body: JSON.stringify({ p_visits: [{ id: randomUUID(), code: codeOf('a/mira'), kind: 'person' }] }),
    });
    return { status: response.status, body: await response.json() };
  };
  const before = await clicks('a/mira');
  for (const actor of ['anon', 'p.owner', 's.owner', 'stranger'] as const) {
    expect([401, 403]).toContain((await ask(actor)).status);
  }
  expect(await clicks('a/mira')).toBe(before);
  expect(await ask('service')).toMatchObject({ status: 200, body: [{ is_click: true }] });
  expect(await clicks('a/mira')).toBe(before + 1);
});
