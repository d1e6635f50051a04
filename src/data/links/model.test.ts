import { describe, expect, test } from 'vitest';
import { isOnSite, linkFormSchema } from './model.ts';

const SITE = 'https://www.shop.example/';

describe('an address lies on the site', () => {
  test.each([
    ['https://www.shop.example/', true],
    ['https://www.shop.example/sale?x=1#a', true],
    ['https://WWW.shop.example:8443', true],
    ['https://de.www.shop.example/', true],
    ['https://shop.example/', false],
    ['https://evilwww.shop.example.evil.example/', false],
    ['https://evil.example/?www.shop.example', false],
    ['https://www.shop.example@evil.example/', false],
    [String.raw`https://evil.example\.www.shop.example/`, false],
    ['http://www.shop.example/', false],
    ['https://www.shop.example:99999/', false],
    ['https://1.2.3.999/', false],
    ['javascript:alert(1)', false],
  ])('%s: %s', (url, expected) => {
    expect(isOnSite(url, SITE)).toBe(expected);
  });
});

describe('what is typed as a destination', () => {
  const read = (destination: string) => {
    const result = linkFormSchema(SITE).safeParse({ destination, name: ' Story ' });
    return result.success ? result.data : result.error.issues[0]?.message;
  };
  test.each([
    ['https://www.shop.example/sale', 'https://www.shop.example/sale'],
    ['  https://www.shop.example/sale ', 'https://www.shop.example/sale'],
    ['www.shop.example/sale', 'https://www.shop.example/sale'],
    ['www.shop.example', 'https://www.shop.example/'],
    ['https://WWW.Shop.example:443/Sale', 'https://www.shop.example/Sale'],
    ['https://www.shop.example/상품?색=1', 'https://www.shop.example/%EC%83%81%ED%92%88?%EC%83%89=1'],
    ['https://www.shop.example/gr\u00fcn', 'https://www.shop.example/gr%C3%BCn'],
  ])('%s becomes %s', (typed, destination) => {
    expect(read(typed)).toEqual({ destination, name: 'Story' });
  });
  test.each([
    ['', 'address'],
    ['sale', 'address'],
    ['http://www.shop.example/', 'address'],
    ['https://www.shop.example/a b', 'address'],
    [`https://www.shop.example/${'x'.repeat(2_000)}`, 'address'],
    [`https://www.shop.example/${'상'.repeat(300)}`, 'address'],
    ['https://www.shop.example/a\u0001b', 'address'],
    ['https://www.shop.example:99999/', 'address'],
    ['shop.example/sale', 'site'],
    ['https://elsewhere.example/', 'site'],
  ])('%s is refused: %s', (typed, fault) => {
    expect(read(typed)).toBe(fault);
  });
});
