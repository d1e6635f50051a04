import { ChevronsUpDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Context } from '../../data/programs/model.ts';
import { classes } from '../../ui/classes.ts';
import { AccountMark } from './account-mark.tsx';
import { isInRoom, type NavItem } from './nav.ts';
import { NewCount } from './new-count.tsx';
import { ProgramName } from './program-name.tsx';

type SidebarProps = {
  readonly side: 'partner' | 'brand';
  readonly base: string;
  readonly nav: readonly NavItem[];
  readonly context: Context | null;
  readonly onAccount: () => void;
};

const linkClass = (isActive: boolean): string =>
  classes(
    'flex min-h-10 items-center gap-3 rounded-control border px-3 hover:text-ink',
    isActive ? 'border-line bg-surface font-medium text-ink' : 'border-transparent text-ink-2 hover:bg-soft',
  );

/** On wide screens: the program on top, the rooms, and the account at the foot. */
export function Sidebar({ side, base, nav, context, onAccount }: SidebarProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const name = context?.me.display_name || context?.me.email || '';
  return (
    <header className="sticky top-0 hidden h-dvh flex-col gap-4 overflow-y-auto border-e border-line px-3 py-5 md:flex">
      <div className="px-2">
        <ProgramName side={side} context={context} />
      </div>
      <nav aria-label={t('nav.main')} className="flex grow flex-col gap-1">
        {nav
          .filter((item) => item.isInAccount !== 'only')
          .map((item) => {
            const isCurrent = isInRoom(item, base, pathname);
            return (
              <Link
                key={item.to}
                to={`${base}/${item.to}`}
                aria-current={isCurrent ? 'page' : undefined}
                className={linkClass(isCurrent)}
              >
                <item.icon aria-hidden="true" size={18} strokeWidth={1.75} />
                {item.label}
                <NewCount count={item.count} className="ms-auto" />
              </Link>
            );
          })}
      </nav>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onAccount}
        className="flex min-h-12 items-center gap-3 rounded-control px-2 text-start hover:bg-soft"
      >
        <AccountMark name={name} />
        <span className="sr-only">{t('account.open', { name })}</span>
        <span aria-hidden="true" className="min-w-0 grow truncate">
          {name}
        </span>
        <ChevronsUpDown aria-hidden="true" size={16} className="shrink-0 text-ink-3" />
      </button>
    </header>
  );
}
