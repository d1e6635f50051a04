import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnersMeant } from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { ActDialog, type ActKind } from './act-dialog.tsx';

type SelectionBarProps = {
  readonly meant: PartnersMeant;
  /** What can be done with some of them at least. */
  readonly acts: readonly ActKind[];
  readonly shown: number;
  readonly total: number | null;
  readonly onShown: () => void;
  /** All that fit the filter, shown or not. */
  readonly onEverybody: () => void;
  readonly onClear: () => void;
};

/** How many are chosen and what can be done with them; the counts stand on what acts on them. */
export function SelectionBar({ meant, acts, shown, total, onShown, onEverybody, onClear }: SelectionBarProps) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const [act, setAct] = useState<ActKind | null>(null);
  const count = 'ids' in meant ? meant.ids.length : meant.total;
  const value = count === null ? '' : format.number(count);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form
    <div
      role="group"
      aria-label={t('chosen.label')}
      className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2 sm:px-5"
    >
      <p role="status" className="me-auto text-ink-2">
        {count === null ? t('chosen.all_unknown') : t('chosen.count', { count, value })}
      </p>
      {count === 0 ? (
        <Button size="dense" onClick={onShown}>
          {t('chosen.shown', { count: shown, value: format.number(shown) })}
        </Button>
      ) : (
        acts.map((kind) => (
          <Button key={kind} size="dense" aria-haspopup="dialog" onClick={() => setAct(kind)}>
            {t(`act.${kind}`)}
          </Button>
        ))
      )}
      {'ids' in meant && (total === null || total > shown || count !== 0) && (
        <Button size="dense" variant="quiet" onClick={onEverybody}>
          {total === null
            ? t('chosen.everybody_unknown')
            : t('chosen.everybody', { count: total, value: format.number(total) })}
        </Button>
      )}
      {count !== 0 && (
        <Button size="dense" variant="quiet" onClick={onClear}>
          {t('chosen.none')}
        </Button>
      )}
      {act !== null && <ActDialog kind={act} meant={meant} onClose={() => setAct(null)} onDone={onClear} />}
    </div>
  );
}
