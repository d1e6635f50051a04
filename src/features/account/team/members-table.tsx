import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamMember } from '../../../data/invitations/model.ts';
import { teamMutations } from '../../../data/invitations/team-queries.ts';
import { Badge } from '../../../ui/badge.tsx';
import { IconButton } from '../../../ui/button.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { useDay } from './use-day.ts';
import { useRefusal } from './use-refusal.ts';
import type { TeamRoom } from './use-team.ts';

type MembersTableProps = { readonly room: TeamRoom; readonly members: readonly TeamMember[] };

export const nameOf = (member: TeamMember): string => member.display_name || member.email;

/** By role as the roles are listed, owners first, and by name. */
function sorted(members: readonly TeamMember[], roles: TeamRoom['roles']): readonly TeamMember[] {
  const rank = (member: TeamMember) => roles.indexOf(member.role);
  return members.toSorted((one, other) => rank(one) - rank(other) || nameOf(one).localeCompare(nameOf(other)));
}

/** The team; its owners change roles and take people out. */
export function MembersTable({ room, members }: MembersTableProps) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const day = useDay();
  const [leaving, setLeaving] = useState<TeamMember | null>(null);
  const isMe = (member: TeamMember) => member.user_id === room.myId;
  const columns: Column<TeamMember>[] = [
    {
      id: 'name',
      header: t('members.name'),
      cell: (member) => (
        <span className="flex min-w-0 flex-col">
          <span className="flex flex-wrap items-center gap-2">
            <span className="wrap-anywhere">{nameOf(member)}</span>
            {isMe(member) && <Badge>{t('members.you')}</Badge>}
          </span>
          {member.display_name !== '' && (
            <span className="text-sm font-normal wrap-anywhere text-ink-3">{member.email}</span>
          )}
        </span>
      ),
    },
    {
      id: 'role',
      header: t('members.role'),
      cell: (member) =>
        room.isOwner ? <RoleSelect room={room} member={member} /> : <span>{tc(`role.${member.role}`)}</span>,
    },
    { id: 'since', header: t('members.since'), cell: (member) => day(member.created_at) },
    ...(room.isOwner
      ? [
          {
            id: 'act',
            header: t('members.act'),
            isBare: true,
            cell: (member: TeamMember) =>
              isMe(member) ? null : (
                <IconButton
                  variant="quiet"
                  label={t('remove.open', { name: nameOf(member) })}
                  icon={<Trash2 aria-hidden="true" size={16} />}
                  onClick={() => setLeaving(member)}
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t('members.title')}
        columns={columns}
        rows={sorted(members, room.roles)}
        rowKey={(member) => member.id}
      />
      {leaving !== null && <RemoveDialog room={room} member={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

type RoleSelectProps = { readonly room: TeamRoom; readonly member: TeamMember };

/** Holds at once, and can be put back for a while. */
function RoleSelect({ room, member }: RoleSelectProps) {
  const { t } = useTranslation('team');
  const { t: tc } = useTranslation();
  const changing = useMutation(teamMutations.changeRole(room.team));
  const refusal = useRefusal();
  const complain = (error: Error) => announce(refusal(error), 'error');
  const before = member.role;
  const undo = () =>
    changing.mutate(
      { id: member.id, role: before },
      { onSuccess: () => announce(t('role_undone')), onError: complain },
    );
  const change = (role: TeamMember['role']) =>
    changing.mutate(
      { id: member.id, role },
      {
        onSuccess: () =>
          announce(t('role_changed', { name: nameOf(member), role: tc(`role.${role}`) }), 'info', {
            label: t('undo'),
            onPress: undo,
          }),
        onError: complain,
      },
    );
  return (
    <InlineSelect
      label={t('members.role_of', { name: nameOf(member) })}
      value={changing.isPending ? (changing.variables?.role ?? member.role) : member.role}
      aria-busy={changing.isPending || undefined}
      onChange={(event) => {
        const role = room.roles.find((one) => one === event.target.value);
        if (role !== undefined && !changing.isPending) change(role);
      }}
    >
      {room.roles.map((role) => (
        <option key={role} value={role}>
          {tc(`role.${role}`)}
        </option>
      ))}
    </InlineSelect>
  );
}
