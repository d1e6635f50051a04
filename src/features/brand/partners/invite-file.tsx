import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type InviteeFile,
  type InviteeFileProblem,
  MOST_LINES,
  readInviteeFile,
} from '../../../data/partners/invitee-file.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { FormError } from '../../../ui/form-error.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { described, FieldFrame } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { InviteError } from './invite-error.tsx';
import { type Plan, useInviteFile } from './use-invite-file.ts';

const MOST_BYTES = 5_000_000;

/** Partners from a CSV: read here, judged there line by line, and invited once somebody has seen that. */
export function InviteFile({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const id = useId();
  const [problem, setProblem] = useState<InviteeFileProblem | null>(null);
  const { plan, send, progress } = useInviteFile();

  const handleFile = async (file: File | undefined): Promise<void> => {
    plan.reset();
    send.reset();
    setProblem(null);
    if (file === undefined) return;
    const read: InviteeFile = file.size > MOST_BYTES ? { problem: 'too_long' } : readInviteeFile(await file.text());
    if ('problem' in read) setProblem(read.problem);
    else plan.mutate(read.rows);
  };
  const handleSend = (rows: Plan['good']) =>
    send.mutate(rows, {
      onSuccess: ({ invited, mail }) => {
        const words = t('invite.done', { count: invited, value: format.number(invited) });
        announce(mail === 'sent' ? words : `${words} ${t('mail.waiting')}`, mail === 'sent' ? 'info' : 'error');
        onClose();
      },
    });
  const found = plan.data;

  return (
    <div className="flex flex-col gap-4">
      <FieldFrame id={id} label={t('invite.file')} hint={t('invite.file_hint', { rows: format.number(MOST_LINES) })}>
        <input
          {...described({ id, hint: true })}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => void handleFile(event.target.files?.[0])}
          className="field py-2"
        />
      </FieldFrame>
      <FormError>{problem === null ? null : t(`invite.problem.${problem}`)}</FormError>
      <p role="status" className={progress === null ? 'sr-only' : 'text-ink-2'}>
        {progress !== null &&
          t('invite.progress', {
            done: format.number(Math.min(progress.done, progress.of)),
            of: format.number(progress.of),
          })}
      </p>
      {plan.error !== null && <ErrorNotice error={plan.error} />}
      <InviteError error={send.error} />
      {found !== undefined && <PlanView plan={found} />}
      {found !== undefined && found.good.length > 0 && (
        <Button variant="primary" isBusy={send.isPending} onClick={() => handleSend(found.good)}>
          {t('invite.send_file', { count: found.good.length, value: format.number(found.good.length) })}
        </Button>
      )}
    </div>
  );
}

function PlanView({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const { good, bad } = plan;
  return (
    <div role="status">
      <p>{t('invite.good', { count: good.length, value: format.number(good.length) })}</p>
      {bad.length > 0 && (
        <>
          <p className="mt-2 font-medium">{t('invite.bad', { count: bad.length, value: format.number(bad.length) })}</p>
          <ul className="mt-1 max-h-48 overflow-y-auto text-sm">
            {bad.map((line) => (
              <li key={line.line} className="py-0.5 wrap-anywhere">
                {t('invite.bad_line', {
                  line: format.number(line.line),
                  email: line.email,
                  reason: t(`invitee_reason.${line.reason}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
