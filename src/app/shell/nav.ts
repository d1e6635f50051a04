import type { LucideIcon } from 'lucide-react';

/** A room in the navigation. */
export type NavItem = {
  /** Relative to the place's own path. */
  readonly to: string;
  /** Another page of the same room, which stands at a path of its own. */
  readonly alsoAt?: string;
  readonly label: string;
  /** What the bottom bar says instead, where the label is wider than a fifth of a phone. */
  readonly short?: string;
  readonly icon: LucideIcon;
  /** How much is new there, already in words; null for nothing. */
  readonly count?: string | null;
  /**
   * Stands in the sidebar; phones have it in the account's dialog, because the bottom bar holds five. `only`: it stands
   * nowhere else, because it is the person's own and no room of the place.
   */
  readonly isInAccount?: boolean | 'only';
};

/** Whether the path lies in the item's room. */
export function isInRoom(item: NavItem, base: string, pathname: string): boolean {
  const starts = [item.to, ...(item.alsoAt === undefined ? [] : [item.alsoAt])].map((name) => `${base}/${name}`);
  return starts.some((start) => pathname === start || pathname.startsWith(`${start}/`));
}
