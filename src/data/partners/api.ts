import { getClients, unwrap } from '../connection.ts';
import { AppError } from '../errors.ts';
import type { ChannelForm, PartnerForm, PartnerProfile } from './model.ts';

/** Row-level security answers a write that is not allowed with no row: that is a refusal, not a success. */
function mustTouch(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new AppError('not_allowed', 'no row was changed');
}

export async function fetchPartner(partnerId: string, signal: AbortSignal): Promise<PartnerProfile> {
  const { rest } = await getClients();
  const answer = await rest
    .from('partners')
    .select('id, name, type, country, language, channels:partner_channels (id, kind, url)')
    .eq('id', partnerId)
    .order('created_at', { referencedTable: 'partner_channels' })
    .abortSignal(signal)
    .maybeSingle();
  return unwrap(answer);
}

export async function updatePartner(partnerId: string, form: PartnerForm): Promise<void> {
  const { rest } = await getClients();
  mustTouch(unwrap(await rest.from('partners').update(form).eq('id', partnerId).select('id')));
}

export async function addChannel(partnerId: string, form: ChannelForm): Promise<void> {
  const { rest } = await getClients();
  mustTouch(
    unwrap(
      await rest
        .from('partner_channels')
        .insert({ partner_id: partnerId, ...form })
        .select('id'),
    ),
  );
}

export async function removeChannel(partnerId: string, channelId: string): Promise<void> {
  const { rest } = await getClients();
  const request = rest.from('partner_channels').delete().eq('partner_id', partnerId).eq('id', channelId);
  mustTouch(unwrap(await request.select('id')));
}
