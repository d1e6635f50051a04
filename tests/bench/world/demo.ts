import { ensureChromium } from '../../../scripts/chromium.ts';
import { seedDemo } from '../../../supabase/local/demo.ts';
import type { Stack } from '../../../supabase/local/stack.ts';
import { startTestStack } from '../../../supabase/local/test-stack.ts';

/** The demo as a person finds it, with the built portal, and a browser to look at it. */
export async function openDemo(
  projectDir: string,
  localDir: string,
  progress: (message: string) => void,
): Promise<Stack> {
  await ensureChromium(projectDir, progress);
  return await startTestStack({
    projectDir,
    localDir,
    portal: 'built',
    progress,
    seed: (facts) => seedDemo(facts, progress),
  });
}
