import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../data/programs/settings-model.ts';
import { settingsMutations, settingsQueries } from '../../../data/programs/settings-queries.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { announce } from '../../../ui/toast.ts';
import { draftStore } from './draft-store.ts';
import { changesIn, decimalMarkOf, type Fault, type Fields, faultsOf, fieldsOf } from './fields.ts';

export type FormPart = {
  readonly fields: Fields;
  readonly change: (more: Partial<Fields>) => void;
  /** Shown once somebody tried to save. */
  readonly faults: readonly Fault[];
};

const isConflict = (error: Error): boolean => 'code' in error && error.code === 'conflict';

/** The browser asks before a page with unsaved changes goes. */
function useHeldPage(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [isChanged]);
}

function differing(fields: Fields, base: Fields): Partial<Fields> {
  const changed = Object.entries(fields).filter(
    ([name, value]) => String(value) !== String(base[name as keyof Fields]),
  );
  return Object.fromEntries(changed);
}

/** What is typed, what stands, and what somebody else saved meanwhile. What was left unsaved comes back. */
export function useSettingsForm(program: string, stands: Settings) {
  const { t } = useTranslation('settings');
  const mark = decimalMarkOf(useFormat().locale);
  const client = useQueryClient();
  const [kept] = useState(() => draftStore.read(program));
  const [base, setBase] = useState(stands);
  const [fields, setFields] = useState<Fields>(() => ({ ...fieldsOf(stands, mark), ...kept }));
  const [seen, setSeen] = useState(stands.revision);
  const [isTouched, setIsTouched] = useState(kept !== null);
  const [isTried, setIsTried] = useState(false);
  const [theirs, setTheirs] = useState<Settings | null>(null);
  const saving = useMutation(settingsMutations.save(program));
  const faults = faultsOf(fields, stands.currency_exponent, mark);
  const isChanged = isTouched && (faults.length > 0 || Object.keys(changesIn(fields, base, mark)).length > 0);

  const take = (settings: Settings): void => {
    draftStore.drop(program);
    setFields(fieldsOf(settings, mark));
    setBase(settings);
    setSeen(settings.revision);
    setIsTouched(false);
    setIsTried(false);
    setTheirs(null);
    saving.reset();
  };

  // Fresher settings that nobody has touched here are simply shown.
  if (!isChanged && stands.revision > seen) take(stands);

  useHeldPage(isChanged);

  const send = (over: Settings, revision: number): void => {
    setIsTried(true);
    if (faults.length > 0) return;
    saving.mutate(
      { changes: changesIn(fields, over, mark), revision },
      {
        onSuccess: ({ settings }) => {
          take(settings);
          announce(t('saved'));
        },
        onError: (error) => {
          if (!isConflict(error)) return;
          const asked = client.fetchQuery({ ...settingsQueries.one(program), staleTime: 0 });
          // Without an answer the error itself is shown, with its own way on.
          asked.then(({ settings }) => setTheirs(settings)).catch(() => undefined);
        },
      },
    );
  };

  return {
    fields,
    base,
    theirs,
    saving,
    isChanged,
    isRestored: kept !== null && isChanged,
    faults: isTried ? faults : [],
    change: (more: Partial<Fields>) => {
      const next = { ...fields, ...more };
      setIsTouched(true);
      setFields(next);
      draftStore.keep(program, differing(next, fieldsOf(base, mark)));
    },
    save: () => send(base, seen),
    discard: () => take(theirs ?? stands),
    /** Mine over theirs, knowingly; what I did not touch stays as they have it. */
    keepMine: () => {
      if (theirs === null) return;
      setSeen(theirs.revision);
      setTheirs(null);
      send(base, theirs.revision);
    },
    takeTheirs: () => {
      if (theirs !== null) take(theirs);
    },
  };
}

export type SettingsForm = ReturnType<typeof useSettingsForm>;
