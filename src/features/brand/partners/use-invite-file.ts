import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type InviteeReason, type InviteesReport, MOST_INVITEES } from '../../../data/invitations/model.ts';
import { invitationMutations, type MailOutcome } from '../../../data/invitations/queries.ts';
import type { FileInvitee } from '../../../data/partners/invitee-file.ts';
import { useAddress } from '../../../data/programs/place.ts';

/** A line that will not be invited, and why. */
export type BadLine = { readonly line: number; readonly email: string; readonly reason: InviteeReason };
export type Plan = { readonly good: readonly FileInvitee[]; readonly bad: readonly BadLine[] };
export type Progress = { readonly done: number; readonly of: number };

const chunksOf = (rows: readonly FileInvitee[]): FileInvitee[][] =>
  Array.from({ length: Math.ceil(rows.length / MOST_INVITEES) }, (_, at) =>
    rows.slice(at * MOST_INVITEES, (at + 1) * MOST_INVITEES),
  );

const asked = (rows: readonly FileInvitee[]) =>
  rows.map(({ email, partner_type, name, tier, tags }) => ({
    email,
    partner_type,
    ...(name !== '' && { name }),
    ...(tier !== '' && { tier }),
    ...(tags.length > 0 && { tags }),
  }));

/** An address named twice in one file is invited by its first line. */
function withoutRepeats(rows: readonly FileInvitee[]): Plan {
  const seen = new Set<string>();
  const good: FileInvitee[] = [];
  const bad: BadLine[] = [];
  for (const row of rows) {
    const key = row.email.toLowerCase();
    if (seen.has(key)) bad.push({ line: row.line, email: row.email, reason: 'repeated' });
    else good.push(row);
    seen.add(key);
  }
  return { good, bad };
}

function judged(chunk: readonly FileInvitee[], report: InviteesReport): Plan {
  const good: FileInvitee[] = [];
  const bad: BadLine[] = [];
  for (const [at, row] of chunk.entries()) {
    const said = report.rows[at];
    if (said === undefined || said.fate === 'invited') good.push(row);
    else bad.push({ line: row.line, email: row.email, reason: said.reason ?? 'bad_email' });
  }
  return { good, bad };
}

/** First what would become of every line, then, when it has been seen, the invitations: so many a call. */
export function useInviteFile() {
  const { program } = useAddress();
  const [progress, setProgress] = useState<Progress | null>(null);
  const judging = useMutation(invitationMutations.judgePartners(program));
  const inviting = useMutation(invitationMutations.partners(program));

  const plan = useMutation({
    mutationFn: async (rows: readonly FileInvitee[]): Promise<Plan> => {
      const first = withoutRepeats(rows);
      const plans: Plan[] = [];
      setProgress({ done: 0, of: first.good.length });
      for (const chunk of chunksOf(first.good)) {
        plans.push(judged(chunk, await judging.mutateAsync(asked(chunk))));
        setProgress({ done: plans.length * MOST_INVITEES, of: first.good.length });
      }
      const bad = [...first.bad, ...plans.flatMap((one) => one.bad)].sort((one, other) => one.line - other.line);
      return { good: plans.flatMap((one) => one.good), bad };
    },
    onSettled: () => setProgress(null),
  });

  const send = useMutation({
    mutationFn: async (rows: readonly FileInvitee[]): Promise<{ invited: number; mail: MailOutcome }> => {
      let invited = 0;
      let mail: MailOutcome = 'sent';
      setProgress({ done: 0, of: rows.length });
      for (const chunk of chunksOf(rows)) {
        const report = await inviting.mutateAsync(asked(chunk));
        invited += report.invited;
        if (report.mail === 'waiting') mail = 'waiting';
        setProgress({ done: invited, of: rows.length });
      }
      return { invited, mail };
    },
    onSettled: () => setProgress(null),
  });

  return { plan, send, progress };
}
