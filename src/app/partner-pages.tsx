import { loadMessages } from '../i18n/i18n.ts';

/** How each partner page is fetched: rendered by the routes, warmed up by the boot. */
export const partnerPages = {
  home: async () => ({ default: (await import('../features/partner/home/home-page.tsx')).HomePage }),
  earnings: async () => ({ default: (await import('../features/partner/earnings/earnings-page.tsx')).EarningsPage }),
  creatives: async () => {
    const [room] = await Promise.all([
      import('../features/partner/creatives/creatives-page.tsx'),
      loadMessages(['creatives']),
    ]);
    return { default: room.CreativesPage };
  },
  promotions: async () => {
    const [room] = await Promise.all([
      import('../features/partner/promotions/promotions-page.tsx'),
      loadMessages(['promotions']),
    ]);
    return { default: room.PromotionsPage };
  },
  promotion: async () => {
    const [room] = await Promise.all([
      import('../features/partner/promotions/promotion-page.tsx'),
      loadMessages(['promotions']),
    ]);
    return { default: room.PromotionPage };
  },
  messages: async () => {
    const [room] = await Promise.all([
      import('../features/partner/messages/messages-page.tsx'),
      loadMessages(['messages']),
    ]);
    return { default: room.MessagesPage };
  },
  message: async () => {
    const [room] = await Promise.all([
      import('../features/partner/messages/message-page.tsx'),
      loadMessages(['messages']),
    ]);
    return { default: room.MessagePage };
  },
  links: async () => {
    const [room] = await Promise.all([import('../features/partner/links/links-page.tsx'), loadMessages(['links'])]);
    return { default: room.LinksPage };
  },
  team: async () => {
    const [page] = await Promise.all([import('../features/account/team/team-page.tsx'), loadMessages(['team'])]);
    return { default: page.TeamPage };
  },
  profile: async () => {
    const [room, account] = await Promise.all([
      import('../features/partner/profile/profile-page.tsx'),
      import('../features/account/own-settings-card.tsx'),
      loadMessages(['profile', 'account']),
    ]);
    return { default: () => <room.ProfilePage ownSettings={<account.OwnSettingsCard />} /> };
  },
};
