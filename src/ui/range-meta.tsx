import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import type { DayRange } from '../lib/dates.ts';

type RangeMetaProps = {
  readonly days: DayRange;
  /** The program's zone, in which the days are counted. */
  readonly timeZone: string;
  readonly currencyCode: string;
  /** When the figures were read, and the zone of the reader. */
  readonly asOf: string;
  readonly readerZone?: string | null | undefined;
};

/** "26 Oct – 22 Nov 2026, London time, GBP · as of 10:42": what every figure on the page refers to. */
export function RangeMeta({ days, timeZone, currencyCode, asOf, readerZone }: RangeMetaProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = t('zone_time', { zone: format.zone(timeZone) });
  const time = format.asOf(asOf, readerZone ?? undefined);
  return (
    <>
      {format.dayRange(days)}, {zone}, {currencyCode} · {t('as_of', { time })}
    </>
  );
}
