import type { Sql } from 'postgres';
import { z } from 'zod/mini';
import type { CallRpc } from '../../../src/data/conversions/import-calls.ts';
import { BRAND_EMAIL, PARTNER_EMAIL } from './people.ts';
import type { DemoProgram } from './program.ts';
import { rpcWithToken, signIn } from './rpc.ts';

type Api = { apiUrl: string; publishableKey: string; demoPassword: string };

const Invited = z.object({ email: z.string() });
const Report = z.object({ invited: z.number() });

/** One open invitation of each kind, mailed to the demo's mailbox: a colleague, two partners, a member of Mira's team. */
export async function seedInvitations(sql: Sql, api: Api, program: DemoProgram): Promise<void> {
  const [known] = await sql`
    select 1 from public.invitations i where i.program_id = ${program.id} and i.created_by is not null limit 1`;
  if (known !== undefined) return;
  await inviteAs(api, PARTNER_EMAIL, async (call) => {
    const [mira] = await sql<{ id: string }[]>`
      select p.partner_id as id from public.partnerships p where p.program_id = ${program.id} and p.code = 'MIRA'`;
    const args = { p_partner: mira?.id ?? '', p_email: 'mira.editor@example.com', p_role: 'member' } as const;
    await call('invite_member', args, Invited);
  });
  await inviteAs(api, BRAND_EMAIL, async (call) => {
    const colleague = { p_program: program.slug, p_email: 'analyst@lantern.example.com', p_role: 'viewer' } as const;
    await call('invite_staff', colleague, Invited);
    const rows = [
      { email: 'hello@northlight.example.com', partner_type: 'publisher', name: 'Northlight Review', tier: 'gold' },
      { email: 'jun@seoulshelf.example.com', partner_type: 'influencer', name: 'Seoul Shelf', locale: 'ko' },
    ];
    await call('invite_partners', { p_program: program.slug, p_rows: rows }, Report);
  });
}

async function inviteAs(api: Api, email: string, invite: (call: CallRpc) => Promise<void>): Promise<void> {
  const token = await signIn(api, email, api.demoPassword);
  await invite(rpcWithToken(api, token));
  const response = await fetch(`${api.apiUrl}/functions/v1/send-invitation`, {
    method: 'POST',
    headers: { apikey: api.publishableKey, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  if (!response.ok)
    throw new Error(`the demo's invitations were not sent: ${response.status} ${await response.text()}`);
  await response.body?.cancel();
}
