import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { isInRoom, type NavItem } from './nav.ts';
import { NewCount } from './new-count.tsx';

type BottomBarProps = { readonly base: string; readonly nav: readonly NavItem[] };

/** More than so many do not fit under a thumb: the last slot then leads to the others. */
const SLOTS = 5;

const slotClass = (isActive: boolean): string =>
  classes(
    'flex min-h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 px-0.5 text-xs',
    isActive ? 'font-medium text-accent' : 'text-ink-3',
  );

/** The rooms within the thumb's reach. */
export function BottomBar({ base, nav }: BottomBarProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [isOpen, setIsOpen] = useState(false);
  const shown = nav.length > SLOTS ? nav.slice(0, SLOTS - 1) : nav;
  const others = nav.slice(shown.length);
  const hasCurrent = others.some((item) => isInRoom(item, base, pathname));
  return (
    <nav
      aria-label={t('nav.main')}
      className="fixed inset-x-0 bottom-0 z-40 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.map((item) => {
        const isCurrent = isInRoom(item, base, pathname);
        return (
          <Link
            key={item.to}
            to={`${base}/${item.to}`}
            aria-current={isCurrent ? 'page' : undefined}
            className={slotClass(isCurrent)}
          >
            <span className="relative">
              <item.icon aria-hidden="true" size={22} strokeWidth={1.75} />
              <NewCount count={item.count} className="absolute -top-1.5 start-3" />
            </span>
            <span className="max-w-full truncate">{item.short ?? item.label}</span>
          </Link>
        );
      })}
      {others.length > 0 && (
        <button
          type="button"
          aria-haspopup="dialog"
          aria-current={hasCurrent ? 'true' : undefined}
          onClick={() => setIsOpen(true)}
          className={slotClass(hasCurrent)}
        >
          <Ellipsis aria-hidden="true" size={22} strokeWidth={1.75} />
          {t('nav.more')}
        </button>
      )}
      {isOpen && <MoreRooms base={base} nav={others} onClose={() => setIsOpen(false)} />}
    </nav>
  );
}

type MoreRoomsProps = BottomBarProps & { readonly onClose: () => void };

function MoreRooms({ base, nav, onClose }: MoreRoomsProps) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <Dialog title={t('nav.more')} onClose={onClose}>
      <ul className="flex flex-col gap-1">
        {nav.map((item) => (
          <li key={item.to}>
            <Link
              to={`${base}/${item.to}`}
              onClick={onClose}
              aria-current={isInRoom(item, base, pathname) ? 'page' : undefined}
              className="flex min-h-12 items-center gap-3 rounded-control px-3 hover:bg-soft aria-[current]:bg-soft aria-[current]:font-medium"
            >
              <item.icon aria-hidden="true" size={20} strokeWidth={1.75} />
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
