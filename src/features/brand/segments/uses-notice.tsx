import { useTranslation } from 'react-i18next';
import type { SegmentUse } from '../../../data/segments/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/notice.tsx';

/** What is shown to the segment, before it is changed. */
export function UsesNotice({ uses }: { readonly uses: readonly SegmentUse[] }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  return (
    <Notice title={t('uses.title', { count: uses.length, value: format.number(uses.length) })}>
      <UsesList uses={uses} />
      <p className="mt-1">{t('uses.body')}</p>
    </Notice>
  );
}

export function UsesList({ uses }: { readonly uses: readonly SegmentUse[] }) {
  const { t } = useTranslation('segments');
  const { t: tc } = useTranslation();
  return (
    <ul className="max-h-60 list-disc overflow-auto ps-5">
      {uses.map((use) => (
        <li key={`${use.kind} ${use.id}`}>{tc('pair', { label: t(`uses.kind.${use.kind}`), text: use.label })}</li>
      ))}
    </ul>
  );
}
