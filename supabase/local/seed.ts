import path from 'node:path';
import postgres from 'postgres';
import { seedAnnouncements } from './seed/announcements.ts';
import { seedClicks } from './seed/clicks.ts';
import { seedCreatives } from './seed/creatives.ts';
import { seedInvitations } from './seed/invitations.ts';
import { seedLinks } from './seed/links.ts';
import { daysMoved, importOrders, moveOrders } from './seed/orders.ts';
import { readPartners } from './seed/partners.ts';
import { BRAND_EMAIL, PARTNER_EMAIL, SIGN_INS } from './seed/people.ts';
import { seedProgram } from './seed/program.ts';
import { seedPromotions } from './seed/promotions.ts';
import { rpcWithToken, signIn } from './seed/rpc.ts';
import { seedSegments } from './seed/segments.ts';
import type { Seeded } from './state.ts';

export type SeedOptions = {
  apiUrl: string;
  publishableKey: string;
  secretKey: string;
  postgresUrl: string;
  jwtSecret: string;
  localDir: string;
  demoPassword: string;
  progress: (message: string) => void;
};

const DEMO_FOLDER = path.resolve(import.meta.dirname, '../../demo');

/**
 * Fills the demo: one program, its people and its 120 partners, a year of real orders (see
 * demo/README.md) through the same import as the portal's, and a year of generated clicks.
 * Every step looks at what is there, so a seed that was killed goes on where it stood.
 */
export async function seed(options: SeedOptions): Promise<Seeded> {
  const { progress } = options;
  const sql = postgres(options.postgresUrl, { max: 1, onnotice: () => undefined });
  try {
    const partners = readPartners(DEMO_FOLDER);
    const orders = moveOrders(path.join(DEMO_FOLDER, 'orders.csv'), path.join(options.localDir, 'demo-orders.csv'));
    progress('demo: a program and 120 partners');
    const program = await seedProgram(sql, partners, options.demoPassword);
    const token = await signIn(options, BRAND_EMAIL, options.demoPassword);
    const call = rpcWithToken(options, token);
    progress('demo: five segments');
    await seedSegments(call, program, DEMO_FOLDER);
    progress('demo: eight promotions and their codes');
    await seedPromotions(call, program, daysMoved(path.join(DEMO_FOLDER, 'orders.csv'), orders));
    progress('demo: forty creatives, drawn, uploaded and checked');
    await seedCreatives(sql, call, options, token, program);
    const rows = await importOrders(sql, call, program, orders, progress);
    progress('demo: an open invitation of each kind');
    await seedInvitations(sql, options, program);
    progress('demo: twelve announcements');
    await seedAnnouncements(sql, program, DEMO_FOLDER);
    await seedLinks(sql, program);
    await seedClicks(sql, program, partners, rows, progress);
  } finally {
    await sql.end();
  }
  return { brandEmail: BRAND_EMAIL, partnerEmail: PARTNER_EMAIL, signIns: SIGN_INS };
}
