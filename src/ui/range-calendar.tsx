import { parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import {
  Button as AriaButton,
  RangeCalendar as AriaRangeCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { addDays, countDays, type Day, type DayRange } from '../lib/dates.ts';
import { LONGEST_RANGE_DAYS } from '../lib/ranges.ts';
import { Button } from './button.tsx';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

type RangeCalendarProps = {
  readonly start: DayRange;
  readonly today: Day;
  readonly weekStart: number | null;
  readonly onChosen: (range: DayRange) => void;
};

const ARROW =
  'flex size-11 items-center justify-center rounded-control text-ink-2 hover:bg-soft data-[disabled]:opacity-40';
const CELL =
  'flex size-11 items-center justify-center rounded-control outline-none data-[disabled]:opacity-40 data-[outside-month]:hidden ' +
  'data-[hovered]:bg-soft data-[selected]:rounded-none data-[selected]:bg-accent-soft data-[selected]:text-accent ' +
  'data-[selection-start]:rounded-s-control data-[selection-end]:rounded-e-control data-[selection-start]:bg-accent ' +
  'data-[selection-end]:bg-accent data-[selection-start]:text-on-accent data-[selection-end]:text-on-accent ' +
  'data-[focus-visible]:outline-2 data-[focus-visible]:outline-accent';

/** First and last day, by pointer or by arrow keys. It brings a library, so it loads when it is opened. */
export function RangeCalendar({ start, today, weekStart, onChosen }: RangeCalendarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [range, setRange] = useState<DayRange>(start);
  const firstDay = weekStart === null ? undefined : WEEKDAYS[weekStart];
  const days = countDays(range);
  const isTooLong = days > LONGEST_RANGE_DAYS;
  return (
    <I18nProvider locale={format.locale}>
      <AriaRangeCalendar
        aria-label={t('range.custom_title')}
        value={{ start: parseDate(range.from), end: parseDate(range.to) }}
        maxValue={parseDate(today)}
        minValue={parseDate(addDays(today, -10 * 365))}
        {...(firstDay === undefined ? {} : { firstDayOfWeek: firstDay })}
        onChange={(value) => value !== null && setRange({ from: value.start.toString(), to: value.end.toString() })}
      >
        <div className="mb-2 flex items-center justify-between">
          <AriaButton slot="previous" className={ARROW}>
            <ChevronLeft aria-hidden="true" size={18} />
          </AriaButton>
          <Heading className="font-semibold" />
          <AriaButton slot="next" className={ARROW}>
            <ChevronRight aria-hidden="true" size={18} />
          </AriaButton>
        </div>
        <CalendarGrid className="mx-auto border-collapse">
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className="font-normal text-ink-3">{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className={CELL} />}</CalendarGridBody>
        </CalendarGrid>
      </AriaRangeCalendar>
      <p className="mt-3 text-ink-2" role="status">
        {isTooLong
          ? t('range.too_long', { count: LONGEST_RANGE_DAYS })
          : `${format.dayRange(range)} · ${t('range.days', { count: days })}`}
      </p>
      <Button variant="primary" className="mt-3 w-full" disabled={isTooLong} onClick={() => onChosen(range)}>
        {t('range.show')}
      </Button>
    </I18nProvider>
  );
}
