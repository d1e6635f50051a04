import '../../config/zod.ts';
import * as z from 'zod/mini';

export const CREATIVE_KINDS = [
  'banner',
  'image',
  'video',
  'logo',
  'text_link',
  'email_copy',
  'social_post',
  'html',
  'document',
] as const;
export type CreativeKind = (typeof CREATIVE_KINDS)[number];

export const CREATIVE_STATES = ['live', 'coming', 'over', 'withdrawn', 'waiting', 'refused'] as const;
export type CreativeState = (typeof CREATIVE_STATES)[number];

export const TEXT_KINDS: readonly CreativeKind[] = ['text_link', 'email_copy', 'social_post'];

const fileSchema = z.object({
  id: z.string(),
  path: z.string(),
  file_name: z.string(),
  mime_type: z.string(),
  size_bytes: z.number(),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
});

const brandFileSchema = z.extend(fileSchema, {
  state: z.enum(['waiting', 'checked', 'refused']),
  refusal: z.nullable(z.string()),
});

const creativeSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(CREATIVE_KINDS),
  language: z.nullable(z.string()),
  tags: z.array(z.string()),
  body: z.string(),
  url: z.nullable(z.string()),
  audience: z.enum(['everyone', 'segments']),
  segment_ids: z.array(z.string()),
  first_day: z.nullable(z.string()),
  last_day: z.nullable(z.string()),
  replaced_by: z.nullable(z.string()),
  revision: z.number(),
  created_at: z.string(),
  state: z.enum(CREATIVE_STATES),
  original: z.nullable(brandFileSchema),
  thumbnail: z.nullable(fileSchema),
});
/** A creative as the brand sees it. */
export type Creative = z.output<typeof creativeSchema>;

const countsSchema = z.record(z.string(), z.number());
const brandCursorSchema = z.object({ created_at: z.string(), id: z.string() });

export const creativePageSchema = z.object({
  rows: z.array(creativeSchema),
  next: z.nullable(brandCursorSchema),
  counts: z.nullable(z.object({ state: countsSchema, kind: countsSchema, language: countsSchema })),
});
export type CreativePage = z.output<typeof creativePageSchema>;
export type CreativeCursor = z.output<typeof brandCursorSchema>;

export type CreativeFilter = {
  readonly state: CreativeState | null;
  readonly kind: CreativeKind | null;
  readonly language: string | null;
  readonly search: string | null;
};

/** What may be changed of creatives that stand: only what is named changes. */
export type CreativeChanges = {
  readonly name?: string;
  readonly language?: string | null;
  readonly tags?: readonly string[];
  readonly add_tags?: readonly string[];
  readonly body?: string;
  readonly url?: string | null;
  readonly audience?: 'everyone' | 'segments';
  readonly segment_ids?: readonly string[];
  readonly first_day?: string | null;
  readonly last_day?: string | null;
  readonly withdrawn?: boolean;
};

export const addedSchema = z.object({
  creatives: z.array(
    z.object({ id: z.string(), files: z.array(z.object({ id: z.string(), role: z.string(), path: z.string() })) }),
  ),
});
export const changedSchema = z.object({ changed: z.number() });
export const removedSchema = z.object({ removed: z.number() });
export const checkedSchema = z.object({
  files: z.array(z.object({ id: z.string(), state: z.string(), reason: z.nullable(z.string()) })),
});

const choiceSchema = z.object({ value: z.string(), creatives: z.number() });
export type Choice = z.output<typeof choiceSchema>;

const storedAssetSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(CREATIVE_KINDS),
  language: z.nullable(z.string()),
  tags: z.array(z.string()),
  body: z.string(),
  at: z.string(),
  is_new: z.boolean(),
  last_day: z.nullable(z.string()),
  /** Whether it leads to a page of its own. */
  has_page: z.boolean(),
  original: z.nullable(fileSchema),
  thumbnail: z.nullable(z.string()),
});
/** A creative as a partner sees it, with the link to give away; null where the partner's link is archived. */
export type Asset = Omit<z.output<typeof storedAssetSchema>, 'has_page'> & { readonly url: string | null };

const assetCursorSchema = z.object({ at: z.string(), id: z.string() });
export type AssetCursor = z.output<typeof assetCursorSchema>;

const choicesSchema = z.object({
  kinds: z.optional(z.array(choiceSchema)),
  sizes: z.optional(z.array(choiceSchema)),
  languages: z.optional(z.array(choiceSchema)),
  tags: z.optional(z.array(choiceSchema)),
});

export const assetPageSchema = z.object({
  as_of: z.string(),
  since: z.string(),
  all: z.number(),
  new: z.number(),
  found: z.number(),
  /** Code of the partner's link. */
  link: z.nullable(z.string()),
  rows: z.array(storedAssetSchema),
  next: z.nullable(assetCursorSchema),
  choices: z.nullable(choicesSchema),
});
export type AssetPage = Omit<z.output<typeof assetPageSchema>, 'link' | 'rows'> & { readonly rows: readonly Asset[] };

export type AssetFilter = {
  readonly kinds: readonly string[];
  readonly sizes: readonly string[];
  readonly languages: readonly string[];
  readonly tags: readonly string[];
  readonly promotion: string | null;
  readonly isNew: boolean;
  readonly search: string | null;
};

export const visitedSchema = z.object({ visited: z.boolean() });

/** 300x250 as people write it. */
export function sizeText(size: string): string {
  return size.replace('x', ' × ');
}

const FORMATS: Readonly<Record<string, string>> = {
  'image/png': 'PNG',
  'image/jpeg': 'JPEG',
  'image/gif': 'GIF',
  'image/webp': 'WebP',
  'video/mp4': 'MP4',
  'video/webm': 'WebM',
  'application/pdf': 'PDF',
  'application/zip': 'ZIP',
};

export function formatName(mime: string): string {
  return FORMATS[mime] ?? mime;
}
