const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "41.2 MB": a length of data in the unit that keeps it short, a thousand to each. */
export function bytesText(locale: string, bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const unit = UNITS[step] ?? 'byte';
  const digits = step < 2 ? 0 : 1;
  const style = { style: 'unit', unit, maximumFractionDigits: digits, minimumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, style).format(bytes / 1000 ** step);
}
