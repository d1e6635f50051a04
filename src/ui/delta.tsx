import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { classes } from './classes.ts';

type DeltaProps = {
  readonly now: number;
  readonly before: number;
  /** What it is compared with, as it reads after the figure: "on October". */
  readonly against?: string;
  /** For figures that are shares themselves: the difference in percentage points. */
  readonly isPoints?: boolean;
};

const arrowOf = (change: number): string => (change > 0 ? '▲' : '▼');

/** Change against an earlier figure: arrow, sign-free percentage and colour all say the direction. */
export function Delta({ now, before, against, isPoints = false }: DeltaProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = now - before;
  const more = against === undefined ? '' : ` ${against}`;
  const isIncomparable = before === 0 && !isPoints;
  if (change === 0 || isIncomparable) {
    return (
      <span className="text-ink-3">
        {t(change === 0 ? 'delta.same' : 'delta.new')}
        {more}
      </span>
    );
  }
  const size = isPoints
    ? t('delta.points', {
        count: Math.abs(change * 100),
        value: format.number(Math.round(Math.abs(change) * 1000) / 10),
      })
    : format.percent(Math.abs(change / before));
  return (
    <span className={classes('font-medium', change > 0 ? 'text-accent' : 'text-loss')}>
      <span aria-hidden="true">{arrowOf(change)} </span>
      <span className="sr-only">{t(change > 0 ? 'delta.up' : 'delta.down')} </span>
      {size}
      {more}
    </span>
  );
}
