import { pickLocale } from '../i18n/locales.ts';
import { loadMessageFile } from '../i18n/message-files.ts';
import { type PartnerRoom, paths, readVisit } from './paths.ts';

const partnerRooms: Readonly<Record<PartnerRoom, () => Promise<unknown>>> = {
  home: () => import('../features/partner/home/home-page.tsx'),
  earnings: () => import('../features/partner/earnings/earnings-page.tsx'),
  profile: () => import('../features/partner/profile/profile-page.tsx'),
};

const isPartnerRoom = (room: string | undefined): room is PartnerRoom => room !== undefined && room in partnerRooms;

/**
 * Fetches the chunks of the first screen side by side instead of one after the other. What fails here is
 * fetched again, and reported, by whoever needs it.
 */
export function warmUp(url: URL): void {
  const locale = pickLocale([localStorage.getItem('pp.locale'), ...navigator.languages]);
  const wanted: Promise<unknown>[] = [import('./start.tsx'), loadMessageFile(locale, 'core')];
  const visit = readVisit(url.pathname);
  if (url.pathname === paths.signIn) wanted.push(import('../features/auth/sign-in-page.tsx'));
  if (visit?.address.side === 'brand') {
    wanted.push(
      import('./member-routes.tsx'),
      import('./brand-routes.tsx'),
      loadMessageFile(locale, 'brand'),
      loadMessageFile(locale, 'import'),
    );
  } else if (url.pathname !== paths.signIn && url.pathname !== paths.invite) {
    const room = isPartnerRoom(visit?.room) ? visit.room : 'home';
    wanted.push(
      import('./member-routes.tsx'),
      import('./partner-routes.tsx'),
      loadMessageFile(locale, 'partner'),
      partnerRooms[room](),
    );
  }
  for (const one of wanted) one.catch(() => undefined);
}
