import type { Separator } from '../../lib/csv.ts';
import type { Minor } from '../../lib/money.ts';
import type { Encoding } from '../../lib/text-encoding.ts';

/** What an import takes; said on the page before a file is dropped. */
export const LIMITS = {
  bytes: 50 * 1024 * 1024,
  rows: 500_000,
  /** More malformed lines than this mean the wrong columns, not bad lines: the file is refused whole. */
  badLines: 50_000,
  rowsPerCall: 2_000,
  /** Longest id (event, order, customer) and longest code or country, in characters. */
  idLength: 200,
  textLength: 80,
} as const;

export const EVENT_KINDS = [
  'sale',
  'lead',
  'install',
  'signup',
  'renewal',
  'refund',
  'chargeback',
  'adjustment',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What a column of a file can mean. */
export const FIELDS = [
  'external_id',
  'occurred_at',
  'amount',
  'currency',
  'kind',
  'order_ref',
  'customer_id',
  'country',
  'partner_code',
  'promotion_code',
  'click_id',
] as const;
export type Field = (typeof FIELDS)[number];

/** Without a column for each of these a file cannot be read. */
export const REQUIRED_FIELDS = ['external_id', 'occurred_at', 'amount'] as const satisfies readonly Field[];

/** How a row says what it reports: a column; the first letter of its id; or the sign of its amount. */
export const KIND_RULES = ['column', 'prefix', 'sign'] as const;
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;

/** How the columns of a file are read. `columns` holds the header of each field that the file has. */
export type Mapping = {
  preset: 'demo' | 'generic' | 'own';
  source: string;
  columns: Partial<Record<Field, string>>;
  kindRule: (typeof KIND_RULES)[number];
  decimalMark: '.' | ',';
  dateOrder: (typeof DATE_ORDERS)[number];
  /** Zone of times that are written without one. */
  timeZone: string;
};

export type FileFormat = { encoding: Encoding; separator: Separator };

/** The program's part in reading amounts. */
export type ProgramMoney = { currency: string; exponent: number };

/** One event as the database takes it; `row` counts from 1 in order of time, then id. */
export type ImportRow = {
  row: number;
  line: number;
  external_id: string;
  kind: EventKind;
  order_ref: string | null;
  amount_minor: Minor;
  currency: string;
  occurred_at: string;
  customer_id: string | null;
  country: string | null;
  partner_code: string | null;
  promotion_code: string | null;
  click_id: string | null;
};

export type LineErrorCode =
  | 'cell_count'
  | 'quotes'
  | 'missing'
  | 'too_long'
  | 'control_character'
  | 'formula'
  | 'bad_amount'
  | 'too_many_decimals'
  | 'amount_too_large'
  | 'wrong_sign'
  | 'wrong_currency'
  | 'bad_time'
  | 'unknown_kind'
  | 'bad_click_id';

/** A malformed line: it never becomes an event. */
export type LineError = { line: number; code: LineErrorCode; column: string | null; value: string | null };

/** Why a file cannot be imported at all. `detail` names the line, the columns, the size or the count. */
export type FileProblem = {
  code:
    | 'too_large'
    | 'too_many_rows'
    | 'too_many_bad_lines'
    | 'empty'
    | 'binary'
    | 'not_readable'
    | 'wrong_encoding'
    | 'one_column'
    | 'missing_columns'
    | 'repeated_columns'
    | 'unclosed_quote';
  detail: string;
};

/** Where a row ends; `unchanged` was there already, `conflict` is there with another content. */
export const FATES = ['applied', 'held', 'rejected', 'unchanged', 'conflict'] as const;
