import { createServer, type Plugin } from 'vite';
import { HOST, type Settings } from '../settings.ts';

export type PortalConfig = { apiUrl: string; publishableKey: string };

/** Vite's development server with hot reload; /config.json is answered here as by the built portal. */
export async function startHotPortal(settings: Settings, config: PortalConfig): Promise<{ stop: () => Promise<void> }> {
  const runtimeConfig: Plugin = {
    name: 'runtime-config',
    configureServer(server) {
      server.middlewares.use('/config.json', (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(config));
      });
    },
  };
  const server = await createServer({
    root: settings.projectDir,
    plugins: [runtimeConfig],
    clearScreen: false,
    server: {
      host: HOST,
      port: settings.ports.portal,
      strictPort: true,
      // The database writes there all the time; watching it would take a core.
      watch: { ignored: ['**/.local/**'] },
    },
  });
  await server.listen();
  return { stop: () => server.close() };
}
