import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ActDialog, type ActKind } from './act-dialog.tsx';
import { actsFor } from './acts-for.ts';
import { StatusBadge } from './status-badge.tsx';
import { TagList } from './tag-list.tsx';

type StandingCardProps = { readonly page: PartnerPage; readonly canKeep: boolean };

/** Status, tier and tags, and what changes them. An application asks for its answer first. */
export function StandingCard({ page, canKeep }: StandingCardProps) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const [act, setAct] = useState<ActKind | null>(null);
  const { partner } = page;
  const acts = canKeep ? actsFor([partner.status]) : [];
  return (
    <Card title={t('standing')} aside={<StatusBadge status={partner.status} />}>
      <div className="flex flex-col gap-4">
        {partner.status === 'applied' && canKeep && <Notice tone="warn" title={t('applied')} />}
        <dl className="flex flex-col gap-x-10 gap-y-2 sm:flex-row sm:flex-wrap">
          <Line label={t('status_since')}>{format.instant(partner.status_since)}</Line>
          {partner.status_reason !== null && <Line label={t('reason')}>{partner.status_reason}</Line>}
          <Line label={t('column.tier')}>{partner.tier ?? t('no_tier')}</Line>
          <Line label={t('column.tags')}>
            <TagList tags={partner.tags} />
          </Line>
        </dl>
        {acts.length > 0 && (
          <div className="flex flex-wrap gap-2">
            {acts.map((kind) => (
              <Button key={kind} size="dense" aria-haspopup="dialog" onClick={() => setAct(kind)}>
                {t(`act.${kind}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      {act !== null && (
        <ActDialog kind={act} meant={{ ids: [partner.id] }} onClose={() => setAct(null)} onDone={() => setAct(null)} />
      )}
    </Card>
  );
}

export function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  );
}
