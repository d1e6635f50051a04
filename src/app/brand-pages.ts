/** How each brand page is fetched. Nothing on the partner's side imports this file. */
export const brandPages = {
  overview: async () => ({ default: (await import('../features/brand/overview/overview-page.tsx')).OverviewPage }),
  conversions: async () => ({
    default: (await import('../features/brand/conversions/conversions-page.tsx')).ConversionsPage,
  }),
  event: async () => ({ default: (await import('../features/brand/conversions/event-page.tsx')).EventPage }),
  import: async () => ({ default: (await import('../features/brand/conversions/import-page.tsx')).ImportPage }),
};
