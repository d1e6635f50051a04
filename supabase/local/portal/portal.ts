import type { Facts } from '../facts.ts';
import { closeHttp } from '../process/http.ts';
import type { Settings } from '../settings.ts';
import { buildPortal } from './build.ts';
import { servePortal } from './server.ts';

export type PortalStart = {
  mode: 'built' | 'hot';
  settings: Settings;
  facts: Facts;
  progress: (message: string) => void;
};

export async function startPortal({
  mode,
  settings,
  facts,
  progress,
}: PortalStart): Promise<{ stop: () => Promise<void> }> {
  const config = { apiUrl: facts.apiUrl, publishableKey: facts.publishableKey };
  if (mode === 'hot') {
    // Loaded only here: the development server is slow to load and no other start needs it.
    const { startHotPortal } = await import('./hot.ts');
    return await startHotPortal(settings, config);
  }
  const dist = await buildPortal(settings.projectDir, settings.localDir, progress);
  const server = await servePortal({ port: settings.ports.portal, dist, ...config });
  return { stop: () => closeHttp(server) };
}
