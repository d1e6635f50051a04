/** "British Pound (GBP)" in the reader's language. */
export function currencyName(locale: string, code: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' }).of(code) ?? code;
  return name === code ? code : `${name} (${code})`;
}

/** Every currency the browser knows, by its name. */
export function currencyChoices(locale: string): readonly { readonly code: string; readonly name: string }[] {
  return Intl.supportedValuesOf('currency')
    .map((code) => ({ code, name: currencyName(locale, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
