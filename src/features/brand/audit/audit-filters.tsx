import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AUDIT_KINDS, nameAndEmail } from '../../../data/audit/model.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { DayFilter } from '../../../ui/day-filter.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import type { AuditFiltering } from './use-audit-filter.ts';

export type Actor = { readonly id: string; readonly name: string; readonly email: string };

type AuditFiltersProps = {
  readonly filtering: AuditFiltering;
  readonly actors: readonly Actor[];
  readonly partner: string | null;
};

/** Who, what and when. On a phone the filters unfold. */
export function AuditFilters({ filtering, actors, partner }: AuditFiltersProps) {
  const { t } = useTranslation('audit');
  const [isOpen, setIsOpen] = useState(false);
  const { filter, onChange } = filtering;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <Button className="sm:hidden" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        <SlidersHorizontal aria-hidden="true" size={16} />
        {t('filters')}
      </Button>
      <div className={classes('w-full gap-2 sm:flex sm:w-auto sm:flex-wrap', isOpen ? 'grid grid-cols-2' : 'hidden')}>
        <InlineSelect
          label={t('who')}
          value={filter.actor ?? ''}
          className="w-full sm:w-auto sm:max-w-60"
          onChange={({ target }) => onChange({ actor: target.value === '' ? null : target.value })}
        >
          <option value="">{t('everybody')}</option>
          {actors.map((actor) => (
            <option key={actor.id} value={actor.id}>
              {nameAndEmail(actor.name, actor.email)}
            </option>
          ))}
        </InlineSelect>
        <InlineSelect
          label={t('kind_label')}
          value={filter.kind ?? ''}
          className="w-full sm:w-auto sm:max-w-60"
          onChange={({ target }) => onChange({ kind: AUDIT_KINDS.find((kind) => kind === target.value) ?? null })}
        >
          <option value="">{t('every_kind')}</option>
          {AUDIT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </InlineSelect>
        <DayFilter label={t('from')} day={filter.from} onDay={(from) => onChange({ from })} />
        <DayFilter label={t('to')} day={filter.to} onDay={(to) => onChange({ to })} />
      </div>
      {filter.object !== null && <p className="text-ink-2">{t('only_object')}</p>}
      {filter.partnership !== null && partner !== null && (
        <p className="min-w-0 text-ink-2 wrap-anywhere">{t('only_partner', { partner })}</p>
      )}
      {filtering.isFiltered && (
        <Button variant="quiet" size="dense" onClick={filtering.onClear}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
