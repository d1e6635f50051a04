import assert from 'node:assert/strict';
import { type GoDeps, handleGo, type Landing } from './handler.ts';
import type { Visit } from './visit.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

function depsFor(landing: Landing | Error, seen: Visit[] = []): GoDeps {
  let time = 0;
  return {
    record: (visit) => {
      seen.push(visit);
      return landing instanceof Error ? Promise.reject(landing) : Promise.resolve(landing);
    },
    makeId: () => ID,
    now: () => {
      time += 4;
      return time;
    },
  };
}

const there: Landing = { location: `https://shop.example/?via=mira&click_id=${ID}`, is_click: true };

function visit(path: string, headers: Record<string, string> = { 'user-agent': CHROME }, method = 'GET') {
  return new Request(`http://local/go/${path}`, { method, headers });
}

Deno.test('a visitor is sent on, and the answer is kept by nobody', async () => {
  const seen: Visit[] = [];
  const headers = {
    'user-agent': CHROME,
    referer: 'https://Blog.Example:8443/post?from=me@example.com',
    'cf-ipcountry': 'gb',
    'x-forwarded-for': '203.0.113.9',
  };
  const response = await handleGo(
    visit('MIRA/?sub=story-2&click_id=mine&to=https://evil.example', headers),
    depsFor(there, seen),
  );
  assert.equal(response.status, 302);
  assert.equal(response.headers.get('location'), there.location);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('server-timing'), 'go;dur=4.00');
  assert.deepEqual(seen, [
    {
      id: ID,
      code: 'mira',
      kind: 'person',
      country: 'GB',
      device: 'desktop',
      referrer: 'blog.example',
      sub_id: 'story-2',
      page: null,
    },
  ]);
});

Deno.test('a landing page is read by its id, and nothing else is one', async () => {
  const id = '00000000-0000-4000-8000-00000000000f';
  const cases = [
    [id, id],
    [id.toUpperCase(), null],
    [`${id}0`, null],
    [`https://evil.example/${id}`, null],
    ['', null],
  ] as const;
  for (const [to, page] of cases) {
    const seen: Visit[] = [];
    await handleGo(visit(`mira?to=${encodeURIComponent(to)}`), depsFor(there, seen));
    assert.equal(seen[0]?.page, page, to);
  }
});

Deno.test('nobody is sent on before the visit is stored', async () => {
  const stored = Promise.withResolvers<Landing>();
  let isAnswered = false;
  const answer = handleGo(visit('mira'), { ...depsFor(there), record: () => stored.promise }).then((response) => {
    isAnswered = true;
    return response;
  });
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(isAnswered, false);
  stored.resolve(there);
  assert.equal((await answer).status, 302);
});

Deno.test('what cannot be stored asks the browser to come again', async () => {
  const headers = { 'user-agent': CHROME, 'accept-language': 'xx, zh-TW;q=0.9, en;q=0.8' };
  const response = await handleGo(visit('mira', headers), depsFor(new Error('record_visits answered 500')));
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('refresh'), '2');
  assert.equal(response.headers.get('location'), null);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(await response.text(), '請稍候，頁面會自動重新載入。\n');
});

Deno.test('a code that leads nowhere says so, in plain text', async () => {
  const response = await handleGo(visit('no-such-code'), depsFor({ location: null, is_click: false }));
  assert.equal(response.status, 404);
  assert.equal(response.headers.get('content-type'), 'text/plain; charset=utf-8');
  assert.equal(await response.text(), 'This link leads nowhere. Please check it.\n');
});

for (const [destination, location] of [
  [
    'https://shop.example/상품?색=빨강#위',
    'https://shop.example/%EC%83%81%ED%92%88?%EC%83%89=%EB%B9%A8%EA%B0%95#%EC%9C%84',
  ],
  ['https://shop.example/gr\u00fcn', 'https://shop.example/gr%C3%BCn'],
  ['https://shop.example/a\u0001b', 'https://shop.example/a%01b'],
  ['https://Shop.Example:8443?via=mira', 'https://shop.example:8443/?via=mira'],
] as const) {
  Deno.test(`${JSON.stringify(destination)} leads there, in the letters of a header`, async () => {
    const response = await handleGo(visit('mira'), depsFor({ location: destination, is_click: true }));
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), location);
  });
}

