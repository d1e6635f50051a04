import { describe, expect, it } from 'vitest';
import { bringsContext, firstRoomPath, readVisit } from './paths.ts';

const mira = { side: 'partner', program: 'lantern', code: 'mira' } as const;
const lantern = { side: 'brand', program: 'lantern', code: null } as const;

describe('readVisit', () => {
  it.each([
    ['/p/lantern/mira/home', { address: mira, room: 'home' }],
    ['/p/lantern/MIRA/earnings', { address: mira, room: 'earnings' }],
    ['/p/lantern/mira', { address: mira, room: '' }],
    ['/b/lantern/conversions/4f', { address: lantern, room: 'conversions' }],
    ['/b/lantern', { address: lantern, room: '' }],
    ['/p/lantern', null],
    ['/sign-in', null],
    ['/', null],
  ])('reads %s', (pathname, visit) => {
    expect(readVisit(pathname)).toEqual(visit);
  });

  it('reads back what firstRoomPath wrote', () => {
    expect(readVisit(firstRoomPath(mira))?.address).toEqual(mira);
    expect(readVisit(firstRoomPath(lantern))?.address).toEqual(lantern);
  });
});

describe('bringsContext', () => {
  it('holds for the two partner rooms whose answer carries it', () => {
    expect(bringsContext({ address: mira, room: 'home' })).toBe(true);
    expect(bringsContext({ address: mira, room: 'profile' })).toBe(false);
    expect(bringsContext({ address: lantern, room: 'home' })).toBe(false);
  });
});
