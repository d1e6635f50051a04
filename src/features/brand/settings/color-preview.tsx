import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Accent } from '../../../lib/accent.ts';

type ColorPreviewProps = { readonly theme: 'light' | 'dark'; readonly color: string; readonly accent: Accent };

/** The same colour on both grounds at once: here alone a colour is named by its value, as theme.css does. */
const GROUNDS = {
  light: {
    '--ground': '#f7f6f3',
    '--surface': '#ffffff',
    '--ink': '#16181d',
    '--ink-2': '#565b66',
    '--line': '#e6e4de',
  },
  dark: {
    '--ground': '#101214',
    '--surface': '#181b1e',
    '--ink': '#f1f2f3',
    '--ink-2': '#b0b5bd',
    '--line': '#2a2e33',
  },
} as const;

/** A piece of the portal in the program's colour: a button, a link and a tint. */
export function ColorPreview({ theme, color, accent }: ColorPreviewProps) {
  const { t } = useTranslation('settings');
  const { t: tc } = useTranslation();
  const variables: Record<string, string> = {
    ...GROUNDS[theme],
    '--accent': accent.accent,
    '--on-accent': accent.onAccent,
    '--accent-soft': accent.soft,
  };
  const isKept = accent.accent === color.toLowerCase();
  return (
    <figure className="min-w-0">
      {/* Custom properties are no part of React's own type for styles. */}
      <div style={variables as CSSProperties} className="rounded-card border border-line bg-ground p-3 text-ink">
        <div className="flex flex-wrap items-center gap-3 rounded-control border border-line bg-surface p-3">
          <span className="rounded-control bg-accent px-3 py-1.5 font-medium text-on-accent">
            {t('preview_button')}
          </span>
          <span className="text-accent underline underline-offset-4">{t('preview_link')}</span>
          <span className="rounded-full bg-accent-soft px-2.5 py-0.5 text-sm font-medium text-accent">
            {t('preview_soft')}
          </span>
        </div>
      </div>
      <figcaption className="mt-1 text-sm text-ink-3">
        {tc('pair', {
          label: t(theme === 'light' ? 'in_light' : 'in_dark'),
          text: isKept ? t('kept') : t('corrected', { color: accent.accent }),
        })}
      </figcaption>
    </figure>
  );
}
