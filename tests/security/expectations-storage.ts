import { readTable } from './table.ts';

/** The buckets, by hand. `brand` is public because a logo is needed before anybody signs in; it takes raster images only. */
export const buckets: Record<string, { isPublic: boolean; limit: string; types: string }> = {
  brand: { isPublic: true, limit: '524288', types: 'image/png image/jpeg image/webp' },
  creatives: {
    isPublic: false,
    limit: '52428800',
    types: 'image/png image/jpeg image/gif image/webp video/mp4 video/webm application/pdf application/zip',
  },
};

/**
 * Who lists, adds, overwrites, moves and removes objects: nobody; a logo is put there by the server, which has looked at
 * its bytes. The server's own key (`all`) passes every policy.
 */
export const objects = readTable(`
bucket    | anon stranger | p.viewer p.member p.finance p.owner nora both | paused ended invited applied declined p.removed | s.viewer s.manager s.finance s.owner second s.removed | service
brand     | -    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | all
creatives | -    -        | -        -        -         -       -    -    | -      -     -       -       -        -         | -        -         -         -       -      -         | all
`);
