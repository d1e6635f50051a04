import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, headersOf, service, signedIn } from '../support/actors.ts';
import { addProgram, addStaff, addUser, freshSuffix, type Program } from '../support/builders.ts';
import { stack } from '../support/stack.ts';

const sql = postgres(stack.postgresUrl, { max: 1, onnotice: () => {} });
afterAll(() => sql.end());

type Mail = { from: string; to: string[]; subject: string; text: string; html: string };
const readMail = async (to: string): Promise<Mail[]> =>
  await (await fetch(`${stack.mailUrl}/api/messages?to=${encodeURIComponent(to)}`)).json();

let program: Program;
let owner: Actor;
let viewer: Actor;
beforeAll(async () => {
  const suffix = freshSuffix();
  program = await addProgram(sql, { slug: `mail-${suffix}`, name: 'Brötchen & Söhne <b>' });
  owner = signedIn('owner', await addUser(sql, `owner-${suffix}@example.com`));
  viewer = signedIn('viewer', await addUser(sql, `viewer-${suffix}@example.com`));
  await addStaff(sql, program, owner.user ?? { id: '', email: '' }, 'owner');
  await addStaff(sql, program, viewer.user ?? { id: '', email: '' }, 'viewer');
  await sql`insert into public.user_settings (user_id, display_name) values (${owner.user?.id ?? ''}, 'Olivia Grant')`;
});

async function call(path: string, actor: Actor, body: object): Promise<{ status: number; text: string }> {
  const response = await fetch(`${stack.apiUrl}${path}`, {
    method: 'POST',
    headers: { ...headersOf(actor, stack), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
}
const send = async (actor: Actor) => JSON.parse((await call('/functions/v1/send-invitation', actor, {})).text);
const invite = (rows: object[]) =>
  call('/rest/v1/rpc/invite_partners', owner, { p_program: program.slug, p_rows: rows });

/** What each language says on the button, in text and in HTML. */
const BUTTONS = {
  en: 'Accept the invitation',
  de: 'Einladung annehmen',
  fr: 'Accepter l’invitation',
  ko: '초대 수락',
  'zh-Hant': '接受邀請',
};

test('an invitation in each language arrives by SMTP as text and HTML, and only once', async () => {
  const people = Object.entries(BUTTONS).map(([locale, button]) => ({
    ...{ locale, button },
    email: `${locale}-${freshSuffix()}@example.com`.toLowerCase(),
  }));
  const made = await invite(people.map(({ email, locale }) => ({ email, locale, partner_type: 'app' })));
  expect(made.status).toBe(200);
  // The inviter's browser is told no token.
  expect(made.text).not.toMatch(/[A-Za-z0-9_-]{43}/);
  expect(await send(owner)).toEqual({ sent: 5, failed: 0, left: 0 });
  expect(await send(owner)).toEqual({ sent: 0, failed: 0, left: 0 });
  for (const { email, locale, button } of people) {
    const [mail, ...more] = await readMail(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('Brötchen & Söhne <b>');
    expect(mail?.text).toContain(button);
    expect(mail?.text).toContain('Olivia Grant');
    expect(mail?.html).toContain(button);
    expect(mail?.html).toContain(`lang="${locale}"`);
    expect(mail?.html).toContain('Brötchen &amp; Söhne &lt;b&gt;');
    const link = /https?:\/\/\S+\/invite#([A-Za-z0-9_-]{43})/.exec(mail?.text ?? '');
    expect(link?.[0]).toMatch(new RegExp(`^${stack.portalUrl}/invite#`));
    const peek = await call(
      '/rest/v1/rpc/peek_invitation',
      { name: 'anon', role: 'anon', user: null },
      { p_token: link?.[1] },
    );
    expect(JSON.parse(peek.text)).toMatchObject({ state: 'open', email, kind: 'partner', locale });
  }
});

test('who may not invite has nothing sent, and who is not signed in is refused', async () => {
  const email = `waits-${freshSuffix()}@example.com`;
  await invite([{ email, partner_type: 'app' }]);
  expect(await send(viewer)).toEqual({ sent: 0, failed: 0, left: 0 });
  expect(await readMail(email)).toEqual([]);
  const refused = await call('/functions/v1/send-invitation', { name: 'anon', role: 'anon', user: null }, {});
  expect(refused.status).toBe(401);
  expect((await call('/rest/v1/rpc/claim_mails', owner, { p_ids: [] })).status).toBe(403);
  expect((await call('/rest/v1/rpc/claim_mails', service, { p_ids: [] })).text).toBe('[]');
  expect(await send(owner)).toEqual({ sent: 1, failed: 0, left: 0 });
});

test('two calls at once send each mail once', async () => {
  const emails = Array.from({ length: 12 }, () => `once-${freshSuffix()}@example.com`);
  await invite(emails.map((email) => ({ email, partner_type: 'app' })));
  const answers = await Promise.all([send(owner), send(owner), send(owner)]);
  expect(answers.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
  for (const email of emails) expect(await readMail(email)).toHaveLength(1);
});
