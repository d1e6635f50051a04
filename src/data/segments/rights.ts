import type { Place } from '../programs/model.ts';

/** Who keeps segments. A hint for what to show: the wall is in the database. */
export function mayKeepSegments(role: Place['role']): boolean {
  return role === 'owner' || role === 'manager';
}
