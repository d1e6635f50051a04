import { describe, expect, it } from 'vitest';
import { addressOfPlace, contextSchema } from './model.ts';

const card = { slug: 'lantern', name: 'Lantern & Co', color: '#0b6e5a', logo_path: null };
const settings = {
  id: 'p1',
  currency: 'GBP',
  currency_exponent: 2,
  time_zone: 'Europe/London',
  locales: ['en'],
  default_locale: 'en',
  hold_days: 30,
  minimum_payout_minor: 5000,
  site_url: 'https://lantern.example/',
};
const partnership = {
  id: 's1',
  partner_id: 'q1',
  partner_name: 'Mira Sol',
  partner_type: 'influencer',
  status: 'active',
  status_reason: null,
  code: 'MIRA',
  tier: null,
  tags: [],
};
const me = {
  id: 'u1',
  email: 'mira@example.com',
  display_name: '',
  locale: null,
  time_zone: null,
  theme: 'system',
  week_start: null,
};
const answer = (place: unknown) => ({ now: '2026-11-22T10:00:00Z', me, places: [], place });

describe('the context', () => {
  it('has a place with the program’s settings where a room is open', () => {
    const place = { side: 'partner', role: 'owner', program: { ...card, ...settings }, partnership };
    const context = contextSchema.parse(answer(place));
    expect(context.place?.program.currency).toBe('GBP');
    expect(context.door).toBeNull();
  });

  it('has a door with the program’s card where none is open yet', () => {
    const invited = { ...partnership, status: 'invited' };
    const context = contextSchema.parse(
      answer({ side: 'partner', role: 'owner', program: card, partnership: invited }),
    );
    expect(context.place).toBeNull();
    expect(context.door && addressOfPlace(context.door)).toEqual({ side: 'partner', program: 'lantern', code: 'mira' });
  });

  it('has neither for a place that is not mine', () => {
    expect(contextSchema.parse(answer(null))).toMatchObject({ place: null, door: null });
  });
});
