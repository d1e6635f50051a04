import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The inline pieces the portal lives with, each allowed by its hash and nothing else. */
export type CspHashes = {
  /** Theme, accent and language before the first paint (index.html). */
  readonly scripts: readonly string[];
  /** The one constant rule that React Aria's usePress adds to the page. */
  readonly styles: readonly string[];
};

const KEPT_IN = new URL('./csp-hashes.json', import.meta.url);

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function inlineScripts(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...scripts].map((match) => match[1] ?? '');
}

/** The text React Aria puts into its style element, with the attribute's name filled in as it does at run time. */
function pressableStyle(): string {
  const entry = createRequire(import.meta.url).resolve('react-aria/package.json');
  const source = readFileSync(new URL('./dist/private/interactions/usePress.mjs', `file://${entry}`), 'utf8');
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1];
  const template = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1];
  if (attribute === undefined || template === undefined) {
    throw new Error(
      'usePress of react-aria no longer looks as expected: find its inline style and mend scripts/csp-hashes.ts',
    );
  }
  return template.replace(/\$\{[^}]+\}/g, attribute).trim();
}

export function hashesOf(html: string): CspHashes {
  if (/<style[\s>]/.test(html)) throw new Error('index.html has an inline style: move it to a style sheet');
  if (/\son[a-z]+=/.test(html)) throw new Error('index.html has an inline event handler: move it to a script');
  return { scripts: inlineScripts(html).map(sha256), styles: [sha256(pressableStyle())] };
}

/** The hashes somebody has looked at and recorded. */
export function recordedHashes(): CspHashes {
  // Written by this project's own hands and compared with what is computed in the next step.
  return JSON.parse(readFileSync(KEPT_IN, 'utf8')) as CspHashes;
}

/** Fails the build when an inline piece changed since it was last looked at. */
export function requireRecorded(hashes: CspHashes): void {
  if (JSON.stringify(recordedHashes()) === JSON.stringify(hashes)) return;
  throw new Error(
    'An inline script or style has changed. Look at the change; if it is meant, record its hashes in ' +
      `scripts/csp-hashes.json:\n${JSON.stringify(hashes, null, 2)}`,
  );
}
