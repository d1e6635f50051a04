import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { hashesOf, requireRecorded } from './scripts/csp-hashes.ts';
import { API_ORIGIN_PLACEHOLDER, headerFiles, REDIRECTS } from './scripts/header-files.ts';
import { LOCALES, type Locale } from './src/i18n/locales.ts';

function plainText(locale: Locale, key: string): string {
  const messages: unknown = JSON.parse(readFileSync(`src/i18n/${locale}/core.json`, 'utf8'));
  const text = key.split('.').reduce<unknown>((part, name) => Object(part)[name], messages);
  if (typeof text !== 'string' || /[<&]/.test(text))
    throw new Error(`index.html asks for ${locale}.${key}: no plain text`);
  return text;
}

/** Puts the words of the first sight into index.html from the messages, so that they stand in one place. */
const fillShell: Plugin = {
  name: 'fill-shell',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace(/%([a-z][\w.]+)%/g, (_whole, key: string) =>
        LOCALES.map((locale) => `<span lang="${locale}">${plainText(locale, key)}</span>`).join(''),
      ),
  },
};

/**
 * The boot fetches its chunks by `import()` once it runs. Naming the ones that every visit needs in the
 * page itself saves the round trip until then.
 */
const preloadBoot: Plugin = {
  name: 'preload-boot',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) => {
      const start = Object.values(bundle ?? {}).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/src/app/start.tsx'),
      );
      if (start?.type !== 'chunk')
        throw new Error('the chunk of src/app/start.tsx is gone: mend preload-boot in vite.config.ts');
      return [start.fileName, ...start.imports].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: '', href: `/${file}` },
        injectTo: 'head' as const,
      }));
    },
  },
};

/** Writes the header files of the deployment, with the hashes of what is inline, beside the built page. */
const writeHeaders: Plugin = {
  name: 'write-headers',
  apply: 'build',
  enforce: 'post',
  writeBundle(options) {
    const dist = options.dir ?? 'dist';
    const hashes = hashesOf(readFileSync(path.join(dist, 'index.html'), 'utf8'));
    requireRecorded(hashes);
    const apiOrigin = process.env.API_URL ? new URL(process.env.API_URL).origin : API_ORIGIN_PLACEHOLDER;
    const files = { ...headerFiles(hashes, apiOrigin), _redirects: REDIRECTS };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dist, name), text);
  },
};

/** Which modules went into which chunk: what the size gate and its "no brand code here" read. */
const listModules: Plugin = {
  name: 'list-modules',
  apply: 'build',
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const modules = Object.fromEntries(
      chunks.map((chunk) => [chunk.fileName, chunk.moduleIds.map((id) => path.relative(process.cwd(), id))]),
    );
    this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source: JSON.stringify(modules, null, 1) });
  },
};

/** What main.tsx itself needs to send the first request and to fetch the rest. */
const BOOT =
  /vite\/preload-helper|src\/app\/paths\.ts$|src\/data\/session\/stored\.ts$|src\/i18n\/(?:locales|message-files)\.ts$/;

/** React, router and translator, and our own modules between the boot and the sign-in page. */
const FIRST_PAINT = new RegExp(
  [
    'node_modules/(?:react|react-dom|scheduler|react-router|i18next|react-i18next)/',
    'src/app/(?:start|routes|error-boundary)\\.tsx$',
    'src/features/auth/(?:sign-in|password|code)-[a-z]+\\.tsx?$',
    'src/data/session/(?:actions|store)\\.ts$',
    'src/data/(?:connection|errors)\\.ts$',
    'src/config/env\\.ts$',
    'src/i18n/i18n\\.ts$',
    'src/ui/(?:appearance|button|card|classes|form-error|page-header|skeleton|text-field|use-attempt)\\.tsx?$',
  ].join('|'),
);

/** What the first screen of any place needs beside its own room: the frame around it, its data, its figures. */
const PLACE = new RegExp(
  [
    'node_modules/@tanstack/(?!.*(?:[iI]nfinite|[qQ]ueries|[mM]utationObserver|useMutation))',
    'node_modules/zod/',
    'node_modules/lucide-react/dist/esm/(?:create|shared|Icon|context|defaultAttributes)',
    'src/config/zod',
    'src/app/(?:shell/(?!account-dialog|more-)|member-routes|require-session|sides|last-place|start-page|missing-page|use-rooms-at-hand)',
    'src/data/(?:query-client|programs/(?:model|place|queries|api))\\.ts$',
    'src/i18n/(?:format|use-format)\\.ts$',
    'src/lib/(?:money|dates|ranges|accent|color)\\.ts$',
    'src/data/insights/(?:partner-|earnings-ask)',
    'src/features/partner/standing-notice',
    'src/ui/(?:program-color|brand-mark|page-state|notice|money|delta|copy-button|badge|dialog|toast|toast-region|error-words)\\.tsx?$',
  ].join('|'),
);

/** A room with a range of days in its address. */
const RANGE = /node_modules\/nuqs\/|src\/ui\/(?:range-meta|range-picker|use-range|segmented)\.tsx?$/;

/**
 * Every file of messages under one name for all of them together: the boot knows them all, and ninety hashes
 * of their own would weigh more than itself.
 */
const messagesVersion = (): string => {
  const hash = createHash('sha256');
  const names = readdirSync('src/i18n', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  for (const name of names.sort()) hash.update(name).update(readFileSync(path.join('src/i18n', name)));
  return hash.digest('hex').slice(0, 8);
};
const MESSAGES_IN = `assets/words-${messagesVersion()}`;

function chunkName({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const [, locale, namespace] = /src\/i18n\/([\w-]+)\/(\w+)\.json$/.exec(facadeModuleId ?? '') ?? [];
  return locale === undefined ? 'assets/[name]-[hash].js' : `${MESSAGES_IN}/${locale}/${namespace}.js`;
}

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'ko-KR', 'zh-TW'] }), enforce: 'pre' },
    react(),
    tailwindcss(),
    fillShell,
    preloadBoot,
    writeHeaders,
    listModules,
  ],
  build: {
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    // An inlined file would need an exception in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        chunkFileNames: chunkName,
        codeSplitting: {
          groups: [
            // The boot stands alone: it sends the first request while the frame is still on its way.
            { name: 'boot', test: BOOT, priority: 2 },
            // What every first paint needs stays together: one file compresses better than twenty.
            { name: 'frame', test: FIRST_PAINT, priority: 1 },
            { name: 'place', test: PLACE },
            { name: 'range', test: RANGE },
          ],
        },
      },
    },
  },
});
