/**
 * Writes demo/orders.csv from the orders of a real shop, adding who sent them.
 *
 *   node scripts/make-demo-orders.ts path/to/online-retail-orders.csv
 *
 * The orders: D. Chen, S. L. Sain, K. Guo, "Data mining for the online retail industry" (2012),
 * UCI Machine Learning Repository, Online Retail, CC BY 4.0. They name no partner, so the two
 * added columns are made by this rule, which gives the same file every time:
 *
 * partner_code    A customer belongs to one partner for ever. draw(text) is the first 48 bits of
 *                 SHA-256(text). Rows without a customer, and customers with
 *                 draw("nobody " + customer_id) mod 3 = 0, belong to nobody (the column is empty).
 *                 Every other customer gets one of demo/partners.json: each partner holds `weight`
 *                 tickets, times 2 for customers of the United Kingdom and times 12 for those of
 *                 another country when it is the partner's own, and
 *                 draw("partner " + customer_id) mod (all tickets) picks the ticket. The customer's
 *                 country is that of the customer's first row.
 *                 Returns and zero rows carry the code of their customer too.
 * promotion_code  On a partner's sale inside one of the eight periods of PROMOTIONS, when
 *                 draw("promotion " + order_id) mod 100 < 35: partner code, hyphen, promotion.
 *
 * Rows, their order and all other cells stay as they came.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readCsv, toCsv } from '../src/lib/csv.ts';

type Partner = { code: string; country: string; weight: number };

/** First and last day (UTC, both included) in the file's own time. */
const PROMOTIONS = [
  { name: 'PARTY12', from: '2010-12-10', to: '2010-12-23' },
  { name: 'NEST20', from: '2011-01-17', to: '2011-01-30' },
  { name: 'HEARTS10', from: '2011-02-07', to: '2011-02-14' },
  { name: 'BLOOM15', from: '2011-04-04', to: '2011-04-21' },
  { name: 'PICNIC12', from: '2011-06-13', to: '2011-06-30' },
  { name: 'CRAFT10', from: '2011-08-15', to: '2011-08-28' },
  { name: 'HARVEST15', from: '2011-10-03', to: '2011-10-23' },
  { name: 'LIGHTS15', from: '2011-11-21', to: '2011-12-18' },
] as const;

/** Names of the shop's countries for the countries in which partners live. */
const SHOP_COUNTRIES: Record<string, readonly string[]> = {
  GB: ['United Kingdom', 'Channel Islands'],
  DE: ['Germany', 'Austria'],
  FR: ['France'],
  IE: ['EIRE'],
  NL: ['Netherlands'],
  ES: ['Spain', 'Portugal'],
  CH: ['Switzerland'],
  BE: ['Belgium'],
  US: ['USA', 'Canada'],
  KR: ['Japan'],
  TW: ['Hong Kong', 'Singapore'],
  SE: ['Sweden', 'Norway', 'Denmark', 'Finland'],
};

const draw = (text: string) => createHash('sha256').update(text).digest().readUIntBE(0, 6);

function ticketsOf(partner: Partner, country: string): number {
  const isNear = SHOP_COUNTRIES[partner.country]?.includes(country) ?? false;
  if (!isNear) return partner.weight;
  return partner.weight * (country === 'United Kingdom' ? 2 : 12);
}

function partnerOf(customer: string, country: string, partners: readonly Partner[]): string {
  if (customer === '' || draw(`nobody ${customer}`) % 3 === 0) return '';
  const tickets = partners.map((partner) => ticketsOf(partner, country));
  const all = tickets.reduce((sum, count) => sum + count, 0);
  let ticket = draw(`partner ${customer}`) % all;
  const index = tickets.findIndex((count) => {
    ticket -= count;
    return ticket < 0;
  });
  return partners[index]?.code ?? '';
}

function promotionOf(order: string, occurredAt: string, partnerCode: string): string {
  const day = occurredAt.slice(0, 10);
  const promotion = PROMOTIONS.find(({ from, to }) => from <= day && day <= to);
  if (promotion === undefined || partnerCode === '' || /^[AC]/.test(order)) return '';
  return draw(`promotion ${order}`) % 100 < 35 ? `${partnerCode}-${promotion.name}` : '';
}

const [, , source] = process.argv;
if (source === undefined) throw new Error('Name the orders: node scripts/make-demo-orders.ts online-retail-orders.csv');

const demo = new URL('../demo/', import.meta.url);
const partners: Partner[] = JSON.parse(readFileSync(new URL('partners.json', demo), 'utf8'));
const records: string[][] = [];
readCsv(readFileSync(source, 'utf8'), ',', ({ cells }) => {
  records.push(cells);
  return true;
});

const [header = [], ...orders] = records;
const partnerOfCustomer = new Map<string, string>();
const rows = orders.map((cells) => {
  const [order = '', occurredAt = '', customer = '', country = ''] = cells;
  const partner = partnerOfCustomer.get(customer) ?? partnerOf(customer, country, partners);
  partnerOfCustomer.set(customer, partner);
  return [...cells, partner, promotionOf(order, occurredAt, partner)];
});
writeFileSync(new URL('orders.csv', demo), toCsv([...header, 'partner_code', 'promotion_code'], rows));
process.stdout.write(
  `demo/orders.csv: ${rows.length} rows, ${new Set(partnerOfCustomer.values()).size - 1} partners\n`,
);
