import type { Place } from '../programs/model.ts';

/** Who steers partnerships and invites partners. A hint for what to show: the wall is in the database. */
export function mayKeepPartners(role: Place['role']): boolean {
  return role === 'owner' || role === 'manager';
}
