import { describe, expect, test } from 'vitest';
import { MOST_LINES, readInviteeFile } from './invitee-file.ts';

describe('a file of partners to invite', () => {
  test.each([
    [
      'all columns, in another order and with their German names',
      'Name;E-Mail;Typ;Stufe;Tags\r\nHaus & Garten;ida@garten.example;Publisher;gold;interior|deals\r\n',
      [
        {
          line: 2,
          email: 'ida@garten.example',
          partner_type: 'publisher',
          name: 'Haus & Garten',
          tier: 'gold',
          tags: ['interior', 'deals'],
        },
      ],
    ],
    [
      'the two that are needed, behind a mark of order and with blank lines between',
      '\uFEFFemail,type\n\na@b.example,app\n\n c@d.example , charity \n',
      [
        { line: 3, email: 'a@b.example', partner_type: 'app', name: '', tier: '', tags: [] },
        { line: 5, email: 'c@d.example', partner_type: 'charity', name: '', tier: '', tags: [] },
      ],
    ],
    [
      'what is no address or type is left for the dry run to say',
      'email,type\nnobody,robot\n',
      [{ line: 2, email: 'nobody', partner_type: 'robot', name: '', tier: '', tags: [] }],
    ],
  ])('%s', (_, text, rows) => {
    expect(readInviteeFile(text)).toEqual({ rows });
  });

  test.each([
    ['nothing', '', 'empty'],
    ['heads alone', 'email,type\n', 'empty'],
    ['no type', 'email,name\na@b.example,Anna\n', 'columns'],
    ['too many lines', `email,type\n${'a@b.example,app\n'.repeat(MOST_LINES + 1)}`, 'too_long'],
  ])('%s cannot be read', (_, text, problem) => {
    expect(readInviteeFile(text)).toEqual({ problem });
  });
});
