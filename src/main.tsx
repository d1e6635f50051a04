import { warmUp } from './app/warm-up.ts';
import { hasStoredSession } from './data/session/stored.ts';
import './ui/theme.css';

// The order matters: the request for the first figures is on its way before React is there to paint them.
const here = new URL(window.location.href);
if (hasStoredSession()) void import('./app/first-request.ts').then((module) => module.startFirstRequest(here));
void import('./data/session/api.ts').then((module) => module.watchSession());
warmUp(here);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');
const { start } = await import('./app/start.tsx');
await start(root);
