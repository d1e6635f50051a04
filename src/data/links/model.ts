import '../../config/zod.ts';
import * as z from 'zod/mini';
import { minorSchema } from '../insights/partner-model.ts';
import type { Place } from '../programs/model.ts';

const linkSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  destination: z.string(),
  is_default: z.boolean(),
  created_at: z.string(),
  archived_at: z.nullable(z.string()),
  /** In the range that was asked for. */
  clicks: z.number(),
  conversions: z.number(),
  revenue_minor: minorSchema,
  accrued_minor: minorSchema,
});
export type PartnerLink = z.output<typeof linkSchema>;

export const linksSchema = z.object({ as_of: z.string(), rows: z.array(linkSchema) });
export type PartnerLinks = z.output<typeof linksSchema>;

/** What a form says of a link; `id` is made before the first try and stays the same for every further one. */
export type LinkDraft = { readonly id: string; readonly destination: string; readonly name: string };

const LONGEST_NAME = 80;
/** As the constraints of `links`; a backslash or a user before the host would let a browser read another host. */
const WEB_ADDRESS = /^https:\/\/[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][^\s\p{Cc}]*)?$/u;
const LONGEST_ADDRESS = 2_000;

/** What has the form may still be no address: a port beyond the last one, a number that is no host. */
function isWebAddress(text: string): boolean {
  return WEB_ADDRESS.test(text) && URL.canParse(text);
}

function hostOf(url: string): string {
  return isWebAddress(url) ? new URL(url).hostname.toLowerCase() : '';
}

/** The host that links of a program lead to, or below. */
export function siteHost(siteUrl: string): string {
  return hostOf(siteUrl);
}

/** Whether an address lies on the program's site, as private.is_on_site decides it. */
export function isOnSite(url: string, siteUrl: string): boolean {
  const [host, site] = [hostOf(url), hostOf(siteUrl)];
  return site !== '' && (host === site || host.endsWith(`.${site}`));
}

/**
 * The destination's error is `address` or `site`; a bare host is helped to its scheme. Saved as a browser sends it,
 * percent-encoded: that is what a redirect can carry, and what the length is measured of.
 */
export function linkFormSchema(siteUrl: string) {
  const typed = z.pipe(
    z.string(),
    z.transform((text) =>
      /^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#:]|$)/.test(text.trim()) ? `https://${text.trim()}` : text.trim(),
    ),
  );
  const address = z.pipe(
    z.pipe(typed, z.string().check(z.refine(isWebAddress, 'address'))),
    z.transform((url) => new URL(url).href),
  );
  return z.object({
    destination: z.pipe(
      address,
      z.string().check(
        z.maxLength(LONGEST_ADDRESS, 'address'),
        z.refine((url) => isOnSite(url, siteUrl), 'site'),
      ),
    ),
    name: z.string().check(z.trim(), z.maxLength(LONGEST_NAME)),
  });
}
export type LinkForm = z.output<ReturnType<typeof linkFormSchema>>;

/** Viewers look on, and a paused partner makes no new ones. Hints for what to show: the wall is in the database. */
export function linkRights({ role, partnership }: Place): { readonly mayEdit: boolean; readonly mayMake: boolean } {
  const mayEdit = role === 'owner' || role === 'finance' || role === 'member';
  return { mayEdit, mayMake: mayEdit && partnership?.status === 'active' };
}
