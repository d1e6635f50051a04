import { infiniteQueryOptions, keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import type { PlaceAddress } from '../programs/model.ts';
import { queryClient } from '../query-client.ts';
import { fetchObject, signObject } from '../storage.ts';
import {
  addCreatives,
  type CreativeToAdd,
  fetchAssets,
  fetchCreatives,
  noteVisit,
  removeCreatives,
  type Seen,
  saveCreatives,
} from './api.ts';
import type { Asset, AssetCursor, AssetFilter, CreativeChanges, CreativeCursor, CreativeFilter } from './model.ts';

const all = ['creatives'] as const;
const ASSETS_A_PAGE = 48;
/** The most one call answers. */
const ASSETS_AT_ONCE = 500;
const VIDEO_SECONDS = 60;

const beforeTheFirst = (): CreativeCursor | null => null;
const beforeTheFirstAsset = (): AssetCursor | null => null;

export const forgetCreatives = () => queryClient.invalidateQueries({ queryKey: all });

export const creativeQueries = {
  all,
  list: (program: string, filter: CreativeFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', program, filter] as const,
      queryFn: ({ pageParam, signal }) => fetchCreatives(program, { filter, after: pageParam }, signal),
      initialPageParam: beforeTheFirst(),
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  library: (address: PlaceAddress, filter: AssetFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'library', address.program, address.code, filter] as const,
      queryFn: ({ pageParam, signal }) =>
        fetchAssets(address, { filter, after: pageParam, limit: ASSETS_A_PAGE }, signal),
      initialPageParam: beforeTheFirstAsset(),
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
    }),
  /** An object's bytes never change under their path, so they are fetched once. */
  picture: (path: string) =>
    queryOptions({
      queryKey: ['creative-pictures', path] as const,
      queryFn: async ({ signal }) => (await fetchObject(path, signal)).blob(),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
    }),
  /** For a player, which asks by itself and in parts. */
  video: (path: string) =>
    queryOptions({
      queryKey: ['creative-videos', path] as const,
      queryFn: ({ signal }) => signObject(path, VIDEO_SECONDS, signal),
      staleTime: 0,
      gcTime: 0,
    }),
};

/** Everything that a filter finds, page after page. */
export async function findAllAssets(address: PlaceAddress, filter: AssetFilter): Promise<Asset[]> {
  const found: Asset[] = [];
  let after: AssetCursor | null = null;
  do {
    const page = await fetchAssets(address, { filter, after, limit: ASSETS_AT_ONCE });
    found.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return found;
}

/** A change outside of any form: the way back from one, whose dialog has closed. */
export async function changeCreatives(program: string, seen: readonly Seen[], changes: CreativeChanges): Promise<void> {
  await saveCreatives(program, seen, changes);
  await forgetCreatives();
}

export async function fetchFile(path: string): Promise<Blob> {
  return await (await fetchObject(path)).blob();
}

export const creativeMutations = {
  save: (program: string) =>
    mutationOptions({
      mutationFn: ({ seen, changes }: { seen: readonly Seen[]; changes: CreativeChanges }) =>
        saveCreatives(program, seen, changes),
      onSettled: forgetCreatives,
    }),
  addText: (program: string) =>
    mutationOptions({
      mutationFn: (creative: CreativeToAdd) => addCreatives(program, [creative]),
      onSettled: forgetCreatives,
    }),
  remove: (program: string) =>
    mutationOptions({
      mutationFn: (ids: readonly string[]) => removeCreatives(program, ids),
      onSettled: forgetCreatives,
    }),
  /** The mark of this visit; what it makes old stays new until the next one, so nothing is asked again. */
  visit: (address: PlaceAddress) => mutationOptions({ mutationFn: () => noteVisit(address) }),
};
