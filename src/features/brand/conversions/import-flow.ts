import type { ImportFile } from '../../../data/conversions/import-file.ts';
import type { Outcome, Progress } from '../../../data/conversions/import-run.ts';
import type { Inspection } from '../../../data/conversions/inspect-file.ts';
import type { FileProblem, Mapping } from '../../../data/conversions/model.ts';
import type { FileFacts } from '../../../data/conversions/prepare-file.ts';
import type { Checked } from '../../../data/conversions/queries.ts';

type Readable = Extract<Inspection, { ok: true }>;

/** A dropped file, kept by its worker, and how it is to be read. */
export type Reading = { name: string; size: number; handle: ImportFile; inspection: Readable; mapping: Mapping };

/** What is known once every line was read and the database has planned every row. */
export type Plan = Reading & { facts: FileFacts; checked: Checked };

/** Reading lines of the file, or sending rows. */
export type Work = { step: 'lines'; lines: number } | ({ step: 'rows' } & Progress);

/** Where an import stands on the page; each phase holds what its screen shows. */
export type Phase =
  | { name: 'choose'; problem: FileProblem | null }
  | { name: 'opening' }
  | { name: 'unreadable'; file: Omit<Reading, 'inspection' | 'mapping'>; inspection: Exclude<Inspection, Readable> }
  | { name: 'setup'; reading: Reading; problem: FileProblem | null; error: Error | null }
  | { name: 'checking'; reading: Reading; work: Work }
  | { name: 'plan'; plan: Plan; error: Error | null }
  | { name: 'booking'; plan: Plan; work: Work }
  | { name: 'ended'; plan: Plan; outcome: Outcome; nextLine: number | null };
