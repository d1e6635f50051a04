import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod/mini';

const Partner = z.object({
  code: z.string(),
  name: z.string(),
  type: z.enum(['influencer', 'publisher', 'affiliate', 'b2b', 'app', 'charity', 'ambassador']),
  country: z.string(),
  language: z.string(),
  time_zone: z.string(),
  channels: z.array(z.object({ kind: z.enum(['site', 'social', 'app']), url: z.string() })),
  joined_weeks_ago: z.number(),
  tier: z.string(),
  tags: z.array(z.string()),
  weight: z.number(),
});

export type DemoPartner = z.infer<typeof Partner>;

export function readPartners(folder: string): DemoPartner[] {
  return z.array(Partner).parse(JSON.parse(readFileSync(path.join(folder, 'partners.json'), 'utf8')));
}
