import { loadMessages } from '../i18n/i18n.ts';

/** Each side's routes with its words: a partner never loads the brand's, nor a visitor any. */
export const sides = {
  partner: async () => {
    const [module] = await Promise.all([import('./partner-routes.tsx'), loadMessages(['partner'])]);
    return { default: module.PartnerRoutes };
  },
  brand: async () => {
    const [module] = await Promise.all([import('./brand-routes.tsx'), loadMessages(['brand', 'import'])]);
    return { default: module.BrandRoutes };
  },
};
