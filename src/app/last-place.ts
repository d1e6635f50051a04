import * as z from 'zod/mini';
import type { PlaceAddress } from '../data/programs/model.ts';

const KEY = 'pp.place';

const addressSchema = z.object({
  side: z.enum(['partner', 'brand']),
  program: z.string(),
  code: z.nullable(z.string()),
});

/** Where this browser was last; null at the first visit, after signing out, or when the entry is broken. */
export function readLastPlace(): PlaceAddress | null {
  try {
    return z.parse(addressSchema, JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return null;
  }
}

export function rememberPlace(address: PlaceAddress): void {
  localStorage.setItem(KEY, JSON.stringify(address));
}

export function forgetPlace(): void {
  localStorage.removeItem(KEY);
}
