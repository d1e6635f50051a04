import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { startI18n } from '../i18n/i18n.ts';
import { pickLocale } from '../i18n/locales.ts';
import { storedLocale, watchAppearance } from '../ui/appearance.ts';
import { paths } from './paths.ts';
import { AppRoutes } from './routes.tsx';
import { fetchSignIn } from './sign-in-route.tsx';

/** Mounts the portal once its words are here. */
export async function start(root: HTMLElement): Promise<void> {
  watchAppearance();
  const isAtTheDoor = window.location.pathname === paths.signIn;
  await Promise.all([
    startI18n(pickLocale([storedLocale(), ...navigator.languages]), ['core']),
    isAtTheDoor && fetchSignIn(),
  ]);
  createRoot(root).render(
    <StrictMode>
      <BrowserRouter>
        <AppRoutes />
      </BrowserRouter>
    </StrictMode>,
  );
}
