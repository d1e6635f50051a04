import { expect, test } from 'vitest';
import { meaningOf, ROOM_KEYS } from './shortcuts.ts';

const rooms = Object.keys(ROOM_KEYS);
const plain = { ctrlKey: false, metaKey: false, altKey: false };

test('every room has a letter of its own', () => {
  expect(new Set(Object.values(ROOM_KEYS)).size).toBe(rooms.length);
});

test.for([
  ['Ctrl K while typing', { ...plain, key: 'k', ctrlKey: true }, true, false, { does: 'palette' }],
  ['Cmd K', { ...plain, key: 'K', metaKey: true }, false, false, { does: 'palette' }],
  ['?', { ...plain, key: '?' }, false, false, { does: 'help' }],
  ['? while typing', { ...plain, key: '?' }, true, false, null],
  ['g', { ...plain, key: 'g' }, false, false, { does: 'wait' }],
  ['p after g', { ...plain, key: 'p' }, false, true, { does: 'go', to: 'partners' }],
  ['p alone', { ...plain, key: 'p' }, false, false, null],
  ['a letter of no room', { ...plain, key: 'z' }, false, true, null],
  ['Ctrl P after g', { ...plain, key: 'p', ctrlKey: true }, false, true, null],
] as const)('%s', ([, pressed, isTyping, isAfterG, meaning]) => {
  expect(meaningOf(pressed, isTyping, isAfterG, rooms)).toEqual(meaning);
});

test('a room that somebody does not have is not gone to', () => {
  expect(meaningOf({ ...plain, key: 'u' }, false, true, ['overview'])).toBeNull();
});
