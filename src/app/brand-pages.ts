import { loadMessages } from '../i18n/i18n.ts';

/** How each brand page is fetched. Nothing on the partner's side imports this file. */
export const brandPages = {
  overview: async () => ({ default: (await import('../features/brand/overview/overview-page.tsx')).OverviewPage }),
  partners: async () => {
    const [page] = await Promise.all([
      import('../features/brand/partners/partners-page.tsx'),
      loadMessages(['partners']),
    ]);
    return { default: page.PartnersPage };
  },
  partner: async () => {
    const [page] = await Promise.all([
      import('../features/brand/partners/partner-page.tsx'),
      loadMessages(['partners', 'audit']),
    ]);
    return { default: page.PartnerPage };
  },
  conversions: async () => ({
    default: (await import('../features/brand/conversions/conversions-page.tsx')).ConversionsPage,
  }),
  event: async () => ({ default: (await import('../features/brand/conversions/event-page.tsx')).EventPage }),
  announcements: async () => {
    const [page] = await Promise.all([
      import('../features/brand/announcements/announcements-page.tsx'),
      loadMessages(['announcements']),
    ]);
    return { default: page.AnnouncementsPage };
  },
  announcement: async () => {
    const [page] = await Promise.all([
      import('../features/brand/announcements/announcement-page.tsx'),
      loadMessages(['announcements', 'audience']),
    ]);
    return { default: page.AnnouncementPage };
  },
  settings: async () => {
    const [page] = await Promise.all([
      import('../features/brand/settings/settings-page.tsx'),
      loadMessages(['settings']),
    ]);
    return { default: page.SettingsPage };
  },
  audit: async () => {
    const [page] = await Promise.all([import('../features/brand/audit/audit-page.tsx'), loadMessages(['audit'])]);
    return { default: page.AuditPage };
  },
  account: async () => {
    const [page] = await Promise.all([import('../features/account/account-page.tsx'), loadMessages(['account'])]);
    return { default: page.AccountPage };
  },
  team: async () => {
    const [page] = await Promise.all([import('../features/account/team/team-page.tsx'), loadMessages(['team'])]);
    return { default: page.TeamPage };
  },
  creatives: async () => {
    const [page] = await Promise.all([
      import('../features/brand/creatives/creatives-page.tsx'),
      loadMessages(['creatives', 'audience']),
    ]);
    return { default: page.CreativesPage };
  },
  promotions: async () => {
    const [page] = await Promise.all([
      import('../features/brand/promotions/promotions-page.tsx'),
      loadMessages(['promotions']),
    ]);
    return { default: page.PromotionsPage };
  },
  promotion: async () => {
    const [page] = await Promise.all([
      import('../features/brand/promotions/promotion-page.tsx'),
      loadMessages(['promotions', 'audience']),
    ]);
    return { default: page.PromotionPage };
  },
  newPromotion: async () => {
    const [page] = await Promise.all([
      import('../features/brand/promotions/promotion-page.tsx'),
      loadMessages(['promotions', 'audience']),
    ]);
    return { default: page.NewPromotionPage };
  },
  segments: async () => {
    const [page] = await Promise.all([
      import('../features/brand/segments/segments-page.tsx'),
      loadMessages(['segments']),
    ]);
    return { default: page.SegmentsPage };
  },
  segment: async () => {
    const [page] = await Promise.all([
      import('../features/brand/segments/segment-page.tsx'),
      loadMessages(['segments']),
    ]);
    return { default: page.SegmentPage };
  },
  import: async () => ({ default: (await import('../features/brand/conversions/import-page.tsx')).ImportPage }),
};
