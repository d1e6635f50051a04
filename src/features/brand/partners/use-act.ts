import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartnerChange, PartnersMeant } from '../../../data/partners/brand-model.ts';
import { partnerListMutations } from '../../../data/partners/brand-queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { announce } from '../../../ui/toast.ts';

/** The toast outlives most doubts, and the database allows ten minutes. */
const UNDO_FOR_MS = 30_000;

/** One act on partners, with one undo. A lost answer is asked for again under the same id and does nothing twice. */
export function useAct(onDone: () => void) {
  const { t } = useTranslation('partners');
  const format = useFormat();
  const { program } = useAddress();
  const [changed, setChanged] = useState(0);
  const changing = useMutation(partnerListMutations.change(program));
  const undoing = useMutation(partnerListMutations.undo());
  const tried = useRef<{ readonly key: string; readonly id: string } | null>(null);

  // The dialog may be closed by the time an answer comes: both promises speak all the same.
  const undo = async (id: string) => {
    try {
      const { undone, kept } = await undoing.mutateAsync(id);
      const count = { count: undone, value: format.number(undone) };
      announce(kept === 0 ? t('undone', count) : t('undone_some', { ...count, kept: format.number(kept) }));
    } catch {
      announce(t('undo_failed'), 'error');
    }
  };

  const run = async (meant: PartnersMeant, change: PartnerChange) => {
    const key = JSON.stringify([meant, change]);
    if (tried.current?.key !== key) tried.current = { key, id: crypto.randomUUID() };
    const { id } = tried.current;
    setChanged(0);
    const count = await changing.mutateAsync({ id, meant, change, onChanged: setChanged });
    tried.current = null;
    const words = t(count === 0 ? 'changed_none' : 'changed', { count, value: format.number(count) });
    const action = { label: t('undo'), onPress: () => void undo(id), forMs: UNDO_FOR_MS };
    announce(words, 'info', count === 0 ? null : action);
    onDone();
  };
  // What failed stands in the dialog, and the next try goes on under the same id.
  const start = (meant: PartnersMeant, change: PartnerChange) => void run(meant, change).catch(() => undefined);
  return { run: start, isPending: changing.isPending, error: changing.error, changed };
}
