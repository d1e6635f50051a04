import { accentFor } from '../lib/accent.ts';
import { APPEARANCE_KEYS, isDark, onThemeChange } from './appearance.ts';

let current: string | null = null;

function paint(): void {
  const pair = current === null ? null : accentFor(current);
  if (pair === null) return;
  localStorage.setItem(APPEARANCE_KEYS.accent, JSON.stringify(pair));
  const accent = isDark() ? pair.dark : pair.light;
  const { style } = document.documentElement;
  style.setProperty('--accent', accent.accent);
  style.setProperty('--on-accent', accent.onAccent);
  style.setProperty('--accent-soft', accent.soft);
}

onThemeChange(paint);

/** Dresses the page in the program's colour, corrected for contrast. */
export function applyProgramColor(color: string): void {
  if (current === color) return;
  current = color;
  paint();
}
