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

/** React, router and translator, and our own modules that every first paint needs. */
const FIRST_PAINT = new RegExp(
  [
    'node_modules/(?:react|react-dom|scheduler|react-router|i18next|react-i18next)/',
    'src/app/(?:start|routes|sign-in-route|error-boundary)\\.tsx$',
    'src/data/session/(?:actions|store)\\.ts$',
    'src/data/(?:connection|errors)\\.ts$',
    'src/config/env\\.ts$',
    'src/i18n/i18n\\.ts$',
    'src/ui/(?:appearance|button|card|classes|page-header|skeleton|use-attempt)\\.tsx?$',
  ].join('|'),
);

/** Fields of forms, which rooms need as well as the door. */
const FORM = /src\/ui\/(?:form-error|text-field)\.tsx$/;

/** What the sign-in page needs beside that, and whoever is signed in does not. */
const DOOR = /src\/features\/auth\/(?:sign-in|password|code)-[a-z]+\.tsx?$/;

/** What the first screen of any place needs beside its own room: the frame around it, its data, its figures. */
const PLACE = new RegExp(
  [
    'node_modules/@tanstack/(?!.*(?:[iI]nfinite|[qQ]ueries|[mM]utationObserver|useMutation))',
    'node_modules/zod/',
    'node_modules/lucide-react/dist/esm/(?:create|shared|Icon|context|defaultAttributes)',
    'src/config/zod',
    'src/app/(?:shell/(?!account-dialog|more-|inbox-)|member-routes|require-session|sides|last-place|start-page|missing-page|use-rooms-at-hand)',
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

const messageFiles = (): string[] =>
  readdirSync('src/i18n', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort();

/** One version for all messages: the boot then needs to know neither their files nor a hash of each. */
function messagesFolder(): string {
  const hash = createHash('sha256');
  for (const name of messageFiles()) hash.update(name).update(readFileSync(path.join('src/i18n', name)));
  return `assets/words-${hash.digest('hex').slice(0, 8)}`;
}

/** Asked once a build: its files and whoever fetches them must mean the same folder. */
const MESSAGES_IN = messagesFolder();

/** Each file of messages as it is, without its white space, for src/i18n/message-files.ts to fetch. */
const emitMessages: Plugin = {
  name: 'emit-messages',
  apply: 'build',
  config: () => ({ define: { 'import.meta.env.VITE_MESSAGES': JSON.stringify(`/${MESSAGES_IN}`) } }),
  generateBundle() {
    for (const name of messageFiles()) {
      const source = JSON.stringify(JSON.parse(readFileSync(path.join('src/i18n', name), 'utf8')));
      this.emitFile({ type: 'asset', fileName: path.join(MESSAGES_IN, name), source });
    }
  },
};

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-US', 'en-GB', 'de-DE', 'fr-FR', 'ko-KR', 'zh-TW'] }), enforce: 'pre' },
    react(),
    tailwindcss(),
    fillShell,
    emitMessages,
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
        codeSplitting: {
          groups: [
            // The boot stands alone: it sends the first request while the frame is still on its way.
            { name: 'boot', test: BOOT, priority: 4 },
            // A group takes along what it needs itself, unless one before it did.
            // What every first paint needs stays together: one file compresses better than twenty.
            { name: 'frame', test: FIRST_PAINT, priority: 3 },
            { name: 'form', test: FORM, priority: 2 },
            { name: 'door', test: DOOR, priority: 1 },
            { name: 'place', test: PLACE },
            { name: 'range', test: RANGE },
          ],
        },
      },
    },
  },
});
