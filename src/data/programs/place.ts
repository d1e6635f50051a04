import { createContext, use } from 'react';
import type { Context, Me, Place, PlaceAddress } from './model.ts';

/** The shell provides both: the address from the URL at once, the context as soon as it is known. */
export const AddressContext = createContext<PlaceAddress | null>(null);
export const KnownContext = createContext<Context | null>(null);

/** Where the URL says we are. */
export function useAddress(): PlaceAddress {
  const address = use(AddressContext);
  if (address === null) throw new Error('useAddress outside of a shell');
  return address;
}

/** The place and its program. For rooms that a shell renders only once the context is known. */
export function usePlace(): Place {
  const place = use(KnownContext)?.place ?? null;
  if (place === null) throw new Error('usePlace in a room that does not wait for the context');
  return place;
}

/** The person signed in, with their settings; null while a room that brings the context still loads. */
export function useMe(): Me | null {
  return use(KnownContext)?.me ?? null;
}
