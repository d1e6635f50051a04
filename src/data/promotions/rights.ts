import type { Place } from '../programs/model.ts';

/** Who keeps promotions. A hint for what to show: the wall is in the database. */
export function mayKeepPromotions(role: Place['role']): boolean {
  return role === 'owner' || role === 'manager';
}
