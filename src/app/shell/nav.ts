import type { LucideIcon } from 'lucide-react';

/** A room in the navigation; `to` is relative to the place's own path. */
export type NavItem = { readonly to: string; readonly label: string; readonly icon: LucideIcon };
