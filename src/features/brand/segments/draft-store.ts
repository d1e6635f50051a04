import '../../../data/segments/rule.ts';
import * as z from 'zod/mini';
import type { DraftRule } from './draft-rule.ts';

/** What was being edited, kept for the way back: by mistake one leaves a page easily. */
export type KeptDraft = {
  readonly name: string;
  readonly rule: DraftRule;
  /** The revision it was made from; null for a new segment. */
  readonly revision: number | null;
  /** When it was last changed, ISO 8601. */
  readonly at: string;
};

const conditionSchema = z.object({ id: z.string(), field: z.string(), operator: z.string(), value: z.unknown() });
// What is incomplete in it is shown by the builder, as it was when it was left.
const ruleSchema: z.ZodMiniType<DraftRule> = z.object({
  id: z.string(),
  combinator: z.enum(['and', 'or']),
  not: z.boolean(),
  rules: z.array(z.union([conditionSchema, z.lazy(() => ruleSchema)])),
});
const keptSchema = z.object({
  name: z.string(),
  rule: ruleSchema,
  revision: z.nullable(z.number()),
  at: z.string(),
});

const keyOf = (program: string, segmentId: string): string => `segment-draft/${program}/${segmentId}`;

/** In the tab's own storage: it goes with the tab, and with signing out. */
export const draftStore = {
  read(program: string, segmentId: string): KeptDraft | null {
    const text = sessionStorage.getItem(keyOf(program, segmentId));
    if (text === null) return null;
    try {
      const kept = keptSchema.safeParse(JSON.parse(text));
      return kept.success ? kept.data : null;
    } catch {
      return null;
    }
  },
  keep(program: string, segmentId: string, draft: KeptDraft): void {
    try {
      sessionStorage.setItem(keyOf(program, segmentId), JSON.stringify(draft));
    } catch {
      // A full storage takes away the way back, not the editing.
    }
  },
  drop(program: string, segmentId: string): void {
    sessionStorage.removeItem(keyOf(program, segmentId));
  },
};
