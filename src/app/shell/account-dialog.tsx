import { Check, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressOf, type Context, isSameAddress, type PlaceCard } from '../../data/programs/model.ts';
import { useAddress } from '../../data/programs/place.ts';
import { signOut } from '../../data/session/actions.ts';
import { useSession } from '../../data/session/store.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { firstRoomPath } from '../paths.ts';
import type { NavItem } from './nav.ts';

type AccountDialogProps = {
  readonly context: Context | null;
  readonly base: string;
  readonly nav: readonly NavItem[];
  readonly onClose: () => void;
};

/** Who is signed in, every place they have, and the way out. */
export function AccountDialog({ context, base, nav, onClose }: AccountDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const leaving = useAttempt<void>(signOut);
  const email = context?.me.email ?? (session.status === 'in' ? session.email : '');
  return (
    <Dialog title={t('account.title')} onClose={onClose}>
      <p className="text-ink-2">{t('account.signed_in_as', { email })}</p>
      {nav
        .filter((item) => item.isInAccount !== undefined)
        .map((item) => (
          <Link
            key={item.to}
            to={`${base}/${item.to}`}
            onClick={onClose}
            className={classes(
              'mt-2 flex min-h-12 items-center gap-3 rounded-control px-3 hover:bg-soft',
              item.isInAccount === true && 'md:hidden',
            )}
          >
            <item.icon aria-hidden="true" size={18} strokeWidth={1.75} />
            {item.label}
          </Link>
        ))}
      {context !== null && context.places.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm text-ink-3">{t('account.places')}</h3>
          <ul className="flex flex-col gap-1">
            {context.places.map((place) => (
              <PlaceRow key={firstRoomPath(addressOf(place))} place={place} onChosen={onClose} />
            ))}
          </ul>
        </>
      )}
      <Button className="mt-5 w-full" isBusy={leaving.isPending} onClick={() => leaving.run()}>
        <LogOut aria-hidden="true" size={16} />
        {t('account.sign_out')}
      </Button>
    </Dialog>
  );
}

function PlaceRow({ place, onChosen }: { readonly place: PlaceCard; readonly onChosen: () => void }) {
  const { t } = useTranslation();
  const isHere = isSameAddress(addressOf(place), useAddress());
  const side = place.side === 'brand' ? t('side.brand') : (place.partner_name ?? t('side.partner'));
  return (
    <li>
      <Link
        to={firstRoomPath(addressOf(place))}
        onClick={onChosen}
        aria-current={isHere ? 'true' : undefined}
        className="flex min-h-12 items-center gap-3 rounded-control px-3 hover:bg-soft aria-[current]:bg-soft"
      >
        <span className="flex min-w-0 grow flex-col leading-tight">
          <span className="truncate font-medium">{place.program_name}</span>
          <span className="truncate text-sm text-ink-3">
            {side} · {t(`role.${place.role}`)}
            {place.status !== null && place.status !== 'active' && ` · ${t(`status.${place.status}`)}`}
          </span>
        </span>
        {isHere && <Check aria-hidden="true" size={16} className="shrink-0 text-accent" />}
      </Link>
    </li>
  );
}
