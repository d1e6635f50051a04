import type { Day } from '../../lib/dates.ts';
import type { EventKind } from '../conversions/model.ts';
import { type EventStatus, type FateSum, REASONS, type Reason, totalOf } from './brand-events-model.ts';

/** What a list of events is narrowed to; null leaves it open. */
export type EventFilter = {
  readonly status: EventStatus | null;
  readonly reason: Reason | null;
  readonly kind: EventKind | null;
  readonly partnership: string | null;
  readonly isOrganic: boolean;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly search: string | null;
};

export const NO_FILTER: EventFilter = {
  status: null,
  reason: null,
  kind: null,
  partnership: null,
  isOrganic: false,
  from: null,
  to: null,
  search: null,
};

export function isFiltered(filter: EventFilter): boolean {
  const { isOrganic, ...others } = filter;
  return isOrganic || Object.values(others).some((value) => value !== null);
}

/** Reasons that can go with a status: what is held and what is rejected have their own. */
export function reasonsFor(status: EventStatus | null): readonly Reason[] {
  const firstRejected = REASONS.indexOf('zero_amount');
  if (status === 'held') return REASONS.slice(0, firstRejected);
  if (status === 'rejected') return REASONS.slice(firstRejected);
  return status === null ? REASONS : [];
}

/** The filter with some of it changed; what would contradict the change gives way to it. */
export function changeFilter(filter: EventFilter, change: Partial<EventFilter>): EventFilter {
  const next = { ...filter, ...change };
  const hasReason = next.reason !== null && reasonsFor(next.status).includes(next.reason);
  const isBackwards = next.from !== null && next.to !== null && next.from > next.to;
  return {
    ...next,
    reason: hasReason ? next.reason : null,
    partnership: change.isOrganic === true ? null : next.partnership,
    isOrganic: typeof change.partnership === 'string' ? false : next.isOrganic,
    from: isBackwards && change.from === undefined ? null : next.from,
    to: isBackwards && change.from !== undefined ? null : next.to,
  };
}

/** How many events a filter finds and what they come to; null where only counting them would tell. */
export function knownTotal(fates: readonly FateSum[], filter: EventFilter): ReturnType<typeof totalOf> | null {
  const { status, reason, kind, ...others } = filter;
  if (isFiltered({ ...others, status: null, reason: null, kind: null })) return null;
  const fits = (fate: FateSum): boolean =>
    (status === null || fate.status === status) &&
    (reason === null || fate.reason === reason) &&
    (kind === null || fate.kind === kind);
  return totalOf(fates.filter(fits));
}
