import { type Day, type DayRange, type Month, todayIn } from '../lib/dates.ts';
import type { Moment, partsLeft } from '../lib/moments.ts';
import { type Currency, decimalText, type Minor } from '../lib/money.ts';

/** An amount in pieces, so that its minor units can be set smaller and paler. */
export type MoneyParts = { readonly before: string; readonly minor: string; readonly after: string };

type MoneyStyle = { readonly isWhole?: boolean; readonly isSigned?: boolean };

const cache = new Map<string, unknown>();

/** Intl objects are dear to make and cheap to keep. */
function kept<T>(kind: string, locale: string, options: object, make: () => T): T {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  // What was kept under a key of this kind was made by this very call site.
  const found = cache.get(key) as T | undefined;
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}

const numbers = (locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  kept('number', locale, options, () => new Intl.NumberFormat(locale, options));

const dates = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept('date', locale, options, () => new Intl.DateTimeFormat(locale, options));

const lists = (locale: string, type: 'conjunction' | 'disjunction'): Intl.ListFormat =>
  kept('list', locale, { type }, () => new Intl.ListFormat(locale, { type }));

/** Times are those of a statement, 17:30 and not "5:30 PM", in every language. */
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

const noon = (day: Day): Date => new Date(`${day}T12:00:00Z`);

function moneyFormat(locale: string, currency: Currency, style: MoneyStyle): Intl.NumberFormat {
  const digits = style.isWhole ? 0 : currency.exponent;
  return numbers(locale, {
    style: 'currency',
    currency: currency.code,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: 'halfExpand',
    ...(style.isSigned ? { signDisplay: 'exceptZero' as const } : {}),
  });
}

/** All formats of one language. Days are the program's own and are shown as they are, in no other zone. */
export function makeFormat(locale: string) {
  const day = (value: Day, options: Intl.DateTimeFormatOptions): string =>
    dates(locale, { timeZone: 'UTC', ...options }).format(noon(value));

  return {
    locale,
    /** "£1,284.60": exact, since Intl reads the decimal text and no float. */
    money: (minor: Minor, currency: Currency, style: MoneyStyle = {}): string =>
      moneyFormat(locale, currency, style).format(decimalText(minor, currency.exponent)),
    moneyParts: (minor: Minor, currency: Currency): MoneyParts =>
      partsOf(moneyFormat(locale, currency, {}).formatToParts(decimalText(minor, currency.exponent))),
    number: (value: number): string => numbers(locale, {}).format(value),
    /** 0.184 as "18.4%". */
    percent: (ratio: number, digits = 1): string =>
      numbers(locale, { style: 'percent', maximumFractionDigits: digits }).format(ratio),
    /** 850 basis points as "8.5%". */
    rate: (basisPoints: number): string =>
      numbers(locale, { style: 'percent', maximumFractionDigits: 2 }).format(basisPoints / 10_000),
    /** "22 November 2026" */
    day: (value: Day): string => day(value, { day: 'numeric', month: 'long', year: 'numeric' }),
    /** "22 Nov 2026" */
    dayShort: (value: Day): string => day(value, { day: 'numeric', month: 'short', year: 'numeric' }),
    /** "22 Nov" */
    dayTick: (value: Day): string => day(value, { day: 'numeric', month: 'short' }),
    /** "November 2026" */
    month: (value: Month): string => day(`${value}-15`, { month: 'long', year: 'numeric' }),
    /** "Nov 26" */
    monthTick: (value: Month): string => day(`${value}-15`, { month: 'short', year: '2-digit' }),
    /** "November" */
    monthName: (value: Month): string => day(`${value}-15`, { month: 'long' }),
    /** "Sun 29 Nov", or "Sun 29 Nov, 17:30" */
    moment: ({ day: date, time }: Moment): string =>
      dates(locale, {
        timeZone: 'UTC',
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        ...(time === null ? {} : CLOCK),
      }).format(new Date(`${date}T${time ?? '12:00'}Z`)),
    /** "2 days 4 hr" */
    left: (parts: ReturnType<typeof partsLeft>): string =>
      parts.map(([value, unit]) => numbers(locale, { style: 'unit', unit }).format(value)).join(' '),
    /** "Sunday", 0 being Sunday */
    weekday: (index: number): string => day(`2026-11-${String(22 + index)}`, { weekday: 'long' }),
    /** "26 Oct – 22 Nov 2026" */
    dayRange: (range: DayRange): string => dayRange(locale, range),
    /** "10:42", with the date once it is not today's; in the reader's own zone. */
    asOf: (instant: string | number | Date, timeZone?: string, now: Date = new Date()): string =>
      asOf(locale, new Date(instant), timeZone, now),
    /** "22 Nov 2026, 10:42" in the given zone. */
    instant: (instant: string, timeZone?: string): string =>
      dates(locale, { day: 'numeric', month: 'short', year: 'numeric', ...CLOCK, ...zoned(timeZone) }).format(
        new Date(instant),
      ),
    /** "United Kingdom" for GB; a name the language does not know comes back as it is. */
    country: (code: string): string => countryName(locale, code),
    /** "German" for de; a name the language does not know comes back as it is. */
    /** Within a sentence: French writes its languages small. */
    language: (code: string): string => languageName(locale, code),
    /** On its own: a heading, a choice. */
    languageTitle: (code: string): string => opened(locale, languageName(locale, code)),
    /** A text that begins a line, whatever it begins with: French writes its months small, too. */
    opened: (text: string): string => opened(locale, text),
    zone: (timeZone: string): string => zoneCity(timeZone),
    /** "a, b and c" */
    list: (items: readonly string[]): string => lists(locale, 'conjunction').format(items),
    /** "a, b or c" */
    either: (items: readonly string[]): string => lists(locale, 'disjunction').format(items),
  };
}

export type Format = ReturnType<typeof makeFormat>;

const zoned = (timeZone: string | undefined): { timeZone?: string } => (timeZone === undefined ? {} : { timeZone });

function asOf(locale: string, instant: Date, timeZone: string | undefined, now: Date): string {
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isToday = todayIn(zone, instant) === todayIn(zone, now);
  const date = isToday ? {} : { day: 'numeric' as const, month: 'short' as const };
  return dates(locale, { ...CLOCK, timeZone: zone, ...date }).format(instant);
}

function dayRange(locale: string, { from, to }: DayRange): string {
  const words = dates(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  // Intl's Chinese ranges are in figures and slashes, so ours is put together in words.
  if (!locale.startsWith('zh') || from === to) return words.formatRange(noon(from), noon(to));
  const isOneYear = from.slice(0, 4) === to.slice(0, 4);
  const end = isOneYear ? dates(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' }) : words;
  return `${words.format(noon(from))}至${end.format(noon(to))}`;
}

function countryName(locale: string, code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  const names = kept('country', locale, {}, () => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }));
  return names.of(code) ?? code;
}

function languageName(locale: string, code: string): string {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(code)) return code;
  const options = { type: 'language', fallback: 'code' } as const;
  return kept('language', locale, {}, () => new Intl.DisplayNames(locale, options)).of(code) ?? code;
}

function opened(locale: string, text: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** "London" for Europe/London: the part people know a zone by. */
function zoneCity(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

function partsOf(parts: readonly Intl.NumberFormatPart[]): MoneyParts {
  const text = (some: readonly Intl.NumberFormatPart[]): string => some.map((part) => part.value).join('');
  const start = parts.findIndex((part) => part.type === 'decimal');
  if (start < 0) return { before: text(parts), minor: '', after: '' };
  return {
    before: text(parts.slice(0, start)),
    minor: text(parts.slice(start, start + 2)),
    after: text(parts.slice(start + 2)),
  };
}
