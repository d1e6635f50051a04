import { describe, expect, test } from 'vitest';
import { lineMapper } from './map-row.ts';
import type { LineErrorCode, Mapping } from './model.ts';
import { demoMapping, genericMapping, mappingFor, missingFields } from './presets.ts';

const POUNDS = { currency: 'GBP', exponent: 2 };
const DEMO = [
  'order_id',
  'occurred_at',
  'customer_id',
  'country',
  'lines',
  'units',
  'currency',
  'amount',
  'partner_code',
  'promotion_code',
];
const GOOD = ['536365', '2010-12-01T08:26:00Z', '17850', 'United Kingdom', '7', '40', 'GBP', '139.12', 'MIRA', ''];

const mapDemo = (changes: Record<string, string>) => {
  const cells = DEMO.map((column, at) => changes[column] ?? GOOD[at] ?? '');
  return lineMapper(DEMO, demoMapping(), POUNDS)({ line: 7, cells, quotes: 'ok' });
};

describe('a line of the demo preset', () => {
  test('becomes a row with every field', () => {
    expect(mapDemo({ promotion_code: 'MIRA-LIGHTS15' })).toEqual({
      ok: true,
      row: {
        line: 7,
        external_id: '536365',
        kind: 'sale',
        order_ref: '536365',
        amount_minor: 13912,
        currency: 'GBP',
        occurred_at: '2010-12-01T08:26:00.000Z',
        customer_id: '17850',
        country: 'GB',
        partner_code: 'MIRA',
        promotion_code: 'MIRA-LIGHTS15',
        click_id: null,
      },
    });
  });

  test.each([
    [
      'a return names no order',
      { order_id: 'C536379', amount: '-27.50' },
      { kind: 'refund', order_ref: null, amount_minor: -2750 },
    ],
    [
      'an adjustment of either sign',
      { order_id: 'A563185', amount: '11062.06' },
      { kind: 'adjustment', order_ref: null, amount_minor: 1106206 },
    ],
    [
      'a negative adjustment',
      { order_id: 'A563186', amount: '-11062.06' },
      { kind: 'adjustment', amount_minor: -1106206 },
    ],
    ['a zero amount', { amount: '0.00' }, { kind: 'sale', amount_minor: 0 }],
    ['an unknown customer', { customer_id: '' }, { customer_id: null }],
    ['a country in the shop’s own words', { country: 'EIRE' }, { country: 'IE' }],
    ['a country that is none', { country: 'Channel Islands' }, { country: 'Channel Islands' }],
    ['an unspecified country', { country: 'Unspecified' }, { country: null }],
    ['spaces around', { order_id: ' 5 ', amount: ' 1.00 ' }, { external_id: '5', amount_minor: 100 }],
    ['no currency: the program’s', { currency: '' }, { currency: 'GBP' }],
    ['a small-letter currency', { currency: 'gbp' }, { currency: 'GBP' }],
    ['a phone number as customer', { customer_id: '+44 20' }, { customer_id: '+44 20' }],
  ])('%s', (_, changes, expected) => {
    expect(mapDemo(changes)).toMatchObject({ ok: true, row: expected });
  });

  test.each<[string, Record<string, string>, LineErrorCode, string | null, string | null]>([
    ['no id', { order_id: ' ' }, 'missing', 'order_id', ' '],
    ['no amount', { amount: '' }, 'missing', 'amount', ''],
    ['no time', { occurred_at: '' }, 'missing', 'occurred_at', ''],
    ['an amount in words', { amount: 'twelve' }, 'bad_amount', 'amount', 'twelve'],
    ['a decimal comma', { amount: '12,50' }, 'bad_amount', 'amount', '12,50'],
    ['thirds of a penny', { amount: '1.333' }, 'too_many_decimals', 'amount', '1.333'],
    [
      'an amount beyond exact numbers',
      { amount: '90071992547409.92' },
      'amount_too_large',
      'amount',
      '90071992547409.92',
    ],
    ['a negative sale', { amount: '-1.00' }, 'wrong_sign', 'amount', '-1.00'],
    ['a positive return', { order_id: 'C1', amount: '1.00' }, 'wrong_sign', 'amount', '1.00'],
    ['another currency', { currency: 'EUR' }, 'wrong_currency', 'currency', 'EUR'],
    ['a day that is not', { occurred_at: '2011-02-29T10:00:00Z' }, 'bad_time', 'occurred_at', '2011-02-29T10:00:00Z'],
    ['a formula as id', { order_id: '=HYPERLINK("x")' }, 'formula', 'order_id', '=HYPERLINK("x")'],
    ['a formula as code', { partner_code: '@SUM(A1)' }, 'formula', 'partner_code', '@SUM(A1)'],
    ['a formula as amount', { amount: '=1+1' }, 'bad_amount', 'amount', '=1+1'],
    ['a formula as customer, whose id is never kept', { customer_id: '=A1' }, 'formula', 'customer_id', null],
    ['a control character', { order_id: 'a\u0000b' }, 'control_character', 'order_id', 'a b'],
    ['a long code', { partner_code: 'x'.repeat(81) }, 'too_long', 'partner_code', 'x'.repeat(81)],
    ['a long id, shown in part', { order_id: 'x'.repeat(201) }, 'too_long', 'order_id', 'x'.repeat(100)],
  ])('%s is an error', (_, changes, code, column, value) => {
    expect(mapDemo(changes)).toEqual({ ok: false, error: { line: 7, code, column, value } });
  });

  test('too few cells and broken quotes are errors of the whole line', () => {
    const mapLine = lineMapper(DEMO, demoMapping(), POUNDS);
    expect(mapLine({ line: 3, cells: ['1', '2'], quotes: 'ok' })).toEqual({
      ok: false,
      error: { line: 3, code: 'cell_count', column: null, value: '2' },
    });
    expect(mapLine({ line: 4, cells: GOOD, quotes: 'misplaced' })).toEqual({
      ok: false,
      error: { line: 4, code: 'quotes', column: null, value: null },
    });
  });
});

