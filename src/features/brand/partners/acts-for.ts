import type { PartnerRow } from '../../../data/partners/brand-model.ts';
import type { ActKind } from './act-dialog.tsx';

/** What the database allows with one at least of these statuses; see the guard of partnerships. */
export function actsFor(statuses: readonly PartnerRow['status'][]): ActKind[] {
  const has = (...some: PartnerRow['status'][]) => statuses.some((status) => some.includes(status));
  const byStatus: readonly (readonly [ActKind, boolean])[] = [
    ['tag', true],
    ['untag', true],
    ['tier', true],
    ['approve', has('applied')],
    ['decline', has('applied')],
    ['pause', has('active')],
    ['resume', has('paused')],
    ['end', has('active', 'paused', 'applied', 'invited')],
  ];
  return byStatus.filter(([, isAllowed]) => isAllowed).map(([kind]) => kind);
}
