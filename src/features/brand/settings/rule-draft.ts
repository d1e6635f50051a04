import type { NewRule, Rule } from '../../../data/programs/settings-model.ts';
import { type Day, isDay } from '../../../lib/dates.ts';
import { parseMoneyText } from '../../../lib/money.ts';
import type { DecimalMark } from './fields.ts';

/** New terms as they are typed. */
export type RuleDraft = {
  readonly kind: Rule['kind'];
  readonly rate: string;
  readonly fee: string;
  readonly begins: 'now' | 'day';
  readonly day: string;
  readonly note: string;
};

export type RuleFault = 'rate' | 'fee' | 'day';
/** `today` is the program's; the first terms of a type may begin in the past, to take it in. */
export type RuleFrame = {
  readonly exponent: number;
  readonly mark: DecimalMark;
  readonly today: Day;
  readonly isFirst: boolean;
};

/** Basis points of "12.5" or "12,5", null for what is no percentage. */
export function basisPoints(text: string, mark: DecimalMark): number | null {
  const read = parseMoneyText(text, 2, { decimalMark: mark, excessDigits: 'refuse' });
  return read.ok && read.minor >= 0 && read.minor <= 10_000 ? read.minor : null;
}

function feeOf(text: string, { exponent, mark }: RuleFrame): number | null {
  const read = parseMoneyText(text, exponent, { decimalMark: mark, excessDigits: 'refuse' });
  return read.ok && read.minor >= 0 ? read.minor : null;
}

export function ruleFaults(draft: RuleDraft, frame: RuleFrame): readonly RuleFault[] {
  const isDayWrong = !isDay(draft.day) || (!frame.isFirst && draft.day <= frame.today);
  const faults: (readonly [RuleFault, boolean])[] = [
    ['rate', draft.kind === 'percent' && basisPoints(draft.rate, frame.mark) === null],
    ['fee', draft.kind === 'flat' && feeOf(draft.fee, frame) === null],
    ['day', draft.begins === 'day' && isDayWrong],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

/** The rule of a draft without fault; what it is for and what was seen are the caller's. */
export function ruleOf(draft: RuleDraft, frame: RuleFrame): Omit<NewRule, 'id' | 'partner_type' | 'seen'> {
  return {
    kind: draft.kind,
    rate_bps: draft.kind === 'percent' ? basisPoints(draft.rate, frame.mark) : null,
    flat_minor: draft.kind === 'flat' ? feeOf(draft.fee, frame) : null,
    from: draft.begins === 'day' ? draft.day : null,
    note: draft.note.trim(),
  };
}
