import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../data/programs/settings-model.ts';
import { changesIn, decimalMarkOf, type Fields, faultsOf, fieldsOf, namesChanged } from './fields.ts';

const settings: Settings = {
  slug: 'lantern',
  name: 'Lantern & Co',
  logo_path: null,
  color: '#0b6e5a',
  site_url: 'https://lantern.example/',
  currency: 'EUR',
  currency_exponent: 2,
  time_zone: 'Europe/London',
  locales: ['en', 'de'],
  default_locale: 'en',
  hold_days: 30,
  minimum_payout_minor: 123_450,
  attribution_window_days: 30,
  revision: 3,
};
const fields = (more: Partial<Fields> = {}): Fields => ({ ...fieldsOf(settings, '.'), ...more });

describe('the form of settings', () => {
  it('shows what stands, and finds no change in it', () => {
    expect(fieldsOf(settings, ',').minimum).toBe('1234,50');
    expect(changesIn(fields(), settings, '.')).toEqual({});
    expect(decimalMarkOf('de')).toBe(',');
  });

  it('says only what was changed', () => {
    const changed = fields({ name: ' Lamp ', hold: '14', minimum: '1,234.5', locales: ['en'], color: '#ABCDEF' });
    expect(changesIn(changed, settings, '.')).toEqual({
      name: 'Lamp',
      hold_days: 14,
      locales: ['en'],
      color: '#abcdef',
    });
  });

  it.each<[Partial<Fields>, string]>([
    [{ name: '  ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ color: 'green' }, 'color'],
    [{ site: 'http://shop.example/' }, 'site'],
    [{ site: 'https://shop example/' }, 'site'],
    [{ hold: '366' }, 'hold'],
    [{ hold: '1.5' }, 'hold'],
    [{ window: '0' }, 'window'],
    [{ minimum: '1.234' }, 'minimum'],
    [{ minimum: '-5' }, 'minimum'],
    [{ minimum: '' }, 'minimum'],
  ])('refuses %o', (more, fault) => {
    expect(faultsOf(fields(more), 2, '.')).toEqual([fault]);
  });

  it('names what somebody else has changed', () => {
    expect(namesChanged(settings, { ...settings, hold_days: 7, locales: ['en'], revision: 4 })).toEqual([
      'locales',
      'hold_days',
    ]);
  });
});
