import { knownEnv } from '../../config/env.ts';

/** The public address of a program's logo; null without one, or before the configuration is here. */
export function logoUrl(path: string | null): string | null {
  const env = knownEnv();
  if (path === null || env === null) return null;
  return `${env.apiUrl}/storage/v1/object/public/brand/${path.split('/').map(encodeURIComponent).join('/')}`;
}
