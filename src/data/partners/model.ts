import '../../config/zod.ts';
import * as z from 'zod/mini';
import type { Database } from '../database.types.ts';

type Tables = Database['public']['Tables'];
type ChannelRow = Tables['partner_channels']['Row'];

export type Partner = Pick<Tables['partners']['Row'], 'id' | 'name' | 'type' | 'country' | 'language'>;
export type Channel = Pick<ChannelRow, 'id' | 'kind' | 'url'>;
export type PartnerProfile = Partner & { readonly channels: readonly Channel[] };

export const CHANNEL_KINDS = ['site', 'social', 'app'] as const;

/** The same rules as the constraints of `partners` and `partner_channels`. */
export const partnerFormSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
});
export const channelFormSchema = z.object({
  kind: z.enum(CHANNEL_KINDS),
  url: z.string().check(z.trim(), z.maxLength(250), z.regex(/^https?:\/\/\S{3,}$/)),
});
export type PartnerForm = z.output<typeof partnerFormSchema>;
export type ChannelForm = z.output<typeof channelFormSchema>;