describe('a line of another system', () => {
  const headers = ['Transaction ID', 'Date', 'Betrag', 'Type', 'Order', 'Click ID'];
  const mapping: Mapping = {
    ...genericMapping(headers, [['1', '31.12.2025 23:30', '1.234,50', 'sale', '', '']], 'Europe/Berlin'),
  };
  const mapLine = (cells: string[]) =>
    lineMapper(headers, mapping, { currency: 'EUR', exponent: 2 })({ line: 2, cells, quotes: 'ok' });

  test('has its columns, decimal mark and date order found', () => {
    expect(mapping).toMatchObject({
      preset: 'generic',
      columns: {
        external_id: 'Transaction ID',
        occurred_at: 'Date',
        amount: 'Betrag',
        kind: 'Type',
        order_ref: 'Order',
        click_id: 'Click ID',
      },
      kindRule: 'column',
      decimalMark: ',',
      dateOrder: 'dmy',
    });
  });

  test('is read by them', () => {
    expect(mapLine(['t1', '31.12.2025 23:30', '1.234,50', 'Renewal', 'o1', ''])).toMatchObject({
      ok: true,
      row: {
        external_id: 't1',
        kind: 'renewal',
        order_ref: 'o1',
        amount_minor: 123450,
        occurred_at: '2025-12-31T22:30:00.000Z',
      },
    });
  });

  test.each<[string, string[], LineErrorCode]>([
    ['an unknown kind', ['t1', '31.12.2025', '1,00', 'gift', '', ''], 'unknown_kind'],
    ['no kind', ['t1', '31.12.2025', '1,00', '', '', ''], 'missing'],
    ['a click that is no id', ['t1', '31.12.2025', '1,00', 'sale', '', 'abc'], 'bad_click_id'],
    ['a month thirteen', ['t1', '12.13.2025', '1,00', 'sale', '', ''], 'bad_time'],
  ])('%s is an error', (_, cells, code) => {
    expect(mapLine(cells)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('presets', () => {
  test('the demo’s columns are known in any order', () => {
    expect(mappingFor([...DEMO].reverse(), [], 'UTC').preset).toBe('demo');
  });

  test('what is not found is said', () => {
    expect(missingFields(mappingFor(['Foo', 'Total'], [], 'UTC'))).toEqual(['external_id', 'occurred_at']);
    expect(missingFields({ ...demoMapping(), kindRule: 'column' })).toEqual(['kind']);
  });
});
