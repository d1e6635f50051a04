import { describe, expect, it } from 'vitest';
import { toMinor } from '../lib/money.ts';
import { bytesText } from './bytes.ts';
import { makeFormat } from './format.ts';

const en = makeFormat('en-GB');
const de = makeFormat('de');
const fr = makeFormat('fr');
const ko = makeFormat('ko');
const zh = makeFormat('zh-Hant');
const all = [en, de, fr, ko, zh];

const gbp = { code: 'GBP', exponent: 2 };
const usd = { code: 'USD', exponent: 2 };
const jpy = { code: 'JPY', exponent: 0 };
const krw = { code: 'KRW', exponent: 0 };
const kwd = { code: 'KWD', exponent: 3 };

/** Intl puts no-break spaces where a plain one would let a unit wrap away from its number. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ');
const inAll = (say: (format: typeof en) => string): string[] => all.map((format) => plain(say(format)));

describe('money', () => {
  it.each([
    [128460, gbp, ['£1,284.60', '1.284,60 £', '1 284,60 £', '£1,284.60', '£1,284.60']],
    [128460, usd, ['$1,284.60', '1.284,60 $', '1 284,60 $', '$1,284.60', '$1,284.60']],
    [-5, gbp, ['-£0.05', '-0,05 £', '-0,05 £', '-£0.05', '-£0.05']],
    [1284, jpy, ['¥1,284', '1.284 ¥', '1 284 ¥', '¥1,284', '¥1,284']],
    [1284000, krw, ['₩1,284,000', '1.284.000 ₩', '1 284 000 ₩', '₩1,284,000', '₩1,284,000']],
    [1284, kwd, ['KWD 1.284', '1,284 KWD', '1,284 KWD', 'KWD 1.284', 'KWD 1.284']],
  ])('%i of %o reads %s', (amount, currency, texts) => {
    expect(inAll((format) => format.money(toMinor(amount), currency))).toEqual(texts);
  });

  it('is exact to the last unit of the largest amount', () => {
    const largest = toMinor(Number.MAX_SAFE_INTEGER);
    expect(en.money(largest, gbp)).toBe('£90,071,992,547,409.91');
    expect(fr.money(largest, gbp)).toBe('90\u202f071\u202f992\u202f547\u202f409,91\u00a0£');
  });

  it('never lets a line break part figure and sign', () => {
    for (const format of all) expect(format.money(toMinor(128460), gbp)).not.toContain(' ');
  });

  it('comes in pieces that make up the whole', () => {
    expect(en.moneyParts(toMinor(128460), gbp)).toEqual({ before: '£1,284', minor: '.60', after: '' });
    expect(de.moneyParts(toMinor(128460), gbp)).toMatchObject({ before: '1.284', minor: ',60' });
    expect(ko.moneyParts(toMinor(1284), krw)).toEqual({ before: '₩1,284', minor: '', after: '' });
    for (const format of all)
      for (const currency of [gbp, jpy, krw, kwd])
        expect(Object.values(format.moneyParts(toMinor(-128460), currency)).join('')).toBe(
          format.money(toMinor(-128460), currency),
        );
  });

  it('rounds to whole units half away from zero, and can carry its sign', () => {
    expect(en.money(toMinor(150), gbp, { isWhole: true })).toBe('£2');
    expect(en.money(toMinor(-150), gbp, { isWhole: true })).toBe('-£2');
    expect(en.money(toMinor(150), gbp, { isSigned: true })).toBe('+£1.50');
  });
});

describe('numbers', () => {
  it.each<[string, (format: typeof en) => string, string[]]>([
    ['a count', (to) => to.number(1_284_600), ['1,284,600', '1.284.600', '1 284 600', '1,284,600', '1,284,600']],
    ['a share', (to) => to.percent(0.184), ['18.4%', '18,4 %', '18,4 %', '18.4%', '18.4%']],
    ['a rate', (to) => to.rate(850), ['8.5%', '8,5 %', '8,5 %', '8.5%', '8.5%']],
    ['a size', (to) => bytesText(to.locale, 2_240_000), ['2.2 MB', '2,2 MB', '2,2 Mo', '2.2MB', '2.2 MB']],
  ])('%s', (_, say, texts) => {
    expect(inAll(say)).toEqual(texts);
  });
});

const autumn = { from: '2026-10-26', to: '2026-11-22' };
const turnOfYear = { from: '2025-12-28', to: '2026-01-03' };
const oneDay = { from: '2026-11-22', to: '2026-11-22' };

describe('days are shown as the calendar has them, whatever zone the machine is in', () => {
  it.each<[string, (format: typeof en) => string, string[]]>([
    [
      'a day',
      (to) => to.day('2026-11-22'),
      ['22 November 2026', '22. November 2026', '22 novembre 2026', '2026년 11월 22일', '2026年11月22日'],
    ],
    [
      'a short day',
      (to) => to.dayShort('2026-11-22'),
      ['22 Nov 2026', '22. Nov. 2026', '22 nov. 2026', '2026년 11월 22일', '2026年11月22日'],
    ],
    ['a tick', (to) => to.dayTick('2026-11-22'), ['22 Nov', '22. Nov.', '22 nov.', '11월 22일', '11月22日']],
    [
      'a month',
      (to) => to.month('2026-11'),
      ['November 2026', 'November 2026', 'novembre 2026', '2026년 11월', '2026年11月'],
    ],
    [
      'a range',
      (to) => to.dayRange(autumn),
      [
        '26 Oct – 22 Nov 2026',
        '26. Okt. – 22. Nov. 2026',
        '26 oct. – 22 nov. 2026',
        '2026년 10월 26일~11월 22일',
        '2026年10月26日至11月22日',
      ],
    ],
    [
      'a range over the turn of the year',
      (to) => to.dayRange(turnOfYear),
      [
        '28 Dec 2025 – 3 Jan 2026',
        '28. Dez. 2025 – 3. Jan. 2026',
        '28 déc. 2025 – 3 janv. 2026',
        '2025년 12월 28일~2026년 1월 3일',
        '2025年12月28日至2026年1月3日',
      ],
    ],
    [
      'a range of one day',
      (to) => to.dayRange(oneDay),
      ['22 Nov 2026', '22. Nov. 2026', '22 nov. 2026', '2026년 11월 22일', '2026年11月22日'],
    ],
    [
      'a moment',
      (to) => to.moment({ day: '2026-11-29', time: '17:30' }),
      [
        'Sun 29 Nov, 17:30',
        'So., 29. Nov., 17:30',
        'dim. 29 nov., 17:30',
        '11월 29일 (일) 17:30',
        '11月29日週日 17:30',
      ],
    ],
    [
      'a moment at midnight',
      (to) => to.moment({ day: '2026-11-29', time: null }),
      ['Sun 29 Nov', 'So., 29. Nov.', 'dim. 29 nov.', '11월 29일 (일)', '11月29日週日'],
    ],
    [
      'what is left',
      (to) =>
        to.left([
          [2, 'day'],
          [4, 'hour'],
        ]),
      ['2 days 4 hrs', '2 Tg. 4 Std.', '2 j 4 h', '2일 4시간', '2 天 4 小時'],
    ],
    ['a weekday', (to) => to.weekday(0), ['Sunday', 'Sonntag', 'dimanche', '일요일', '星期日']],
  ])('%s', (_, say, texts) => {
    expect(inAll(say)).toEqual(texts);
  });
});

describe('an instant', () => {
  const now = new Date('2026-11-22T12:00:00Z');

  it.each<[string, (format: typeof en) => string, string[]]>([
    [
      'of today is a time',
      (to) => to.asOf('2026-11-22T10:42:00Z', 'Europe/London', now),
      ['10:42', '10:42', '10:42', '10:42', '10:42'],
    ],
    [
      'of another day has its date',
      (to) => to.asOf('2026-11-21T10:42:00Z', 'Europe/London', now),
      ['21 Nov, 10:42', '21. Nov., 10:42', '21 nov., 10:42', '11월 21일 10:42', '11月21日 10:42'],
    ],
    [
      'after midnight begins with 00',
      (to) => to.instant('2026-11-21T15:05:00Z', 'Asia/Seoul'),
      [
        '22 Nov 2026, 00:05',
        '22. Nov. 2026, 00:05',
        '22 nov. 2026, 00:05',
        '2026년 11월 22일 00:05',
        '2026年11月22日 00:05',
      ],
    ],
  ])('%s', (_, say, texts) => {
    expect(inAll(say)).toEqual(texts);
  });
});

describe('words', () => {
  it.each<[string, (format: typeof en) => string, string[]]>([
    ['a country', (to) => to.country('KR'), ['South Korea', 'Südkorea', 'Corée du Sud', '대한민국', '南韓']],
    ['no country', (to) => to.country('Unspecified'), Array.from({ length: 5 }, () => 'Unspecified')],
    [
      'a language',
      (to) => to.language('zh-Hant'),
      ['Traditional Chinese', 'Chinesisch (traditionell)', 'chinois traditionnel', '중국어(번체)', '繁體中文'],
    ],
    [
      'a language on its own',
      (to) => to.languageTitle('zh-Hant'),
      ['Traditional Chinese', 'Chinesisch (traditionell)', 'Chinois traditionnel', '중국어(번체)', '繁體中文'],
    ],
    [
      'all of a list',
      (to) => to.list(['a', 'b', 'c']),
      ['a, b and c', 'a, b und c', 'a, b et c', 'a, b 및 c', 'a、b和c'],
    ],
    [
      'one of a list',
      (to) => to.either(['a', 'b', 'c']),
      ['a, b or c', 'a, b oder c', 'a, b ou c', 'a, b 또는 c', 'a、b或c'],
    ],
  ])('%s', (_, say, texts) => {
    expect(inAll(say)).toEqual(texts);
  });

  it('name zones by the part people know them by', () => {
    expect(en.zone('America/New_York')).toBe('New York');
  });
});
