import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { programQueries } from '../programs/queries.ts';
import { queryClient } from '../query-client.ts';
import { PARTNER_ROLES, STAFF_ROLES, type Team, type TeamMember } from './model.ts';
import { changeMemberRole, changeStaffRole, fetchTeam, leaveTeam, removeFromTeam } from './team-api.ts';

const all = ['teams'] as const;

export const teamQueries = {
  all,
  list: (team: Team) =>
    queryOptions({
      queryKey: [...all, team.side === 'brand' ? team.programId : team.partnerId] as const,
      queryFn: ({ signal }) => fetchTeam(team, signal),
    }),
};

/** One's own role stands in every context too. */
const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: all }),
    queryClient.invalidateQueries({ queryKey: programQueries.all }),
  ]);

type RoleChange = { readonly id: string; readonly role: TeamMember['role'] };

async function changeRole(team: Team, { id, role }: RoleChange): Promise<void> {
  if (team.side === 'brand') {
    const known = STAFF_ROLES.find((one) => one === role);
    if (known !== undefined) await changeStaffRole(team, id, known);
    return;
  }
  const known = PARTNER_ROLES.find((one) => one === role);
  if (known !== undefined) await changeMemberRole(team, id, known);
}

export const teamMutations = {
  changeRole: (team: Team) =>
    mutationOptions({ mutationFn: (change: RoleChange) => changeRole(team, change), onSettled: refresh }),
  remove: (team: Team) => mutationOptions({ mutationFn: (id: string) => removeFromTeam(team, id), onSettled: refresh }),
  /** Nothing is asked again: who has left has nothing here any more. */
  leave: (team: Team) => mutationOptions({ mutationFn: () => leaveTeam(team) }),
};
