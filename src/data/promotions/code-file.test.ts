import { expect, test } from 'vitest';
import { readCodeFile } from './code-file.ts';

const lines = [
  { line: 2, partner_code: 'MIRA', code: 'MIRA-10' },
  { line: 3, partner_code: 'NORA', code: 'NORA-10' },
];

test.each([
  ['commas', 'partner_code,promotion_code\nMIRA,MIRA-10\nNORA,NORA-10\n', { lines }],
  ['semicolons and a mark', '\uFEFFPartner code;Code\r\nMIRA; MIRA-10\r\nNORA;NORA-10', { lines }],
  ['other columns and another order', 'code,name,partner\nMIRA-10,Mira,MIRA\nNORA-10,Nora,NORA', { lines }],
  ['a blank line', 'partner,code\n\nMIRA,MIRA-10', { lines: [{ line: 3, partner_code: 'MIRA', code: 'MIRA-10' }] }],
  ['no such columns', 'name,mail\nMira,m@example.com', { problem: 'columns' }],
  ['a head alone', 'partner_code,promotion_code\n', { problem: 'empty' }],
  ['nothing', '', { problem: 'empty' }],
])('%s', (_, text, expected) => {
  expect(readCodeFile(text)).toEqual(expected);
});
