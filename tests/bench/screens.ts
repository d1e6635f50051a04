import { PROGRAM } from './world/fill.ts';

/** Ninety days up to today. */
const RANGE = 'current_date - 89, current_date';

export const partnerEarnings = (code: string): string => `public.partner_earnings('${PROGRAM}', '${code}', ${RANGE})`;
export const partnerHome = (code: string): string => `public.partner_home('${PROGRAM}', '${code}')`;
export const brandOverview = (): string => `public.brand_overview('${PROGRAM}', ${RANGE})`;
