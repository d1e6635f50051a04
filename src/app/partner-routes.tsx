import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { loadMessages } from '../i18n/i18n.ts';
import { SkeletonCards } from '../ui/skeleton.tsx';
import { MissingPage } from './missing-page.tsx';
import { partnerPages } from './partner-pages.tsx';
import { PartnerShell } from './partner-shell.tsx';
import { useRoomsAtHand } from './use-rooms-at-hand.ts';

const HomePage = lazy(partnerPages.home);
const EarningsPage = lazy(partnerPages.earnings);
const CreativesPage = lazy(partnerPages.creatives);
const PromotionsPage = lazy(partnerPages.promotions);
const PromotionPage = lazy(partnerPages.promotion);
const MessagesPage = lazy(partnerPages.messages);
const MessagePage = lazy(partnerPages.message);
const LinksPage = lazy(partnerPages.links);
const TeamPage = lazy(partnerPages.team);
const ProfilePage = lazy(partnerPages.profile);

const rooms = [
  ...Object.values(partnerPages),
  () => Promise.all([import('../features/partner/earnings/earnings-details.tsx'), loadMessages(['details'])]),
  () => import('./shell/account-dialog.tsx'),
  () => import('../features/partner/qr-dialog.tsx'),
  () => import('../features/partner/home/ending-card.tsx'),
];

/** The partner's rooms: every page a chunk of its own. */
export function PartnerRoutes() {
  useRoomsAtHand(rooms);
  const waiting = <SkeletonCards heights={['h-96', 'h-36']} />;
  return (
    <Routes>
      <Route element={<PartnerShell />}>
        <Route index element={<Navigate to="home" replace />} />
        <Route
          path="home"
          element={
            <Suspense fallback={waiting}>
              <HomePage />
            </Suspense>
          }
        />
        <Route
          path="earnings"
          element={
            <Suspense fallback={waiting}>
              <EarningsPage />
            </Suspense>
          }
        />
        <Route
          path="creatives"
          element={
            <Suspense fallback={waiting}>
              <CreativesPage />
            </Suspense>
          }
        />
        <Route
          path="promotions"
          element={
            <Suspense fallback={waiting}>
              <PromotionsPage />
            </Suspense>
          }
        />
        <Route
          path="promotions/:promotionId"
          element={
            <Suspense fallback={waiting}>
              <PromotionPage />
            </Suspense>
          }
        />
        <Route
          path="messages"
          element={
            <Suspense fallback={waiting}>
              <MessagesPage />
            </Suspense>
          }
        />
        <Route
          path="messages/:messageId"
          element={
            <Suspense fallback={waiting}>
              <MessagePage />
            </Suspense>
          }
        />
        <Route
          path="links"
          element={
            <Suspense fallback={waiting}>
              <LinksPage />
            </Suspense>
          }
        />
        <Route
          path="profile"
          element={
            <Suspense fallback={waiting}>
              <ProfilePage />
            </Suspense>
          }
        />
        <Route
          path="team"
          element={
            <Suspense fallback={waiting}>
              <TeamPage />
            </Suspense>
          }
        />
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  );
}
