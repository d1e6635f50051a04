import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField, useFilter } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { mayBookConversions } from '../../../data/conversions/rights.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { mayKeepSegments } from '../../../data/segments/rights.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import type { CommandRoom } from './command-keys.tsx';

type CommandPaletteProps = {
  readonly base: string;
  readonly rooms: readonly CommandRoom[];
  readonly onClose: () => void;
};

type Command = { readonly to: string; readonly label: string; readonly kind: string };

/** The browser's dialog gives the focus to what is marked so when it opens; React's own mark comes too early. */
function openHere(input: HTMLInputElement | null): void {
  input?.setAttribute('autofocus', '');
}

/** One field that leads everywhere: a room, something new, a partner by name or code. */
export function CommandPalette({ base, rooms, onClose }: CommandPaletteProps) {
  const { t } = useTranslation('commands');
  const navigate = useNavigate();
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const commands = useCommands(rooms, text.trim());
  const handleChoice = (key: string | number) => {
    onClose();
    void navigate(`${base}/${key}`);
  };
  return (
    <Dialog title={t('find')} onClose={onClose}>
      <Autocomplete inputValue={text} onInputChange={setText} filter={contains}>
        <SearchField aria-label={t('find_hint')} className="sticky top-0 z-10 bg-surface">
          <Input ref={openHere} className="field w-full" placeholder={t('find_hint')} maxLength={80} />
        </SearchField>
        <ListBox
          aria-label={t('found')}
          items={commands}
          selectionMode="none"
          onAction={handleChoice}
          renderEmptyState={() => <p className="p-3 text-ink-2">{t('nothing')}</p>}
          className="mt-3 min-h-40"
        >
          {({ to, label, kind }) => (
            <ListBoxItem
              id={to}
              textValue={label}
              className="flex min-h-11 cursor-default items-center justify-between gap-4 rounded-control px-3 data-focused:bg-accent-soft data-hovered:bg-soft"
            >
              <span className="min-w-0 truncate">{label}</span>
              <span className="shrink-0 text-sm text-ink-3">{kind}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}

function useCommands(rooms: readonly CommandRoom[], text: string): Command[] {
  const { t } = useTranslation('commands');
  const { program, role } = usePlace();
  const [announcement] = useState(() => crypto.randomUUID());
  const partners = useQuery({ ...segmentQueries.candidates(program.slug, text), enabled: text !== '' });
  const made = [
    { to: `announcements/${announcement}?new=true`, label: t('new_announcement'), isMine: mayKeepSegments(role) },
    { to: 'segments/new', label: t('new_segment'), isMine: mayKeepSegments(role) },
    { to: 'promotions/new', label: t('new_promotion'), isMine: mayKeepSegments(role) },
    { to: 'import', label: t('import_orders'), isMine: mayBookConversions(role) },
  ];
  return [
    ...rooms.map(({ to, label }) => ({ to, label, kind: t('room') })),
    ...made.filter(({ isMine }) => isMine).map(({ to, label }) => ({ to, label, kind: t('action') })),
    ...(text === '' ? [] : (partners.data ?? [])).map(({ id, name, code }) => ({
      to: `partners/${id}`,
      label: `${name} · ${code}`,
      kind: t('partner'),
    })),
  ];
}
