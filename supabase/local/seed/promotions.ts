import { createHash } from 'node:crypto';
import { z } from 'zod/mini';
import type { CallRpc } from '../../../src/data/conversions/import-calls.ts';
import type { DemoProgram } from './program.ts';

/**
 * The eight promotions whose codes occur in the orders: their periods are those of
 * scripts/make-demo-orders.ts in the file's own time, and move with the orders. One of them comes every
 * year: it stands at its next time, and its codes stay.
 */
type DemoPromotion = {
  code: string;
  from: string;
  to: string;
  name: string;
  offer: string;
  page: string;
  brief: string;
  isYearly?: true;
};

const DAY = 24 * 60 * 60 * 1000;
const YEAR_IN_WEEKS = 52 * 7;
/** Partners see a promotion so many days before it begins. */
const DAYS_TO_PREPARE = 14;
const DAYS_TO_PREPARE_YEARLY = 75;

const TERMS = `One code an order, not together with other offers.
Valid in our shop for orders from £10, delivery not included.
What is sent back goes back without the discount.`;

export const DEMO_PROMOTIONS: readonly DemoPromotion[] = [
  {
    code: 'PARTY12',
    from: '2010-12-10',
    to: '2010-12-23',
    name: 'Party season',
    offer: '12 % off garlands, paper lanterns and table lights',
    page: 'party',
    brief: `Two weeks of parties before the holidays: show a room before and after the lights go on.
Good pictures are warm and close. Please name the code in the first two lines.`,
  },
  {
    code: 'NEST20',
    from: '2011-01-17',
    to: '2011-01-30',
    name: 'January nest',
    offer: '20 % off storage, textiles and bedside lights',
    page: 'nest',
    isYearly: true,
    brief: `Our January sale comes back every year, and your code of last year stays the same.
Best sellers last time: the woven baskets and the small reading lamp. Samples leave us two weeks before it begins.`,
  },
  {
    code: 'HEARTS10',
    from: '2011-02-07',
    to: '2011-02-14',
    name: 'Hearts week',
    offer: '10 % off everything that is a gift',
    page: 'gifts',
    brief: `Eight days, many small orders: a list of five gifts under £20 works best.
Orders until the 11th arrive in time everywhere in Europe.`,
  },
  {
    code: 'BLOOM15',
    from: '2011-04-04',
    to: '2011-04-21',
    name: 'Spring in bloom',
    offer: '15 % off vases, planters and garden lights',
    page: 'spring',
    brief: 'Balconies count as gardens. Show something that grows, and a light beside it.',
  },
  {
    code: 'PICNIC12',
    from: '2011-06-13',
    to: '2011-06-30',
    name: 'Picnic weeks',
    offer: '12 % off picnic ware and outdoor lanterns',
    page: 'picnic',
    brief: 'Long evenings outside. The lanterns are rechargeable and burn for nine hours: say so.',
  },
  {
    code: 'CRAFT10',
    from: '2011-08-15',
    to: '2011-08-28',
    name: 'Craft fortnight',
    offer: '10 % off paper, ribbons and lantern kits',
    page: 'craft',
    brief: 'Make something and show how: a lantern kit takes forty minutes and two hands of any age.',
  },
  {
    code: 'HARVEST15',
    from: '2011-10-03',
    to: '2011-10-23',
    name: 'Harvest home',
    offer: '15 % off candles, tableware and wool',
    page: 'harvest',
    brief: 'Three weeks for the warm corner of the home. Please do not show burning candles near curtains.',
  },
  {
    code: 'LIGHTS15',
    from: '2011-11-21',
    to: '2011-12-18',
    name: 'Winter lights',
    offer: '15 % off all lights',
    page: 'lights',
    brief: `Our largest promotion of the year: every lamp, lantern and fairy light.
Orders that shall arrive before the holidays come in by the last Wednesday.`,
  },
];

/** Midnight in London at the beginning of a day, so many days after it was in the file. */
function midnight(day: string, days: number): string {
  const utc = Date.parse(`${day}T00:00:00Z`) + days * DAY;
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' });
  return new Date(utc - Number(hour.format(utc)) * 60 * 60 * 1000).toISOString();
}

/** Three instants in the orders' moved time; `shift` is how many days they were moved. */
export function datesOf({ from, to, isYearly }: DemoPromotion, shift: number) {
  const moved = shift + (isYearly ? YEAR_IN_WEEKS : 0);
  return {
    prepare_from: midnight(from, moved - (isYearly ? DAYS_TO_PREPARE_YEARLY : DAYS_TO_PREPARE)),
    publish_from: midnight(from, moved),
    publish_until: midnight(to, moved + 1),
  };
}

/** The same id each time, so that a seed which goes on makes no second one. */
function idOf(program: DemoProgram, code: string): string {
  const hex = createHash('sha256').update(`${program.id} ${code}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const Made = z.object({ left: z.number() });
const Saved = z.object({ promotion: z.object({ id: z.string() }) });

/**
 * Makes the promotions and a code of each for every partner, as a manager does in the portal, and before
 * the orders come in: an order with a code that nobody has would be held.
 */
export async function seedPromotions(call: CallRpc, program: DemoProgram, shift: number): Promise<void> {
  for (const promotion of DEMO_PROMOTIONS) {
    const { code, name, offer, page, brief } = promotion;
    const id = idOf(program, code);
    const said = {
      name,
      offer,
      brief,
      terms: TERMS,
      landing_url: `${program.site}${page}`,
      ...datesOf(promotion, shift),
    };
    await call('save_promotion', { p_program: program.slug, p_id: id, p_promotion: said }, Saved);
    const plan = { p_program: program.slug, p_promotion: id, p_pattern: `{PARTNER}-${code}`, p_is_dry_run: false };
    while ((await call('make_promotion_codes', plan, Made)).left > 0);
  }
}
