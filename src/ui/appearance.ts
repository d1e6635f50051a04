export type Theme = 'system' | 'light' | 'dark';

/**
 * What the page looks like is kept in the browser, so that the script in index.html can apply it
 * before the first paint. Its keys are these; a change here is a change there.
 */
export const APPEARANCE_KEYS = { theme: 'pp.theme', locale: 'pp.locale', accent: 'pp.accent' } as const;

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

export function storedTheme(): Theme {
  const kept = localStorage.getItem(APPEARANCE_KEYS.theme);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function isDark(): boolean {
  const theme = storedTheme();
  return theme === 'dark' || (theme === 'system' && darkSystem.matches);
}

function paint(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}

/** Light, dark, or whatever the system says from now on. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(APPEARANCE_KEYS.theme);
  else localStorage.setItem(APPEARANCE_KEYS.theme, theme);
  paint();
}

/** Calls back whenever day turns into night or back. */
export function onThemeChange(listener: () => void): void {
  listeners.add(listener);
}

export function rememberLocale(locale: string | null): void {
  if (locale === null) localStorage.removeItem(APPEARANCE_KEYS.locale);
  else localStorage.setItem(APPEARANCE_KEYS.locale, locale);
}

export function storedLocale(): string | null {
  return localStorage.getItem(APPEARANCE_KEYS.locale);
}

/** Follows the system and the other tabs; called once at boot. */
export function watchAppearance(): void {
  darkSystem.addEventListener('change', paint);
  window.addEventListener('storage', (event) => {
    if (event.key === APPEARANCE_KEYS.theme) paint();
  });
}
