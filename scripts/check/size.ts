import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod/mini';
import { checkStep, type Step } from './step.ts';

const Chunk = z.object({
  file: z.string(),
  isEntry: z.optional(z.boolean()),
  imports: z.optional(z.array(z.string())),
  dynamicImports: z.optional(z.array(z.string())),
});
const Manifest = z.record(z.string(), Chunk);
type Manifest = z.infer<typeof Manifest>;

type Screen = { name: string; limitKb: number; lazy: RegExp[] };

/** What each first screen loads beside the entry; limits in kB (1,000 bytes) of gzip. */
const screens: Screen[] = [
  { name: 'entry with its static imports', limitKb: 110, lazy: [] },
  { name: 'sign-in', limitKb: 165, lazy: [/features\/auth\/sign-in-page\.tsx$/, /i18n\/de\/core\.json$/] },
];

const FORBIDDEN_IN_ENTRY = [/recharts/, /features\/brand\//];

/** Sizes are constant as rooms are added: the gate reads them off the build's own manifest. */
export function sizeStep(dist: () => string): Step {
  return checkStep('size', () => {
    const manifest = Manifest.parse(JSON.parse(readFileSync(path.join(dist(), '.vite/manifest.json'), 'utf8')));
    const problems = screens.flatMap((screen) => measure(manifest, dist(), screen));
    return [...problems, ...strangers(manifest)];
  });
}

function measure(manifest: Manifest, dist: string, { name, limitKb, lazy }: Screen): string[] {
  const roots = [...entries(manifest)];
  for (const pattern of lazy) {
    const found = Object.keys(manifest).filter((key) => pattern.test(key));
    if (found.length === 0) return [`${name}: the build has no chunk for ${pattern}`];
    roots.push(...found);
  }
  const files = [...closure(manifest, roots)]
    .map((key) => manifest[key]?.file ?? '')
    .filter((file) => file.endsWith('.js'));
  const bytes = files.reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(dist, file)), { level: 9 }).length,
    0,
  );
  const said = `${name}: ${(bytes / 1000).toFixed(1)} kB of gzip JavaScript in ${files.length} files, limit ${limitKb} kB`;
  process.stdout.write(`${said}\n`);
  return bytes <= limitKb * 1000 ? [] : [`too large: ${said}`];
}

function entries(manifest: Manifest): string[] {
  return Object.keys(manifest).filter((key) => manifest[key]?.isEntry);
}

/** A chunk with everything it imports statically. */
function closure(manifest: Manifest, roots: string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...roots];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(manifest[key]?.imports ?? []));
  }
  return seen;
}

function strangers(manifest: Manifest): string[] {
  return [...closure(manifest, entries(manifest))]
    .filter((key) => FORBIDDEN_IN_ENTRY.some((pattern) => pattern.test(key)))
    .map((key) => `${key} is part of the first load`);
}
