import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { classes } from './classes.ts';

export type AudienceSize = {
  /** Active partners: the number that is shown. */
  readonly active: number;
  /** Paused ones, who read it too. */
  readonly paused: number;
  readonly languages: readonly { readonly language: string; readonly partners: number }[];
};

/** While it is counted again the last count may be handed on: it stays readable, paler. */
export type AudienceSizeState =
  | { readonly state: 'known'; readonly size: AudienceSize }
  | { readonly state: 'pending'; readonly size?: AudienceSize | undefined }
  | { readonly state: 'error'; readonly onRetry: () => unknown };

/** How many get it: the count, the paused beside it, and the languages they read. */
export function AudienceCount({ size }: { readonly size: AudienceSizeState }) {
  const { t } = useTranslation('audience');
  if (size.state === 'error') {
    return (
      <p role="alert" className="flex flex-wrap items-center gap-x-3 text-loss">
        {t('count_failed')}
        <button type="button" className="min-h-11 font-semibold underline" onClick={() => void size.onRetry()}>
          {t('count_again')}
        </button>
      </p>
    );
  }
  return (
    <div role="status" aria-busy={size.state === 'pending' || undefined} className="min-h-11">
      {size.size === undefined ? (
        <p className="text-ink-3">{t('counting')}</p>
      ) : (
        <KnownCount size={size.size} isPale={size.state === 'pending'} />
      )}
    </div>
  );
}

function KnownCount({ size, isPale }: { readonly size: AudienceSize; readonly isPale: boolean }) {
  const { t } = useTranslation('audience');
  const format = useFormat();
  const { active, paused } = size;
  const languages = size.languages.map((one) =>
    t('reads', { value: format.number(one.partners), language: format.language(one.language) }),
  );
  return (
    <div className={classes('motion-safe:transition-opacity', isPale && 'opacity-60')}>
      <p className="text-ink-2">
        <strong className="text-ink">{format.number(active)}</strong> {t('active', { count: active })}
        {paused > 0 && ` ${t('paused', { count: paused, value: format.number(paused) })}`}
      </p>
      {active === 0 && <p className="text-warn">{t('nobody')}</p>}
      {languages.length > 0 && <p className="text-sm text-ink-3">{format.list(languages)}</p>}
    </div>
  );
}
