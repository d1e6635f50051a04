import { useTranslation } from 'react-i18next';
import { opensEarnings, type Partnership } from '../../data/programs/model.ts';
import { Notice } from '../../ui/notice.tsx';

type StandingNoticeProps = { readonly partnership: Partnership; readonly programName: string };

/** What the partnership's status opens and closes; nothing to say while it is active. */
export function StandingNotice({ partnership, programName }: StandingNoticeProps) {
  const { t } = useTranslation('partner');
  const { status, status_reason: reason } = partnership;
  if (status === 'active') return null;
  return (
    <Notice
      tone={opensEarnings(status) ? 'warn' : 'info'}
      title={t(`standing.${status}_title`, { program: programName })}
    >
      <p>{t(`standing.${status}_body`)}</p>
      {reason !== null && reason !== '' && <p>{t('standing.reason', { reason })}</p>}
    </Notice>
  );
}
