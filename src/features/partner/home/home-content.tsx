import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerHome, PartnerHomeAnswer } from '../../../data/insights/partner-model.ts';
import { currencyOf } from '../../../data/programs/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { StandingNotice } from '../standing-notice.tsx';
import { BalanceCard } from './balance-card.tsx';
import { LinkCard } from './link-card.tsx';

// The money is painted without it.
const EndingCard = lazy(async () => ({ default: (await import('./ending-card.tsx')).EndingCard }));

export function HomeContent({ answer }: { readonly answer: PartnerHomeAnswer }) {
  const { t } = useTranslation('partner');
  const format = useFormat();
  const { home, context } = answer;
  const { place, me } = context;
  if (place === null) return null;
  const { program, partnership } = place;
  const time = home === null ? '' : format.asOf(home.as_of, me.time_zone ?? undefined);
  return (
    <div className="flex flex-col gap-4">
      {partnership !== null && <StandingNotice partnership={partnership} programName={program.name} />}
      {home !== null && (
        <>
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <BalanceCard home={home} currency={currencyOf(program)} holdDays={program.hold_days} />
            <div className="flex flex-col gap-4">
              {home.link !== null && (
                <LinkCard
                  link={home.link}
                  clicks={home.clicks_7d}
                  programName={program.name}
                  isPaused={partnership?.status === 'paused'}
                />
              )}
              {home.ending.length > 0 && (
                <Suspense fallback={<div className={`rounded-card border border-line bg-surface ${heightOf(home)}`} />}>
                  <EndingCard promotions={home.ending} zone={program.time_zone} />
                </Suspense>
              )}
              {isNew(home) && (
                <Notice title={t('home.first_title')}>
                  <p>{t('home.first_body')}</p>
                </Notice>
              )}
            </div>
          </div>
          <p className="px-1 text-sm text-ink-3">
            {t('home.reference', { zone: format.zone(program.time_zone), currency: program.currency, time })}
          </p>
        </>
      )}
    </div>
  );
}

function isNew(home: PartnerHome): boolean {
  return home.available_minor === 0 && home.pending_minor === 0 && home.days.every((day) => day.accrued_minor === 0);
}

/** About as high as the card will be, so that nothing moves when it comes. */
function heightOf({ ending }: PartnerHome): string {
  if (ending.length === 1) return 'h-48';
  return ending.length === 2 ? 'h-80' : 'h-112';
}
