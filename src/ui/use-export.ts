import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { fileNameOf, saveCsv } from './save-file.ts';
import { announce } from './toast.ts';

/** `isCut`: there was more than the file may hold. */
export type ExportTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly isCut: boolean;
};

export type ExportPlan = {
  /** Parts of the file name but the number of rows, which is put at its end. */
  readonly nameParts: readonly string[];
  /** How many rows it will be; null when only fetching them tells. */
  readonly rows: number | null;
  /** The most rows a file may hold; null when it holds whatever there is. */
  readonly mostRows: number | null;
  readonly make: (onRows: (rows: number) => void, signal: AbortSignal) => Promise<ExportTable>;
};

type ExportState =
  | { readonly step: 'ready' }
  | { readonly step: 'working'; readonly rows: number }
  | { readonly step: 'cut'; readonly rows: number; readonly table: ExportTable }
  | { readonly step: 'failed'; readonly error: Error };

/** Makes the file of a plan and saves it. What was cut waits until the person wants it all the same. */
export function useExport(plan: ExportPlan, onSaved: () => void) {
  const { t } = useTranslation();
  const format = useFormat();
  const [state, setState] = useState<ExportState>({ step: 'ready' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const save = async (table: ExportTable) => {
    const { toCsv } = await import('../lib/csv.ts');
    const count = table.rows.length;
    const rows = t(table.isCut ? 'export.name_rows_cut' : 'export.name_rows', { count });
    const name = fileNameOf([...plan.nameParts, rows], 'csv');
    saveCsv(name, toCsv(table.columns, table.rows));
    announce(t('export.saved', { count, value: format.number(count) }));
    onSaved();
  };

  const run = async (signal: AbortSignal) => {
    try {
      const table = await plan.make((rows) => setState({ step: 'working', rows }), signal);
      if (signal.aborted) return;
      if (table.isCut) setState({ step: 'cut', rows: table.rows.length, table });
      else await save(table);
    } catch (thrown) {
      if (signal.aborted) return;
      setState({ step: 'failed', error: thrown instanceof Error ? thrown : new Error(String(thrown)) });
    }
  };

  return {
    state,
    start: () => {
      const controller = new AbortController();
      running.current = controller;
      setState({ step: 'working', rows: 0 });
      void run(controller.signal);
    },
    stop: () => {
      running.current?.abort();
      setState({ step: 'ready' });
    },
    saveCut: () => {
      if (state.step === 'cut') void save(state.table);
    },
  };
}
