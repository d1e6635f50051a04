import { defineConfig } from 'i18next-cli';
import { LOCALES } from './src/i18n/locales.ts';

export default defineConfig({
  locales: [...LOCALES],
  extract: {
    input: ['src/**/*.{ts,tsx}'],
    ignore: ['src/**/*.test.ts'],
    output: 'src/i18n/{{language}}/{{namespace}}.json',
    defaultNS: 'core',
  },
});
