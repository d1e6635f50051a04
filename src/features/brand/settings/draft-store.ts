import * as z from 'zod/mini';
import '../../../data/programs/settings-model.ts';
import type { Fields } from './fields.ts';

/** Only what was changed: a colleague's other changes are not taken back by it. */
const keptSchema = z.partial(
  z.object({
    name: z.string(),
    color: z.string(),
    site: z.string(),
    locales: z.array(z.string()),
    firstLocale: z.string(),
    hold: z.string(),
    minimum: z.string(),
    window: z.string(),
  }),
);
export type KeptDraft = Partial<Fields>;

const keyOf = (program: string): string => `settings-draft/${program}`;

/** What was left unsaved, in the tab's own storage: it goes with the tab, and with signing out. */
export const draftStore = {
  read(program: string): KeptDraft | null {
    try {
      const kept = keptSchema.safeParse(JSON.parse(sessionStorage.getItem(keyOf(program)) ?? 'null'));
      // Without undefined among its values, which partial() lets the types allow.
      return kept.success && Object.keys(kept.data).length > 0 ? (kept.data as KeptDraft) : null;
    } catch {
      return null;
    }
  },
  keep(program: string, draft: KeptDraft): void {
    try {
      sessionStorage.setItem(keyOf(program), JSON.stringify(draft));
    } catch {
      // A full storage takes away the way back, not the editing.
    }
  },
  drop(program: string): void {
    sessionStorage.removeItem(keyOf(program));
  },
};
