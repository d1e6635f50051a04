/** Who is shown the way to change creatives; the database decides by itself. */
export function mayKeepCreatives(role: string): boolean {
  return role === 'owner' || role === 'manager';
}
