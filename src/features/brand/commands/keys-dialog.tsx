import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import type { CommandRoom } from './command-keys.tsx';
import { ROOM_KEYS } from './shortcuts.ts';

type KeysDialogProps = { readonly rooms: readonly CommandRoom[]; readonly onClose: () => void };

const PALETTE_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Every key there is. */
export function KeysDialog({ rooms, onClose }: KeysDialogProps) {
  const { t } = useTranslation('commands');
  const lines = [
    { keys: [PALETTE_KEY, 'K'], does: t('find') },
    { keys: ['?'], does: t('keys') },
    ...rooms.flatMap(({ to, label }) => {
      const letter = ROOM_KEYS[to];
      return letter === undefined ? [] : [{ keys: ['G', letter.toUpperCase()], does: t('go_to', { room: label }) }];
    }),
  ];
  return (
    <Dialog title={t('keys')} onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-2">
        {lines.map(({ keys, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="min-w-7 rounded-control border border-line bg-soft px-2 py-0.5 text-center text-sm"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
