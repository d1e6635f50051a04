import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { auditQueries } from '../audit/queries.ts';
import { queryClient } from '../query-client.ts';
import { programQueries } from './queries.ts';
import {
  addRule,
  beginZoneChange,
  cancelZoneChange,
  changeCurrency,
  fetchSettings,
  saveSettings,
  sendLogo,
  stepZoneChange,
} from './settings-api.ts';
import type { NewRule, ProgramSettings, SettingsChange, ZoneAnswer } from './settings-model.ts';

/** `program` is the slug, as in the address. */
export const settingsQueries = {
  one: (program: string) =>
    queryOptions({
      queryKey: [...programQueries.all, 'settings', program] as const,
      queryFn: ({ signal }) => fetchSettings(program, signal),
    }),
};

function keep(program: string, settings: ProgramSettings): void {
  queryClient.setQueryData(settingsQueries.one(program).queryKey, settings);
  // Name, look, zone and currency stand in every room's context.
  void queryClient.invalidateQueries({ queryKey: [...programQueries.all, 'context'] });
  // Whoever went on to the audit before the answer came sees the change there.
  void queryClient.invalidateQueries({ queryKey: auditQueries.all });
}

/** A zone that has changed moves every figure to other days. */
async function keepZone(program: string, answer: ZoneAnswer): Promise<void> {
  if (answer.zone_change === null && answer.is_too_large !== true) await queryClient.invalidateQueries();
  else await queryClient.invalidateQueries({ queryKey: settingsQueries.one(program).queryKey });
}

export const settingsMutations = {
  save: (program: string) =>
    mutationOptions({
      mutationFn: ({ changes, revision }: { readonly changes: SettingsChange; readonly revision: number }) =>
        saveSettings(program, changes, revision),
      onSuccess: (settings) => keep(program, settings),
    }),
  currency: (program: string) =>
    mutationOptions({
      mutationFn: ({ currency, revision }: { readonly currency: string; readonly revision: number }) =>
        changeCurrency(program, currency, revision),
      onSuccess: (settings) => keep(program, settings),
    }),
  rule: (program: string) =>
    mutationOptions({
      mutationFn: (rule: NewRule) => addRule(program, rule),
      onSuccess: (settings) => keep(program, settings),
    }),
  logo: (program: string) =>
    mutationOptions({
      mutationFn: (picture: Blob | null) => sendLogo(program, picture),
      onSettled: () => queryClient.invalidateQueries({ queryKey: programQueries.all }),
    }),
  cancelZone: (program: string) =>
    mutationOptions({
      mutationFn: () => cancelZoneChange(program),
      onSuccess: (answer) => keepZone(program, answer),
    }),
};

type Running = { readonly onAnswer: (answer: ZoneAnswer) => void; readonly signal: AbortSignal };

/**
 * Moves the program's days to a zone, step after step, until it is done, too large for the API, or called off. A step
 * whose answer was lost is simply asked for again.
 */
export async function runZoneChange(program: string, zone: string, { onAnswer, signal }: Running): Promise<ZoneAnswer> {
  let answer = await beginZoneChange(program, zone);
  onAnswer(answer);
  while (answer.zone_change !== null && answer.is_too_large !== true) {
    signal.throwIfAborted();
    answer = await stepZoneChange(program, signal);
    onAnswer(answer);
  }
  await keepZone(program, answer);
  return answer;
}
