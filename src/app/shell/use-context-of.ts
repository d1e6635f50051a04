import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Context, PlaceAddress } from '../../data/programs/model.ts';
import { programQueries } from '../../data/programs/queries.ts';
import { changeLocale } from '../../i18n/i18n.ts';
import { pickLocale } from '../../i18n/locales.ts';
import { applyTheme, rememberLocale } from '../../ui/appearance.ts';
import { applyProgramColor } from '../../ui/program-color.ts';
import { forgetPlace, rememberPlace } from '../last-place.ts';

/** The context of a place; when the room's own answer brings it, it is only awaited here. */
export function useContextOf(address: PlaceAddress, isBrought: boolean) {
  const query = useQuery({ ...programQueries.context(address), enabled: !isBrought });
  useAppliedContext(address, query.data ?? null);
  return query;
}

/** Dresses the page as the program and the person want it, and remembers it for the next first paint. */
function useAppliedContext(address: PlaceAddress, context: Context | null): void {
  const here = context?.place ?? context?.door ?? null;
  const color = here?.program.color;
  const isNotMine = context !== null && here === null;
  useEffect(() => {
    if (isNotMine) forgetPlace();
  }, [isNotMine]);

  useEffect(() => {
    if (color === undefined) return;
    applyProgramColor(color);
    rememberPlace(address);
  }, [color, address]);

  const theme = context?.me.theme;
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme);
  }, [theme]);

  const locale = context?.me.locale;
  useEffect(() => {
    if (locale === undefined) return;
    rememberLocale(locale);
    void changeLocale(pickLocale([locale, ...navigator.languages]));
  }, [locale]);
}
