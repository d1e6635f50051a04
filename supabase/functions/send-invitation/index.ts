import { createTransport } from 'nodemailer';
import { handleSend, type SendDeps } from './handler.ts';
import type { ClaimedMail } from './mail.ts';
import { render } from './render.ts';

const env = (name: string) => Deno.env.get(name) ?? '';
const apiUrl = env('SUPABASE_URL');
const publishableKey = env('SUPABASE_ANON_KEY');
const secretKey = env('SUPABASE_SERVICE_ROLE_KEY');

/** A key of the old kind is a token too, and is sent as both; one of the new kind is a key alone. */
const asServer: Record<string, string> = secretKey.startsWith('sb_')
  ? { apikey: secretKey }
  : { apikey: secretKey, authorization: `Bearer ${secretKey}` };

async function rpc(name: string, args: object, headers: Record<string, string>): Promise<unknown> {
  const response = await fetch(`${apiUrl}/rest/v1/rpc/${name}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  if (response.ok) return await response.json();
  await response.body?.cancel();
  if ([401, 403, 404].includes(response.status)) return null;
  throw new Error(`${name} answered ${response.status}`);
}

/** Implicit TLS only: hosted functions may not open the other mail ports. `SMTP_CA` is for a server with an authority of its own. */
function makeSender(): SendDeps['send'] {
  const host = env('SMTP_HOST');
  const address = env('SMTP_FROM');
  const portalUrl = env('PORTAL_URL');
  if (host === '' || address === '' || portalUrl === '') return null;
  const transport = createTransport({
    host,
    port: Number(env('SMTP_PORT') || '465'),
    secure: true,
    auth: { user: env('SMTP_USER'), pass: env('SMTP_PASS') },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    ...(env('SMTP_CA') !== '' && { tls: { ca: env('SMTP_CA') } }),
  });
  return async (mail) => {
    const { to, fromName, subject, text, html } = render(mail, { portalUrl, apiUrl });
    await transport.sendMail({
      from: { name: fromName, address },
      to,
      subject,
      text,
      html,
      headers: { 'auto-submitted': 'auto-generated' },
      // The same for every try, so that a mail whose acknowledgement was lost is known again.
      messageId: `<${mail.id}@${address.split('@')[1] ?? 'localhost'}>`,
    });
  };
}

const deps: SendDeps = {
  // The database's own answers to our own calls.
  waiting: async (authorization) => {
    const found = (await rpc('waiting_mails', {}, { apikey: publishableKey, authorization })) as {
      ids: string[];
    } | null;
    return found?.ids ?? null;
  },
  claim: async (ids) => ((await rpc('claim_mails', { p_ids: ids, p_limit: 10 }, asServer)) ?? []) as ClaimedMail[],
  send: makeSender(),
  finish: async (id, error) => {
    const done = await rpc('finish_mail', { p_id: id, p_error: error }, asServer);
    if (done === null) throw new Error('the outcome of a mail was not written');
  },
};

Deno.serve((request) => handleSend(request, deps));
