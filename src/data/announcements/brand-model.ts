import * as z from 'zod/mini';
import { cursorSchema, kindSchema } from './model.ts';

export const ANNOUNCEMENT_STATES = ['draft', 'scheduled', 'live', 'expired', 'recalled'] as const;
const stateSchema = z.enum(ANNOUNCEMENT_STATES);

const textSchema = z.object({ title: z.string(), body: z.string() });

const rowSchema = z.object({
  id: z.string(),
  /** Its title in the program's own language. */
  label: z.string(),
  kind: kindSchema,
  state: stateSchema,
  audience: z.enum(['everyone', 'segments']),
  segments: z.array(z.object({ id: z.string(), name: z.string() })),
  is_pinned: z.boolean(),
  publish_at: z.nullable(z.string()),
  expires_at: z.nullable(z.string()),
  recalled_at: z.nullable(z.string()),
  revision: z.number(),
  updated_at: z.string(),
  locales: z.array(z.string()),
  /** People of partners who have read it. */
  reads: z.number(),
});

export const announcementListSchema = z.object({
  rows: z.array(rowSchema),
  next: cursorSchema,
  counts: z.object({
    draft: z.number(),
    scheduled: z.number(),
    live: z.number(),
    expired: z.number(),
    recalled: z.number(),
  }),
});

export const announcementSchema = z.object({
  now: z.string(),
  announcement: z.extend(rowSchema, { texts: z.record(z.string(), textSchema) }),
});

export const readersSchema = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      read_at: z.string(),
      partner_name: z.string(),
      code: z.string(),
      /** Null where the partnership is no longer active. */
      person: z.nullable(z.string()),
    }),
  ),
  next: cursorSchema,
});

export type AnnouncementState = z.output<typeof stateSchema>;
export type AnnouncementText = z.output<typeof textSchema>;
export type AnnouncementRow = z.output<typeof rowSchema>;
export type Announcement = z.output<typeof announcementSchema>['announcement'];
export type Reader = z.output<typeof readersSchema>['rows'][number];

export function isAnnouncementState(text: string): text is AnnouncementState {
  return ANNOUNCEMENT_STATES.some((state) => state === text);
}

/** Roles that write announcements; the database decides. */
export function mayAnnounce(role: string): boolean {
  return role === 'owner' || role === 'manager';
}
