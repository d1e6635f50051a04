import { inject } from 'vitest';
import type { Facts } from '../../supabase/local/facts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    stack: Facts;
  }
}

/** Where the test stack is reached, and with which keys: URLs, keys and the secret that signs tokens. */
export const stack: Facts = inject('stack');
