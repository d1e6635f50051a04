import { type AccentPair, accentFor } from '../lib/accent.ts';
import { APPEARANCE_KEYS, isDark, onThemeChange } from './appearance.ts';

/** A page without a program wears the last one's colour, as index.html gave it before the first paint. */
let current: AccentPair | null = keptAccent();

function keptAccent(): AccentPair | null {
  try {
    // Written below and nowhere else; what somebody spoiled by hand counts as nothing, as in index.html.
    return JSON.parse(localStorage.getItem(APPEARANCE_KEYS.accent) ?? 'null') as AccentPair | null;
  } catch {
    return null;
  }
}

function paint(): void {
  if (current === null) return;
  const accent = isDark() ? current.dark : current.light;
  const { style } = document.documentElement;
  style.setProperty('--accent', accent.accent);
  style.setProperty('--on-accent', accent.onAccent);
  style.setProperty('--accent-soft', accent.soft);
}

onThemeChange(paint);

/** Dresses the page in the program's colour, corrected for contrast. */
export function applyProgramColor(color: string): void {
  const pair = accentFor(color);
  if (pair === null) return;
  current = pair;
  localStorage.setItem(APPEARANCE_KEYS.accent, JSON.stringify(pair));
  paint();
}
