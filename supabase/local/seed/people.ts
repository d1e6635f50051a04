import type { DemoPartner } from './partners.ts';

/** One account of the demo and what it may do; partner codes are those of demo/partners.json. */
export type Person = { email: string; name: string } & (
  | { side: 'brand'; role: 'owner' | 'manager' | 'finance' | 'viewer' }
  | { side: 'partner'; code: string; role: 'owner' | 'finance' | 'member' | 'viewer' }
);

export const BRAND_EMAIL = 'owner@lantern.example.com';
export const PARTNER_EMAIL = 'mira@example.com';

const STAFF: readonly Person[] = [
  { side: 'brand', role: 'owner', email: BRAND_EMAIL, name: 'Olivia Grant' },
  { side: 'brand', role: 'manager', email: 'manager@lantern.example.com', name: 'Marek Novak' },
  { side: 'brand', role: 'finance', email: 'finance@lantern.example.com', name: 'Fiona Adeyemi' },
  { side: 'brand', role: 'viewer', email: 'viewer@lantern.example.com', name: 'Victor Lang' },
];

const MIRAS_TEAM: readonly Person[] = [
  { side: 'partner', code: 'MIRA', role: 'finance', email: 'mira.finance@example.com', name: 'Ines Sol' },
  { side: 'partner', code: 'MIRA', role: 'member', email: 'mira.member@example.com', name: 'Jude Barlow' },
  { side: 'partner', code: 'MIRA', role: 'viewer', email: 'mira.viewer@example.com', name: 'Noor Haddad' },
];

/** The address of a partner's owner. */
export function ownerEmail(code: string): string {
  return `${code.toLowerCase()}@example.com`;
}

/** Everybody with an account: staff, one owner for each partner, and Mira Sol's team. */
export function everybody(partners: readonly DemoPartner[]): Person[] {
  const owners = partners.map(({ code, name }): Person => {
    return { side: 'partner', code, role: 'owner', email: ownerEmail(code), name };
  });
  return [...STAFF, ...owners, ...MIRAS_TEAM];
}

/** What `npm start` prints. */
export const SIGN_INS = [
  ...STAFF.map(({ role, email }) => ({ label: `Lantern & Co, ${role}`, email })),
  { label: 'Mira Sol, owner', email: PARTNER_EMAIL },
  ...MIRAS_TEAM.map(({ role, email }) => ({ label: `Mira Sol, ${role}`, email })),
];
