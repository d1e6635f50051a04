import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { z } from 'zod/mini';
import type { CallRpc } from '../../../src/data/conversions/import-calls.ts';
import { type BannerLook, drawBanner } from './drawing/banner.ts';
import type { DemoProgram } from './program.ts';

type Campaign = {
  readonly name: string;
  readonly tags: readonly string[];
  /** The promotion it belongs to, by name. */
  readonly promotion: string | null;
  readonly page: string;
  readonly addedDaysAgo: number;
  readonly look: BannerLook;
  readonly words: Readonly<Record<'en' | 'de', { readonly headline: string; readonly action: string }>>;
  readonly sizes: readonly string[];
};

/** What each size is called. */
const SHAPES: Readonly<Record<string, string>> = {
  '300x250': 'rectangle',
  '728x90': 'leaderboard',
  '160x600': 'skyscraper',
  '320x50': 'mobile',
  '970x250': 'billboard',
  '300x600': 'half page',
  '1080x1080': 'square',
  '1200x628': 'link post',
  '1080x1920': 'story',
};
const ALL_SIZES = Object.keys(SHAPES);

/** Forty banners: three campaigns, in two languages each. */
export const CAMPAIGNS: readonly Campaign[] = [
  {
    name: 'Our house',
    tags: ['evergreen', 'brand'],
    promotion: null,
    page: '',
    addedDaysAgo: 210,
    look: { top: [44, 62, 92], bottom: [20, 28, 48], light: [240, 190, 110] },
    words: {
      en: { headline: 'Light for long evenings', action: 'See the shop' },
      de: { headline: 'Licht für lange Abende', action: 'Zum Laden' },
    },
    sizes: ['300x250', '728x90', '160x600', '1080x1080', '1200x628'],
  },
  {
    name: 'January nest',
    tags: ['january', 'sale'],
    promotion: 'January nest',
    page: 'nest',
    addedDaysAgo: 24,
    look: { top: [122, 74, 60], bottom: [66, 34, 34], light: [250, 214, 150] },
    words: {
      en: { headline: '20% off a cosy January', action: 'Build your nest' },
      de: { headline: '20% auf einen warmen Januar', action: 'Nest bauen' },
    },
    sizes: ['300x250', '728x90', '970x250', '300x600', '1080x1080', '1200x628'],
  },
  {
    name: 'Winter lights',
    tags: ['winter', 'lights'],
    promotion: 'Winter lights',
    page: 'lights',
    addedDaysAgo: 3,
    look: { top: [16, 84, 70], bottom: [6, 40, 34], light: [245, 196, 92] },
    words: {
      en: { headline: '15% off all lights', action: 'Shop lights' },
      de: { headline: '15% auf alle Lampen', action: 'Jetzt leuchten' },
    },
    sizes: ALL_SIZES,
  },
];

const THUMBNAIL_SIDE = 480;
const AT_ONCE = 4;

type Api = { readonly apiUrl: string; readonly publishableKey: string };
type File = { readonly id: string; readonly role: 'original' | 'thumbnail'; readonly bytes: Buffer };
type Drawn = {
  readonly id: string;
  readonly campaign: Campaign;
  readonly language: 'en' | 'de';
  readonly size: string;
  readonly files: readonly File[];
};

