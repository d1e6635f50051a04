import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { startI18n } from '../i18n/i18n.ts';
import { pickLocale } from '../i18n/locales.ts';
import { storedLocale, watchAppearance } from '../ui/appearance.ts';
import { AppRoutes } from './routes.tsx';

/** Mounts the portal once its words are here. */
export async function start(root: HTMLElement): Promise<void> {
  watchAppearance();
  await startI18n(pickLocale([storedLocale(), ...navigator.languages]), ['core']);
  createRoot(root).render(
    <StrictMode>
      <BrowserRouter>
        <AppRoutes />
      </BrowserRouter>
    </StrictMode>,
  );
}
