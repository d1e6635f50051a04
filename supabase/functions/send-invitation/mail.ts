export const LOCALES = ['en', 'de', 'fr', 'ko', 'zh-Hant'] as const;
export type Locale = (typeof LOCALES)[number];

export const KINDS = ['staff', 'partner_member', 'partner'] as const;
export type Kind = (typeof KINDS)[number];

export type Role = 'owner' | 'manager' | 'finance' | 'member' | 'viewer';

/** A mail as the database hands it out: its token stands here and nowhere else. */
export type ClaimedMail = {
  readonly id: string;
  readonly to: string;
  readonly locale: Locale;
  /** Empty when the inviter has no name. */
  readonly inviter: string;
  readonly token: string;
  readonly invitation: {
    readonly kind: Kind;
    readonly role: Role | null;
    readonly expires_at: string;
    /** Of a team: the partner whose it is. */
    readonly partner_name: string | null;
    readonly program: { readonly name: string; readonly color: string; readonly logo_path: string | null } | null;
  };
};

export type Rendered = {
  readonly to: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};
