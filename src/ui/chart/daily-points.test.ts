import { expect, it } from 'vitest';
import { pointsOfDays } from './daily-points.ts';

it('figures of a few days stand alone, or beside each other', () => {
  const range = { from: '2026-11-21', to: '2026-11-22' };
  const spans = ['2026-11-21', '2026-11-22'].map((day) => ({ from: day, to: day }));
  const shown = (rows: number[][]) => pointsOfDays(range, rows, 1);
  expect(shown([[5], [7]])).toEqual({
    size: 'day',
    points: [
      { span: spans[0], values: [5] },
      { span: spans[1], values: [7] },
    ],
  });
  expect(
    shown([
      [5, 1],
      [7, 0],
    ]).points.map(({ values }) => values),
  ).toEqual([
    [5, 1],
    [7, 0],
  ]);
});

it('many days are weeks, and sooner so when two stand beside each other', () => {
  const range = { from: '2026-08-25', to: '2026-11-22' };
  const rows = Array.from({ length: 90 }, () => [1, 2]);
  expect(
    pointsOfDays(
      range,
      rows.map(([first = 0]) => [first]),
      1,
    ).points,
  ).toHaveLength(90);
  const { size, points } = pointsOfDays(range, rows, 1);
  expect(size).toBe('week');
  // The 25th of August is a Tuesday, and the 22nd of November a Sunday.
  expect(points).toHaveLength(13);
  expect(points[0]).toEqual({ span: { from: '2026-08-25', to: '2026-08-30' }, values: [6, 12] });
  expect(points.at(-1)).toEqual({ span: { from: '2026-11-16', to: '2026-11-22' }, values: [7, 14] });
});
