/** Why a file is refused; the portal has words for each. */
export type Refusal =
  | 'wrong_type'
  | 'broken'
  | 'extra_data'
  | 'metadata'
  | 'too_many_pixels'
  | 'script'
  | 'wrong_size'
  | 'bomb';

/** What was seen in a file's own bytes; width and height in pixels, null where its format says none. */
export type Verdict =
  | { readonly isFine: true; readonly width: number | null; readonly height: number | null }
  | { readonly isFine: false; readonly reason: Refusal };

export const refused = (reason: Refusal): Verdict => ({ isFine: false, reason });

/** More would fill the memory of whoever opens it, however few bytes it has. */
const MOST_PIXELS = 40_000_000;
const LONGEST_SIDE = 16_384;

export function sized(width: number, height: number): Verdict {
  if (width < 1 || height < 1) return refused('broken');
  if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS) return refused('too_many_pixels');
  return { isFine: true, width, height };
}

export const unsized: Verdict = { isFine: true, width: null, height: null };
