import { lazy, Suspense } from 'react';
import { Navigate, Outlet, Route, Routes } from 'react-router';
import { QueryString } from '../ui/query-string.tsx';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { brandPages } from './brand-pages.ts';
import { BrandShell } from './brand-shell.tsx';
import { MissingPage } from './missing-page.tsx';
import { useRoomsAtHand } from './use-rooms-at-hand.ts';

const OverviewPage = lazy(brandPages.overview);
const PartnersPage = lazy(brandPages.partners);
const PartnerPage = lazy(brandPages.partner);
const ConversionsPage = lazy(brandPages.conversions);
const CreativesPage = lazy(brandPages.creatives);
const EventPage = lazy(brandPages.event);
const ImportPage = lazy(brandPages.import);
const SegmentsPage = lazy(brandPages.segments);
const SegmentPage = lazy(brandPages.segment);
const AnnouncementsPage = lazy(brandPages.announcements);
const AnnouncementPage = lazy(brandPages.announcement);
const PromotionsPage = lazy(brandPages.promotions);
const PromotionPage = lazy(brandPages.promotion);
const NewPromotionPage = lazy(brandPages.newPromotion);
const TeamPage = lazy(brandPages.team);
const SettingsPage = lazy(brandPages.settings);
const AuditPage = lazy(brandPages.audit);
const AccountPage = lazy(brandPages.account);

const rooms = Object.values(brandPages);

/** The brand's rooms: every page a chunk of its own. */
export function BrandRoutes() {
  useRoomsAtHand(rooms);
  return (
    <Routes>
      <Route element={<BrandShell />}>
        <Route element={<Room />}>
          <Route index element={<Navigate to="overview" replace />} />
          <Route path="overview" element={<OverviewPage />} />
          <Route path="partners" element={<PartnersPage />} />
          <Route path="partners/:partnershipId" element={<PartnerPage />} />
          <Route path="conversions" element={<ConversionsPage />} />
          <Route path="conversions/:eventId" element={<EventPage />} />
          <Route path="creatives" element={<CreativesPage />} />
          <Route path="import" element={<ImportPage />} />
          <Route path="segments" element={<SegmentsPage />} />
          <Route path="segments/:segmentId" element={<SegmentPage />} />
          <Route path="announcements" element={<AnnouncementsPage />} />
          <Route path="announcements/:announcementId" element={<AnnouncementPage />} />
          <Route path="promotions" element={<PromotionsPage />} />
          <Route path="promotions/new" element={<NewPromotionPage />} />
          <Route path="promotions/:promotionId" element={<PromotionPage />} />
          <Route path="team" element={<TeamPage />} />
          <Route path="settings" element={<SettingsPage />} />
          <Route path="audit" element={<AuditPage />} />
          <Route path="account" element={<AccountPage />} />
          <Route path="*" element={<MissingPage />} />
        </Route>
      </Route>
    </Routes>
  );
}

function Room() {
  return (
    <QueryString>
      <Suspense fallback={<SkeletonCards heights={['h-40', 'h-80']} />}>
        <Outlet />
      </Suspense>
    </QueryString>
  );
}
