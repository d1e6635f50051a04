/** Who may invite whom; the wall is in the database, this only hides what it would refuse. */
export function mayInviteStaff(role: string): boolean {
  return role === 'owner';
}

export function mayInvitePartners(role: string): boolean {
  return role === 'owner' || role === 'manager';
}
