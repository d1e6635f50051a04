import { FIELDS, type Field, type Mapping, REQUIRED_FIELDS } from './model.ts';

type Columns = Mapping['columns'];

/** The columns of demo/orders.csv. */
const DEMO_COLUMNS: Columns = {
  external_id: 'order_id',
  occurred_at: 'occurred_at',
  amount: 'amount',
  currency: 'currency',
  customer_id: 'customer_id',
  country: 'country',
  partner_code: 'partner_code',
  promotion_code: 'promotion_code',
};

/** Headers that mean a field in other systems' exports, compared in lower case without punctuation. */
const SYNONYMS: Record<Field, readonly string[]> = {
  external_id: [
    'external id',
    'event id',
    'id',
    'transaction id',
    'invoice',
    'order id',
    'order number',
    'bestellnummer',
  ],
  occurred_at: ['occurred at', 'time', 'date', 'timestamp', 'created at', 'order date', 'datum', 'zeitpunkt'],
  amount: ['amount', 'net amount', 'total', 'revenue', 'value', 'order value', 'betrag', 'umsatz'],
  currency: ['currency', 'currency code', 'wahrung', 'waehrung'],
  kind: ['kind', 'type', 'event type', 'event', 'art'],
  order_ref: ['order ref', 'order reference', 'original order', 'order', 'bestellung'],
  customer_id: ['customer id', 'customer', 'customer number', 'client id', 'kunde', 'kundennummer'],
  country: ['country', 'customer country', 'country code', 'land'],
  partner_code: ['partner code', 'partner', 'affiliate', 'affiliate code', 'publisher'],
  promotion_code: ['promotion code', 'coupon', 'coupon code', 'voucher', 'discount code', 'gutschein'],
  click_id: ['click id', 'clickid', 'click ref'],
};

const plain = (header: string) =>
  header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

function guessColumns(headers: readonly string[]): Columns {
  const columns: Columns = {};
  const free = new Map(headers.map((header) => [plain(header), header]));
  for (const field of FIELDS) {
    const synonym = SYNONYMS[field].find((name) => free.has(name));
    const header = synonym === undefined ? undefined : free.get(synonym);
    if (synonym === undefined || header === undefined) continue;
    columns[field] = header;
    free.delete(synonym);
  }
  return columns;
}

const SETTINGS = { source: 'shop', decimalMark: '.', dateOrder: 'ymd', timeZone: 'UTC' } as const;

/** The demo's columns: the id's first letter says what a row is (`C` a return, `A` an adjustment). */
export function demoMapping(): Mapping {
  return { ...SETTINGS, preset: 'demo', columns: { ...DEMO_COLUMNS }, kindRule: 'prefix' };
}

/** Columns found by the names that other systems use; what is not found stays without a column. */
export function genericMapping(headers: readonly string[], samples: readonly string[][], timeZone: string): Mapping {
  const columns = guessColumns(headers);
  const cellsOf = (field: Field) => samples.map((cells) => cells[headers.indexOf(columns[field] ?? '')] ?? '');
  return {
    ...SETTINGS,
    preset: 'generic',
    columns,
    kindRule: columns.kind === undefined ? 'sign' : 'column',
    decimalMark: cellsOf('amount').some((cell) => /,\d{1,2}$/.test(cell.trim())) ? ',' : '.',
    dateOrder: cellsOf('occurred_at').some((cell) => /^\d{1,2}[./]/.test(cell.trim())) ? 'dmy' : 'ymd',
    timeZone,
  };
}

/** The preset whose columns the file has: the demo's, else the generic one. */
export function mappingFor(headers: readonly string[], samples: readonly string[][], timeZone: string): Mapping {
  const isDemo = Object.values(DEMO_COLUMNS).every((header) => headers.includes(header));
  return isDemo ? demoMapping() : genericMapping(headers, samples, timeZone);
}

/** Fields that must have a column and have none, for a mapping that is being made. */
export function missingFields(mapping: Mapping): Field[] {
  const required: Field[] = [...REQUIRED_FIELDS, ...(mapping.kindRule === 'column' ? (['kind'] as const) : [])];
  return required.filter((field) => mapping.columns[field] === undefined);
}
