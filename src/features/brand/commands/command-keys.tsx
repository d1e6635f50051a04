import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { loadMessages } from '../../../i18n/i18n.ts';
import { meaningOf } from './shortcuts.ts';

/** A room as the navigation names it. */
export type CommandRoom = { readonly to: string; readonly label: string };

type CommandKeysProps = { readonly base: string; readonly rooms: readonly CommandRoom[] };

const CommandPalette = lazy(async () => {
  const [{ CommandPalette: Palette }] = await Promise.all([
    import('./command-palette.tsx'),
    loadMessages(['commands']),
  ]);
  return { default: Palette };
});
const KeysDialog = lazy(async () => {
  const [{ KeysDialog: Keys }] = await Promise.all([import('./keys-dialog.tsx'), loadMessages(['commands'])]);
  return { default: Keys };
});

/** Between `g` and the letter of a room. */
const WAIT_MS = 1500;

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
}

/** Listens for the brand's keys, and shows what they call for. */
export function CommandKeys({ base, rooms }: CommandKeysProps) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const waitsUntil = useRef(0);
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      // A dialog that is open, or on its way, has the keys for itself.
      if (open !== null || document.querySelector('dialog[open]') !== null || event.defaultPrevented) return;
      const isAfterG = event.timeStamp < waitsUntil.current;
      waitsUntil.current = 0;
      const names = rooms.map(({ to }) => to);
      const meaning = meaningOf(event, isTypedInto(event.target), isAfterG, names);
      if (meaning === null) return;
      event.preventDefault();
      if (meaning.does === 'wait') waitsUntil.current = event.timeStamp + WAIT_MS;
      else if (meaning.does === 'go') void navigate(`${base}/${meaning.to}`);
      else setOpen(meaning.does);
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [base, navigate, open, rooms]);
  const close = () => setOpen(null);
  return (
    <Suspense fallback={null}>
      {open === 'palette' && <CommandPalette base={base} rooms={rooms} onClose={close} />}
      {open === 'help' && <KeysDialog rooms={rooms} onClose={close} />}
    </Suspense>
  );
}
