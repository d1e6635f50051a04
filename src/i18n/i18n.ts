import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from './locales.ts';
import { loadMessageFile } from './message-files.ts';
import type { Namespace } from './messages.ts';

const wanted = new Set<Namespace>(['core']);

export const translator: i18n = i18next.createInstance();

async function loadFile(locale: Locale, namespace: Namespace): Promise<void> {
  if (translator.hasResourceBundle(locale, namespace)) return;
  translator.addResourceBundle(locale, namespace, await loadMessageFile(locale, namespace));
}

/** Starts the translator in one language with the namespaces the first screen needs. */
export async function startI18n(locale: Locale, namespaces: readonly Namespace[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  void translator.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    ns: [],
    defaultNS: 'core',
    resources: {},
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await Promise.all([...wanted].map((namespace) => loadFile(locale, namespace)));
}

/** Loads a side's messages in the present language; a lazy shell waits for it. */
export async function loadMessages(namespaces: readonly Namespace[]): Promise<void> {
  for (const namespace of namespaces) wanted.add(namespace);
  // The instance was started with one of our locales and is only ever changed to another.
  const locale = translator.language as Locale;
  await Promise.all(namespaces.map((namespace) => loadFile(locale, namespace)));
}

/** Changes the language once all its messages are here, so that no key is ever seen. */
export async function changeLocale(locale: Locale): Promise<void> {
  if (translator.language === locale) return;
  await Promise.all([...wanted].map((namespace) => loadFile(locale, namespace)));
  await translator.changeLanguage(locale);
  document.documentElement.lang = locale;
}
