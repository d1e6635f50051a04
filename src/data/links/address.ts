import { knownEnv } from '../../config/env.ts';

/** What people copy, share and print. It leads through the function that counts the visit. */
export function linkAddress(code: string): string {
  const env = knownEnv();
  // Codes come from the API, and its clients are made of the configuration.
  if (env === null) throw new Error('a link was shown before the configuration was read');
  return `${env.linkUrl}/${code}`;
}

/** The same link to the landing page of a promotion or a creative, which is named by its id. */
export function pageAddress(code: string, id: string): string {
  return `${linkAddress(code)}?to=${id}`;
}

/** An address as people say it: without its scheme. */
export function spoken(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '');
}
