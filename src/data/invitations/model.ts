import '../../config/zod.ts';
import * as z from 'zod/mini';
import { partnerTypeSchema, roleSchema } from '../programs/model.ts';

/** The languages that a mail can be written in. */
export const MAIL_LOCALES = ['en', 'de', 'fr', 'ko', 'zh-Hant'] as const;
export type MailLocale = (typeof MAIL_LOCALES)[number];

export const STAFF_ROLES = ['owner', 'manager', 'finance', 'viewer'] as const;
export const PARTNER_ROLES = ['owner', 'finance', 'member', 'viewer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type PartnerRole = (typeof PARTNER_ROLES)[number];

const kindSchema = z.enum(['staff', 'partner_member', 'partner']);

export const invitationSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  email: z.string(),
  role: z.nullable(roleSchema),
  partner_type: z.nullable(partnerTypeSchema),
  partner_name: z.nullable(z.string()),
  tier: z.nullable(z.string()),
  tags: z.array(z.string()),
  locale: z.enum(MAIL_LOCALES),
  state: z.enum(['open', 'expired']),
  created_at: z.string(),
  expires_at: z.string(),
  invited_by: z.nullable(z.string()),
  /** `failed` and `waiting` are not sent yet: the first was tried. */
  mail: z.enum(['sent', 'failed', 'waiting']),
  sent_at: z.nullable(z.string()),
});
export const invitationListSchema = z.object({ invitations: z.array(invitationSchema) });
export type Invitation = z.output<typeof invitationSchema>;
export type InvitationKind = z.output<typeof kindSchema>;

/** What was said of one invitation that was made, resent or revoked. */
export const invitedSchema = z.object({ id: z.string(), email: z.string() });

/** One line of many partners to invite. */
export type Invitee = {
  readonly email: string;
  readonly partner_type: string;
  readonly name?: string | undefined;
  readonly tier?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly locale?: string | undefined;
};
export const MOST_INVITEES = 500;

export const inviteesReportSchema = z.object({
  invited: z.number(),
  /** In the order of what was asked. */
  rows: z.array(
    z.object({
      email: z.string(),
      fate: z.enum(['invited', 'already', 'invalid']),
      reason: z.nullable(
        z.enum(['bad_email', 'bad_type', 'bad_name', 'bad_tier', 'bad_tags', 'repeated', 'invited', 'member']),
      ),
    }),
  ),
});
export type InviteesReport = z.output<typeof inviteesReportSchema>;
export type InviteeReason = NonNullable<InviteesReport['rows'][number]['reason']>;

/** What became of the mails: `left` could not be tried in this call, or not at all. */
export const sentSchema = z.object({ sent: z.number(), failed: z.number(), left: z.number() });
export type Sent = z.output<typeof sentSchema>;

const programCardSchema = z.object({
  slug: z.string(),
  name: z.string(),
  logo_path: z.nullable(z.string()),
  color: z.string(),
});
const partnerToJoinSchema = z.object({
  id: z.string(),
  name: z.string(),
  type: partnerTypeSchema,
  /** Where it stands in the program already; null: not at all. */
  status: z.nullable(z.string()),
});

const knownPeekSchema = z.object({
  state: z.enum(['open', 'used', 'revoked', 'expired']),
  kind: kindSchema,
  email: z.string(),
  role: z.nullable(roleSchema),
  partner_type: z.nullable(partnerTypeSchema),
  partner_name: z.nullable(z.string()),
  expires_at: z.string(),
  invited_by: z.nullable(z.string()),
  program: z.nullable(programCardSchema),
  /** Whether the person signed in has shown that the invited address is theirs. */
  is_mine: z.boolean(),
  /** What the person signed in is called so far. */
  my_name: z.string(),
  partners: z.array(partnerToJoinSchema),
});
/** What an invitation says to whoever holds its token. */
export const peekSchema = z.union([z.object({ state: z.literal('unknown') }), knownPeekSchema]);
export type Peek = z.output<typeof peekSchema>;
export type KnownPeek = z.output<typeof knownPeekSchema>;
export type PartnerToJoin = z.output<typeof partnerToJoinSchema>;

/** Whether an invitation can still be taken up with this partner: an application that waits is answered by it. */
export function canJoinWith(partner: PartnerToJoin): boolean {
  return partner.status === null || partner.status === 'invited' || partner.status === 'applied';
}

export type NewPartner = {
  readonly name: string;
  readonly type: string;
  readonly country: string;
  readonly language: string;
  readonly time_zone: string;
};
export type Acceptance = {
  readonly token: string;
  readonly name: string;
  readonly partner: { readonly id: string } | NewPartner | null;
};

export const acceptedSchema = z.object({
  place: z.nullable(
    z.object({ side: z.enum(['brand', 'partner']), program: z.string(), code: z.nullable(z.string()) }),
  ),
});
export type Accepted = z.output<typeof acceptedSchema>;

export type TeamMember = {
  readonly id: string;
  readonly user_id: string;
  readonly email: string;
  readonly display_name: string;
  readonly role: 'owner' | 'manager' | 'finance' | 'member' | 'viewer';
  readonly created_at: string;
};

/** A team: who works for a program, or who acts for a partner. */
export type Team =
  | { readonly side: 'brand'; readonly programId: string; readonly program: string }
  | { readonly side: 'partner'; readonly partnerId: string };

/** The same rule as private.clean_address. */
export const addressSchema = z
  .string()
  .check(z.trim(), z.regex(/^[^@\s<>(),;:"\\[\]]{1,64}@[^@\s<>(),;:"\\[\]]{1,190}\.[^@\s<>(),;:"\\[\].]{2,63}$/));

/** Somebody to a team; which of the roles there are depends on whose team it is. */
export const inviteFormSchema = z.object({
  email: addressSchema,
  role: roleSchema,
  locale: z.enum(MAIL_LOCALES),
});
export type InviteForm = z.output<typeof inviteFormSchema>;
