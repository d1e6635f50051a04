import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { isInRoom, type NavItem } from './nav.ts';

type BottomBarProps = { readonly base: string; readonly nav: readonly NavItem[] };

const linkClass = (isActive: boolean): string =>
  classes(
    'flex min-h-14 grow basis-0 flex-col items-center justify-center gap-0.5 text-xs',
    isActive ? 'font-medium text-accent' : 'text-ink-3',
  );

/** The rooms within the thumb's reach. */
export function BottomBar({ base, nav }: BottomBarProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav
      aria-label={t('nav.main')}
      className="fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {nav.map((item) => {
        const isCurrent = isInRoom(item, base, pathname);
        return (
          <Link
            key={item.to}
            to={`${base}/${item.to}`}
            aria-current={isCurrent ? 'page' : undefined}
            className={linkClass(isCurrent)}
          >
            <item.icon aria-hidden="true" size={22} strokeWidth={1.75} />
            {item.label}
          </Link>
        );
      })}
    </nav>
  );
}
