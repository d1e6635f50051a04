import '../../config/zod.ts';
import * as z from 'zod/mini';
import { toMinor } from '../../lib/money.ts';
import { EVENT_KINDS, FATES } from './model.ts';

/** How the answers of the import functions are read; the one place where they become types. */
const FateCount = z.object({
  fate: z.enum(FATES),
  reason: z.nullable(z.string()),
  kind: z.enum(EVENT_KINDS),
  rows: z.number(),
  amount_minor: z.pipe(z.number(), z.transform(toMinor)),
});

const ImportState = z.object({
  id: z.string(),
  file_name: z.string(),
  file_bytes: z.number(),
  rows_total: z.number(),
  next_row: z.number(),
  lines_bad: z.number(),
  status: z.enum(['draft', 'running', 'stopped', 'finished']),
  created_at: z.string(),
  finished_at: z.nullable(z.string()),
  /** What its rows so far came to. */
  counts: z.array(FateCount),
});

const Issue = z.object({
  row: z.number(),
  line: z.number(),
  external_id: z.string(),
  fate: z.enum(FATES),
  reason: z.nullable(z.string()),
});

const ChunkReport = z.object({ fates: z.array(FateCount), issues: z.array(Issue) });

export const StartAnswer = z.object({
  import: ImportState,
  resumed: z.boolean(),
  finished_before: z.nullable(z.string()),
});
export const PreviewAnswer = ChunkReport;
export const ApplyAnswer = z.object({ ...ChunkReport.shape, import: ImportState, replayed: z.boolean() });
export const StopAnswer = z.object({ import: ImportState });

export type ImportState = z.infer<typeof ImportState>;
export type FateCount = z.infer<typeof FateCount>;
export type Issue = z.infer<typeof Issue>;
export type ChunkReport = z.infer<typeof ChunkReport>;
export type StartAnswer = z.infer<typeof StartAnswer>;
export type ApplyAnswer = z.infer<typeof ApplyAnswer>;
