import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { brandPromotionMutations } from '../../../data/promotions/brand-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { CodeReportView } from './code-report-view.tsx';

const PARTNER = '{PARTNER}';
const IS_PATTERN = /^[A-Z0-9_-]*\{PARTNER\}[A-Z0-9_-]*$/;

type PatternDialogProps = { readonly promotion: PromotionDetail; readonly onClose: () => void };

/** A word from the offer for a first suggestion: "Winter lights, 15 %" gives WINTER15. */
function suggestion({ name, offer }: PromotionDetail): string {
  const word = /[A-Z0-9]{3,}/.exec(name.toUpperCase())?.[0] ?? '';
  const figure = /\d+/.exec(offer)?.[0] ?? '';
  return word === '' ? PARTNER : `${PARTNER}-${word}${figure}`;
}

/** Codes by a pattern: first what they would be, then made. Partners who have one keep it. */
export function PatternDialog({ promotion, onClose }: PatternDialogProps) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program } = usePlace();
  const [pattern, setPattern] = useState(() => suggestion(promotion));
  const planning = useMutation(brandPromotionMutations.planPattern(program.slug, promotion.id));
  const making = useMutation(brandPromotionMutations.makePattern(program.slug, promotion.id));
  const wanted = pattern.trim().toUpperCase();
  const isGood = IS_PATTERN.test(wanted) && wanted.length <= 60;
  const plan = planning.data;
  // With more partners than one call takes, the first call's count and the rest are what will be.
  const count = (plan?.made ?? 0) + (plan?.left ?? 0);
  const handleMake = () =>
    making.mutate(wanted, {
      onSuccess: (report) => {
        announce(t('brand.codes_made', { count: report.made, value: format.number(report.made) }));
        onClose();
      },
    });
  return (
    <Dialog title={t('brand.by_pattern_title')} onClose={onClose}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGood) planning.mutate(wanted);
        }}
      >
        <TextField
          label={t('brand.pattern')}
          hint={t('brand.pattern_hint', { partner: PARTNER, example: wanted.replace(PARTNER, 'MIRA') })}
          value={pattern}
          maxLength={60}
          spellCheck={false}
          autoCapitalize="characters"
          onChange={(event) => {
            setPattern(event.target.value);
            planning.reset();
          }}
          error={isGood ? null : t('brand.fault.pattern', { partner: PARTNER })}
        />
        {planning.error !== null && <ErrorNotice error={planning.error} />}
        {making.error !== null && <ErrorNotice error={making.error} onRetry={handleMake} />}
        {plan !== undefined && <CodeReportView report={plan} />}
        <div className="flex flex-wrap gap-2">
          {plan === undefined || count === 0 ? (
            <Button type="submit" variant="primary" isBusy={planning.isPending}>
              {t('brand.plan')}
            </Button>
          ) : (
            <Button variant="primary" isBusy={making.isPending} onClick={handleMake}>
              {t('brand.make', { count, value: format.number(count) })}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
