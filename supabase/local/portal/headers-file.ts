/** One block of a `_headers` file (the format of Netlify and Cloudflare): a path and its headers. */
export type HeaderRule = { pattern: RegExp; headers: [string, string][] };

/** Where the header file names the API before it is known; a deployment fills it in as this server does. */
const API_ORIGIN = '{API_ORIGIN}';

export function parseHeadersFile(text: string, apiUrl: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.replaceAll(API_ORIGIN, new URL(apiUrl).origin).split('\n')) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (/^\S/.test(line)) {
      rules.push({ pattern: patternOf(line.trim()), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    if (colon > 0)
      rules.at(-1)?.headers.push([line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]);
  }
  return rules;
}

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

/** The headers of every block that matches; a later block wins over an earlier one. */
export function headersFor(rules: HeaderRule[], path: string): Record<string, string> {
  const matching = rules.filter((rule) => rule.pattern.test(path));
  return Object.fromEntries(matching.flatMap((rule) => rule.headers));
}
