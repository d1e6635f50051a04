import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';

/** What reached them last, and whether anybody of the team has read it. */
export function MessagesCard({ messages }: { readonly messages: PartnerPage['messages'] }) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const read = messages.filter((message) => message.read_at !== null).length;
  return (
    <Card
      title={t('messages')}
      aside={
        messages.length > 0 && t('messages_read', { read: format.number(read), of: format.number(messages.length) })
      }
    >
      {messages.length === 0 && <p className="text-ink-3">{t('no_messages')}</p>}
      <ul className="divide-y divide-line">
        {messages.map((message) => (
          <li key={message.id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
            <Link
              to={`../announcements/${message.id}`}
              className="flex min-h-11 min-w-0 items-center wrap-anywhere hover:underline sm:min-h-0"
            >
              {message.title}
            </Link>
            <span className="text-sm text-ink-3">
              {message.read_at === null ? (
                t('unread')
              ) : (
                <span className="inline-flex items-center gap-1">
                  <Check aria-hidden="true" size={14} />
                  {t('read_at', { time: format.instant(message.read_at) })}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
