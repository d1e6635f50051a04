import type { Place } from '../programs/model.ts';

/** Who imports orders and reviews conversions. A hint for what to show: the wall is in the database. */
export function mayBookConversions(role: Place['role']): boolean {
  return role === 'owner' || role === 'finance';
}
