import { detectSeparator, readCsv } from '../../lib/csv.ts';

/** One line of a file of partners to invite, as it stands there. */
export type FileInvitee = {
  readonly line: number;
  readonly email: string;
  readonly partner_type: string;
  readonly name: string;
  readonly tier: string;
  readonly tags: readonly string[];
};
export type InviteeFileProblem = 'empty' | 'columns' | 'too_long';
export type InviteeFile = { readonly rows: readonly FileInvitee[] } | { readonly problem: InviteeFileProblem };

export const MOST_LINES = 5000;

/** What the first line may call each column. */
const HEADS = {
  email: /^(e-?mail|mail)( address|adresse)?$/i,
  type: /^(partner[ _-]?type|type|typ|art)$/i,
  name: /^(partner[ _-]?name|name|company|firma)$/i,
  tier: /^(tier|level|stufe)$/i,
  tags: /^(tags?|labels?|schlagworte?)$/i,
} as const;
type Column = keyof typeof HEADS;
type Places = Readonly<Record<Column, number>>;

const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;|]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
  ),
];

/**
 * Reads the columns that the first line names in any order: e-mail and type must be there; name, tier and tags (parted
 * by commas, semicolons or bars) may be. What is wrong with a line is the database's to say, in its dry run.
 */
export function readInviteeFile(text: string): InviteeFile {
  const unmarked = text.replace(/^\uFEFF/, '');
  const rows: FileInvitee[] = [];
  const found: Places[] = [];
  readCsv(unmarked, detectSeparator(unmarked), ({ line, cells }) => {
    const [places] = found;
    if (places === undefined) {
      const named = placesOf(cells.map((cell) => cell.trim()));
      found.push(named);
      return hasNeeded(named);
    }
    const cell = (column: Column) => (cells[places[column]] ?? '').trim();
    rows.push({
      line,
      email: cell('email'),
      partner_type: cell('type').toLowerCase(),
      name: cell('name'),
      tier: cell('tier'),
      tags: tagsIn(cell('tags')),
    });
    return rows.length <= MOST_LINES;
  });
  const [places] = found;
  if (places === undefined) return { problem: 'empty' };
  if (!hasNeeded(places)) return { problem: 'columns' };
  if (rows.length === 0) return { problem: 'empty' };
  return rows.length > MOST_LINES ? { problem: 'too_long' } : { rows };
}

function placesOf(heads: readonly string[]): Places {
  const at = (column: Column) => heads.findIndex((head) => HEADS[column].test(head));
  return { email: at('email'), type: at('type'), name: at('name'), tier: at('tier'), tags: at('tags') };
}

function hasNeeded(places: Places): boolean {
  return places.email >= 0 && places.type >= 0;
}
