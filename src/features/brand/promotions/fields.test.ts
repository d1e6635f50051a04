import { describe, expect, test } from 'vitest';
import { draftOf, type Fields, faultsOf, noFields } from './fields.ts';

const SITE = 'https://www.lantern.example/';
const good: Fields = {
  ...noFields(SITE),
  name: 'Spring',
  prepare: '2026-03-20T09:00',
  from: '2026-04-01T00:00',
  until: '2026-04-15T00:00',
};

describe('a promotion', () => {
  test.each<[string, Partial<Fields>, readonly string[]]>([
    ['is good', {}, []],
    ['is a draft without dates', { prepare: '', from: '', until: '' }, []],
    ['needs a name', { name: ' ' }, ['name']],
    ['needs an https page', { landing: 'http://www.lantern.example/' }, ['landing']],
    ['stays on the site', { landing: 'https://lantern.evil/' }, ['site']],
    ['may lie below the site', { landing: 'https://shop.www.lantern.example/spring' }, []],
    ['is seen with its dates', { until: '' }, ['no_dates']],
    ['is prepared before', { prepare: '2026-04-02T00:00' }, ['prepare']],
    ['ends after', { until: '2026-04-01T00:00' }, ['until']],
    ['names segments', { audience: 'segments' }, ['segments']],
  ])('%s', (_, change, faults) => {
    expect(faultsOf({ ...good, ...change }, SITE)).toEqual(faults);
  });

  test('is saved in instants of the program’s zone', () => {
    expect(draftOf(good, 'Europe/London', 'id', 3)).toMatchObject({
      prepare_from: '2026-03-20T09:00:00.000Z',
      publish_from: '2026-03-31T23:00:00.000Z',
      publish_until: '2026-04-14T23:00:00.000Z',
      revision: 3,
    });
  });
});
