import { useTranslation } from 'react-i18next';
import type { Candidate } from '../../../data/segments/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

/** A partner in one line: name, and what tells them from others of that name. */
export function CandidateLine({ partner }: { readonly partner: Candidate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [t(`partner_type.${partner.type}`), format.country(partner.country)];
  if (partner.status !== 'active') facts.push(t(`status.${partner.status}`));
  return (
    <span className="flex min-w-0 flex-wrap justify-between gap-x-3">
      <span className="min-w-0 truncate">{partner.name}</span>
      <span className="text-sm text-ink-3">{facts.join(' · ')}</span>
    </span>
  );
}
