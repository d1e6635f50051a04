import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { LOCALES } from '../src/i18n/locales.ts';

/** An entry of Vite's manifest: chunk file, what it imports at once, what it may import later. */
type Entry = { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean };
type Manifest = Readonly<Record<string, Entry>>;

export type Budget = {
  readonly name: string;
  readonly kilobytes: number;
  readonly limit: number;
  readonly passes: boolean;
};

const BOOT = ['src/main.tsx', 'src/app/start.tsx'];
const SIGN_IN = [...BOOT, 'src/features/auth/sign-in-page.tsx'];
const CLIENTS = ['src/data/client.ts', 'src/data/session/api.ts'];
const PARTNER = ['src/app/first-request.ts', 'src/app/member-routes.tsx', 'src/app/partner-routes.tsx'];
const FORBIDDEN_FOR_PARTNER = [
  /src\/features\/brand\//,
  /src\/data\/[^/]+\/brand-/,
  /src\/data\/conversions\//,
  /\/recharts\//,
  /\/d3-/,
];

/** Sizes of one build, measured as a browser fetches it: every chunk gzipped, shared ones counted once. */
export class BuildSizes {
  readonly #dist: string;
  readonly #manifest: Manifest;
  readonly #modules: Readonly<Record<string, readonly string[]>>;

  constructor(dist: string) {
    this.#dist = dist;
    this.#manifest = this.#read('.vite/manifest.json');
    this.#modules = this.#read('.vite/modules.json');
  }

  #read<Shape>(name: string): Shape {
    const file = path.join(this.#dist, name);
    if (!existsSync(file)) throw new Error(`${file} is missing: run \`npm run build\` first`);
    // Both files are written by the build itself, in the shapes above.
    return JSON.parse(readFileSync(file, 'utf8')) as Shape;
  }

  #entryOfFile(file: string): Entry {
    const entry = Object.values(this.#manifest).find((one) => one.file === file);
    if (entry === undefined) throw new Error(`the manifest does not know ${file}`);
    return entry;
  }

  #fileWith(module: string): string {
    const found = Object.entries(this.#modules).find(([, modules]) => modules.includes(module));
    if (found === undefined) throw new Error(`no chunk holds ${module}: mend scripts/check-size.ts`);
    return found[0];
  }

  /** The chunks that hold these modules, and every chunk those import at once. */
  filesOf(modules: readonly string[]): Set<string> {
    const files = new Set<string>();
    const visit = (file: string): void => {
      if (files.has(file)) return;
      files.add(file);
      for (const name of this.#entryOfFile(file).imports ?? []) visit(this.#manifest[name]?.file ?? name);
    };
    for (const module of modules) visit(this.#fileWith(module));
    return files;
  }

  kilobytesOf(files: Iterable<string>): number {
    const bytes = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(path.join(this.#dist, file)), { level: 9 }).length,
      0,
    );
    return Math.round(bytes / 10) / 100;
  }

  /** The files of messages, which lie beside the scripts and are fetched as they are. */
  wordsOf(locale: string, namespaces: readonly string[]): string[] {
    const folder = readdirSync(path.join(this.#dist, 'assets')).find((name) => name.startsWith('words-'));
    if (folder === undefined) throw new Error('the build has no messages: mend scripts/check-size.ts');
    return namespaces.map((name) => path.join('assets', folder, locale, `${name}.json`));
  }

  modulesOf(files: Iterable<string>): string[] {
    return [...files].flatMap((file) => this.#modules[file] ?? []);
  }
}

const weightOf = (sizes: BuildSizes, locale: string): number =>
  sizes.kilobytesOf(sizes.wordsOf(locale, ['core', 'partner']));

/** The budgets of the first screens, in gzip kilobytes of 1,000 bytes, in the language whose words weigh most. */
export function measureBudgets(dist: string): Budget[] {
  const sizes = new BuildSizes(dist);
  const heaviest = [...LOCALES].sort((one, other) => weightOf(sizes, other) - weightOf(sizes, one))[0] ?? 'en';
  const measure = (name: string, limit: number, modules: readonly string[], words: readonly string[] = []): Budget => {
    const kilobytes = sizes.kilobytesOf([...sizes.filesOf(modules), ...sizes.wordsOf(heaviest, words)]);
    return { name, kilobytes, limit, passes: kilobytes <= limit };
  };
  const page = (room: string): string[] => [`src/features/partner/${room}/${room}-page.tsx`];
  const all = [...BOOT, ...CLIENTS, ...PARTNER];
  return [
    measure('sign-in: entry and what React needs to paint it', 110, SIGN_IN),
    measure('sign-in: all JavaScript', 165, [...SIGN_IN, ...CLIENTS], ['core']),
    measure('partner home until the money is painted', 200, [...all, ...page('home')], ['core', 'partner']),
    measure('partner earnings until the money is painted', 200, [...all, ...page('earnings')], ['core', 'partner']),
  ];
}

/** Modules that have no business on a partner's first screen: brand code and the chart library. */
export function strayModules(dist: string): string[] {
  const sizes = new BuildSizes(dist);
  const rooms = ['home', 'earnings', 'profile'].map((room) => `src/features/partner/${room}/${room}-page.tsx`);
  const modules = sizes.modulesOf(sizes.filesOf([...BOOT, ...CLIENTS, ...PARTNER, ...rooms]));
  if (modules.length === 0) throw new Error('saw no module at all: mend scripts/check-size.ts');
  return modules.filter((name) => FORBIDDEN_FOR_PARTNER.some((pattern) => pattern.test(name)));
}

function main(dist: string): void {
  const budgets = measureBudgets(dist);
  const strays = strayModules(dist);
  const lines = budgets.map(
    (one) => `${one.passes ? 'ok  ' : 'OVER'} ${one.kilobytes.toFixed(1).padStart(6)} of ${one.limit} kB  ${one.name}`,
  );
  const stray =
    strays.length === 0
      ? 'ok   no brand code and no chart library on the partner side'
      : `BAD  on the partner side:\n${strays.join('\n')}`;
  process.stdout.write(`${[...lines, stray].join('\n')}\n`);
  if (strays.length > 0 || budgets.some((one) => !one.passes)) process.exitCode = 1;
}

if (import.meta.main) main(process.argv[2] ?? 'dist');
