import type { CspHashes } from './csp-hashes.ts';

/** Stands where the API's origin belongs until a deployment, or the server of `npm start`, fills it in. */
export const API_ORIGIN_PLACEHOLDER = '{API_ORIGIN}';

type Header = readonly [name: string, value: string];

function contentSecurityPolicy(hashes: CspHashes, apiOrigin: string): string {
  const quoted = (some: readonly string[]): string => some.map((hash) => `'${hash}'`).join(' ');
  return [
    "default-src 'none'",
    `script-src 'self' ${quoted(hashes.scripts)}`,
    `style-src 'self' ${quoted(hashes.styles)}`,
    `connect-src 'self' ${apiOrigin}`,
    // Pictures fetched with the reader's rights, and those drawn here, have an address within the page alone.
    `img-src 'self' blob: ${apiOrigin}`,
    `media-src blob: ${apiOrigin}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function pageHeaders(hashes: CspHashes, apiOrigin: string): Header[] {
  return [
    ['Content-Security-Policy', contentSecurityPolicy(hashes, apiOrigin)],
    ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cache-Control', 'no-cache'],
  ];
}

/** Files whose name carries their hash never change. */
const ASSETS: Header = ['Cache-Control', 'public, max-age=31536000, immutable'];

/** `_headers` for Netlify and Cloudflare Pages; for Caddy and nginx the same headers with the way to index.html. */
export function headerFiles(hashes: CspHashes, apiOrigin: string): Record<string, string> {
  const page = pageHeaders(hashes, apiOrigin);
  const asset: readonly Header[] = [...page.filter(([name]) => name !== ASSETS[0]), ASSETS];
  const files = { _headers: netlify(page), Caddyfile: caddy(page), 'nginx.conf': nginx(page, asset) };
  return Object.fromEntries(Object.entries(files).map(([name, lines]) => [name, `${lines.join('\n')}\n`]));
}

function netlify(page: readonly Header[]): string[] {
  return ['/*', ...page.map(([name, value]) => `  ${name}: ${value}`), '/assets/*', `  ${ASSETS[0]}: ${ASSETS[1]}`];
}

/** A snippet: `import` it and say `import portal` in the site, whose `root` is this folder. */
function caddy(page: readonly Header[]): string[] {
  const lines = page.map(([name, value]) => `    ${name} "${value}"`);
  const assets = `  header /assets/* ${ASSETS[0]} "${ASSETS[1]}"`;
  return ['(portal) {', '  header {', ...lines, '  }', assets, '  try_files {path} /index.html', '  file_server', '}'];
}

/** To `include` in a server block whose `root` is this folder. */
function nginx(page: readonly Header[], asset: readonly Header[]): string[] {
  const lines = (headers: readonly Header[]) =>
    headers.map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return [
    'location /assets/ {',
    ...lines(asset),
    '}',
    'location / {',
    ...lines(page),
    '  try_files $uri /index.html;',
    '}',
  ];
}

/** Every address without a file of its own is the portal's: Netlify and Cloudflare read this. */
export const REDIRECTS = '/* /index.html 200\n';
