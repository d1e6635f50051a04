import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

/** One import of one of our own modules by another, both as paths below the project. */
type Arrow = { readonly from: string; readonly to: string };

function modulesBelow(folder: string): string[] {
  const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(ts|tsx)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

const IMPORTED =
  /(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function packagesOf(module: string): string[] {
  const source = readFileSync(path.join(ROOT, module), 'utf8');
  return [...source.matchAll(IMPORTED)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function arrowsOf(module: string): Arrow[] {
  return packagesOf(module)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: module, to: path.posix.join(path.posix.dirname(module), name) }));
}

const src = modulesBelow('src');
const functions = modulesBelow('supabase/functions');
const local = modulesBelow('supabase/local');
const arrows = [...src, ...functions, ...local].flatMap(arrowsOf);
const among = (prefix: string): Arrow[] => arrows.filter((arrow) => arrow.from.startsWith(prefix));
const show = (found: readonly Arrow[]): string[] => found.map((arrow) => `${arrow.from} → ${arrow.to}`);
const starts = (name: string, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => name.startsWith(prefix));

/** `src/features/brand/overview/` for a module of that room; auth and account are rooms too. */
function roomOf(module: string): string | null {
  const match = /^src\/features\/(?:auth|account|partner\/[^/]+|brand\/[^/]+)\//.exec(module);
  return match?.[0] ?? null;
}

describe('the architecture test itself', () => {
  it('sees the modules it is there to watch', () => {
    for (const folder of ['lib', 'config', 'i18n', 'ui', 'data', 'features', 'app']) {
      expect(src.filter((name) => name.startsWith(`src/${folder}/`)).length, folder).toBeGreaterThan(0);
    }
    expect(functions.length).toBeGreaterThan(0);
    expect(local.length).toBeGreaterThan(0);
    expect(arrows.length).toBeGreaterThan(src.length);
  });
});

describe('arrows point down only', () => {
  it.each([
    ['lib', []],
    ['config', ['src/lib/']],
    ['i18n', ['src/lib/']],
    ['ui', ['src/lib/', 'src/i18n/']],
    ['data', ['src/lib/', 'src/config/']],
    ['features', ['src/data/', 'src/ui/', 'src/i18n/', 'src/lib/']],
  ])('%s imports itself and %j', (folder, allowed) => {
    const own = `src/${folder}/`;
    expect(show(among(own).filter((arrow) => !starts(arrow.to, [own, ...allowed])))).toEqual([]);
  });

  it('nothing imports app but app and main', () => {
    const strangers = arrows.filter(
      (arrow) => arrow.to.startsWith('src/app/') && !starts(arrow.from, ['src/app/', 'src/main.tsx']),
    );
    expect(show(strangers)).toEqual([]);
  });

  it('functions import their own folder and _shared', () => {
    const strays = among('supabase/functions/').filter((arrow) => {
      const own = `${arrow.from.split('/').slice(0, 3).join('/')}/`;
      return !starts(arrow.to, [own, 'supabase/functions/_shared/']);
    });
    expect(show(strays)).toEqual([]);
  });

  it('the local stack imports data and lib, nothing else of the portal', () => {
    const strays = among('supabase/local/').filter(
      (arrow) => arrow.to.startsWith('src/') && !starts(arrow.to, ['src/data/', 'src/lib/']),
    );
    expect(show(strays)).toEqual([]);
  });
});

describe('rooms', () => {
  it('never import another room', () => {
    const strays = among('src/features/').filter((arrow) => {
      const target = roomOf(arrow.to);
      return target !== null && target !== roomOf(arrow.from);
    });
    expect(show(strays)).toEqual([]);
  });

  it('never reach past queries and models to the API or its clients', () => {
    const strays = among('src/features/').filter((arrow) => /\/(?:[a-z-]*api|client|connection)\.ts$/.test(arrow.to));
    expect(show(strays)).toEqual([]);
  });
});

describe('what stands in one place only', () => {
  it('clients are made in data/client.ts', () => {
    const makers = src.filter((module) => {
      const source = readFileSync(path.join(ROOT, module), 'utf8');
      return /new (?:AuthClient|GoTrueClient|PostgrestClient|StorageClient)\b|createClient\(/.test(source);
    });
    expect(makers).toEqual(['src/data/client.ts']);
  });

  it('tables, functions and buckets are asked for in data only', () => {
    const askers = src.filter((module) =>
      /\.(?:from|rpc|invoke)\(\s*['"]/.test(readFileSync(path.join(ROOT, module), 'utf8')),
    );
    expect(askers.filter((module) => !module.startsWith('src/data/'))).toEqual([]);
  });

  it('the chart library is imported in ui/chart only', () => {
    const importers = src.filter((module) => packagesOf(module).includes('recharts'));
    expect(importers.length).toBeGreaterThan(0);
    expect(importers.filter((module) => !module.startsWith('src/ui/chart/'))).toEqual([]);
  });
});

describe('size and names', () => {
  it('no module is longer than 300 lines', () => {
    const modules = [...src, ...functions, ...local].filter((name) => name !== 'src/data/database.types.ts');
    const long = modules.filter((name) => readFileSync(path.join(ROOT, name), 'utf8').split('\n').length > 301);
    expect(long).toEqual([]);
  });

  it('names say the subject', () => {
    const vague = /(?:^|\/)(?:utils?|helpers?|common|misc|index)(?:\.tsx?$|\/)/;
    expect([...src, ...local].filter((name) => vague.test(name))).toEqual([]);
  });
});
