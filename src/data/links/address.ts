import { knownEnv } from '../../config/env.ts';

/** What people copy, share and print. It leads through the function that counts the visit. */
export function linkAddress(code: string): string {
  const env = knownEnv();
  // Codes come from the API, and its clients are made of the configuration.
  if (env === null) throw new Error('a link was shown before the configuration was read');
  return `${env.linkUrl}/${code}`;
}

/** An address as people say it: without its scheme. */
export function spoken(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/, '');
}
