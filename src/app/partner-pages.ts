/** How each partner page is fetched: rendered by the routes, warmed up by the boot. */
export const partnerPages = {
  home: async () => ({ default: (await import('../features/partner/home/home-page.tsx')).HomePage }),
  earnings: async () => ({ default: (await import('../features/partner/earnings/earnings-page.tsx')).EarningsPage }),
  profile: async () => ({ default: (await import('../features/partner/profile/profile-page.tsx')).ProfilePage }),
};
