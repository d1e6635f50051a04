import { brandQueries } from '../insights/brand-queries.ts';
import { queryClient } from '../query-client.ts';
import { importApi } from './api.ts';
import { applyRun, previewRun, type RunOptions, startRun } from './import-run.ts';

/** What a page hands over; the calls themselves are made here. */
export type ImportTask = Omit<RunOptions, 'calls'>;

/** Begins the import (or finds it half done) and plans its rows; books nothing. */
export async function checkImport(task: ImportTask) {
  const run = { ...task, calls: importApi };
  const started = await startRun(run);
  return { started, plan: await previewRun(run, started.import) };
}

export type Checked = Awaited<ReturnType<typeof checkImport>>;

/**
 * Begins again, because the import may have moved on since the dry run, and books what is left. What
 * the brand's pages show is asked for anew, after a failure too: the chunks before it are booked.
 */
export async function bookImport(task: ImportTask) {
  const run = { ...task, calls: importApi };
  try {
    return await applyRun(run, (await startRun(run)).import);
  } finally {
    void queryClient.invalidateQueries({ queryKey: brandQueries.all });
  }
}
