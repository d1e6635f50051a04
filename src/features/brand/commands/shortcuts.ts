/** The letter that leads to a room, typed after `g`. */
export const ROOM_KEYS: Readonly<Record<string, string>> = {
  overview: 'o',
  partners: 'p',
  conversions: 'c',
  announcements: 'a',
  segments: 's',
  creatives: 'k',
  promotions: 'm',
  team: 't',
  settings: 'e',
  audit: 'u',
};

/** What a key means, given the one before it; null for nothing. */
export type Meaning =
  | { readonly does: 'palette' }
  | { readonly does: 'help' }
  | { readonly does: 'wait' }
  | { readonly does: 'go'; readonly to: string };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * Ctrl or Cmd with K anywhere; `?` and `g` with a room's letter only where nobody types. `isAfterG` says that `g` was
 * the last key, a moment ago.
 */
export function meaningOf(
  pressed: Pressed,
  isTyping: boolean,
  isAfterG: boolean,
  rooms: readonly string[],
): Meaning | null {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return { does: 'palette' };
  if (isTyping || ctrlKey || metaKey || altKey) return null;
  if (isAfterG) {
    const to = rooms.find((room) => ROOM_KEYS[room] === key);
    return to === undefined ? null : { does: 'go', to };
  }
  if (key === '?') return { does: 'help' };
  return key === 'g' ? { does: 'wait' } : null;
}
