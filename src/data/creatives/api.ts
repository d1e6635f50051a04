import { callRpc } from '../connection.ts';
import { linkAddress, pageAddress } from '../links/address.ts';
import type { PlaceAddress } from '../programs/model.ts';
import { callFunction } from '../storage.ts';
import {
  type AssetCursor,
  type AssetFilter,
  type AssetPage,
  addedSchema,
  assetPageSchema,
  type CreativeChanges,
  type CreativeCursor,
  type CreativeFilter,
  type CreativePage,
  changedSchema,
  checkedSchema,
  creativePageSchema,
  removedSchema,
  visitedSchema,
} from './model.ts';

export function fetchCreatives(
  program: string,
  { filter, after }: { filter: CreativeFilter; after: CreativeCursor | null },
  signal?: AbortSignal,
): Promise<CreativePage> {
  const args = {
    p_program: program,
    ...(filter.state === null ? {} : { p_state: filter.state }),
    ...(filter.kind === null ? {} : { p_kind: filter.kind }),
    ...(filter.language === null ? {} : { p_language: filter.language }),
    ...(filter.search === null ? {} : { p_search: filter.search }),
    ...(after === null ? {} : { p_after_created_at: after.created_at, p_after_id: after.id }),
  };
  return callRpc('creative_list', args, creativePageSchema, signal);
}

export type FileToAdd = {
  readonly id: string;
  readonly role: 'original' | 'thumbnail';
  readonly file_name: string;
  readonly mime_type: string;
  readonly size_bytes: number;
};

export type CreativeToAdd = CreativeChanges & {
  readonly id: string;
  readonly kind: string;
  readonly replaces?: string;
  readonly files: readonly FileToAdd[];
};

// The arguments are JSON, which the generated types know only as such.
const json = (value: object) => JSON.parse(JSON.stringify(value));

export function addCreatives(program: string, creatives: readonly CreativeToAdd[], signal?: AbortSignal) {
  return callRpc('add_creatives', { p_program: program, p_creatives: json(creatives) }, addedSchema, signal);
}

export type Seen = { readonly id: string; readonly revision: number };

export function saveCreatives(program: string, seen: readonly Seen[], changes: CreativeChanges) {
  const args = {
    p_program: program,
    p_ids: seen.map(({ id }) => id),
    p_revisions: seen.map(({ revision }) => revision),
    p_changes: json(changes),
  };
  return callRpc('save_creatives', args, changedSchema);
}

export function removeCreatives(program: string, ids: readonly string[]) {
  return callRpc('remove_creatives', { p_program: program, p_ids: [...ids] }, removedSchema);
}

/** Has the server look at files that were put, or call them off. */
export async function checkFiles(files: readonly string[], isCancelled = false, signal?: AbortSignal) {
  const answer = await callFunction('check-creative', { files, ...(isCancelled && { cancel: true }) }, signal);
  return checkedSchema.parse(answer).files;
}

const some = (name: string, values: readonly string[]) => (values.length === 0 ? {} : { [name]: [...values] });

/** The link of a creative without a page of its own is the partner's own. */
function linkOf(link: string | null, { id, has_page }: { readonly id: string; readonly has_page: boolean }) {
  if (link === null) return null;
  return has_page ? pageAddress(link, id) : linkAddress(link);
}

export async function fetchAssets(
  address: PlaceAddress,
  ask: { filter: AssetFilter; after: AssetCursor | null; limit: number },
  signal?: AbortSignal,
): Promise<AssetPage> {
  const { filter, after, limit } = ask;
  const args = {
    p_program: address.program,
    p_code: address.code ?? '',
    p_limit: limit,
    ...some('p_kinds', filter.kinds),
    ...some('p_sizes', filter.sizes),
    ...some('p_languages', filter.languages),
    ...some('p_tags', filter.tags),
    ...(filter.promotion === null ? {} : { p_promotion: filter.promotion }),
    ...(filter.isNew ? { p_new: true } : {}),
    ...(filter.search === null ? {} : { p_search: filter.search }),
    ...(after === null ? {} : { p_after_at: after.at, p_after_id: after.id }),
  };
  const { link, rows, ...page } = await callRpc('partner_creatives', args, assetPageSchema, signal);
  return {
    ...page,
    rows: rows.map(({ has_page, ...asset }) => ({ ...asset, url: linkOf(link, { id: asset.id, has_page }) })),
  };
}

export function noteVisit(address: PlaceAddress) {
  return callRpc('visit_creatives', { p_program: address.program, p_code: address.code ?? '' }, visitedSchema);
}
