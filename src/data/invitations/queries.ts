import { infiniteQueryOptions, mutationOptions, queryOptions } from '@tanstack/react-query';
import { queryClient } from '../query-client.ts';
import {
  acceptInvitation,
  fetchInvitations,
  INVITATIONS_PER_PAGE,
  type InvitationKey,
  type InvitationScope,
  invitePartners,
  inviteToTeam,
  peekInvitation,
  resendInvitation,
  revokeInvitation,
  sendMails,
} from './api.ts';
import type { Acceptance, Invitee, InviteesReport, InviteForm, MailLocale, Team } from './model.ts';

const all = ['invitations'] as const;
// Widened here, since an initial value of null alone would make every later page's position null too.
const FIRST: InvitationKey | null = null as InvitationKey | null;

export const invitationQueries = {
  all,
  /** Not used yet: open and expired, newest first. */
  list: (scope: InvitationScope) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', scope] as const,
      queryFn: ({ pageParam, signal }) => fetchInvitations(scope, pageParam, signal),
      initialPageParam: FIRST,
      getNextPageParam: (page) => (page.length < INVITATIONS_PER_PAGE ? null : (page.at(-1) ?? null)),
    }),
  peek: (token: string, userId: string | null) =>
    queryOptions({
      queryKey: [...all, 'peek', token, userId] as const,
      queryFn: ({ signal }) => peekInvitation(token, signal),
      staleTime: 0,
    }),
};

const refresh = () => queryClient.invalidateQueries({ queryKey: all });

/** Whether every mail is out. The invitation stands either way: what failed here is tried again later. */
export type MailOutcome = 'sent' | 'waiting';

async function sendNow(): Promise<MailOutcome> {
  try {
    const { failed, left } = await sendMails();
    return failed === 0 && left === 0 ? 'sent' : 'waiting';
  } catch {
    return 'waiting';
  }
}

export const invitationMutations = {
  toTeam: (team: Team) =>
    mutationOptions({
      mutationFn: async (form: InviteForm): Promise<MailOutcome> => {
        await inviteToTeam(team, form);
        return await sendNow();
      },
      onSettled: refresh,
    }),
  /** What would become of many partners; nothing is done. */
  judgePartners: (program: string, locale: MailLocale | null = null) =>
    mutationOptions({
      mutationFn: (rows: readonly Invitee[]): Promise<InviteesReport> => invitePartners(program, rows, true, locale),
    }),
  /** At most MOST_INVITEES at once; `mail` says whether all their mails are out. */
  partners: (program: string, locale: MailLocale | null = null) =>
    mutationOptions({
      mutationFn: async (rows: readonly Invitee[]): Promise<InviteesReport & { mail: MailOutcome }> => {
        const report = await invitePartners(program, rows, false, locale);
        return { ...report, mail: report.invited === 0 ? 'sent' : await sendNow() };
      },
      onSettled: refresh,
    }),
  resend: () =>
    mutationOptions({
      mutationFn: async (id: string): Promise<MailOutcome> => {
        await resendInvitation(id);
        return await sendNow();
      },
      onSettled: refresh,
    }),
  revoke: () => mutationOptions({ mutationFn: (id: string) => revokeInvitation(id), onSettled: refresh }),
  /** What is not sent yet, once more. */
  send: () => mutationOptions({ mutationFn: sendNow, onSettled: refresh }),
  /** Everything known of the person before is asked anew: there is one more place to be. */
  accept: () =>
    mutationOptions({
      mutationFn: (acceptance: Acceptance) => acceptInvitation(acceptance),
      onSuccess: () => queryClient.getQueryCache().clear(),
    }),
};
