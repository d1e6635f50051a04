import type { Settings, SettingsChange } from '../../../data/programs/settings-model.ts';
import { type Currency, decimalText, parseMoneyText, toMinor } from '../../../lib/money.ts';

/** What stands in the form, as it is typed. */
export type Fields = {
  readonly name: string;
  readonly color: string;
  readonly site: string;
  readonly locales: readonly string[];
  readonly firstLocale: string;
  readonly hold: string;
  readonly minimum: string;
  readonly window: string;
};

export type Fault = 'name' | 'color' | 'site' | 'hold' | 'window' | 'minimum';
export type DecimalMark = '.' | ',';

/** The mark that a language sets between units and minor units. */
export function decimalMarkOf(locale: string): DecimalMark {
  return (1.5).toLocaleString(locale).includes(',') ? ',' : '.';
}

export function currencyOfSettings(settings: Settings): Currency {
  return { code: settings.currency, exponent: settings.currency_exponent };
}

export function fieldsOf(settings: Settings, mark: DecimalMark): Fields {
  return {
    name: settings.name,
    color: settings.color,
    site: settings.site_url,
    locales: settings.locales,
    firstLocale: settings.default_locale,
    hold: String(settings.hold_days),
    minimum: decimalText(toMinor(settings.minimum_payout_minor), settings.currency_exponent).replace('.', mark),
    window: String(settings.attribution_window_days),
  };
}

const whole = (text: string, least: number, most: number): number | null => {
  if (!/^\d{1,3}$/.test(text.trim())) return null;
  const value = Number(text.trim());
  return value >= least && value <= most ? value : null;
};

const minorOf = (text: string, exponent: number, mark: DecimalMark): number | null => {
  const read = parseMoneyText(text, exponent, { decimalMark: mark, excessDigits: 'refuse' });
  return read.ok && read.minor >= 0 ? read.minor : null;
};

const SITE = /^https:\/\/[A-Za-z0-9.-]+(:\d{1,5})?([/?#]\S*)?$/;

/** What keeps the settings from being saved; the database says the same. */
export function faultsOf(fields: Fields, exponent: number, mark: DecimalMark): readonly Fault[] {
  const faults: (readonly [Fault, boolean])[] = [
    ['name', fields.name.trim() === '' || [...fields.name.trim()].length > 80],
    ['color', !/^#[0-9a-f]{6}$/i.test(fields.color.trim())],
    ['site', !SITE.test(fields.site.trim())],
    ['hold', whole(fields.hold, 0, 365) === null],
    ['minimum', minorOf(fields.minimum, exponent, mark) === null],
    ['window', whole(fields.window, 1, 365) === null],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What differs from what stands, and nothing else: a colleague's other changes stay theirs. Wants fields without fault. */
export function changesIn(fields: Fields, stands: Settings, mark: DecimalMark): SettingsChange {
  const said: Required<SettingsChange> = {
    name: fields.name.trim(),
    color: fields.color.trim().toLowerCase(),
    site_url: fields.site.trim(),
    locales: [...fields.locales],
    default_locale: fields.firstLocale,
    hold_days: whole(fields.hold, 0, 365) ?? stands.hold_days,
    minimum_payout_minor: minorOf(fields.minimum, stands.currency_exponent, mark) ?? stands.minimum_payout_minor,
    attribution_window_days: whole(fields.window, 1, 365) ?? stands.attribution_window_days,
  };
  const changed = Object.entries(said).filter(([name, value]) => !isSame(value, stands[name as keyof SettingsChange]));
  return Object.fromEntries(changed);
}

/** The names of settings in which somebody else's save differs from what this form began with. */
export function namesChanged(before: Settings, after: Settings): readonly (keyof SettingsChange)[] {
  const names = [
    'name',
    'color',
    'site_url',
    'locales',
    'default_locale',
    'hold_days',
    'minimum_payout_minor',
    'attribution_window_days',
  ] as const;
  return names.filter((name) => !isSame(before[name], after[name]));
}
