import { useTranslation } from 'react-i18next';
import type { InboxRow } from '../../../data/announcements/inbox-model.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { MessageRow } from './message-row.tsx';

type MessageListProps = {
  readonly rows: readonly InboxRow[];
  readonly query: Parameters<typeof MoreRows>[0]['query'];
  readonly isFiltered: boolean;
  readonly onReset: () => void;
};

export function MessageList({ rows, query, isFiltered, onReset }: MessageListProps) {
  const { t } = useTranslation('messages');
  if (rows.length === 0 && isFiltered) {
    return (
      <EmptyState title={t('none_found')} action={<Button onClick={onReset}>{t('show_all')}</Button>}>
        {t('none_found_body')}
      </EmptyState>
    );
  }
  if (rows.length === 0) return <EmptyState title={t('none')}>{t('none_body')}</EmptyState>;
  return (
    <>
      <ul>
        {rows.map((row) => (
          <MessageRow key={row.id} row={row} />
        ))}
      </ul>
      <MoreRows shown={rows.length} query={query} />
    </>
  );
}
