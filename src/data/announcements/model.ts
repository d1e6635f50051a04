import '../../config/zod.ts';
import * as z from 'zod/mini';

export const ANNOUNCEMENT_KINDS = ['program', 'product', 'creative', 'promotion', 'education'] as const;
export const kindSchema = z.enum(ANNOUNCEMENT_KINDS);
export type AnnouncementKind = z.output<typeof kindSchema>;

/** The key after which a page goes on. */
export const cursorSchema = z.nullable(z.object({ at: z.string(), id: z.string() }));
export type Cursor = NonNullable<z.output<typeof cursorSchema>>;

export function isAnnouncementKind(text: string): text is AnnouncementKind {
  return ANNOUNCEMENT_KINDS.some((kind) => kind === text);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a part of the address can name an announcement at all. */
export function isAnnouncementId(text: string): boolean {
  return ID.test(text);
}
