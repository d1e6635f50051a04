import assert from 'node:assert/strict';
import { handleSend, type SendDeps } from './handler.ts';
import { type ClaimedMail, KINDS, LOCALES } from './mail.ts';
import { render } from './render.ts';
import { WORDS } from './words/words.ts';

const places = { portalUrl: 'https://portal.example/', apiUrl: 'https://api.example' };

function mailOf(change: Partial<ClaimedMail> = {}, invitation: Partial<ClaimedMail['invitation']> = {}): ClaimedMail {
  return {
    id: '1',
    to: 'ada@example.com',
    locale: 'en',
    inviter: 'Olivia Grant',
    token: 'T0ken_-x',
    ...change,
    invitation: {
      kind: 'partner',
      role: null,
      expires_at: '2030-01-08T12:00:00Z',
      partner_name: null,
      program: { name: 'Lantern & Co', color: '#0b6e5a', logo_path: null },
      ...invitation,
    },
  };
}

type Outbox = { readonly steps: string[]; readonly open: Set<string> };

function depsWith(outbox: Outbox, fails: (id: string) => object | null = () => null): SendDeps {
  return {
    waiting: (authorization) => Promise.resolve(authorization === 'Bearer mine' ? [...outbox.open] : null),
    claim: (ids) =>
      Promise.resolve(
        ids
          .filter((id) => outbox.open.has(id))
          .slice(0, 2)
          .map((id) => mailOf({ id })),
      ),
    send: ({ id }) => {
      const fault = fails(id);
      outbox.steps.push(`send ${id}`);
      return fault === null ? Promise.resolve() : Promise.reject(Object.assign(new Error('no'), fault));
    },
    finish: (id, error) => {
      outbox.steps.push(`${id}: ${error ?? 'sent'}`);
      if (error === null) outbox.open.delete(id);
      return Promise.resolve();
    },
  };
}

async function ask(deps: SendDeps, authorization = 'Bearer mine', method = 'POST') {
  const response = await handleSend(new Request('http://local/', { method, headers: { authorization } }), deps);
  return { status: response.status, body: await response.json() };
}

const outboxOf = (...ids: string[]): Outbox => ({ steps: [], open: new Set(ids) });

Deno.test('every waiting mail is sent once and marked before the next', async () => {
  const outbox = outboxOf('1', '2', '3');
  assert.deepEqual((await ask(depsWith(outbox))).body, { sent: 3, failed: 0, left: 0 });
  assert.deepEqual(outbox.steps, ['send 1', '1: sent', 'send 2', '2: sent', 'send 3', '3: sent']);
  assert.deepEqual((await ask(depsWith(outbox))).body, { sent: 0, failed: 0, left: 0 });
  assert.equal(outbox.steps.length, 6);
});

Deno.test('a mail that is refused keeps the others from nothing, and is tried once a call', async () => {
  const outbox = outboxOf('1', '2', '3');
  const refused = (id: string) => (id === '2' ? { code: 'EENVELOPE', responseCode: 550 } : null);
  assert.deepEqual((await ask(depsWith(outbox, refused))).body, { sent: 2, failed: 1, left: 0 });
  assert.ok(outbox.steps.includes('2: EENVELOPE 550'));
  assert.deepEqual((await ask(depsWith(outbox))).body, { sent: 1, failed: 0, left: 0 });
});

Deno.test('without a line nothing more is tried, and what was claimed is given back', async () => {
  const outbox = outboxOf('1', '2', '3');
  assert.deepEqual((await ask(depsWith(outbox, () => ({ code: 'ESOCKET' })))).body, { sent: 0, failed: 2, left: 1 });
  assert.deepEqual(outbox.steps, ['send 1', '1: ESOCKET', '2: ESOCKET']);
});

Deno.test('who has no token has nothing claimed', async () => {
  const outbox = outboxOf('1');
  assert.equal((await ask(depsWith(outbox), 'Bearer theirs')).status, 401);
  assert.equal((await ask(depsWith(outbox), 'Bearer mine', 'PUT')).status, 405);
  assert.deepEqual(outbox.steps, []);
});

Deno.test('without a mail server it says so, and the mails wait', async () => {
  const { status, body } = await ask({ ...depsWith(outboxOf('1')), send: null });
  assert.equal(status, 503);
  assert.equal(body.left, 1);
});

Deno.test('each kind in each language has its subject, its link and the same in text and HTML', () => {
  for (const locale of LOCALES) {
    for (const kind of KINDS) {
      const { subject, text, html } = render(
        mailOf({ locale }, { kind, role: 'viewer', partner_name: 'Mira Sol' }),
        places,
      );
      const team = kind === 'partner_member' ? 'Mira Sol' : 'Lantern & Co';
      assert.ok(subject.includes(team), subject);
      assert.ok(!/[{}]/.test(subject + text), text);
      assert.ok(text.includes('https://portal.example/invite#T0ken_-x'));
      assert.ok(html.includes('href="https://portal.example/invite#T0ken_-x"') && html.includes(`lang="${locale}"`));
      assert.ok(html.includes(WORDS[locale].accept) && text.includes(WORDS[locale].accept));
      assert.ok(html.includes(team.replace('&', '&amp;')));
    }
  }
});

Deno.test('names cannot break out of the mail', () => {
  const evil = '<img src=x onerror=alert(1)>\r\nBcc: all@example.com https://evil.example';
  const { subject, text, html, fromName } = render(
    mailOf({ inviter: evil }, { program: { name: evil, color: 'red;}', logo_path: 'a b/"x.png' } }),
    places,
  );
  for (const line of [subject, fromName]) assert.ok(!/[\r\n]/.test(line) && !line.includes('https://evil'));
  assert.ok(!html.includes('<img src=x') && !html.includes('red;}') && !text.includes('https://evil'));
  assert.ok(html.includes('/brand/a%20b/%22x.png'));
});

Deno.test('no name becomes an address that a mail program makes a link of', () => {
  for (const name of ['_https://evil.example', 'log in at evil.example/login', 'www.evil.example', 'a@evil。example']) {
    const mails = [
      mailOf({ inviter: name }, { program: { name, color: '#0b6e5a', logo_path: null } }),
      mailOf({ inviter: name }, { kind: 'partner_member', role: 'viewer', partner_name: name }),
    ];
    for (const { subject, text, html, fromName } of mails.map((mail) => render(mail, places))) {
      for (const said of [subject, text, html, fromName])
        assert.ok(
          !/[.。@/]example|[@/]evil|example\/login/.test(
            said.replaceAll(/https:..portal\.example|ada@example\.com/g, ''),
          ),
          said,
        );
      assert.ok(text.includes('evil'));
    }
  }
});

Deno.test('a mail without an inviter still reads as a sentence', () => {
  assert.ok(render(mailOf({ inviter: ' ' }), places).text.startsWith('You are invited to the partner program'));
});

Deno.test('the ink on the button is read on any colour', () => {
  const ink = (color: string) =>
    /;color:(#\w{6});font-weight/.exec(
      render(mailOf({}, { program: { name: 'x', color, logo_path: null } }), places).html,
    )?.[1];
  assert.equal(ink('#0b6e5a'), '#ffffff');
  assert.equal(ink('#ffd400'), '#16181d');
});