/** The same id each time, so that a seed which goes on adds nothing twice. */
function idOf(program: DemoProgram, ...parts: readonly string[]): string {
  const hex = createHash('sha256')
    .update([program.id, ...parts].join(' '))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function draw(program: DemoProgram, campaign: Campaign, language: 'en' | 'de', size: string): Drawn {
  const [width = 1, height = 1] = size.split('x').map(Number);
  const scale = Math.min(1, THUMBNAIL_SIDE / Math.max(width, height));
  const { look, words, name } = campaign;
  const picture = (share: number) =>
    drawBanner(Math.round(width * share), Math.round(height * share), look, words[language]);
  const id = (what: string) => idOf(program, name, language, size, what);
  const files: File[] = [
    { id: id('original'), role: 'original', bytes: picture(1) },
    { id: id('thumbnail'), role: 'thumbnail', bytes: picture(scale) },
  ];
  return { id: id('creative'), campaign, language, size, files };
}

function everyBanner(): [Campaign, 'en' | 'de', string][] {
  return CAMPAIGNS.flatMap((campaign) =>
    (['en', 'de'] as const).flatMap((language) =>
      campaign.sizes.map((size): [Campaign, 'en' | 'de', string] => [campaign, language, size]),
    ),
  );
}

const Added = z.object({
  creatives: z.array(z.object({ files: z.array(z.object({ id: z.string(), path: z.string() })) })),
});

/** Draws, uploads through Storage and has checked, as the portal does; what is there already is left. */
export async function seedCreatives(
  sql: Sql,
  call: CallRpc,
  api: Api,
  token: string,
  program: DemoProgram,
): Promise<void> {
  const drawn: Drawn[] = [];
  for (const [campaign, language, size] of everyBanner()) {
    drawn.push(draw(program, campaign, language, size));
    // Drawing keeps this process busy: in between it hears of connections that have been closed meanwhile.
    await setImmediate();
  }
  // JSON, as the generated types know it.
  const asJson = JSON.parse(JSON.stringify(drawn.map((one) => described(program, one))));
  const args = { p_program: program.slug, p_creatives: asJson };
  const { creatives } = await call('add_creatives', args, Added);
  const paths = new Map(creatives.flatMap(({ files }) => files.map(({ id, path }) => [id, path])));
  const waiting = [...drawn];
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await upload(api, token, next, paths);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await placeInTime(sql, program);
}

function described(program: DemoProgram, { id, campaign, language, size, files }: Drawn) {
  const [width = 0] = size.split('x').map(Number);
  return {
    id,
    name: `${campaign.name}, ${SHAPES[size]}`,
    kind: width > 1000 ? 'image' : 'banner',
    language,
    tags: campaign.tags,
    url: `${program.site}${campaign.page}`,
    files: files.map((file) => ({
      id: file.id,
      role: file.role,
      file_name: `${campaign.name.toLowerCase().replace(' ', '-')}-${language}-${size}.png`,
      mime_type: 'image/png',
      size_bytes: file.bytes.length,
    })),
  };
}

async function upload(
  { apiUrl, publishableKey }: Api,
  token: string,
  drawn: Drawn,
  paths: ReadonlyMap<string, string>,
): Promise<void> {
  const headers = { apikey: publishableKey, authorization: `Bearer ${token}` };
  for (const { id, bytes } of drawn.files) {
    const response = await fetch(`${apiUrl}/storage/v1/object/creatives/${paths.get(id)}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'image/png', 'cache-control': 'max-age=3600' },
      body: new Uint8Array(bytes),
    });
    const text = await response.text();
    // A seed that was killed put some already, and may have had them checked: then nothing waits there any more.
    if (!response.ok && !/already exists|row-level security/.test(text))
      throw new Error(`Storage answered ${response.status}: ${text}`);
  }
  const response = await fetch(`${apiUrl}/functions/v1/check-creative`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ files: drawn.files.map(({ id }) => id) }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('refused')) throw new Error(`The check answered ${response.status}: ${text}`);
}

/** As if they had been added over the year; and each with its promotion. */
async function placeInTime(sql: Sql, program: DemoProgram): Promise<void> {
  for (const { name, promotion, addedDaysAgo } of CAMPAIGNS) {
    const isOfCampaign = sql`c.program_id = ${program.id} and c.name like ${`${name}, %`}`;
    await sql`
      update public.creatives c set created_at = now() - make_interval(days => ${addedDaysAgo}),
        ready_at = now() - make_interval(days => ${addedDaysAgo})
      where ${isOfCampaign} and c.ready_at > now() - interval '1 day'`;
    if (promotion === null) continue;
    await sql`
      insert into public.promotion_creatives (program_id, promotion_id, creative_id)
      select c.program_id, p.id, c.id
      from public.creatives c join public.promotions p on p.program_id = c.program_id and p.name = ${promotion}
      where ${isOfCampaign}
      on conflict do nothing`;
  }
}
