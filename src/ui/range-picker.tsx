import { CalendarDays } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { addMonths, type Day, type Month, monthOf } from '../lib/dates.ts';
import { RANGE_DAYS, type RangeChoice, rangeOn } from '../lib/ranges.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';
import { Dialog } from './dialog.tsx';
import { Segmented } from './segmented.tsx';
import { InlineSelect } from './select-field.tsx';
import { Skeleton } from './skeleton.tsx';
import type { RangeState } from './use-range.ts';

const RangeCalendar = lazy(() => import('./range-calendar.tsx').then((module) => ({ default: module.RangeCalendar })));

const MONTHS_OFFERED = 14;

type RangePickerProps = {
  readonly range: RangeState;
  /** Today in the program's zone. */
  readonly today: Day;
  /** 0 is Sunday; null leaves it to the language. */
  readonly weekStart: number | null;
  /** Where there is nothing to compare. */
  readonly isAlone?: boolean;
};

/** 7, 28, 90 or 365 days, a month, or any days; and whether to compare. All of it lives in the URL. */
export function RangePicker({ range, today, weekStart, isAlone = false }: RangePickerProps) {
  const { t } = useTranslation();
  const { choice, onChoice } = range;
  const segments = RANGE_DAYS.map((days) => ({
    value: String(days),
    label: t('range.days_short', { count: days }),
    spoken: t('range.days', { count: days }),
  }));
  const handleDays = (value: string) => {
    const days = RANGE_DAYS.find((count) => String(count) === value);
    if (days !== undefined) onChoice({ kind: 'days', days });
  };
  return (
    <>
      <Segmented
        label={t('range.label')}
        segments={segments}
        value={choice.kind === 'days' ? String(choice.days) : null}
        onChange={handleDays}
        className="w-full sm:w-auto"
      />
      <MonthSelect choice={choice} today={today} onChoice={onChoice} />
      <CustomButton choice={choice} today={today} weekStart={weekStart} onChoice={onChoice} />
      {!isAlone && (
        <label className="flex min-h-11 items-center gap-2 px-1 sm:min-h-9">
          <input
            type="checkbox"
            checked={range.isCompared}
            onChange={(event) => range.onCompare(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t('range.compare')}
        </label>
      )}
    </>
  );
}

type ChoiceProps = {
  readonly choice: RangeChoice;
  readonly today: Day;
  readonly onChoice: (choice: RangeChoice) => void;
};

function MonthSelect({ choice, today, onChoice }: ChoiceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const recent = Array.from({ length: MONTHS_OFFERED }, (_, back) => addMonths(monthOf(today), -back));
  const chosen: Month | '' = choice.kind === 'month' ? choice.month : '';
  const months = chosen === '' || recent.includes(chosen) ? recent : [...recent, chosen];
  return (
    <InlineSelect
      className="grow sm:grow-0"
      label={t('range.month')}
      value={chosen}
      onChange={(event) => event.target.value !== '' && onChoice({ kind: 'month', month: event.target.value })}
    >
      <option value="">{t('range.month')}</option>
      {months.map((month) => (
        <option key={month} value={month}>
          {format.month(month)}
        </option>
      ))}
    </InlineSelect>
  );
}

function CustomButton({ choice, today, weekStart, onChoice }: ChoiceProps & { readonly weekStart: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const isCustom = choice.kind === 'custom';
  return (
    <>
      <Button
        size="dense"
        className={classes('grow sm:grow-0', isCustom && 'border-edge')}
        onClick={() => setIsOpen(true)}
      >
        <CalendarDays aria-hidden="true" size={16} />
        {isCustom ? format.dayRange(choice) : t('range.custom')}
      </Button>
      {isOpen && (
        <Dialog title={t('range.custom_title')} onClose={() => setIsOpen(false)}>
          <Suspense fallback={<Skeleton className="h-80 w-full" />}>
            <RangeCalendar
              start={rangeOn(choice, today)}
              today={today}
              weekStart={weekStart}
              onChosen={(days) => {
                setIsOpen(false);
                onChoice({ kind: 'custom', ...days });
              }}
            />
          </Suspense>
        </Dialog>
      )}
    </>
  );
}
