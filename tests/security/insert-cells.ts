import type { ActorName, PlaceName, World } from '../support/world.ts';
import { type Cell, REFUSED } from './cell.ts';
import { placesOf, standsFor } from './rows.ts';
import type { TableFacts } from './table-cells.ts';

/** Whose label a new row carries. */
type Label = { name: 'own' | 'other partner' | 'other program'; place: PlaceName; user: ActorName };

/** Rows of a program as a whole: another partner's label is no other row. */
const OF_PROGRAMS = [
  'commission_rules',
  'segments',
  'announcements',
  'creatives',
  'promotions',
  'promotion_codes',
  'promotion_creatives',
];

/** The labels an actor tries; who stands for nobody claims to be mira, or her program. */
export function labelsFor(actor: ActorName): Label[] {
  const who = standsFor[actor] ?? { partner: 'mira' };
  const [own = 'a/mira'] = 'partner' in who ? placesOf(who.partner) : [who.program === 'a' ? 'a/mira' : 'b/berta'];
  const isOfA = own.startsWith('a/');
  return [
    { name: 'own', place: own, user: actor },
    { name: 'other partner', place: otherPartner(own, isOfA), user: actor === 'p.owner' ? 'nora' : 'p.owner' },
    { name: 'other program', place: isOfA ? 'b/berta' : 'a/nora', user: actor === 's.owner' ? 'second' : 's.owner' },
  ];
}

function otherPartner(own: PlaceName, isOfA: boolean): PlaceName {
  if (!isOfA) return 'b/both';
  return own === 'a/nora' ? 'a/mira' : 'a/nora';
}

/** New rows labelled as own and as foreign, and every column that nobody may name. */
export function insertCells(facts: TableFacts, actor: ActorName, word: string): Cell[] {
  const { name, said, table } = facts;
  const labels = labelsFor(actor);
  if (!said.insert) {
    return labels.map((label) => ({
      object: name,
      operation: `insert as ${label.name}`,
      actor,
      sql: copyRow(facts, label),
      expected: REFUSED,
    }));
  }
  const allowed = Object.keys(said.insert);
  const isAllowed = word !== 'x';
  const cell = (operation: string, label: Label, values: Record<string, string>, expected: string): Cell => ({
    object: name,
    operation,
    actor,
    ...(name === 'user_settings' && {
      before: `delete from public.user_settings where user_id = ${userOf(facts.world, label)}`,
    }),
    sql: `with made as (insert into public.${name} (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})
      returning 1) select count(*) from made`,
    expected,
  });
  const [own = { name: 'own', place: 'a/mira', user: actor }] = labels;
  const ownValues = valuesOf(facts, own);
  const cells = labels
    .filter((label) => !OF_PROGRAMS.includes(name) || label.name !== 'other partner')
    .map((label) =>
      cell(`insert as ${label.name}`, label, valuesOf(facts, label), isAllowed && label.name === 'own' ? '1' : REFUSED),
    );
  const withheld = table.columns
    .filter((column) => !allowed.includes(column.name))
    .map((column) => cell(`insert ${column.name}`, own, { ...ownValues, [column.name]: 'default' }, REFUSED));
  // A link of mine in a program that is not: the keys between tables refuse it, not the policy.
  const mixed = { ...ownValues, program_id: `'${own.place.startsWith('a/') ? facts.world.b.id : facts.world.a.id}'` };
  return [
    ...cells,
    ...withheld,
    ...(name === 'links' ? [cell('insert into other program', own, mixed, isAllowed ? '23503' : REFUSED)] : []),
  ];
}

/** The values to try, with the label's where the expectation says `own`. */
function valuesOf({ said, world }: TableFacts, label: Label): Record<string, string> {
  const program = label.place.startsWith('a/') ? world.a : world.b;
  const labelled: Record<string, string> = {
    program_id: `'${program.id}'`,
    partnership_id: `'${world.partnerships[label.place].id}'`,
    partner_id: `'${world.partnerships[label.place].partnerId}'`,
    user_id: userOf(world, label),
    announcement_id: `'${world.announcements[label.place.startsWith('a/') ? 'a/late' : 'b/late']}'`,
    destination: `'${program.site}page'`,
    landing_url: `'${program.site}page'`,
    promotion_id: `'${world.promotions[label.place.startsWith('a/') ? 'a/draft' : 'b/draft']}'`,
    creative_id: `'${world.promoted[label.place.startsWith('a/') ? 'a/spare' : 'b/spare']}'`,
  };
  return Object.fromEntries(
    Object.entries(said.insert ?? {}).map(([column, value]) => [
      column,
      value === 'own' ? (labelled[column] ?? 'null') : value,
    ]),
  );
}

function userOf(world: World, label: Label): string {
  return `'${world.actors[label.user].user?.id ?? world.actors['p.owner'].user?.id}'`;
}

/** A copy of a row that carries the label, under another key: complete, so that only rights can refuse it. */
function copyRow({ name, table, rows }: TableFacts, label: Label): string {
  const [side, partner] = label.place.split('/');
  const template =
    rows.find((row) => row.partner === partner && (row.program === null || row.program === side)) ??
    rows.find((row) => row.program === side) ??
    rows[0];
  const columns = table.columns.filter((column) => !column.isGenerated).map((column) => column.name);
  const picked = columns.map((column) => (column === 'id' ? 'gen_random_uuid()' : `r.${column}`));
  return `insert into public.${name} (${columns.join(', ')})
    select ${picked.join(', ')} from jsonb_populate_record(null::public.${name}, ${jsonOf(template?.json ?? '{}')}) r`;
}

function jsonOf(text: string): string {
  return `$json$${text}$json$::jsonb`;
}
