import type { Format } from '../../i18n/format.ts';
import { type Currency, toMinor } from '../../lib/money.ts';

/** How a chart says money, which its figures are in minor units of: exactly, and short at the axis. */
export function moneyAxis(format: Format, currency: Currency) {
  return {
    formatValue: (value: number) => format.money(toMinor(value), currency),
    formatAxis: (value: number) => format.money(toMinor(Math.round(value)), currency, { isWhole: true }),
  };
}
