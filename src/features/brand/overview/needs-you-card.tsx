import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { knownReason } from '../../../data/insights/brand-events-model.ts';
import { heldEvents, type Overview } from '../../../data/insights/brand-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';

/** What waits until a person decides: held events by reason, each with the list of exactly those. */
export function NeedsYouCard({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation('brand');
  const count = heldEvents(overview);
  const format = useFormat();
  if (count === 0) {
    return (
      <Card title={t('needs.title')}>
        <p className="flex items-center gap-2 text-ink-2">
          <CircleCheck aria-hidden="true" size={18} className="shrink-0 text-accent" />
          {t('needs.nothing')}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t('needs.title')} aside={t('needs.held', { count, value: format.number(count) })}>
      <ul className="-my-3 divide-y divide-line">
        {overview.held.map((held) => (
          <HeldRow key={held.reason} held={held} />
        ))}
      </ul>
    </Card>
  );
}

function HeldRow({ held }: { readonly held: Overview['held'][number] }) {
  const { t } = useTranslation('brand');
  const format = useFormat();
  const currency = currencyOf(usePlace().program);
  const reason = knownReason(held.reason);
  const words = reason === null ? held.reason : t(`reason.${reason}`);
  return (
    <li className="flex items-center justify-between gap-4 py-3">
      <div className="min-w-0">
        <p className="font-medium">{words}</p>
        <p className="text-sm text-ink-2">
          {t('needs.events', { count: held.events, value: format.number(held.events) })} ·{' '}
          <span className="whitespace-nowrap">{format.money(held.amount_minor, currency)}</span>
        </p>
      </div>
      <LinkButton
        to={`../conversions?status=held&reason=${encodeURIComponent(held.reason)}`}
        size="dense"
        aria-label={t('needs.review_these', { reason: words })}
      >
        {t('needs.review')}
      </LinkButton>
    </li>
  );
}
