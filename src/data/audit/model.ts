import * as z from 'zod/mini';
import '../../config/zod.ts';
import { type Day, isDay } from '../../lib/dates.ts';

export const AUDIT_KINDS = [
  'program',
  'staff',
  'partnership',
  'invitation',
  'rule',
  'segment',
  'announcement',
  'creative',
  'promotion',
  'promotion_code',
  'promotion_creative',
  'import',
  'conversion',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

const valuesSchema = z.nullable(z.record(z.string(), z.unknown()));

const entrySchema = z.object({
  id: z.number(),
  at: z.string(),
  actor_id: z.string(),
  actor_name: z.string(),
  actor_email: z.string(),
  kind: z.enum(AUDIT_KINDS),
  object_id: z.nullable(z.string()),
  label: z.string(),
  partnership_id: z.nullable(z.string()),
  verb: z.enum(['added', 'changed', 'removed']),
  before: valuesSchema,
  after: valuesSchema,
  rows: z.number(),
  /** Of many rows: the first of them by name, where the database keeps that. */
  items: z.nullable(z.array(z.object({ id: z.string(), label: z.string() }))),
});

export const auditPageSchema = z.object({
  as_of: z.string(),
  rows: z.array(entrySchema),
  next: z.nullable(z.number()),
  /** What they are called of whom everything was asked. */
  partner: z.nullable(z.string()),
  actors: z.nullable(z.array(z.object({ id: z.string(), name: z.string(), email: z.string() }))),
});

export type AuditEntry = z.output<typeof entrySchema>;

export type AuditFilter = {
  readonly actor: string | null;
  readonly kind: AuditKind | null;
  readonly object: string | null;
  /** A partnership's id: what was done to it, alone or with many. */
  readonly partnership: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
};

export const NO_AUDIT_FILTER: AuditFilter = {
  actor: null,
  kind: null,
  object: null,
  partnership: null,
  from: null,
  to: null,
};

/** The filter as the database takes it: what is not chosen is not said. */
export function saidFilter(filter: AuditFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== null));
}

export type AuditChange = { readonly field: string; readonly before: unknown; readonly after: unknown };

/** A name is chosen freely, the address beside it is the membership's; a nameless person is called by it anyway. */
export const nameAndEmail = (name: string, email: string): string => (name === email ? name : `${name} (${email})`);

/** What an entry says, field by field: all that was there before, all that is there now. */
export function changesOf(entry: Pick<AuditEntry, 'before' | 'after'>): readonly AuditChange[] {
  const fields = [...new Set([...Object.keys(entry.before ?? {}), ...Object.keys(entry.after ?? {})])].sort();
  return fields.map((field) => ({
    field,
    before: entry.before?.[field] ?? null,
    after: entry.after?.[field] ?? null,
  }));
}

/** A long text is kept as its beginning; null for every other value. */
export function keptStart(value: unknown): { readonly start: string; readonly length: number } | null {
  if (typeof value !== 'object' || value === null || !('start' in value) || !('length' in value)) return null;
  const { start, length } = value;
  return typeof start === 'string' && typeof length === 'number' ? { start, length } : null;
}

export type ValueShape = 'nothing' | 'yes_no' | 'number' | 'instant' | 'day' | 'list' | 'text' | 'other';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** What a value is, by its looks: an entry outlives the column that it came from. */
export function shapeOf(value: unknown): ValueShape {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return 'yes_no';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') {
    if (INSTANT.test(value)) return 'instant';
    return isDay(value) ? 'day' : 'text';
  }
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? 'list' : 'other';
}

export type ValueLine = { readonly path: string; readonly text: string };

/** What lies within a value, one line each: "en · title" and its text. */
export function linesOf(value: unknown, path = ''): readonly ValueLine[] {
  const kept = keptStart(value);
  if (kept !== null) return [{ path, text: `${kept.start}… (${kept.length})` }];
  if (typeof value !== 'object' || value === null) return [{ path, text: String(value ?? '–') }];
  return Object.entries(value).flatMap(([name, part]) => {
    const own = Array.isArray(value) ? String(Number(name) + 1) : name;
    return linesOf(part, path === '' ? own : `${path} · ${own}`);
  });
}