for (const odd of [
  'https://shop.example:99999/',
  'https://1.2.3.999/',
  'https://0x7f.1/',
  'https://',
  '//evil.example',
  'javascript:alert(1)',
  'https://shop.example@evil.example/',
  String.raw`https://evil.example\.shop.example/`,
]) {
  Deno.test(`${odd} leads nowhere rather than astray`, async () => {
    const response = await handleGo(visit('mira'), depsFor({ location: odd, is_click: true }));
    assert.equal(response.status, 404);
    assert.equal(response.headers.get('location'), null);
  });
}

for (const [path, code] of [
  ['mira', 'mira'],
  ['Mira/', 'mira'],
  ['mira?sub=%00', 'mira'],
  ['', null],
  ['a', null],
  ['mira/more', null],
  ['%2e%2e%2fmira', null],
  ['https://evil.example', null],
  ['//evil.example', null],
  ["mira'--", null],
  ['x'.repeat(65), null],
] as const) {
  Deno.test(`the code in /go/${path} is ${code}`, async () => {
    const seen: Visit[] = [];
    await handleGo(visit(path), depsFor(there, seen));
    assert.equal(seen[0]?.code, code);
    assert.equal(seen[0]?.sub_id, null);
  });
}

for (const [what, headers, method, kind] of [
  ['a browser', { 'user-agent': CHROME }, 'GET', 'person'],
  ['a browser that says nothing of itself', {}, 'GET', 'person'],
  [
    'a crawler',
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    'GET',
    'bot',
  ],
  ['the preview of a messenger', { 'user-agent': 'WhatsApp/2.23.20.0' }, 'GET', 'bot'],
  ['the preview of a network', { 'user-agent': 'facebookexternalhit/1.1' }, 'GET', 'bot'],
  ['a script', { 'user-agent': 'curl/8.5.0' }, 'GET', 'bot'],
  ['a browser without a person', { 'user-agent': CHROME.replace('Chrome/', 'HeadlessChrome/') }, 'GET', 'bot'],
  ['a prefetch', { 'user-agent': CHROME, 'sec-purpose': 'prefetch' }, 'GET', 'prefetch'],
  ['a prerender', { 'user-agent': CHROME, 'sec-purpose': 'prefetch;prerender' }, 'GET', 'prefetch'],
  ['an older prefetch', { 'user-agent': CHROME, purpose: 'prefetch' }, 'GET', 'prefetch'],
  ['the oldest prefetch', { 'user-agent': CHROME, 'x-moz': 'prefetch' }, 'GET', 'prefetch'],
  ['a preview', { 'user-agent': CHROME, 'x-purpose': 'preview' }, 'GET', 'prefetch'],
  ['HEAD', { 'user-agent': CHROME }, 'HEAD', 'head'],
] as const) {
  Deno.test(`${what} comes as ${kind}`, async () => {
    const seen: Visit[] = [];
    const response = await handleGo(visit('mira', headers, method), depsFor(there, seen));
    assert.equal(seen[0]?.kind, kind);
    assert.equal(response.status, 302);
  });
}

for (const [agent, device] of [
  [CHROME, 'desktop'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'phone',
  ],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36', 'phone'],
  ['Mozilla/5.0 (Linux; Android 15; SM-X910) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'tablet'],
  [
    'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    'tablet',
  ],
  ['Mozilla/5.0 (PlayStation; PlayStation 5/2.26) AppleWebKit/605.1.15', 'other'],
] as const) {
  Deno.test(`a ${device}: ${agent.slice(0, 50)}`, async () => {
    const seen: Visit[] = [];
    await handleGo(visit('mira', { 'user-agent': agent }), depsFor(there, seen));
    assert.equal(seen[0]?.device, device);
  });
}

for (const [headers, country] of [
  [{ 'x-vercel-ip-country': 'DE' }, 'DE'],
  [{ 'cf-ipcountry': 'XX', 'x-country': 'FR' }, 'FR'],
  [{ 'cf-ipcountry': 'T1' }, null],
  [{ 'cf-ipcountry': 'Germany' }, null],
  [{}, null],
] as const) {
  Deno.test(`the country of ${JSON.stringify(headers)} is ${country}`, async () => {
    const seen: Visit[] = [];
    await handleGo(visit('mira', { 'user-agent': CHROME, ...headers }), depsFor(there, seen));
    assert.equal(seen[0]?.country, country);
  });
}

Deno.test('nothing but GET and HEAD leads anywhere', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const seen: Visit[] = [];
    const response = await handleGo(visit('mira', { 'user-agent': CHROME }, method), depsFor(there, seen));
    assert.equal(response.status, 405);
    assert.deepEqual(seen, []);
  }
});
