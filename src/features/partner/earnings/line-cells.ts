import type { CommissionLine } from '../../../data/commissions/model.ts';
import { decimalText } from '../../../lib/money.ts';

type LineNames = {
  readonly kind: string;
  readonly state: string;
  readonly reason: string;
  readonly country: string;
  readonly terms: string;
};

/** One line as a row of the file: days and amounts in the form that programs read, the rest in words. */
export function lineCells(line: CommissionLine, exponent: number, names: LineNames): (string | null)[] {
  return [
    line.day,
    line.order_ref,
    names.kind,
    names.state,
    line.final_on,
    names.reason,
    names.country,
    line.code,
    names.terms,
    decimalText(line.base_minor, exponent),
    decimalText(line.amount_minor, exponent),
  ];
}
