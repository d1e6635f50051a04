import type { CsvRecord } from '../../lib/csv.ts';
import { type Minor, parseMoneyText } from '../../lib/money.ts';
import { countryCode } from './country-code.ts';
import {
  EVENT_KINDS,
  type EventKind,
  type Field,
  type ImportRow,
  LIMITS,
  type LineError,
  type LineErrorCode,
  type Mapping,
  type ProgramMoney,
} from './model.ts';
import { readTime } from './read-time.ts';

/** A row without its place in the order of the file's events. */
export type UnorderedRow = Omit<ImportRow, 'row'>;
export type MappedLine = { ok: true; row: UnorderedRow } | { ok: false; error: LineError };

/** Stops the reading of one line; caught in `lineMapper`, where it becomes the line's error. */
class BadCell extends Error {
  readonly code: LineErrorCode;
  readonly field: Field;

  constructor(code: LineErrorCode, field: Field) {
    super(code);
    this.code = code;
    this.field = field;
  }
}

const CONTROL = /\p{Cc}/u;
/** How a spreadsheet formula begins; a signed number (as in a phone number) and a lone dash are none. */
const FORMULA = /^(?:[=@]|[+-](?=[^\d\s]))/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** First letters of ids in the demo's orders; every other id is a sale's. */
const KIND_OF_PREFIX: Partial<Record<string, EventKind>> = { C: 'refund', A: 'adjustment' };

const MONEY_FAULTS = {
  empty: 'missing',
  not_a_number: 'bad_amount',
  too_many_decimals: 'too_many_decimals',
  too_large: 'amount_too_large',
} as const;

/** Ids of other systems; everything else is a short word or code. */
const LONG_FIELDS: ReadonlySet<Field> = new Set(['external_id', 'order_ref', 'customer_id']);

type ReadCell = (field: Field) => string;

function readText(cell: ReadCell, field: Field): string | null {
  const text = cell(field).trim();
  if (text === '') return null;
  if (CONTROL.test(text)) throw new BadCell('control_character', field);
  if (FORMULA.test(text)) throw new BadCell('formula', field);
  if (text.length > (LONG_FIELDS.has(field) ? LIMITS.idLength : LIMITS.textLength))
    throw new BadCell('too_long', field);
  return text;
}

function readId(cell: ReadCell): string {
  const id = readText(cell, 'external_id');
  if (id === null) throw new BadCell('missing', 'external_id');
  return id;
}

function readAmount(cell: ReadCell, money: ProgramMoney, mapping: Mapping): Minor {
  const options = { decimalMark: mapping.decimalMark, excessDigits: 'refuse' } as const;
  const result = parseMoneyText(cell('amount').replace('\u2212', '-'), money.exponent, options);
  if (!result.ok) throw new BadCell(MONEY_FAULTS[result.fault], 'amount');
  return result.minor;
}

function readCurrency(cell: ReadCell, money: ProgramMoney): string {
  const currency = readText(cell, 'currency')?.toUpperCase() ?? money.currency;
  if (currency !== money.currency) throw new BadCell('wrong_currency', 'currency');
  return currency;
}

function readKind(cell: ReadCell, id: string, amount: Minor, rule: Mapping['kindRule']): EventKind {
  if (rule === 'prefix') return KIND_OF_PREFIX[id.charAt(0)] ?? 'sale';
  if (rule === 'sign') return amount < 0 ? 'refund' : 'sale';
  const text = readText(cell, 'kind')?.toLowerCase() ?? '';
  const kind = EVENT_KINDS.find((known) => known === text);
  if (kind === undefined) throw new BadCell(text === '' ? 'missing' : 'unknown_kind', 'kind');
  return kind;
}

function checkSign(kind: EventKind, amount: Minor): void {
  if (kind === 'adjustment') return;
  const isReturn = kind === 'refund' || kind === 'chargeback';
  if (isReturn ? amount > 0 : amount < 0) throw new BadCell('wrong_sign', 'amount');
}

/** A return names its order only in a column of its own; a sale without one is its own order. */
function readOrder(cell: ReadCell, id: string, kind: EventKind): string | null {
  const named = readText(cell, 'order_ref');
  if (named !== null) return named;
  return kind === 'refund' || kind === 'chargeback' || kind === 'adjustment' ? null : id;
}

function readClick(cell: ReadCell): string | null {
  const click = readText(cell, 'click_id');
  if (click !== null && !UUID.test(click)) throw new BadCell('bad_click_id', 'click_id');
  return click?.toLowerCase() ?? null;
}

function readMoment(cell: ReadCell, mapping: Mapping): string {
  const text = cell('occurred_at');
  if (text.trim() === '') throw new BadCell('missing', 'occurred_at');
  const time = readTime(text, mapping);
  if (time === null) throw new BadCell('bad_time', 'occurred_at');
  return time;
}

function readRow(cell: ReadCell, line: number, mapping: Mapping, money: ProgramMoney): UnorderedRow {
  const external_id = readId(cell);
  const amount_minor = readAmount(cell, money, mapping);
  const kind = readKind(cell, external_id, amount_minor, mapping.kindRule);
  checkSign(kind, amount_minor);
  return {
    line,
    external_id,
    kind,
    order_ref: readOrder(cell, external_id, kind),
    amount_minor,
    currency: readCurrency(cell, money),
    occurred_at: readMoment(cell, mapping),
    customer_id: readText(cell, 'customer_id'),
    country: countryCode(readText(cell, 'country') ?? ''),
    partner_code: readText(cell, 'partner_code'),
    promotion_code: readText(cell, 'promotion_code'),
    click_id: readClick(cell),
  };
}

/**
 * Reader of the lines below a header. Every line becomes either a row or one error that names line,
 * column (as the file calls it) and value (its first 100 characters).
 */
export function lineMapper(header: readonly string[], mapping: Mapping, money: ProgramMoney) {
  const places = new Map(Object.entries(mapping.columns).map(([field, name]) => [field, header.indexOf(name)]));

  return ({ line, cells, quotes }: CsvRecord): MappedLine => {
    const fail = (code: LineErrorCode, column: string | null, value: string | null): MappedLine => {
      return { ok: false, error: { line, code, column, value: value === null ? null : shown(value) } };
    };
    if (quotes !== 'ok') return fail('quotes', null, null);
    if (cells.length !== header.length) return fail('cell_count', null, String(cells.length));
    const cell: ReadCell = (field) => cells[places.get(field) ?? -1] ?? '';
    try {
      return { ok: true, row: readRow(cell, line, mapping, money) };
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      // Customers are stored nowhere as they came, so their ids stand in no error list either.
      const value = error.field === 'customer_id' ? null : cell(error.field);
      return fail(error.code, mapping.columns[error.field] ?? error.field, value);
    }
  };
}

/** A cell as it can be stored and shown: no control characters, at most 100 characters. */
function shown(value: string): string {
  return [...value.replace(/\p{Cc}/gu, ' ')].slice(0, 100).join('');
}
