import * as z from 'zod/mini';
import { cursorSchema, kindSchema } from './model.ts';

const headSchema = z.object({
  id: z.string(),
  kind: kindSchema,
  is_pinned: z.boolean(),
  publish_at: z.string(),
  expires_at: z.nullable(z.string()),
  /** The language it is shown in: the reader's own, or what there is. */
  language: z.string(),
  title: z.string(),
  is_unread: z.boolean(),
});

const rowSchema = z.extend(headSchema, {
  /** The first few hundred characters, Markdown. */
  body: z.string(),
});

export const inboxPageSchema = z.object({ rows: z.array(rowSchema), next: cursorSchema });
export const messageSchema = z.object({ message: z.extend(rowSchema, { edited_at: z.nullable(z.string()) }) });
export const newsSchema = z.object({ now: z.string(), unread: z.number(), news: z.array(headSchema) });
export const doneSchema = z.object({});

export type InboxRow = z.output<typeof rowSchema>;
export type InboxPage = z.output<typeof inboxPageSchema>;
export type Message = z.output<typeof messageSchema>['message'];
export type InboxNews = z.output<typeof newsSchema>;

/** From so many on the count is not exact: only the newest hundred are looked at. */
export const MOST_UNREAD = 100;
