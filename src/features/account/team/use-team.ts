import { useMemo } from 'react';
import { PARTNER_ROLES, STAFF_ROLES, type Team, type TeamMember } from '../../../data/invitations/model.ts';
import { useMe, usePlace } from '../../../data/programs/place.ts';

export type TeamRoom = {
  readonly team: Team;
  /** What the team is called. */
  readonly name: string;
  readonly roles: readonly TeamMember['role'][];
  readonly isOwner: boolean;
  /** Who may see whom was invited: all staff, and of partners the owners. */
  readonly seesInvitations: boolean;
  readonly myId: string | null;
};

/** The team of the place: who works for the program, or who acts for the partner. */
export function useTeam(): TeamRoom {
  const { side, role, program, partnership } = usePlace();
  const me = useMe();
  const partnerId = partnership?.partner_id ?? '';
  const team = useMemo<Team>(
    () => (side === 'brand' ? { side, programId: program.id, program: program.slug } : { side: 'partner', partnerId }),
    [side, program.id, program.slug, partnerId],
  );
  return {
    team,
    name: partnership?.partner_name ?? program.name,
    roles: side === 'brand' ? STAFF_ROLES : PARTNER_ROLES,
    isOwner: role === 'owner',
    seesInvitations: side === 'brand' || role === 'owner',
    myId: me?.id ?? null,
  };
}
